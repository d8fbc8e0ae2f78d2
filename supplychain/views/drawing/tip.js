// The note at the pointer: who this is, and what its size and colour stand for.

import { element, say } from "./words.js";

/** A note inside `view` that follows the pointer over `stage`. */
export class Tip {
  constructor(stage) {
    this.stage = stage;
    this.root = element("div", { class: "sg-tip", hidden: true });
    this.pointer = { x: 0, y: 0 };
    stage.addEventListener("pointermove", ({ offsetX, offsetY }) => {
      this.pointer = { x: offsetX, y: offsetY };
      if (!this.root.hidden) this.#place();
    });
  }

  /** Say what the pointer is on: {business}, {partnership} or nothing. */
  show(what, model, language) {
    const node = model.nodes.get(what?.business);
    const edge = model.edges.get(what?.partnership);
    this.root.hidden = !node && !edge;
    if (this.root.hidden) return;
    const [title, ...lines] = node
      ? businessLines(node, model, language)
      : partnershipLines(edge, model, language);
    this.root.replaceChildren(
      element("strong", {}, title),
      ...lines.map((line) => element("span", {}, line)),
    );
    this.#place();
  }

  #place() {
    const { x, y } = this.pointer;
    const { offsetWidth: width, offsetHeight: height } = this.root;
    const { clientWidth, clientHeight } = this.stage;
    const left = x + 16 + width > clientWidth ? x - 12 - width : x + 16;
    const top = Math.min(y + 14, clientHeight - height - 4);
    this.root.style.transform = `translate(${Math.max(4, left)}px, ${Math.max(4, top)}px)`;
  }
}

function businessLines(node, model, language) {
  const { labels, businesses } = model.payload.details;
  const where = [model.kindName(node, language), model.place(node, language)];
  const measures = model.shownMeasures(businesses[node.id].measures).map(
    ([key, text]) => `${say(labels[key], language)}: ${say(text, language)}`,
  );
  return [node.label, where.filter(Boolean).join(" · "), ...measures];
}

function partnershipLines(edge, model, language) {
  const { facts } = model.payload.details.partnerships[edge.id];
  const names = [edge.from, edge.to].map((id) => model.nodes.get(id).label);
  return [names.join(" → "), ...facts.slice(0, 2).map(([, text]) => say(text, language))];
}
