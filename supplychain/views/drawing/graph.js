// The whole component: state and choices. Drawn alike in the app and in a shared file.

import { Face } from "./face.js";
import { Model } from "./model.js";
import { Scene } from "./scene.js";
import { shell } from "./shell.js";
import { States, alike, enter } from "./states.js";
import { Search, filters, help } from "./toolbar.js";
import { chosenBy, seen } from "./view.js";
import { mark, outline, say } from "./words.js";

const SETTLED = 700; // ms without a movement after which the view is told to the outside

/**
 * The graph inside `root`.
 *
 * `given`: payload, vis, and optionally language, theme ("light", "dark"), ink (colours that
 * overrule the payload's), font, view (see view.js), ownPage (whether it offers language and theme,
 * and zooms with the wheel at once), and the calls onView, onLanguage, onTheme.
 */
export class Graph {
  constructor(root, given) {
    this.given = given;
    this.model = new Model(given.payload);
    this.state = {
      language: given.language ?? given.payload.language,
      theme: given.theme ?? "light",
      ink: given.ink ?? {},
      font: given.font ?? "system-ui, sans-serif",
      chosen: {},
      focus: given.payload.focus,
      business: null,
      partnership: null,
      moved: {},
      phase: 0,
      steps: null,
      visible: null,
    };
    this.#begin();
    if (given.view) Object.assign(this.state, chosenBy(given.view, this.model));
    this.opened = null;
    this.sheets = { filters, help };
    this.kept = {};
    this.#see();
    this.#build(root);
    this.scene = new Scene(this.stage, given.vis, this.model, { ...this.state }, {
      select: (what) => this.select(what),
      focus: (business) => this.focus(business),
      move: (places) => this.#moved(places),
      hover: (what) => this.tip.show(what, this.model, this.state.language),
      look: () => this.#tellLater(),
    });
    this.scene.wheel(Boolean(given.ownPage));
    this.face.speak();
    this.scene.camera.take(given.view?.camera);
    this.told = JSON.stringify(seen(this));
  }

  destroy() {
    this.face.destroy();
    this.states.stop();
    clearTimeout(this.telling);
    this.scene.destroy();
    this.root.remove();
  }

  text(name, values) {
    return say(this.model.payload.texts[name], this.state.language, values);
  }

  mark(node) {
    const { payload } = this.model;
    const { theme } = this.state;
    const fill = payload.paints[node.paint][theme === "dark" ? 1 : 0];
    return mark(node.shape, fill, outline(payload, theme));
  }

  // ---- what the outside asks -------------------------------------------------------------

  /** Take new data, language or theme; the view, the choices and moved businesses stay. */
  update(given) {
    const { state } = this;
    const fresh = given.payload && given.payload !== this.given.payload;
    this.given = { ...this.given, ...given };
    if (fresh) this.#replace(given.payload);
    this.#change({
      ...this.state,
      language: given.language ?? state.language,
      theme: given.theme ?? state.theme,
      ink: given.ink ?? state.ink,
      font: given.font ?? state.font,
    });
    this.face.speak();
  }

  #replace(payload) {
    const layout = this.model.payload.layout;
    const before = this.model.payload.states;
    this.model = new Model(payload);
    this.#begin(before);
    const { state, model } = this;
    if (layout !== payload.layout) this.#recall(layout, payload.layout);
    if (!model.nodes.has(state.business)) state.business = null;
    if (!model.edges.has(state.partnership)) state.partnership = null;
    if (!model.nodes.has(state.focus?.business)) state.focus = null;
    if (payload.focus) state.focus = payload.focus;
    this.#see();
    this.scene.replace(model, { ...state });
  }

  /** Each layout has moved businesses of its own. */
  #recall(before, now) {
    this.kept[before] = this.state.moved;
    this.state.moved = this.kept[now] ?? {};
    this.#tell();
  }

  /** Show a view that the outside asks for. */
  restore(view) {
    this.#change({ ...this.state, ...chosenBy(view, this.model) });
    if (view.camera) this.scene.camera.take(view.camera, true);
    else this.scene.camera.fit(true);
    this.told = null; // the outside waits for an answer
    this.#tell();
  }

  // ---- choices ---------------------------------------------------------------------------

  #change(state) {
    const before = this.state;
    this.state = state;
    const phased = state.phase !== before.phase;
    if (phased || state.chosen !== before.chosen || state.focus !== before.focus) this.#see();
    if (phased && alike(before.steps, this.state.steps)) this.state.steps = before.steps;
    this.face.draw();
    this.scene.camera.covered = this.face.covered();
    const { fitted } = this.scene.camera;
    this.scene.show({ ...this.state });
    if (this.scene.camera.fitted !== fitted) this.face.legend();
  }

  /** Enter a state of the drawing: the one it was in, if there still is one of this name. */
  #begin(before = null) {
    const { states } = this.model.payload;
    if (!states) return;
    const name = JSON.stringify(before?.shown[this.state.phase].name);
    const same = states.shown.findIndex((state) => JSON.stringify(state.name) === name);
    this.state.phase = same < 0 ? states.first : same;
    enter(this.model, this.state.phase);
  }

  /** Show another state of the drawing; places and what is chosen stay. */
  enter(phase) {
    enter(this.model, phase);
    this.#change({ ...this.state, phase });
    this.spoken.textContent = this.states.spoken();
  }

  /** Work out what is visible. */
  #see() {
    const { state, model } = this;
    const kept = model.kept(state.chosen);
    if (!state.focus || !model.nodes.has(state.focus.business)) {
      state.steps = null;
      state.visible = kept;
      return;
    }
    state.steps = model.around(state.focus, kept.edges);
    const nodes = new Set(state.steps.keys());
    const edges = new Set(
      [...kept.edges].filter((id) => {
        const edge = model.edges.get(id);
        return nodes.has(edge.from) && nodes.has(edge.to);
      }),
    );
    state.visible = { nodes, edges };
  }

  select({ business = null, partnership = null }, fly = false) {
    this.#change({ ...this.state, business, partnership });
    if (business !== null) {
      if (fly) this.scene.camera.reveal(business);
      this.face.announce(business);
    }
    this.#tell();
  }

  /** Show a business found by name; what hides it is taken back. */
  find(id) {
    if (!this.state.visible.nodes.has(id)) this.reset();
    this.select({ business: id });
    this.scene.camera.fly(id);
    this.stage.focus({ preventScroll: true });
  }

  focus(business) {
    const { focus } = this.state;
    const depth = focus ? { suppliers: focus.suppliers, buyers: focus.buyers } : null;
    const around = business === null ? null : { business, suppliers: 1, buyers: 1, ...depth };
    this.#change({
      ...this.state,
      focus: around,
      business: business ?? this.state.business,
      partnership: null,
    });
    this.#tell();
  }

  deepen(depth) {
    this.#change({ ...this.state, focus: { ...this.state.focus, ...depth } });
    this.#tell();
  }

  /** Add a code to a filter, or take it out. */
  choose(field, code) {
    const codes = new Set(this.state.chosen[field] ?? []);
    if (!codes.delete(code)) codes.add(code);
    this.#filter(field, codes);
  }

  /** Hide a code that is shown, or show one that is hidden. */
  toggle(field, code) {
    const all = this.model.payload.facets.find((facet) => facet.field === field)?.options ?? [];
    const now = this.state.chosen[field];
    const codes = new Set(now?.size ? now : all.map((option) => option.code));
    if (!codes.delete(code)) codes.add(code);
    this.#filter(field, codes.size === all.length ? new Set() : codes);
  }

  #filter(field, codes) {
    this.#change({ ...this.state, chosen: { ...this.state.chosen, [field]: codes } });
    this.#tell();
  }

  reset() {
    this.#change({ ...this.state, chosen: {}, focus: null });
    this.scene.camera.fit(true);
    this.#tell();
  }

  #moved(places) {
    Object.assign(this.state.moved, places);
    this.scene.state.moved = this.state.moved;
    this.#tell();
  }

  /** Tell the outside what is seen now, unless it knows. */
  #tell() {
    const view = seen(this);
    const text = JSON.stringify(view);
    if (text !== this.told) this.given.onView?.(view);
    this.told = text;
  }

  /** Tell it once the view has come to rest. */
  #tellLater() {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => this.#tell(), SETTLED);
  }

  // ---- page ------------------------------------------------------------------------------

  #build(root) {
    this.search = new Search(this);
    this.states = new States(this);
    Object.assign(this, shell(this, Boolean(this.given.ownPage)));
    root.append(this.root);
    this.root.graph = this; // for scripts around it
    this.face = new Face(this);
    this.face.watch(Boolean(this.given.ownPage));
  }

  /** Close what is open, else what is chosen, else leave the focus. */
  escape() {
    if (this.opened) {
      this.open(null);
      this.stage.focus({ preventScroll: true });
    } else if (this.state.business !== null || this.state.partnership !== null) this.select({});
    else if (this.state.focus) this.focus(null);
  }

  toggleSheet(what) {
    this.open(this.opened === what ? null : what);
  }

  /** Open the filters or the help, or close what is open. */
  open(what) {
    this.opened = what;
    this.sheet.hidden = !what;
    this.sheet.dataset.what = what ?? "";
    if (what) {
      this.face.sheet();
      this.sheet.setAttribute("aria-label", this.text(what));
      this.sheet.querySelector("input, select, button")?.focus({ preventScroll: true });
    }
    this.filterButton.setAttribute("aria-expanded", String(what === "filters"));
  }

  switchLanguage() {
    this.#change({ ...this.state, language: this.state.language === "id" ? "en" : "id" });
    this.face.speak();
    this.given.onLanguage?.(this.state.language);
  }

  switchTheme() {
    this.#change({ ...this.state, theme: this.state.theme === "dark" ? "light" : "dark" });
    this.face.speak();
    this.given.onTheme?.(this.state.theme);
  }

  fullScreen() {
    const root = this.root.getRootNode();
    if (root.fullscreenElement) document.exitFullscreen();
    else this.root.requestFullscreen?.();
  }
}
