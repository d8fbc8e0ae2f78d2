// The canvas: vis-network with our positions, theme, highlight, names and headings.

import { Labels, shortened } from "./labels.js";
import { ground, headings, stepHeadings } from "./scenery.js";
import { outline, say } from "./words.js";

const CALM = window.matchMedia("(prefers-reduced-motion: reduce)");
const VEIL = 0.84;
const LEAST = 0.04;
const MOST = 6;
const SIDES = {
  supplier: ["left", "right", "top", "bottom"],
  sentra: ["right", "top", "left", "bottom"],
  ikm: ["right", "left", "bottom", "top"],
  market: ["right", "left", "top", "bottom"],
  institution: ["top", "right", "left", "bottom"],
};

/**
 * Draws one model. It holds no choice of its own but the view; `state` says what to show:
 * {theme, language, visible: {nodes, edges}, steps, business, partnership, moved}.
 */
export class Scene {
  constructor(stage, vis, model, state, calls) {
    this.stage = stage;
    this.calls = calls;
    this.labels = new Labels();
    this.veil = 0;
    this.hovered = null;
    this.untouched = true;
    this.state = state;
    this.model = model;
    this.homes = new Map();
    this.#shape();
    this.nodes = new vis.DataSet(this.#allNodes());
    this.edges = new vis.DataSet(this.#allEdges());
    const options = structuredClone(model.payload.options);
    options.nodes.chosen = { node: emphasised, label: false };
    options.edges.chosen = { edge: strengthened, label: false };
    this.network = new vis.Network(stage, { nodes: this.nodes, edges: this.edges }, options);
    this.#listen();
    this.fit(false);
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
    this.model = model;
    this.state = state;
    if (layout !== model.payload.layout) this.#shape();
    exchange(this.nodes, this.#allNodes());
    exchange(this.edges, this.#allEdges());
    this.hovered = null;
    if (layout !== model.payload.layout) this.fit(true);
    this.network.redraw();
  }

  /** Show another state of the same model. */
  show(state) {
    const before = this.state;
    this.state = state;
    if (before.theme !== state.theme || before.visible !== state.visible) {
      if (before.theme !== state.theme) this.labels.forget();
      this.nodes.update(this.#changed(this.nodes, this.#allNodes()));
      this.edges.update(this.#changed(this.edges, this.#allEdges()));
    }
    if (before.steps !== state.steps) {
      this.#travel();
    } else if (before.visible !== state.visible && this.untouched) {
      this.fit(true);
    }
    this.#fade();
    this.network.redraw();
  }

  #changed(dataset, items) {
    return items.filter((item) => {
      const now = dataset.get(item.id);
      return !now || now.hidden !== item.hidden || now.colours !== item.colours;
    });
  }

  #allNodes() {
    const { theme, visible, moved } = this.state;
    const place = theme === "dark" ? 1 : 0;
    const border = outline(this.model.payload, theme);
    const places = this.#places();
    const gathered = this.state.steps && this.#gathers();
    return [...this.model.nodes.values()].map((node) => {
      const fill = this.model.payload.paints[node.paint][place];
      const [x, y] = gathered
        ? this.#turn(places.get(node.id))
        : this.#spot(moved[node.id] ?? places.get(node.id));
      this.homes.set(node.id, [x, y]);
      return {
        id: node.id,
        x,
        y,
        shape: node.shape,
        size: node.size,
        hidden: !visible.nodes.has(node.id),
        colours: fill + border,
        color: {
          background: fill,
          border,
          highlight: { background: fill, border },
          hover: { background: fill, border },
        },
      };
    });
  }

  #allEdges() {
    const { theme, visible } = this.state;
    const { paints, inks, legend, layout } = this.model.payload;
    const ink = inks[theme];
    const ramp = Boolean(legend.colour.ticks);
    const crossed = layout === "tiers" || layout === "focus" ? 10 : 6;
    const faint = Math.min(0.7, Math.max(0.16, crossed / Math.sqrt(visible.edges.size)));
    return [...this.model.edges.values()].map((edge) => {
      const context = edge.relation !== "supplies";
      const source = this.model.nodes.get(edge.from);
      const own = paints[source.paint][theme === "dark" ? 1 : 0];
      const colour = context || ramp ? ink.muted : own;
      const smooth = { ...this.model.payload.options.edges.smooth, ...edge.smooth };
      if (this.turned && smooth.forceDirection) smooth.forceDirection = "vertical";
      return {
        id: edge.id,
        from: edge.from,
        to: edge.to,
        width: edge.width,
        dashes: edge.dashes,
        arrows: context ? ROUND : arrow(edge.width),
        smooth,
        hidden: !visible.edges.has(edge.id),
        colours: `${colour} ${faint.toFixed(2)} ${this.turned}`,
        color: { color: colour, highlight: colour, hover: colour, opacity: context ? 0.4 : faint },
      };
    });
  }

  /** Positions by the layout; around a focus, columns by steps with nothing in between. */
  #places() {
    const home = new Map([...this.model.nodes].map(([id, node]) => [id, [node.x, node.y]]));
    const { steps } = this.state;
    return steps && this.#gathers() ? new Map([...home, ...gathered(steps, home)]) : home;
  }

  /** Whether a focus brings its businesses together; on a map they stay where they are. */
  #gathers() {
    return ["tiers", "force"].includes(this.model.payload.layout);
  }

  // ---- view ------------------------------------------------------------------------------

  /** Let tiers run down a tall screen, and widen them on a wide one; tell whether that changed. */
  #shape() {
    const { clientWidth: width, clientHeight: height } = this.stage;
    const before = `${this.turned} ${this.stretch}`;
    const across = this.model.payload.scenery.direction === "across" && width > 0;
    this.turned = across && width / height < 0.8;
    this.stretch = 1;
    if (across) {
      const { nodes } = this.model.payload;
      const span = (axis) => {
        const places = nodes.map((node) => node[axis]);
        return Math.max(...places) - Math.min(...places) || 1;
      };
      const margin = this.#margins();
      const room = [width - margin.left - margin.right, height - margin.top - margin.bottom];
      const wanted = this.turned ? room[1] / room[0] : room[0] / room[1];
      this.stretch = Math.min(1.7, Math.max(1, wanted / (span("x") / span("y"))));
    }
    return before !== `${this.turned} ${this.stretch}`;
  }

  #turn([x, y]) {
    return this.turned ? [y, x] : [x, y];
  }

  /** Where a place of the layout is on this screen, and back. */
  #spot([x, y]) {
    return this.#turn([x * this.stretch, y]);
  }

  #unspot(place) {
    const [x, y] = this.#turn(place);
    return [x / this.stretch, y];
  }

  #resize() {
    if (!this.untouched) return;
    if (this.#shape()) {
      this.nodes.update(this.#allNodes());
      this.edges.update(this.#allEdges());
    }
    this.fit(false);
  }

  /** Show everything that is visible, clear of the headings. */
  fit(animated) {
    this.untouched = true;
    this.#look(this.#frame([...this.state.visible.nodes]), animated);
  }

  #frame(ids) {
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const id of ids) {
      const at = this.homes.get(id);
      if (!at) continue;
      box.left = Math.min(box.left, at[0]);
      box.right = Math.max(box.right, at[0]);
      box.top = Math.min(box.top, at[1]);
      box.bottom = Math.max(box.bottom, at[1]);
    }
    return box;
  }

  #margins() {
    const { scenery, layout } = this.model.payload;
    const tiers = layout === "tiers" && !this.state.steps;
    const named = tiers && scenery.lanes?.some((lane) => this.#titles().lanes[lane.code]);
    const { clientWidth: width } = this.stage;
    const { right = 0, bottom = 0 } = this.covered ?? {};
    if (this.state.steps) {
      const side = Math.min(190, 0.17 * (width - right));
      return { left: side, right: side + right, top: 48, bottom: 30 + bottom };
    }
    if (this.turned) return { left: 20, right: 20 + right, top: 64, bottom: 24 + bottom };
    const titles = Object.values(this.#titles().lanes).map((t) => say(t, this.state.language));
    const longest = Math.max(0, ...titles.map((title) => title.length));
    return {
      left: named ? Math.min(52 + 6.8 * longest, 0.13 * width) : 34,
      right: (tiers ? Math.min(124, 0.1 * width) : 34) + right,
      top: tiers ? 46 : 30,
      bottom: 22 + bottom,
    };
  }

  /** Largest scale at which a box fits between the headings. */
  #scale(box) {
    const { clientWidth: width, clientHeight: height } = this.stage;
    const margin = this.#margins();
    return Math.min(
      (width - margin.left - margin.right) / Math.max(box.right - box.left, 60),
      (height - margin.top - margin.bottom) / Math.max(box.bottom - box.top, 60),
    );
  }

  #look(box, animated, nearest = 1.7) {
    const { clientWidth: width, clientHeight: height } = this.stage;
    if (!Number.isFinite(box.left) || !width || !height) return;
    const margin = this.#margins();
    const scale = Math.max(LEAST, Math.min(this.#scale(box), nearest));
    if (this.untouched) this.fitted = scale;
    this.network.moveTo({
      position: {
        x: (box.left + box.right) / 2 - (margin.left - margin.right) / 2 / scale,
        y: (box.top + box.bottom) / 2 - (margin.top - margin.bottom) / 2 / scale,
      },
      scale,
      animation: animated && !CALM.matches && { duration: 450, easingFunction: "easeInOutQuad" },
    });
  }

  zoom(factor) {
    this.untouched = false;
    const scale = Math.min(MOST, Math.max(LEAST, this.network.getScale() * factor));
    this.network.moveTo({ scale, animation: !CALM.matches && { duration: 180 } });
  }

  /** Fly to a business, near enough to read its name and those of its partners. */
  fly(id) {
    const near = [id];
    for (const edge of [...this.model.sales.get(id), ...this.model.purchases.get(id)]) {
      if (this.state.visible.edges.has(edge.id)) near.push(edge.from, edge.to);
    }
    this.untouched = false;
    const box = this.#frame(near);
    if (this.#scale(box) > this.fitted) return this.#look(box, true, 2.4 * this.fitted);
    return this.#look(this.#frame([id]), true, 1.5 * this.fitted);
  }

  /** Bring a business into the picture if it is outside. */
  reveal(id) {
    const [x, y] = this.homes.get(id);
    const at = this.network.canvasToDOM({ x, y });
    const { clientWidth: width, clientHeight: height } = this.stage;
    const { right = 0, bottom = 0 } = this.covered ?? {};
    const within = (place, most) => place > 40 && place < most - 40;
    if (within(at.x, width - right) && within(at.y, height - bottom)) return;
    this.untouched = false;
    const scale = this.network.getScale();
    const position = { x: x + right / 2 / scale, y: y + bottom / 2 / scale };
    this.network.moveTo({ position, animation: !CALM.matches && { duration: 300 } });
  }

  wheel(enabled) {
    this.network.setOptions({ interaction: { zoomView: enabled } });
  }

  /** Move the businesses to where the state wants them. */
  #travel() {
    const from = new Map(this.homes);
    const targets = this.#allNodes();
    const begin = performance.now();
    const length = CALM.matches ? 0 : 420;
    cancelAnimationFrame(this.frame);
    const step = (now) => {
      const share = length ? Math.min(1, (now - begin) / length) : 1;
      const eased = share * share * (3 - 2 * share);
      for (const { id, x, y } of targets) {
        const [startX, startY] = from.get(id) ?? [x, y];
        const drawn = this.network.body.nodes[id];
        drawn.x = startX + (x - startX) * eased;
        drawn.y = startY + (y - startY) * eased;
      }
      this.network.redraw();
      if (share < 1) this.frame = requestAnimationFrame(step);
      else this.nodes.update(targets.map(({ id, x, y }) => ({ id, x, y })));
    };
    this.frame = requestAnimationFrame(step);
    this.fit(true);
  }

  // ---- pointer ---------------------------------------------------------------------------

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
    network.on("doubleClick", ({ nodes }) => nodes.length && calls.focus(nodes[0]));
    network.on("dragStart", () => this.#hover(null));
    network.on("dragEnd", ({ nodes }) => this.#dropped(nodes));
    network.on("zoom", ({ pointer }) => {
      this.untouched = false;
      const scale = network.getScale();
      const held = Math.min(MOST, Math.max(LEAST, scale));
      if (held !== scale) network.moveTo({ scale: held });
      calls.hover(null, pointer);
    });
  }

  #dropped(nodes) {
    this.network.unselectAll();
    if (!nodes.length) {
      this.untouched = false;
      return;
    }
    const places = this.network.getPositions(nodes);
    const moved = {};
    for (const [id, { x, y }] of Object.entries(places)) {
      this.homes.set(id, [x, y]);
      moved[id] = this.#unspot([x, y]);
    }
    if (!(this.state.steps && this.#gathers())) this.calls.move(moved);
  }

  #hover(what) {
    this.hovered = what;
    this.stage.classList.toggle("sg-pointing", Boolean(what));
    this.calls.hover(what);
    this.#fade();
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
    const whole = state.steps?.get(state.business) === 0;
    const business = this.hovered?.business ?? (whole ? null : state.business);
    const pointed = model.edges.get(this.hovered?.pointed);
    if (!pointed && business !== null && state.visible.nodes.has(business)) {
      const ties = [...model.sales.get(business), ...model.purchases.get(business)].filter((edge) =>
        state.visible.edges.has(edge.id),
      );
      return { nodes: new Set([business, ...ties.flatMap((e) => [e.from, e.to])]), edges: ties };
    }
    const edge = pointed ?? model.edges.get(state.partnership);
    if (!edge || !state.visible.edges.has(edge.id)) return null;
    return { nodes: new Set([edge.from, edge.to]), edges: [edge] };
  }

  // ---- drawing ---------------------------------------------------------------------------

  #ink() {
    return { ...this.model.payload.inks[this.state.theme], ...this.state.ink };
  }

  #behind(ctx) {
    const { layout, scenery } = this.model.payload;
    if (this.state.steps && layout !== "map" && layout !== "focus") return;
    const form = { turned: this.turned, stretch: this.stretch, scale: this.network.getScale() };
    ground(ctx, scenery, this.#ink(), form);
  }

  #above(ctx) {
    const lit = this.#lit();
    if (this.veil > 0.01) this.#cover(ctx);
    if (lit) this.#relight(ctx, lit);
    if (this.state.business !== null) this.#ring(ctx, this.state.business);
    const ratio = this.stage.querySelector("canvas").width / this.stage.clientWidth;
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    const kept = this.#headings(ctx);
    this.named = this.labels.draw(ctx, this.#marks(lit), this.#style(), this.#bounds(), kept);
    ctx.restore();
  }

  #cover(ctx) {
    const corner = this.network.DOMtoCanvas({ x: 0, y: 0 });
    const scale = this.network.getScale();
    ctx.globalAlpha = this.veil;
    ctx.fillStyle = this.#ink().background;
    const { clientWidth: width, clientHeight: height } = this.stage;
    ctx.fillRect(corner.x, corner.y, width / scale, height / scale);
    ctx.globalAlpha = 1;
  }

  #relight(ctx, lit) {
    const { nodes, edges } = this.network.body;
    for (const { id } of lit.edges) {
      const edge = edges[id];
      const hover = edge.hover;
      edge.hover = true;
      edge.draw(ctx);
      edge.drawArrows(ctx);
      edge.hover = hover;
    }
    for (const id of lit.nodes) nodes[id].draw(ctx);
  }

  #ring(ctx, id) {
    const node = this.network.body.nodes[id];
    if (!node || !this.state.visible.nodes.has(id)) return;
    const scale = this.network.getScale();
    ctx.beginPath();
    ctx.arc(node.x, node.y, this.model.nodes.get(id).size + 7 / scale, 0, 2 * Math.PI);
    ctx.strokeStyle = this.#ink().accent;
    ctx.lineWidth = 2.5 / scale;
    ctx.stroke();
  }

  #marks(lit) {
    const { model, state, network } = this;
    const scale = network.getScale();
    const { x: shiftX, y: shiftY } = network.body.view.translation;
    const zoomed = scale / (this.fitted || 1);
    const roomy = zoomed > 2.5 || lit || state.steps;
    let rest = state.steps ? Infinity : Math.round(30 * zoomed ** 2.2);
    const first = [this.hovered?.business, state.business].filter((id) => model.nodes.has(id));
    const order = [...first.map((id) => model.nodes.get(id)), ...model.ranked];
    const seen = new Set();
    const marks = [];
    for (const node of order) {
      if (seen.has(node.id) || !state.visible.nodes.has(node.id)) continue;
      seen.add(node.id);
      const { x, y } = network.body.nodes[node.id];
      const bright = !lit || lit.nodes.has(node.id);
      const chief = first.includes(node.id);
      const wanted = lit ? bright : (rest -= 1) >= 0;
      if (lit && !bright) continue;
      marks.push({
        id: node.id,
        x: x * scale + shiftX,
        y: y * scale + shiftY,
        radius: Math.max(2, node.size * scale),
        text: chief ? node.label : shortened(node.label, roomy ? 40 : node.kind === "sentra" ? 40 : 26),
        strong: chief || node.kind === "sentra",
        wanted,
        sides: this.#sides(node),
      });
    }
    return marks;
  }

  #sides(node) {
    const step = this.state.steps?.get(node.id);
    if (step === undefined || !this.#gathers()) return SIDES[node.kind] ?? SIDES.ikm;
    if (!step) return ["top", "bottom"];
    return step < 0 ? ["left", "top", "bottom", "right"] : ["right", "top", "bottom", "left"];
  }

  #style() {
    const ink = this.#ink();
    return { font: this.state.font, text: ink.text, halo: ink.background };
  }

  #bounds() {
    const headed = this.model.payload.layout === "tiers" && !this.state.steps;
    const { clientWidth: right, clientHeight: bottom } = this.stage;
    return { left: 2, right: right - 2, top: headed ? 28 : 2, bottom: bottom - 2 };
  }

  #titles() {
    const { legend, facets } = this.model.payload;
    const named = (entries) => Object.fromEntries(entries.map((e) => [e.code, e.label]));
    const commodities = facets.find((facet) => facet.field === "commodity");
    return { columns: named(legend.kinds), lanes: named(commodities?.options ?? []) };
  }

  #headings(ctx) {
    const { scenery, layout } = this.model.payload;
    if (this.state.steps && this.#gathers()) return this.#stepHeadings(ctx);
    if (layout !== "tiers" || this.state.steps) return [];
    const scale = this.network.getScale();
    const { x: shiftX, y: shiftY } = this.network.body.view.translation;
    const counts = {};
    for (const id of this.state.visible.nodes) {
      const { kind } = this.model.nodes.get(id);
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    const view = {
      at: (x, y) => this.#spot([x, y]).map((v, axis) => v * scale + [shiftX, shiftY][axis]),
      width: this.stage.clientWidth,
      height: this.stage.clientHeight,
      turned: this.turned,
    };
    const { font, language } = this.state;
    return headings(ctx, scenery, view, this.#titles(), counts, this.#ink(), font, language);
  }

  /** Who stands in the columns around the focus. */
  #stepHeadings(ctx) {
    const { texts } = this.model.payload;
    const { steps, language, font } = this.state;
    const scale = this.network.getScale();
    const reach = new Map();
    for (const [id, step] of steps) {
      if (!step) continue;
      const x = this.homes.get(id)[0];
      const [least, most] = reach.get(step) ?? [x, x];
      reach.set(step, [Math.min(least, x), Math.max(most, x)]);
    }
    const shift = this.network.body.view.translation.x;
    const columns = [...reach].map(([step, [least, most]]) => ({
      step,
      x: ((least + most) / 2) * scale + shift,
    }));
    const name = (step) => {
      const side = say(texts[step < 0 ? "suppliers" : "buyers"], language);
      return Math.abs(step) === 1 ? side : say(texts.step, language, { side, count: Math.abs(step) });
    };
    return stepHeadings(ctx, columns, name, this.#ink(), font);
  }
}

const ROUND = { to: { enabled: true, type: "circle", scaleFactor: 0.35 } };

/** An arrow head in keeping with its line; by itself it would grow three times as fast. */
function arrow(width) {
  return { to: { enabled: true, type: "arrow", scaleFactor: Math.min(0.5, 1.6 / (width + 2.4)) } };
}

function emphasised(values, id, selected, hovering) {
  if (selected || hovering) values.borderWidth = 2.5;
}

function strengthened(values, id, selected, hovering) {
  if (!selected && !hovering) return;
  values.opacity = 0.95;
  values.width += 0.6;
}

/** Make a data set hold exactly these items. */
function exchange(dataset, items) {
  const wanted = new Set(items.map((item) => item.id));
  dataset.remove(dataset.getIds().filter((id) => !wanted.has(id)));
  dataset.update(items);
}

const ROWS = 16;
const ROW = 40;
const COLUMN = 170;
const ASIDE = 230;
const STEP = 300;

/** Columns by steps from the focus, each in the order of the layout, without gaps. */
function gathered(steps, home) {
  const places = new Map();
  const columns = new Map();
  for (const [id, step] of steps) {
    if (!columns.has(step)) columns.set(step, []);
    columns.get(step).push(id);
  }
  for (const ids of columns.values()) ids.sort((one, other) => home.get(one)[1] - home.get(other)[1]);
  const tall = (step) => Math.min(columns.get(step)?.length ?? 0, ROWS);
  const highest = Math.max(...[...columns.keys()].filter((step) => step !== null).map(tall));
  const aside = columns.get(null) ?? [];
  aside.forEach((id, turn) => {
    places.set(id, [(turn - (aside.length - 1) / 2) * ASIDE, -(highest / 2 + 2) * ROW]);
  });
  for (const sign of [-1, 1]) {
    let edge = 0;
    for (let step = 1; columns.has(sign * step); step += 1) {
      const ids = columns.get(sign * step);
      const stacks = Math.ceil(ids.length / ROWS);
      const rows = Math.ceil(ids.length / stacks);
      ids.forEach((id, turn) => {
        const stack = Math.floor(turn / rows);
        const held = Math.min(rows, ids.length - stack * rows);
        const x = sign * (edge + STEP + stack * COLUMN);
        places.set(id, [x, ((turn % rows) - (held - 1) / 2) * ROW + (stack % 2) * (ROW / 2)]);
      });
      edge += STEP + (stacks - 1) * COLUMN;
    }
  }
  for (const id of columns.get(0)) places.set(id, [0, 0]);
  return places;
}
