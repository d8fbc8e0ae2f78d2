// What surrounds the view: everything said in words, drawn anew whenever a choice changes.

import { act } from "./keys.js";
import { legend } from "./legend.js";
import { Panel } from "./panel.js";
import { chips } from "./toolbar.js";
import { count, element, icon } from "./words.js";

const WIDE = 1040; // px; from here on the panel has a place of its own beside the view
const NARROW = 620; // px; below, it rises from the bottom

/** The words around one graph: bar, chips, panel, legend, sheets. */
export class Face {
  constructor(graph) {
    this.graph = graph;
    this.watched = new ResizeObserver(() => this.#shape());
  }

  /** Listen to the keyboard and to the size; `ownPage` zooms with the wheel at once. */
  watch(ownPage) {
    const { graph } = this;
    graph.root.addEventListener("keydown", (event) => {
      if (event.key === "Escape") graph.escape();
      event.stopPropagation(); // single keys are commands of the page around us
    });
    graph.stage.addEventListener("keydown", (event) => {
      if (act(graph, event)) event.preventDefault();
    });
    if (!ownPage) {
      graph.stage.addEventListener("pointerdown", () => this.#wheel(true));
      graph.stage.addEventListener("pointerleave", () => this.#wheel(false));
      graph.stage.addEventListener("wheel", () => this.#remark("wheel"), { passive: true });
    }
    this.watched.observe(graph.root);
    this.#shape();
  }

  destroy() {
    this.watched.disconnect();
    clearTimeout(this.forgetting);
  }

  /** Inside a page the wheel scrolls it, until the reader clicks the graph. */
  #wheel(zooms) {
    this.zooms = zooms;
    this.graph.note.hidden = true;
    this.graph.scene.wheel(zooms);
  }

  /** Say for a moment why nothing happened. */
  #remark(name) {
    if (this.zooms) return;
    const { note } = this.graph;
    note.textContent = this.graph.text(name);
    note.hidden = false;
    clearTimeout(this.forgetting);
    this.forgetting = setTimeout(() => {
      note.hidden = true;
    }, 1600);
  }

  #shape() {
    const { root } = this.graph;
    const width = root.clientWidth;
    root.classList.toggle("sg-narrow", width < NARROW);
    root.classList.toggle("sg-medium", width >= NARROW && width < WIDE);
  }

  /** How much of the view the panel lies over. */
  covered() {
    const { root, panel } = this.graph;
    if (root.classList.contains("sg-narrow")) return { bottom: panel.offsetHeight };
    return root.classList.contains("sg-medium") ? { right: panel.offsetWidth } : {};
  }

  /** Say everything anew, after the language or the theme changed. */
  speak() {
    const { graph } = this;
    const { language, theme } = graph.state;
    graph.root.lang = language;
    graph.stage.setAttribute("aria-label", graph.text("canvas"));
    graph.panel.setAttribute("aria-label", graph.text("details"));
    graph.legend.setAttribute("aria-label", graph.text("legend"));
    graph.search.speak();
    for (const made of graph.root.querySelectorAll(".sg-button[data-name]")) {
      const { name } = made.dataset;
      if (name === "language") made.textContent = graph.text("language");
      const shown = name === "theme" ? (theme === "dark" ? "light" : "dark") : name;
      made.title = graph.text(shown);
      if (name !== "language" && name !== "filter") made.setAttribute("aria-label", made.title);
    }
    graph.empty.textContent = graph.text("nothing_shown");
    graph.states.speak();
    this.draw();
  }

  /** Draw the words for the state as it is. */
  draw() {
    const { graph } = this;
    const { state, model, root } = graph;
    root.dataset.theme = state.theme;
    root.classList.toggle("sg-chosen", state.business !== null || state.partnership !== null);
    this.#filterButton();
    this.#counts();
    graph.states.draw();
    graph.empty.hidden = state.visible.nodes.size > 0;
    keepFocus(graph.chips, () => graph.chips.replaceChildren(...chips(graph)));
    const panel = new Panel(model, state, this.#panelCalls());
    keepFocus(graph.panel, () => graph.panel.replaceChildren(...flat(panel.contents())));
    this.legend();
    if (graph.opened) this.sheet();
  }

  /** Draw the legend, its sizes as the picture shows them now. */
  legend() {
    const { graph } = this;
    const calls = { toggle: (field, code) => graph.toggle(field, code) };
    const state = { ...graph.state, scale: graph.scene.camera.fitted };
    keepFocus(graph.legend, () => {
      graph.legend.replaceChildren(...flat(legend(graph.model, state, calls)));
    });
  }

  #filterButton() {
    const { graph } = this;
    const active = Object.values(graph.state.chosen).reduce((sum, codes) => sum + codes.size, 0);
    graph.filterButton.replaceChildren(
      icon("filter"),
      graph.text("filter"),
      active ? element("span", { class: "sg-badge" }, String(active)) : "",
    );
    graph.filterButton.setAttribute("aria-expanded", String(graph.opened === "filters"));
  }

  #counts() {
    const { graph } = this;
    const { language, visible } = graph.state;
    const [businesses, partnerships] = graph.model.payload.totals;
    const said = (name, shown, all) =>
      graph.text(name, { shown: count(shown, language), all: count(all, language) });
    graph.counts.replaceChildren(
      element("strong", {}, said("shown", visible.nodes.size, businesses)),
      element("span", {}, said("shown_links", visible.edges.size, partnerships)),
    );
  }

  #panelCalls() {
    const { graph } = this;
    return {
      select: (what, fly) => {
        graph.select(what, fly);
        graph.panel.querySelector("h2[tabindex]")?.focus({ preventScroll: true });
      },
      focus: (business) => graph.focus(business),
      point: (what) => graph.scene.point(what),
    };
  }

  /** Fill the sheet that is open. */
  sheet() {
    const { graph } = this;
    keepFocus(graph.sheet, () => {
      graph.sheet.replaceChildren(...flat(graph.sheets[graph.opened](graph)));
    });
  }

  /** Say who was chosen to those who hear the page. */
  announce(id) {
    const { graph } = this;
    const { model } = graph;
    const { language } = graph.state;
    const node = model.nodes.get(id);
    graph.spoken.textContent = graph.text("says", {
      name: node.label,
      kind: model.kindName(node, language),
      place: model.place(node, language),
      suppliers: model.suppliers(id).length,
      buyers: model.buyers(id).length,
    });
  }
}

/** Redraw a part without losing the keyboard's place in it. */
function keepFocus(part, redraw) {
  const active = part.getRootNode().activeElement;
  const all = (within) => [...within.querySelectorAll("button, input, select")];
  const place = part.contains(active) ? all(part).indexOf(active) : -1;
  const scrolled = part.querySelector(".sg-facets")?.scrollTop;
  redraw();
  if (scrolled) part.querySelector(".sg-facets").scrollTop = scrolled;
  if (place >= 0) all(part)[place]?.focus({ preventScroll: true });
}

function flat(parts) {
  return parts.flat(3).filter((part) => part !== null && part !== undefined);
}
