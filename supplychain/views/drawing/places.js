// Where businesses stand on this screen: the layout's places, turned and widened to fit it.

import { gathered } from "./gather.js";

const WIDEST = 2.2;
const PHONE = 620; // px

/** Places of one model on one screen. Homes are where businesses rest, in drawing units. */
export class Places {
  constructor() {
    this.homes = new Map();
    this.turned = false;
    this.stretch = 1;
  }

  /**
   * Let tiers run down a tall screen, and widen them on a wide one; tell whether that changed.
   * `room`: width and height that are free for the graph.
   */
  shape(model, { clientWidth, clientHeight }, room) {
    const before = `${this.turned} ${this.stretch}`;
    const across = model.payload.scenery.direction === "across" && clientWidth > 0;
    const tall = clientWidth < PHONE ? 1.25 : 0.8; // few columns fit a phone side by side
    this.turned = across && clientWidth / clientHeight < tall;
    this.stretch = 1;
    if (across) {
      const [width, height] = room(this.turned);
      const wanted = this.turned ? height / width : width / height;
      const ratio = span(model, "x") / span(model, "y");
      this.stretch = Math.min(WIDEST, Math.max(1, wanted / ratio));
    }
    return before !== `${this.turned} ${this.stretch}`;
  }

  #turn([x, y]) {
    return this.turned ? [y, x] : [x, y];
  }

  /** Where a place of the layout is on this screen, and back. */
  spot([x, y]) {
    return this.#turn([x * this.stretch, y]);
  }

  unspot(place) {
    const [x, y] = this.#turn(place);
    return [x / this.stretch, y];
  }

  /** Work out the homes for a state. */
  settle(model, state) {
    const together = gathers(model, state) ? gathered(state.steps, layoutPlaces(model)) : null;
    for (const [id, node] of model.nodes) {
      const apart = state.moved[id] ?? [node.x, node.y];
      const place = together?.get(id);
      this.homes.set(id, place ? this.#turn(place) : this.spot(apart));
    }
  }

  /** The box around some businesses. */
  box(ids) {
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const id of ids) {
      const [x, y] = this.homes.get(id) ?? [];
      if (x === undefined) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
    return box;
  }
}

/** Whether a focus brings its businesses together; on a map they stay where they are. */
export function gathers(model, state) {
  return Boolean(state.steps) && ["tiers", "force"].includes(model.payload.layout);
}

function layoutPlaces(model) {
  return new Map([...model.nodes].map(([id, node]) => [id, [node.x, node.y]]));
}

function span(model, axis) {
  const places = model.payload.nodes.map((node) => node[axis]);
  return Math.max(...places) - Math.min(...places) || 1;
}
