// What the drawing knows: who is tied to whom, what a filter keeps, who stands around a business.

import { folded, say } from "./words.js";

const EDGE_FACETS = ["product", "basis", "relation"];

/** Put the texts back that several facts share. */
function unpack(details) {
  const { texts } = details;
  const restore = (fact) => {
    if (typeof fact[1] === "number") fact[1] = texts[fact[1]];
  };
  for (const { about, measures, facts } of Object.values(details.businesses)) {
    [about, measures, facts].forEach((part) => part.forEach(restore));
  }
  for (const { facts } of Object.values(details.partnerships)) facts.forEach(restore);
}

/** The businesses and partnerships of one payload, indexed. */
export class Model {
  constructor(payload) {
    this.payload = payload;
    unpack(payload.details);
    this.nodes = new Map(payload.nodes.map((node) => [node.id, node]));
    this.edges = new Map(payload.edges.map((edge) => [edge.id, edge]));
    this.sales = new Map(payload.nodes.map((node) => [node.id, []]));
    this.purchases = new Map(payload.nodes.map((node) => [node.id, []]));
    for (const edge of payload.edges) {
      this.sales.get(edge.from).push(edge);
      this.purchases.get(edge.to).push(edge);
    }
    for (const edges of [...this.sales.values(), ...this.purchases.values()]) {
      edges.sort((one, other) => other.width - one.width);
    }
    this.kinds = new Map(payload.legend.kinds.map((kind) => [kind.code, kind]));
    this.ranked = this.#ranked();
    this.names = payload.nodes.map((node) => ({ node, name: folded(node.label) }));
  }

  /** Businesses by how much they matter: sentra, then by size, then by partners. */
  #ranked() {
    const weight = (node) =>
      node.kind === "institution"
        ? 2 * node.partners
        : (node.kind === "sentra" ? 40 : 0) + node.size + Math.sqrt(node.partners);
    return [...this.nodes.values()].sort((one, other) => weight(other) - weight(one));
  }

  /** Of the measures told of a business, those its size and colour stand for now. */
  shownMeasures(measures) {
    const { choices, legend } = this.payload;
    if (!choices) return measures;
    const keys = [...new Set([legend.size?.key, legend.colour.key])];
    return keys.flatMap((wanted) => measures.filter(([key]) => key === wanted));
  }

  kindName(node, language) {
    return say(this.kinds.get(node.kind)?.label ?? node.kind, language);
  }

  place(node, language) {
    const said = this.payload.details.businesses[node.id]?.about ?? [];
    const place = said.find(([key]) => key === "place");
    return place ? say(place[1], language) : "";
  }

  /** What a choice of codes by facet keeps; the rule of `Filters.kept` in Python. */
  kept(chosen) {
    const fits = (item, field) => !chosen[field]?.size || chosen[field].has(item[field]);
    const edges = new Set();
    const nodes = new Set();
    for (const edge of this.edges.values()) {
      const ends = [this.nodes.get(edge.from), this.nodes.get(edge.to)];
      const keeps =
        !edge.hidden &&
        ends.every((node) => !node.hidden) &&
        EDGE_FACETS.every((field) => fits(edge, field)) &&
        ends.every((node) => fits(node, "kind")) &&
        ends.some((node) => fits(node, "commodity")) &&
        ends.some((node) => fits(node, "district"));
      if (!keeps) continue;
      edges.add(edge.id);
      nodes.add(edge.from).add(edge.to);
    }
    if (!EDGE_FACETS.some((field) => chosen[field]?.size)) {
      for (const node of this.nodes.values()) {
        if (node.hidden) continue;
        if (["kind", "commodity", "district"].every((field) => fits(node, field))) {
          nodes.add(node.id);
        }
      }
    }
    const away = [...this.nodes.values()].filter((node) => node.hidden).map(({ id }) => id);
    return { nodes, edges, room: new Set([...nodes, ...away]) }; // room for other states too
  }

  /** Steps to each business around the focus: negative to suppliers, positive to buyers. */
  around(focus, edges) {
    const steps = new Map([[focus.business, 0]]);
    const walk = (ties, end, most, sign) => {
      let front = [focus.business];
      for (let step = 1; step <= most; step += 1) {
        const next = [];
        for (const id of front) {
          for (const edge of ties.get(id) ?? []) {
            if (edge.relation !== "supplies" || !edges.has(edge.id) || steps.has(edge[end])) continue;
            steps.set(edge[end], sign * step);
            next.push(edge[end]);
          }
        }
        front = next;
      }
    };
    walk(this.purchases, "from", focus.suppliers, -1);
    walk(this.sales, "to", focus.buyers, 1);
    for (const { id, edge } of this.ties(focus.business)) {
      if (edges.has(edge.id) && !steps.has(id)) steps.set(id, null);
    }
    return steps;
  }

  /** Suppliers of a business, with the partnership, the largest first. */
  suppliers(id) {
    return this.#ends(this.purchases.get(id), "from", (edge) => edge.relation === "supplies");
  }

  /** Buyers of a business. */
  buyers(id) {
    return this.#ends(this.sales.get(id), "to", (edge) => edge.relation === "supplies");
  }

  /** Those tied to a business by a relation that carries no goods. */
  ties(id) {
    const context = (edge) => edge.relation !== "supplies";
    return [
      ...this.#ends(this.purchases.get(id), "from", context),
      ...this.#ends(this.sales.get(id), "to", context),
    ];
  }

  #ends(edges, end, keeps) {
    return (edges ?? []).filter(keeps).map((edge) => ({ id: edge[end], edge }));
  }

  /** Businesses whose name or place holds every word typed; names that begin so come first. */
  search(typed, language, most = 8) {
    const words = folded(typed).split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    const found = [];
    for (const { node, name } of this.names) {
      const text = `${name} ${folded(this.place(node, language))} ${folded(node.id)}`;
      if (!words.every((word) => text.includes(word))) continue;
      const begins = name.startsWith(words[0]) ? 2 : name.includes(` ${words[0]}`) ? 1 : 0;
      found.push({ node, score: begins * 1000 + node.partners });
    }
    found.sort((one, other) => other.score - one.score);
    return found.slice(0, most).map(({ node }) => node);
  }
}
