// Several looks of one drawing: entering one, and the control that switches them.

import { CALM } from "./camera.js";
import { dash, element, icon, say } from "./words.js";

const PACE = 1100; // ms between two steps that are played
const SLOW = 1800; // where movements are not wanted
const BADGES = 8; // badges; what has none is still told by its line

/** Let a model look as one of its states says; what the state leaves out looks as drawn. */
export function enter(model, place) {
  const { payload } = model;
  const { states } = payload;
  const state = states.shown[place];
  model.drawn ??= asDrawn(model);
  payload.legend = { ...model.drawn.legend, ...state.legend };
  const facts = state.facts ?? states.facts;
  const parts = [
    ["nodes", "businesses", "measures"],
    ["edges", "partnerships", "facts"],
  ];
  for (const [part, told, held] of parts) {
    for (const [id, item] of model[part]) {
      const { look, said } = model.drawn[part].get(id);
      Object.assign(item, look, state.rest[part], state[part][id]);
      const own = ordered(facts[part]?.[id], state.order, states.texts);
      payload.details[told][id][held] = held === "measures" && own.length ? own : [...own, ...said];
    }
  }
  model.ranked = [...model.drawn.ranked].sort((one, other) => other.heed - one.heed);
}

/** Everything that states change, as it was before the first was entered. */
function asDrawn(model) {
  const { legend, details } = model.payload;
  Object.assign(details.labels, model.payload.states.labels);
  const none = { hidden: false, mark: null, heed: 0 };
  const of = (items, pick) => new Map([...items].map(([id, item]) => [id, pick(id, item)]));
  return {
    legend,
    ranked: model.ranked,
    nodes: of(model.nodes, (id, { paint, size, amount }) => ({
      look: { ...none, paint, size, amount },
      said: details.businesses[id].measures,
    })),
    edges: of(model.edges, (id, { width, dashes }) => ({
      look: { ...none, paint: null, opacity: null, width, dashes },
      said: details.partnerships[id].facts,
    })),
  };
}

function ordered(facts, order, texts) {
  const rank = (key) => (order.includes(key) ? order.indexOf(key) : order.length);
  const said = (facts ?? []).map(([key, text]) => [key, texts[text]]);
  return said.sort(([one], [other]) => rank(one) - rank(other));
}

/** Whether two focuses hold the same businesses at the same steps. */
export function alike(one, other) {
  if (!one || !other || one.size !== other.size) return one === other;
  return [...one].every(([id, step]) => other.get(id) === step);
}

/** The control above the graph: names side by side for a few states, a player for many. */
export class States {
  constructor(graph) {
    this.graph = graph;
    this.playing = null;
    this.root = element("div", { class: "sg-states", role: "group", hidden: true });
  }

  get told() {
    return this.graph.model.payload.states;
  }

  get place() {
    return this.graph.state.phase;
  }

  text(name, values) {
    return say(this.told.words[name], this.graph.state.language, values);
  }

  name(place) {
    return say(this.told.shown[place].name, this.graph.state.language);
  }

  /** Build the control anew for other states and another language. */
  speak() {
    const { language } = this.graph.state;
    if (this.built?.told === this.told && this.built?.language === language) return;
    this.stop();
    this.built = { told: this.told, language };
    this.root.hidden = !this.told;
    this.graph.root.classList.toggle("sg-stated", Boolean(this.told));
    if (!this.told) return;
    this.root.setAttribute("aria-label", say(this.told.label, this.graph.state.language));
    this.note = element("p", { class: "sg-state-note" });
    const parts = this.told.control === "player" ? this.#player() : this.#switch();
    this.root.replaceChildren(...parts, this.note);
    this.draw();
  }

  #switch() {
    this.picks = this.told.shown.map((state, place) =>
      element(
        "button",
        { type: "button", class: "sg-pick", onclick: () => this.#pick(place) },
        this.name(place),
      ),
    );
    return [element("div", { class: "sg-picks" }, this.picks)];
  }

  #player() {
    const button = (name, symbol, act) =>
      element(
        "button",
        {
          type: "button",
          class: "sg-button",
          data: { act: name },
          title: this.text(name),
          "aria-label": this.text(name),
          onclick: act,
        },
        icon(symbol),
      );
    this.scrubber = element("input", {
      type: "range",
      class: "sg-scrubber",
      min: "0",
      max: String(this.told.shown.length - 1),
      step: "1",
      "aria-label": say(this.told.label, this.graph.state.language),
      oninput: () => this.#pick(Number(this.scrubber.value)),
    });
    this.buttons = {
      earlier: button("earlier", "earlier", () => this.pace(-1)),
      play: button("play", "play", () => this.toggle()),
      later: button("later", "later", () => this.pace(1)),
    };
    this.now = element("strong", { class: "sg-now" });
    return [...Object.values(this.buttons), this.scrubber, this.now];
  }

  /** Show which state is on. */
  draw() {
    if (!this.told || this.built?.told !== this.told) return;
    const { language } = this.graph.state;
    const last = this.told.shown.length - 1;
    this.note.textContent = say(this.told.shown[this.place].note, language);
    if (this.told.control === "switch") {
      this.picks.forEach((pick, place) =>
        pick.setAttribute("aria-pressed", String(place === this.place)),
      );
      return;
    }
    const name = this.name(this.place);
    this.scrubber.value = String(this.place);
    this.scrubber.setAttribute("aria-valuetext", this.spoken());
    this.now.textContent = name;
    this.buttons.earlier.disabled = this.place === 0;
    this.buttons.later.disabled = this.place === last;
    const now = this.playing ? "pause" : "play";
    const { play } = this.buttons;
    if (play.dataset.act === now) return;
    play.dataset.act = now;
    play.replaceChildren(icon(now));
    play.title = this.text(now);
    play.setAttribute("aria-label", play.title);
  }

  /** What those hear who do not see the change. */
  spoken() {
    return `${this.name(this.place)}. ${this.note.textContent}`;
  }

  #pick(place) {
    this.stop();
    this.graph.enter(place);
  }

  /** Go some states on or back. */
  pace(steps) {
    if (!this.told) return;
    const place = this.place + steps;
    if (place >= 0 && place < this.told.shown.length) this.#pick(place);
  }

  /** Play to the end, from the beginning if it is there already; or stop. */
  toggle() {
    if (this.told?.control !== "player") return;
    if (this.playing) {
      this.stop();
      this.draw();
      return;
    }
    const last = this.told.shown.length - 1;
    this.playing = setInterval(
      () => {
        if (this.place + 1 >= last) this.stop();
        this.graph.enter(Math.min(this.place + 1, last));
      },
      CALM.matches ? SLOW : PACE,
    );
    if (this.place === last) this.graph.enter(0);
    else this.draw();
  }

  stop() {
    clearInterval(this.playing);
    this.playing = null;
  }
}

/** Keys of the states, where a drawing has some. */
export function stateKeys(graph) {
  if (!graph.states.told) return {};
  const keys = { "[": () => graph.states.pace(-1), "]": () => graph.states.pace(1) };
  return graph.states.told.control === "player"
    ? { ...keys, " ": () => graph.states.toggle() }
    : keys;
}

/** Write on each new and each ended partnership that it is; return the boxes filled. */
export function badges(ctx, scene) {
  const { model, state, network } = scene;
  const { states, inks } = model.payload;
  if (!states) return [];
  const ink = { ...inks[state.theme], ...state.ink };
  const scale = network.getScale();
  const { translation } = network.body.view;
  ctx.font = `600 11px ${state.font}`;
  ctx.textBaseline = "middle";
  const boxes = [];
  for (const edge of marked(model, state)) {
    if (boxes.length === BADGES) break;
    const { x, y } = network.body.edges[edge.id].edgeType.getPoint(0.5);
    const at = [x * scale + translation.x, y * scale + translation.y];
    const text = say(states.words[edge.mark], state.language);
    const box = boxAround(ctx, text, at);
    if (boxes.some((other) => overlaps(box, other))) continue; // its dashes tell it too
    badge(ctx, text, at, ink, box);
    boxes.push(box);
  }
  return boxes;
}

/** New and ended partnerships in sight, the new ones and the largest first. */
function marked(model, state) {
  const found = [...model.edges.values()].filter(
    ({ id, mark }) => mark && state.visible.edges.has(id),
  );
  const weight = ({ mark, width }) => (mark === "new" ? 100 : 0) + width;
  return found.sort((one, other) => weight(other) - weight(one));
}

function boxAround(ctx, text, [x, y]) {
  const half = ctx.measureText(text).width / 2 + 7;
  return { left: x - half, right: x + half, top: y - 9, bottom: y + 9 };
}

function overlaps(one, other) {
  const across = one.left < other.right && other.left < one.right;
  return across && one.top < other.bottom && other.top < one.bottom;
}

function badge(ctx, text, [x, y], ink, { left, right, top }) {
  ctx.beginPath();
  ctx.roundRect(left, top, right - left, 18, 9);
  ctx.fillStyle = ink.background;
  ctx.fill();
  ctx.strokeStyle = ink.muted;
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.fillStyle = ink.text;
  ctx.textAlign = "center";
  ctx.fillText(text, x, y + 0.5);
  ctx.textAlign = "start";
}

/** How the outline of a business that is new, hit or gone looks to vis-network. */
export function standing(node, color, ink) {
  const gone = node.mark === "gone";
  if (gone) color.border = ink.muted;
  else if (node.mark) color.border = node.mark === "new" ? ink.accent : ink.text;
  return {
    borderWidth: node.mark ? (gone ? 2 : 3.5) : 1,
    shapeProperties: { borderDashes: gone ? [4, 3] : false },
  };
}

/** Lines of a state in the legend: {label, dashes, width, paint}. */
export function stateLines(told, paint, language) {
  return (told ?? []).map(({ label, dashes, width, paint: place }) =>
    element(
      "span",
      { class: "sg-key" },
      dash(dashes, width, paint(place)),
      element("span", {}, say(label, language)),
    ),
  );
}
