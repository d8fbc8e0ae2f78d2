// The bar above the graph: search, filters, focus, counts and the page's own switches.

import { count, element, folded, icon, mark, say } from "./words.js";

/** Search that flies to a business: a text field with a list of what fits. */
export class Search {
  constructor(graph) {
    this.graph = graph;
    this.at = -1;
    this.found = [];
    this.list = element("ul", { class: "sg-results", role: "listbox", id: "sg-results", hidden: true });
    this.input = element("input", {
      type: "search",
      class: "sg-search",
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      "aria-expanded": "false",
      "aria-controls": "sg-results",
      "aria-autocomplete": "list",
      oninput: () => this.#look(),
      onkeydown: (event) => this.#key(event),
      onblur: () => setTimeout(() => this.close(), 150),
      onfocus: () => this.input.value && this.#look(),
    });
    this.root = element("div", { class: "sg-search-box" }, icon("search"), this.input, this.list);
  }

  speak() {
    const label = this.graph.text("search");
    this.input.placeholder = label;
    this.input.setAttribute("aria-label", label);
    this.close();
  }

  close() {
    this.list.hidden = true;
    this.at = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  #look() {
    const { model, state } = this.graph;
    this.found = model.search(this.input.value, state.language);
    this.at = this.found.length ? 0 : -1;
    this.#draw();
  }

  #draw() {
    const { model, state } = this.graph;
    const typed = Boolean(folded(this.input.value).trim());
    const items = this.found.map((node, place) =>
      element(
        "li",
        {
          role: "option",
          id: `sg-result-${place}`,
          class: "sg-result",
          "aria-selected": String(place === this.at),
          onmousedown: (event) => {
            event.preventDefault();
            this.#choose(node);
          },
        },
        this.graph.mark(node),
        element("span", { class: "sg-link-name" }, node.label),
        element(
          "span",
          { class: "sg-link-note" },
          [model.kindName(node, state.language), model.place(node, state.language)]
            .filter(Boolean)
            .join(" · "),
        ),
      ),
    );
    const none = element("li", { class: "sg-none", role: "option" }, this.graph.text("nothing_found"));
    this.list.replaceChildren(...(items.length ? items : [none]));
    this.list.hidden = !typed;
    this.input.setAttribute("aria-expanded", String(typed));
    if (this.at >= 0) this.input.setAttribute("aria-activedescendant", `sg-result-${this.at}`);
    this.list.children[Math.max(this.at, 0)]?.scrollIntoView({ block: "nearest" });
  }

  #key(event) {
    if (event.key === "Escape" && !this.list.hidden) {
      this.close();
      event.stopPropagation();
    } else if (event.key === "Enter" && this.found[this.at]) {
      this.#choose(this.found[this.at]);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const most = this.found.length;
      if (!most) return;
      this.at = (this.at + (event.key === "ArrowDown" ? 1 : most - 1)) % most;
      this.#draw();
    }
  }

  #choose(node) {
    this.input.value = node.label;
    this.close();
    this.graph.find(node.id);
  }
}

/** The list of all filters, each code with its count. */
export function filters(graph) {
  const { model, state } = graph;
  const facets = model.payload.facets.map((facet) => {
    const chosen = state.chosen[facet.field] ?? new Set();
    const options = byName(facet, state.language).map((option) =>
      element(
        "label",
        { class: "sg-option" },
        checkbox(chosen.has(option.code), () => graph.choose(facet.field, option.code)),
        element("span", {}, say(option.label, state.language)),
        element("span", { class: "sg-count" }, count(option.count, state.language)),
      ),
    );
    return element(
      "fieldset",
      { class: "sg-facet" },
      element("legend", {}, say(facet.title, state.language)),
      element("div", { class: "sg-options" }, options),
    );
  });
  return [
    sheetHead(graph, "filters"),
    element("div", { class: "sg-facets" }, facets),
  ];
}

/** Title of a sheet beside the button that closes it. */
export function sheetHead(graph, name) {
  const close = element(
    "button",
    {
      type: "button",
      class: "sg-button sg-close",
      "aria-label": graph.text("close"),
      title: graph.text("close"),
      onclick: () => graph.open(null),
    },
    icon("close"),
  );
  return element("header", { class: "sg-panel-head" }, element("h2", {}, graph.text(name)), close);
}

/** Products have no order of their own: they stand by the names that are read. */
function byName(facet, language) {
  if (facet.field !== "product") return facet.options;
  const named = (option) => say(option.label, language);
  return [...facet.options].sort((one, two) => named(one).localeCompare(named(two), language));
}

function checkbox(checked, onchange) {
  const box = element("input", { type: "checkbox", onchange });
  box.checked = checked;
  return box;
}

/** What is filtered and focused now, each to be taken back with one click. */
export function chips(graph) {
  const { model, state } = graph;
  const made = [];
  if (state.focus && model.nodes.has(state.focus.business)) made.push(focusChip(graph));
  for (const facet of model.payload.facets) {
    for (const option of facet.options) {
      if (!state.chosen[facet.field]?.has(option.code)) continue;
      const name = say(option.label, state.language);
      made.push(
        element(
          "button",
          {
            type: "button",
            class: "sg-chip",
            "aria-label": graph.text("remove", { name }),
            onclick: () => graph.choose(facet.field, option.code),
          },
          element("span", { class: "sg-chip-field" }, `${say(facet.title, state.language)}: `),
          name,
          icon("close"),
        ),
      );
    }
  }
  if (made.length) {
    made.push(
      element(
        "button",
        { type: "button", class: "sg-button sg-reset", onclick: () => graph.reset() },
        graph.text("reset"),
      ),
    );
  }
  return made;
}

function focusChip(graph) {
  const { model, state } = graph;
  const node = model.nodes.get(state.focus.business);
  return element(
    "div",
    { class: "sg-chip sg-focus", role: "group", "aria-label": graph.text("focus") },
    graph.mark(node),
    element("strong", {}, node.label),
    stepper(graph, "suppliers"),
    stepper(graph, "buyers"),
    element(
      "button",
      {
        type: "button",
        class: "sg-mini",
        "aria-label": graph.text("focus_off"),
        title: graph.text("focus_off"),
        onclick: () => graph.focus(null),
      },
      icon("close"),
    ),
  );
}

function stepper(graph, side) {
  const { state } = graph;
  const now = state.focus[side];
  const name = graph.text(side);
  const button = (text, label, target) =>
    element(
      "button",
      {
        type: "button",
        class: "sg-mini",
        "aria-label": graph.text(label, { side: name }),
        title: graph.text(label, { side: name }),
        disabled: target < 0 || target > 3,
        onclick: () => graph.deepen({ [side]: target }),
      },
      text,
    );
  return element(
    "span",
    { class: "sg-stepper", data: { side } },
    element("span", {}, name),
    button("−", "fewer", now - 1),
    element("output", {}, String(now)),
    button("+", "further", now + 1),
  );
}

/** Keys and gestures, for those who ask. */
export function help(graph) {
  const rows = [
    ["← → ↑ ↓", "key_arrows"],
    ["Enter", "key_enter"],
    ["/", "key_search"],
    ["+ − 0", "key_zoom"],
    ["F", "key_full"],
    ["Esc", "key_escape"],
    [graph.text("key_double"), "key_enter"],
    [graph.text("key_drag"), "moves"],
  ].map(([keys, name]) => [element("dt", {}, keys), element("dd", {}, graph.text(name))]);
  return [
    sheetHead(graph, "help"),
    element("dl", { class: "sg-keys" }, rows),
  ];
}
