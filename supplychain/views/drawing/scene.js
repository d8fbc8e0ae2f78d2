// The canvas: vis-network with our places and looks, what stands out, names and headings.

import { CALM, Camera } from "./camera.js";
import { Labels } from "./labels.js";
import { changed, edgeLooks, emphasised, exchange, nodeLooks, strengthened } from "./looks.js";
import { Places, gathers } from "./places.js";
import { ground, headings, stepHeadings } from "./scenery.js";
import { step } from "./stairs.js";
import { badges } from "./states.js";
import { say, shortened } from "./words.js";

const VEIL = 0.84;
const SIDES = {
  supplier: ["left", "right", "top", "bottom"],
  sentra: ["right", "top", "left", "bottom"],
  ikm: ["right", "left", "bottom", "top"],
  market: ["right", "left", "top", "bottom"],
  institution: ["top", "right", "left", "bottom"],
};

/**
 * Draws one model. It holds no choice of its own; `state` says what to show: {theme, language,
 * font, ink, visible: {nodes, edges}, steps, business, partnership, moved}.
 */
export class Scene {
  constructor(stage, vis, model, state, calls) {
    Object.assign(this, { stage, model, state, calls });
    this.labels = new Labels();
    this.places = new Places();
    this.camera = new Camera(this);
    this.veil = 0;
    this.hovered = null;
    this.#shape();
    this.places.settle(model, state);
    this.nodes = new vis.DataSet(nodeLooks(model, state, this.places.homes));
    this.edges = new vis.DataSet(edgeLooks(model, state, this.places.turned));
    const options = structuredClone(model.payload.options);
    options.nodes.chosen = { node: emphasised, label: false };
    options.edges.chosen = { edge: strengthened, label: false };
    this.network = new vis.Network(stage, { nodes: this.nodes, edges: this.edges }, options);
    this.#listen();
    this.camera.fit(false);
  }

  destroy() {
    cancelAnimationFrame(this.frame);
    cancelAnimationFrame(this.fading);
    this.network.destroy();
  }

  // ---- data ------------------------------------------------------------------------------

  /** Take another model; what both have stays where it is, and the view stays too. */
  replace(model, state) {
    const layout = this.model.payload.layout;
    Object.assign(this, { model, state, hovered: null });
    this.calls.hover(null);
    const other = layout !== model.payload.layout;
    if (other) this.#shape();
    this.places.settle(model, state);
    this.between = true; // vis-network draws while it has not taken all of it
    exchange(this.nodes, nodeLooks(model, state, this.places.homes));
    exchange(this.edges, edgeLooks(model, state, this.places.turned));
    this.between = false;
    if (other) this.camera.fit(true);
    this.network.redraw();
  }

  /** Show another state of the same model. */
  show(state) {
    const before = this.state;
    this.state = state;
    if (before.theme !== state.theme) this.labels.forget();
    const phased = before.phase !== state.phase;
    const dressed = phased || before.theme !== state.theme || before.visible !== state.visible;
    if (dressed) this.#dress(true);
    const elsewhere = before.steps !== state.steps || before.moved !== state.moved;
    if (elsewhere) this.#travel();
    else if (!phased && before.visible !== state.visible && this.camera.untouched) {
      this.camera.fit(true);
    }
    this.#fade();
    this.network.redraw();
  }

  #dress(onlyChanged) {
    const { model, state, places } = this;
    const nodes = nodeLooks(model, state, places.homes);
    const edges = edgeLooks(model, state, places.turned);
    this.nodes.update(onlyChanged ? changed(this.nodes, nodes) : nodes);
    this.edges.update(onlyChanged ? changed(this.edges, edges) : edges);
  }

  #shape() {
    return this.places.shape(this.model, this.stage, (turned) => this.camera.room(turned));
  }

  #resize() {
    const { asked, untouched } = this.camera;
    if (!untouched && !asked) return;
    if (this.#shape()) {
      this.places.settle(this.model, this.state);
      this.#dress(false);
    }
    if (asked) this.camera.take(asked);
    else this.camera.fit(false);
  }

  /** Move the businesses to where the state wants them. */
  #travel() {
    const from = new Map(this.places.homes);
    this.places.settle(this.model, this.state);
    const targets = [...this.places.homes].filter(([id]) => this.model.nodes.has(id));
    const begin = performance.now();
    const length = CALM.matches ? 0 : 420;
    const step = (now) => {
      const share = length ? Math.min(1, Math.max(0, (now - begin) / length)) : 1;
      const eased = share * share * (3 - 2 * share);
      for (const [id, [x, y]] of targets) {
        const [startX, startY] = from.get(id) ?? [x, y];
        const drawn = this.network.body.nodes[id];
        drawn.x = startX + (x - startX) * eased;
        drawn.y = startY + (y - startY) * eased;
      }
      this.network.redraw();
      if (share < 1) this.frame = requestAnimationFrame(step);
      else this.nodes.update(targets.map(([id, [x, y]]) => ({ id, x, y })));
    };
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(step);
    this.camera.fit(true);
  }

  // ---- pointer ---------------------------------------------------------------------------

  /** Whether the wheel zooms; else it scrolls the page around us. */
  wheel(zooms) {
    this.network.setOptions({ interaction: { zoomView: zooms } });
  }

  #listen() {
    const { network, calls } = this;
    // vis-network puts its own idea of the view in place right after it told of the new size.
    network.on("resize", () => queueMicrotask(() => this.#resize()));
    network.on("beforeDrawing", (ctx) => this.#behind(ctx));
    network.on("afterDrawing", (ctx) => this.#above(ctx));
    network.on("hoverNode", ({ node }) => this.#hover({ business: node }));
    network.on("blurNode", () => this.#hover(null));
    network.on("hoverEdge", ({ edge }) => this.#hover({ partnership: edge }));
    network.on("blurEdge", () => this.#hover(null));
    network.on("click", ({ nodes, edges }) => {
      network.unselectAll();
      if (nodes.length) calls.select({ business: nodes[0] });
      else if (edges.length) calls.select({ partnership: edges[0] });
      else calls.select({});
    });
    // The browser tells a double click from two clicks even while it is busy with the first.
    this.stage.addEventListener("dblclick", ({ offsetX, offsetY }) => {
      const node = network.getNodeAt({ x: offsetX, y: offsetY });
      if (node !== undefined) calls.focus(node);
    });
    this.stage.addEventListener("pointerleave", () => this.#hover(null));
    network.on("dragStart", () => this.#hover(null));
    network.on("dragEnd", ({ nodes }) => this.#dropped(nodes));
    network.on("zoom", () => {
      this.camera.hold();
      calls.hover(null);
    });
  }

  #dropped(nodes) {
    this.network.unselectAll();
    if (!nodes.length) {
      this.camera.touched();
      return;
    }
    const together = gathers(this.model, this.state);
    const moved = {};
    for (const [id, { x, y }] of Object.entries(this.network.getPositions(nodes))) {
      moved[id] = this.places.unspot([x, y]).map(Math.round); // as an address holds it
      const [left, top] = this.places.spot(moved[id]);
      this.places.homes.set(id, [left, top]);
      this.nodes.update({ id, x: left, y: top });
    }
    if (!together) this.calls.move(moved);
  }

  #hover(what) {
    this.stage.classList.toggle("sg-pointing", Boolean(what));
    this.calls.hover(what);
    this.point(what);
  }

  /** Let something stand out, as if the pointer were on it. */
  point(what) {
    this.hovered = what;
    this.#fade();
  }

  /** Let the veil come or go, in a few frames. */
  #fade() {
    const wanted = this.#lit() ? VEIL : 0;
    if (CALM.matches) this.veil = wanted;
    cancelAnimationFrame(this.fading);
    const step = () => {
      const gap = wanted - this.veil;
      this.veil = Math.abs(gap) < 0.04 ? wanted : this.veil + gap * 0.4;
      this.network.redraw();
      if (this.veil !== wanted) this.fading = requestAnimationFrame(step);
    };
    this.fading = requestAnimationFrame(step);
  }

  /** Businesses and partnerships that stand out, if some do. */
  #lit() {
    const { model, state } = this;
    const { nodes, edges } = state.visible;
    const whole = state.steps?.get(state.business) === 0; // the focus itself: all stand out
    const business = this.hovered?.business ?? (whole ? null : state.business);
    const pointed = model.edges.get(this.hovered?.pointed);
    if (!pointed && business !== null && nodes.has(business)) {
      const ties = [...model.sales.get(business), ...model.purchases.get(business)];
      const seen = ties.filter((edge) => edges.has(edge.id));
      const ends = seen.flatMap((edge) => [edge.from, edge.to]);
      return { nodes: new Set([business, ...ends]), edges: seen };
    }
    const edge = pointed ?? model.edges.get(state.partnership);
    if (!edge || !edges.has(edge.id)) return null;
    return { nodes: new Set([edge.from, edge.to]), edges: [edge] };
  }

  // ---- drawing ---------------------------------------------------------------------------

  #ink() {
    return { ...this.model.payload.inks[this.state.theme], ...this.state.ink };
  }

  #behind(ctx) {
    if (gathers(this.model, this.state)) return;
    const { turned, stretch } = this.places;
    const form = { turned, stretch, scale: this.network.getScale() };
    ground(ctx, this.model.payload.scenery, this.#ink(), form);
  }

  /** What comes on top, in order: veil, what stands out, ring, headings, names. */
  #above(ctx) {
    if (this.between) return;
    const lit = this.#lit();
    if (this.veil > 0.01) this.#cover(ctx);
    if (lit) this.#relight(ctx, lit);
    this.#ring(ctx);
    const ratio = this.stage.querySelector("canvas").width / this.stage.clientWidth;
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    const kept = [...this.#headings(ctx), ...badges(ctx, this)];
    const ink = this.#ink();
    const style = { font: this.state.font, text: ink.text, halo: ink.background };
    const marks = this.#marks(lit);
    if (this.places.turned && !this.state.steps) step(marks, this.stage.clientWidth, kept);
    this.named = this.labels.draw(ctx, marks, style, this.#bounds(), kept);
    ctx.restore();
  }

  #cover(ctx) {
    const corner = this.network.DOMtoCanvas({ x: 0, y: 0 });
    const scale = this.network.getScale();
    const { clientWidth: width, clientHeight: height } = this.stage;
    ctx.globalAlpha = this.veil;
    ctx.fillStyle = this.#ink().background;
    ctx.fillRect(corner.x, corner.y, width / scale, height / scale);
    ctx.globalAlpha = 1;
  }

  #relight(ctx, lit) {
    const { nodes, edges } = this.network.body;
    for (const { id } of lit.edges) {
      const edge = edges[id];
      const { hover } = edge;
      edge.hover = true;
      edge.draw(ctx);
      edge.drawArrows(ctx);
      edge.hover = hover;
    }
    for (const id of lit.nodes) nodes[id].draw(ctx);
  }

  #ring(ctx) {
    const id = this.state.business;
    if (!this.state.visible.nodes.has(id)) return;
    const { x, y } = this.network.body.nodes[id];
    const scale = this.network.getScale();
    ctx.beginPath();
    ctx.arc(x, y, this.model.nodes.get(id).size + 7 / scale, 0, 2 * Math.PI);
    ctx.strokeStyle = this.#ink().accent;
    ctx.lineWidth = 2.5 / scale;
    ctx.stroke();
  }

  /** What may be named, in order of importance, in screen coordinates. */
  #marks(lit) {
    const { model, state, network } = this;
    const scale = network.getScale();
    const { translation } = network.body.view;
    const zoomed = scale / this.camera.fitted;
    const roomy = zoomed > 2.5 || lit || state.steps;
    let rest = lit || state.steps ? Infinity : Math.round(30 * zoomed ** 2.2);
    const chief = [this.hovered?.business, state.business].filter((id) => model.nodes.has(id));
    const order = [...chief.map((id) => model.nodes.get(id)), ...model.ranked];
    const marks = new Map();
    for (const node of order) {
      const shown = lit ? lit.nodes.has(node.id) : state.visible.nodes.has(node.id);
      if (!shown || marks.has(node.id)) continue;
      const { x, y } = network.body.nodes[node.id];
      const most = roomy || node.kind === "sentra" ? 40 : 26;
      rest -= 1;
      marks.set(node.id, {
        id: node.id,
        x: x * scale + translation.x,
        y: y * scale + translation.y,
        radius: Math.max(2, node.size * scale),
        text: chief.includes(node.id) ? node.label : shortened(node.label, most),
        strong: chief.includes(node.id) || node.kind === "sentra",
        wanted: rest >= 0,
        kind: node.kind,
        sides: this.#sides(node),
      });
    }
    return [...marks.values()];
  }

  #sides(node) {
    if (!gathers(this.model, this.state)) return SIDES[node.kind] ?? SIDES.ikm;
    const step = this.state.steps.get(node.id);
    if (!step) return ["top", "bottom"];
    return step < 0 ? ["left", "top", "bottom", "right"] : ["right", "top", "bottom", "left"];
  }

  #bounds() {
    const headed = this.model.payload.layout === "tiers";
    const { clientWidth: right, clientHeight: bottom } = this.stage;
    return { left: 2, right: right - 2, top: headed ? 28 : 2, bottom: bottom - 2 };
  }

  /** Names of the columns and lanes, by code. */
  titles() {
    const { legend, facets } = this.model.payload;
    const named = (entries) => Object.fromEntries(entries.map((e) => [e.code, e.label]));
    const commodities = facets.find((facet) => facet.field === "commodity");
    return { columns: named(legend.kinds), lanes: named(commodities?.options ?? []) };
  }

  /** Draw the headings; return the boxes they fill. */
  #headings(ctx) {
    const { model, state } = this;
    if (gathers(model, state)) return this.#stepHeadings(ctx);
    if (model.payload.layout !== "tiers") return [];
    const scale = this.network.getScale();
    const { translation } = this.network.body.view;
    const counts = {};
    for (const id of state.visible.nodes) {
      const { kind } = model.nodes.get(id);
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    const view = {
      at: (x, y) => {
        const [right, down] = this.places.spot([x, y]);
        return [right * scale + translation.x, down * scale + translation.y];
      },
      width: this.stage.clientWidth,
      height: this.stage.clientHeight,
      turned: this.places.turned,
    };
    const style = { ink: this.#ink(), font: state.font, language: state.language };
    return headings(ctx, model.payload.scenery, view, { ...this.titles(), counts }, style);
  }

  /** Say who stands in the columns around the focus. */
  #stepHeadings(ctx) {
    const { texts } = this.model.payload;
    const { steps, language, font } = this.state;
    const { translation } = this.network.body.view;
    const scale = this.network.getScale();
    const columns = new Map();
    for (const [id, step] of steps) {
      if (!step) continue;
      const x = this.places.homes.get(id)[0];
      const [least, most] = columns.get(step) ?? [x, x];
      columns.set(step, [Math.min(least, x), Math.max(most, x)]);
    }
    const headed = [...columns].map(([step, [least, most]]) => {
      const side = say(texts[step < 0 ? "suppliers" : "buyers"], language);
      const far = Math.abs(step);
      const text = far === 1 ? side : say(texts.step, language, { side, count: far });
      return { text, x: ((least + most) / 2) * scale + translation.x };
    });
    return stepHeadings(ctx, headed, this.#ink(), font);
  }
}
