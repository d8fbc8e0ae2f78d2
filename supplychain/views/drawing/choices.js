// Other layouts, sizes and colours of a shared file, all worked out beforehand.

import { sheetHead } from "./toolbar.js";
import { element, say } from "./words.js";

const NAMES = ["layout", "size", "colour"];

/** Lets the reader of a file switch how the graph looks. */
export class Choices {
  constructor(graph, payload, look) {
    Object.assign(this, { graph, base: payload, look });
    this.opener = element("button", {
      type: "button",
      class: "sg-button sg-labelled",
      "aria-expanded": "false",
      onclick: () => graph.toggleSheet("looks"),
    });
    graph.filterButton.after(this.opener);
    graph.sheets.looks = () => this.#sheet();
  }

  speak() {
    this.opener.textContent = this.graph.text("looks");
  }

  /** Look as a view says, as far as the file holds it. */
  take(view) {
    const wanted = { ...this.look };
    for (const name of NAMES) if (this.base.choices[name][view[name]]) wanted[name] = view[name];
    if (NAMES.every((name) => wanted[name] === this.look[name])) return;
    this.look = wanted;
    this.graph.update({ payload: dressed(this.base, wanted) });
  }

  #sheet() {
    const { graph, base, look } = this;
    const { language } = graph.state;
    const pick = (name) => {
      const options = Object.entries(base.choices[name]).map(([code, { title }]) =>
        element("option", { value: code, selected: code === look[name] }, say(title, language)),
      );
      const select = element(
        "select",
        { class: "sg-select", onchange: () => this.take({ [name]: select.value }) },
        options,
      );
      return element("label", { class: "sg-look" }, element("span", {}, graph.text(name)), select);
    };
    return [
      sheetHead(graph, "looks"),
      element("div", { class: "sg-looks" }, NAMES.map(pick)),
    ];
  }
}

/** The payload in another look; what the look does not name stays as drawn. */
function dressed(payload, look) {
  const { choices, legend, options } = payload;
  const layout = choices.layout[look.layout];
  const size = choices.size[look.size];
  const colour = choices.colour[look.colour];
  const nodes = payload.nodes.map((node, place) => ({
    ...node,
    x: layout.places[place][0],
    y: layout.places[place][1],
    ...(size && { size: size.radii[look.layout][place], amount: size.amounts[place] }),
    ...(colour && { paint: colour.paint[place] }),
  }));
  const edges = payload.edges.map(({ smooth, ...edge }, place) =>
    layout.smooth[place] ? { ...edge, smooth: layout.smooth[place] } : edge,
  );
  return {
    ...payload,
    layout: look.layout,
    nodes,
    edges,
    scenery: layout.scenery,
    focus: null,
    options: { ...options, edges: { ...options.edges, smooth: layout.curve } },
    paints: colour?.paints ?? payload.paints,
    legend: {
      ...legend,
      size: size ? size.legend[look.layout] : legend.size,
      colour: colour?.legend ?? legend.colour,
    },
  };
}
