// The whole component: state, controls, keyboard. Drawn alike in the app and in a shared file.

import { act } from "./keys.js";
import { legend } from "./legend.js";
import { Model } from "./model.js";
import { Panel } from "./panel.js";
import { Scene } from "./scene.js";
import { shell } from "./shell.js";
import { Search, chips, filters, help } from "./toolbar.js";
import { count, element, icon, mark, outline, say } from "./words.js";

const WIDE = 1040; // px; from here on the panel has a place of its own beside the view
const NARROW = 620; // px; below, it rises from the bottom

/**
 * The graph inside `root`.
 *
 * `given`: payload, vis, and optionally language, theme ("light", "dark"), ink (colours that
 * overrule the payload's), font, selection, moved, ownPage (whether it offers language and theme,
 * and zooms with the wheel at once), and the calls onSelect, onMove, onLanguage.
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
      moved: { ...given.moved },
      steps: null,
      visible: null,
    };
    this.opened = null;
    this.told = [];
    this.kept = {};
    this.#see();
    this.#build(root);
    this.scene = new Scene(this.stage, given.vis, this.model, { ...this.state }, {
      select: (what) => this.select(what),
      focus: (business) => this.focus(business),
      move: (places) => this.#moved(places),
      hover: (what) => this.tip.show(what, this.model, this.state.language),
    });
    this.scene.wheel(Boolean(given.ownPage));
    this.#speak();
    this.restore(given.selection);
  }

  destroy() {
    this.watched.disconnect();
    clearTimeout(this.forgetting);
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
    const before = this.given;
    this.given = { ...this.given, ...given };
    if (fresh) this.#replace(given.payload);
    this.#change({
      ...this.state,
      language: given.language ?? state.language,
      theme: given.theme ?? state.theme,
      ink: given.ink ?? state.ink,
      font: given.font ?? state.font,
    });
    this.#speak();
    const asked = key(given.selection);
    const echo = this.told.includes(asked); // of a choice made here, perhaps overtaken since
    if (given.selection && asked !== key(before.selection) && !echo) this.restore(given.selection);
  }

  #replace(payload) {
    const layout = this.model.payload.layout;
    this.model = new Model(payload);
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
    const moved = this.kept[now] ?? {};
    const different = JSON.stringify(moved) !== JSON.stringify(this.state.moved);
    this.state.moved = moved;
    if (different) this.given.onMove?.({ ...moved });
  }

  /** Choose what the outside wants chosen, without telling it so. */
  restore(selection) {
    if (!selection) return;
    const { business = null, partnership = null, focus = null } = selection;
    const known = this.model.nodes.has(focus) && focus !== this.state.focus?.business;
    const around = known ? { business: focus, suppliers: 1, buyers: 1 } : null;
    this.#change({
      ...this.state,
      business: this.model.nodes.has(business) ? business : null,
      partnership: this.model.edges.has(partnership) ? partnership : null,
      focus: around ?? this.state.focus,
    });
  }

  // ---- choices ---------------------------------------------------------------------------

  #change(state) {
    const before = this.state;
    this.state = state;
    if (state.chosen !== before.chosen || state.focus !== before.focus) this.#see();
    this.#draw();
    this.scene.camera.covered = this.#covered();
    this.scene.show({ ...this.state });
  }

  /** How much of the view the panel lies over. */
  #covered() {
    const { classList } = this.root;
    if (classList.contains("sg-narrow")) return { bottom: this.panel.offsetHeight };
    return classList.contains("sg-medium") ? { right: this.panel.offsetWidth } : {};
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
      this.#announce(business);
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
    const around = business === null ? null : { suppliers: 1, buyers: 1, ...depth, business };
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
  }

  reset() {
    this.#change({ ...this.state, chosen: {}, focus: null });
    this.scene.camera.fit(true);
    this.#tell();
  }

  #moved(places) {
    Object.assign(this.state.moved, places);
    this.scene.state.moved = this.state.moved;
    this.given.onMove?.({ ...this.state.moved });
  }

  #tell() {
    const { business, partnership, focus } = this.state;
    const chosen = { business, partnership, focus: focus?.business ?? null };
    this.told = [...this.told.slice(-20), key(chosen)];
    this.given.onSelect?.(chosen);
  }

  // ---- page ------------------------------------------------------------------------------

  #build(root) {
    this.search = new Search(this);
    Object.assign(this, shell(this, Boolean(this.given.ownPage)));
    this.#watch();
    root.append(this.root);
    this.root.graph = this; // for scripts around it
    this.#shape();
  }

  #watch() {
    this.root.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#escape();
      event.stopPropagation(); // single keys are commands of the page around us
    });
    this.stage.addEventListener("keydown", (event) => {
      if (act(this, event)) event.preventDefault();
    });
    if (!this.given.ownPage) {
      this.stage.addEventListener("pointerdown", () => this.#wheel(true));
      this.stage.addEventListener("pointerleave", () => this.#wheel(false));
      this.stage.addEventListener("wheel", () => this.#remark("wheel"), { passive: true });
    }
    this.watched = new ResizeObserver(() => this.#shape());
    this.watched.observe(this.root);
  }

  /** Inside a page the wheel scrolls it, until the reader clicks the graph. */
  #wheel(zooms) {
    this.zooms = zooms;
    this.note.hidden = true;
    this.scene.wheel(zooms);
  }

  /** Say for a moment why nothing happened. */
  #remark(name) {
    if (this.zooms) return;
    this.note.textContent = this.text(name);
    this.note.hidden = false;
    clearTimeout(this.forgetting);
    this.forgetting = setTimeout(() => {
      this.note.hidden = true;
    }, 1600);
  }

  #shape() {
    const width = this.root.clientWidth;
    this.root.classList.toggle("sg-narrow", width < NARROW);
    this.root.classList.toggle("sg-medium", width >= NARROW && width < WIDE);
  }

  /** Say everything anew, after the language changed. */
  #speak() {
    const { language } = this.state;
    this.root.lang = language;
    this.stage.setAttribute("aria-label", this.text("canvas"));
    this.panel.setAttribute("aria-label", this.text("details"));
    this.legend.setAttribute("aria-label", this.text("legend"));
    this.search.speak();
    for (const made of this.root.querySelectorAll(".sg-button[data-name]")) {
      const { name } = made.dataset;
      if (name === "language") made.textContent = this.text("language");
      const shown = name === "theme" ? (this.state.theme === "dark" ? "light" : "dark") : name;
      made.title = this.text(shown);
      if (name !== "language" && name !== "filter") made.setAttribute("aria-label", made.title);
    }
    this.empty.textContent = this.text("nothing_shown");
    this.#draw();
  }

  #draw() {
    const { state, model } = this;
    this.root.dataset.theme = state.theme;
    this.root.classList.toggle("sg-chosen", state.business !== null || state.partnership !== null);
    const active = Object.values(state.chosen).reduce((sum, codes) => sum + codes.size, 0);
    this.filterButton.replaceChildren(
      icon("filter"),
      this.text("filter"),
      active ? element("span", { class: "sg-badge" }, String(active)) : "",
    );
    this.filterButton.setAttribute("aria-expanded", String(this.opened === "filters"));
    const [businesses, partnerships] = model.payload.totals;
    const said = (name, shown, all) =>
      this.text(name, { shown: count(shown, state.language), all: count(all, state.language) });
    this.counts.replaceChildren(
      element("strong", {}, said("shown", state.visible.nodes.size, businesses)),
      element("span", {}, said("shown_links", state.visible.edges.size, partnerships)),
    );
    this.empty.hidden = state.visible.nodes.size > 0;
    this.#keepFocus(this.chips, () => this.chips.replaceChildren(...chips(this)));
    const panel = new Panel(model, state, this.#panelCalls());
    this.#keepFocus(this.panel, () => this.panel.replaceChildren(...flat(panel.contents())));
    const calls = { toggle: (field, code) => this.toggle(field, code) };
    this.#keepFocus(this.legend, () => {
      const scale = this.scene.camera.fitted;
      this.legend.replaceChildren(...flat(legend(model, { ...state, scale }, calls)));
    });
    if (this.opened) this.#fillSheet();
  }

  #panelCalls() {
    return {
      select: (what, fly) => {
        this.select(what, fly);
        this.panel.querySelector("h2[tabindex]")?.focus({ preventScroll: true });
      },
      focus: (business) => this.focus(business),
      point: (what) => this.scene.point(what),
    };
  }

  /** Redraw a part without losing the keyboard's place in it. */
  #keepFocus(part, redraw) {
    const active = part.getRootNode().activeElement;
    const all = (within) => [...within.querySelectorAll("button, input")];
    const place = part.contains(active) ? all(part).indexOf(active) : -1;
    const scrolled = part.querySelector(".sg-facets")?.scrollTop;
    redraw();
    if (scrolled) part.querySelector(".sg-facets").scrollTop = scrolled;
    if (place >= 0) all(part)[place]?.focus({ preventScroll: true });
  }

  /** Close what is open, else what is chosen, else leave the focus. */
  #escape() {
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
      this.#fillSheet();
      this.sheet.setAttribute("aria-label", this.text(what));
      this.sheet.querySelector("input, button")?.focus({ preventScroll: true });
    }
    this.filterButton.setAttribute("aria-expanded", String(what === "filters"));
  }

  #fillSheet() {
    this.#keepFocus(this.sheet, () => {
      this.sheet.replaceChildren(...flat((this.opened === "help" ? help : filters)(this)));
    });
  }

  #announce(id) {
    const node = this.model.nodes.get(id);
    const { language } = this.state;
    this.spoken.textContent = this.text("says", {
      name: node.label,
      kind: this.model.kindName(node, language),
      place: this.model.place(node, language),
      suppliers: this.model.suppliers(id).length,
      buyers: this.model.buyers(id).length,
    });
  }

  switchLanguage() {
    this.#change({ ...this.state, language: this.state.language === "id" ? "en" : "id" });
    this.#speak();
    this.given.onLanguage?.(this.state.language);
  }

  switchTheme() {
    this.#change({ ...this.state, theme: this.state.theme === "dark" ? "light" : "dark" });
    this.#speak();
    this.given.onTheme?.(this.state.theme);
  }

  fullScreen() {
    const root = this.root.getRootNode();
    if (root.fullscreenElement) document.exitFullscreen();
    else this.root.requestFullscreen?.();
  }
}

function key(selection) {
  const { business = null, partnership = null, focus = null } = selection ?? {};
  return JSON.stringify([business, partnership, focus]);
}

function flat(parts) {
  return parts.flat(3).filter((part) => part !== null && part !== undefined);
}
