// The panel beside the graph: an overview, or all that is known of what was chosen.

import { count, element, icon, mark, outline, say } from "./words.js";

const FEW = 8;

/** Builds the panel's contents for a state. */
export class Panel {
  constructor(model, state, calls) {
    this.model = model;
    this.state = state;
    this.calls = calls;
    this.texts = model.payload.texts;
    this.language = state.language;
  }

  text(name, values) {
    return say(this.texts[name], this.language, values);
  }

  contents() {
    const { business, partnership } = this.state;
    if (this.model.nodes.has(business)) return this.#business(this.model.nodes.get(business));
    if (this.model.edges.has(partnership)) return this.#partnership(this.model.edges.get(partnership));
    return this.#overview();
  }

  // ---- overview --------------------------------------------------------------------------

  #overview() {
    const { legend } = this.model.payload;
    const shown = [...this.model.nodes.values()].filter((node) =>
      this.state.visible.nodes.has(node.id),
    );
    const sized = legend.size;
    const weight = sized ? (node) => node.amount ?? 0 : (node) => node.partners;
    const top = shown.sort((one, other) => weight(other) - weight(one)).slice(0, 10);
    const heading = sized
      ? this.text("largest", { name: say(legend.top ?? sized.title, this.language) })
      : this.text("most_partners");
    return [
      element("p", { class: "sg-hint" }, this.text("hint")),
      element("h3", {}, heading),
      element(
        "ol",
        { class: "sg-list sg-top" },
        top.map((node) => element("li", {}, this.#link(node, this.#amount(node)))),
      ),
    ];
  }

  #amount(node) {
    const known = this.model.payload.details.businesses[node.id].measures;
    const told = this.model.shownMeasures(known);
    if (this.model.payload.legend.size && told.length) return say(told[0][1], this.language);
    return this.text("partners", { count: count(node.partners, this.language) });
  }

  // ---- a business ------------------------------------------------------------------------

  #business(node) {
    const told = this.model.payload.details.businesses[node.id];
    const seen = new Set(told.facts.map(([key]) => key));
    const measures = told.measures.filter(([key]) => !seen.has(key));
    return [
      this.#heading(this.model.kindName(node, this.language), node.label, this.#mark(node)),
      this.#focus(node),
      this.#facts([...told.about, ...measures]),
      this.#facts(told.facts),
      this.#claims(told.claims),
      this.#partners("suppliers", this.model.suppliers(node.id)),
      this.#partners("buyers", this.model.buyers(node.id)),
      this.#partners("ties", this.model.ties(node.id), true),
      this.#sources([...told.facts.map((fact) => fact[3]), ...told.claims.map((c) => c.source)]),
    ];
  }

  #heading(over, title, picture) {
    const close = element(
      "button",
      {
        type: "button",
        class: "sg-button sg-close",
        "aria-label": this.text("close"),
        title: this.text("close"),
        onclick: () => this.calls.select({}),
      },
      icon("close"),
    );
    return element(
      "header",
      { class: "sg-panel-head" },
      element("div", { class: "sg-over" }, picture, over),
      close,
      element("h2", { class: "sg-panel-title", tabindex: "-1" }, title),
    );
  }

  #mark(node) {
    const { payload } = this.model;
    const { theme } = this.state;
    const fill = payload.paints[node.paint][theme === "dark" ? 1 : 0];
    return mark(node.shape, fill, outline(payload, theme));
  }

  #focus(node) {
    const { focus } = this.state;
    const on = focus?.business === node.id;
    return element(
      "button",
      {
        type: "button",
        class: "sg-button sg-wide",
        "aria-pressed": String(on),
        onclick: () => this.calls.focus(on ? null : node.id),
      },
      icon("focus"),
      this.text(on ? "focus_off" : "focus_on"),
    );
  }

  #facts(facts) {
    if (!facts.length) return null;
    const { labels } = this.model.payload.details;
    const rows = facts.map(([key, text, basis]) =>
      element(
        "div",
        { class: "sg-fact" },
        element("dt", {}, say(labels[key] ?? key, this.language)),
        element("dd", {}, say(text, this.language), basis ? this.#basis(basis) : null),
      ),
    );
    return element("dl", { class: "sg-facts" }, rows);
  }

  #basis(code) {
    const facet = this.model.payload.legend.bases.find((entry) => entry.code === code);
    const name = say(facet?.label ?? code, this.language);
    return element("span", { class: "sg-basis", data: { basis: code } }, name);
  }

  #claims(claims) {
    if (!claims.length) return null;
    const rows = claims.map((claim) =>
      element(
        "li",
        { data: { used: String(claim.used) } },
        element("span", { class: "sg-claim-field" }, say(claim.field, this.language)),
        element("span", { class: "sg-claim-value" }, say(claim.text, this.language)),
        claim.used ? element("span", { class: "sg-used" }, this.text("used")) : null,
        element("span", { class: "sg-claim-source" }, this.#source(claim.source)),
      ),
    );
    return [
      element("h3", {}, this.text("claims")),
      element("ul", { class: "sg-claims" }, rows),
    ];
  }

  #partners(side, partners, named = false) {
    const shown = partners.filter(({ edge }) => this.state.visible.edges.has(edge.id));
    if (!shown.length) return null;
    const items = shown.map(({ id, edge }, place) =>
      element(
        "li",
        { hidden: place >= FEW },
        this.#link(this.model.nodes.get(id), this.#terms(edge, named), edge.id),
      ),
    );
    const list = element("ul", { class: "sg-list" }, items);
    const number = count(shown.length, this.language);
    const more = element(
      "button",
      {
        type: "button",
        class: "sg-button sg-more",
        onclick: () => {
          for (const item of items) item.hidden = false;
          more.remove();
        },
      },
      this.text("more", { count: number }),
    );
    return [
      element("h3", {}, this.text(side), element("span", { class: "sg-count" }, number)),
      list,
      shown.length > FEW ? more : null,
    ];
  }

  #terms(edge, named) {
    const { facts } = this.model.payload.details.partnerships[edge.id];
    const said = facts.filter(([key]) => key === "product" || key === "value");
    const relation = named ? [say(this.#relation(edge), this.language)] : [];
    return [...relation, ...said.map(([, text]) => say(text, this.language))].join(" · ");
  }

  #relation(edge) {
    const { lines, relations } = this.model.payload.legend;
    const entry = [...relations, ...lines.entries].find((e) => e.code === edge.relation);
    return entry?.label ?? edge.relation;
  }

  #link(node, note, edge) {
    const show = () => this.calls.select({ business: node.id }, true);
    return element(
      "button",
      {
        type: "button",
        class: "sg-link",
        data: { business: node.id },
        onclick: show,
        onmouseenter: () => this.calls.point(edge === undefined ? { business: node.id } : { pointed: edge }),
        onmouseleave: () => this.calls.point(null),
      },
      this.#mark(node),
      element("span", { class: "sg-link-name" }, node.label),
      note ? element("span", { class: "sg-link-note" }, note) : null,
    );
  }

  // ---- a partnership ---------------------------------------------------------------------

  #partnership(edge) {
    const told = this.model.payload.details.partnerships[edge.id];
    const relation = say(this.#relation(edge), this.language);
    const ends = [
      ["supplier", edge.from],
      ["buyer", edge.to],
    ].map(([side, id]) => [
      element("h3", {}, edge.relation === "supplies" ? this.text(side) : ""),
      element("ul", { class: "sg-list" }, element("li", {}, this.#link(this.model.nodes.get(id)))),
    ]);
    return [
      this.#heading(this.text("partnership"), relation, null),
      ends[0],
      ends[1],
      this.#facts(told.facts),
      this.#sources([told.source]),
    ];
  }

  #source(id) {
    return say(this.model.payload.details.sources[id] ?? id, this.language);
  }

  #sources(ids) {
    const known = [...new Set(ids.filter(Boolean))];
    if (!known.length) return null;
    return [
      element("h3", {}, this.text("source")),
      element("ul", { class: "sg-sources" }, known.map((id) => element("li", {}, this.#source(id)))),
    ];
  }
}
