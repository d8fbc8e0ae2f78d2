// The parts of the component and how they lie: bar, chips, view and panel, legend.

import { Tip } from "./tip.js";
import { element, icon } from "./words.js";

/** Build the empty parts; `ownPage` adds the switches of language and theme. */
export function shell(graph, ownPage) {
  const stage = element("div", { class: "sg-stage", tabindex: "0", role: "application" });
  const parts = {
    stage,
    tip: new Tip(stage),
    panel: element("aside", { class: "sg-panel" }),
    legend: element("div", { class: "sg-legend", role: "group" }),
    chips: element("div", { class: "sg-chips" }),
    counts: element("p", { class: "sg-counts", role: "status" }),
    spoken: element("p", { class: "sg-spoken", "aria-live": "polite" }),
    note: element("p", { class: "sg-note", hidden: true }),
    empty: element("p", { class: "sg-empty", hidden: true }),
    sheet: element("div", { class: "sg-sheet", role: "dialog", hidden: true }),
    filterButton: labelled("filter", () => graph.toggleSheet("filters")),
  };
  const view = element("div", { class: "sg-view" }, stage, zoom(graph), parts.sheet);
  view.append(parts.tip.root, parts.empty, parts.note);
  const main = element("div", { class: "sg-main" }, view, parts.panel);
  const top = bar(graph, parts, ownPage);
  const root = element("section", { class: "sg" }, top, graph.states.root, parts.chips, main);
  root.append(parts.legend, parts.spoken);
  return { ...parts, root };
}

function bar(graph, parts, ownPage) {
  const switches = [
    labelled("language", () => graph.switchLanguage()),
    button("theme", "theme", () => graph.switchTheme()),
  ];
  const tools = element(
    "div",
    { class: "sg-tools" },
    ownPage ? switches : [],
    button("help", "help", () => graph.toggleSheet("help")),
    button("full", "full", () => graph.fullScreen()),
  );
  return element(
    "div",
    { class: "sg-bar" },
    graph.search.root,
    parts.filterButton,
    parts.counts,
    tools,
  );
}

function zoom(graph) {
  return element(
    "div",
    { class: "sg-zoom" },
    button("zoom_in", "plus", () => graph.scene.camera.zoom(1.4)),
    button("zoom_out", "minus", () => graph.scene.camera.zoom(1 / 1.4)),
    button("fit", "fit", () => graph.scene.camera.fit(true)),
  );
}

function button(name, symbol, onclick) {
  const attributes = { type: "button", class: "sg-button", data: { name }, onclick };
  return element("button", attributes, icon(symbol));
}

function labelled(name, onclick) {
  const attributes = { type: "button", class: "sg-button sg-labelled", data: { name }, onclick };
  return element("button", attributes);
}
