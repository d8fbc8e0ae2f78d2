// Which part of the graph is seen: everything, a business with its partners, or what was dragged to.

import { say } from "./words.js";

const LEAST = 0.04;
const MOST = 6;
const NEAREST = 1.7;

/** Whether movements are wanted. */
export const CALM = window.matchMedia("(prefers-reduced-motion: reduce)");

/** The view of a scene; `untouched` until the reader moves it. */
export class Camera {
  constructor(scene) {
    this.scene = scene;
    this.untouched = true;
    this.fitted = 1;
    this.covered = {}; // px at the right and at the bottom that something lies over
  }

  get network() {
    return this.scene.network;
  }

  /** Free space around the graph, px: for headings, names and what lies over the view. */
  margins(turned = this.scene.places.turned) {
    const { model, state, stage } = this.scene;
    const { scenery, layout } = model.payload;
    const { right = 0, bottom = 0 } = this.covered;
    const width = stage.clientWidth;
    if (state.steps) {
      const side = Math.min(190, 0.17 * (width - right));
      return { left: side, right: side + right, top: 48, bottom: 30 + bottom };
    }
    if (turned) return { left: 20, right: 20 + right, top: 64, bottom: 24 + bottom };
    if (layout !== "tiers") return { left: 34, right: 34 + right, top: 30, bottom: 22 + bottom };
    const { lanes } = this.scene.titles();
    const names = (scenery.lanes ?? []).map(({ code }) => say(lanes[code] ?? "", state.language));
    const longest = Math.max(0, ...names.map((name) => name.length));
    return {
      left: longest ? Math.min(52 + 6.8 * longest, 0.13 * width) : 34,
      right: Math.min(124, 0.1 * width) + right,
      top: scenery.band ? 62 : 46,
      bottom: 22 + bottom,
    };
  }

  /** Width and height between the margins. */
  room(turned) {
    const { clientWidth: width, clientHeight: height } = this.scene.stage;
    const margin = this.margins(turned);
    return [width - margin.left - margin.right, height - margin.top - margin.bottom];
  }

  #scale(box) {
    const [width, height] = this.room();
    return Math.min(
      width / Math.max(box.right - box.left, 60),
      height / Math.max(box.bottom - box.top, 60),
    );
  }

  #look(box, animated, nearest = NEAREST) {
    if (!Number.isFinite(box.left) || !this.scene.stage.clientWidth) return;
    const margin = this.margins();
    const scale = Math.max(LEAST, Math.min(this.#scale(box), nearest));
    if (this.untouched) this.fitted = scale;
    this.network.moveTo({
      position: {
        x: (box.left + box.right) / 2 - (margin.left - margin.right) / 2 / scale,
        y: (box.top + box.bottom) / 2 - (margin.top - margin.bottom) / 2 / scale,
      },
      scale,
      animation: animated && !CALM.matches && { duration: 450, easingFunction: "easeInOutQuad" },
    });
  }

  /** Show everything that is visible, clear of the headings. */
  fit(animated) {
    this.untouched = true;
    this.#look(this.scene.places.box(this.scene.state.visible.nodes), animated);
  }

  zoom(factor) {
    this.untouched = false;
    const scale = Math.min(MOST, Math.max(LEAST, this.network.getScale() * factor));
    this.network.moveTo({ scale, animation: !CALM.matches && { duration: 180 } });
  }

  /** Keep the scale within bounds after the wheel turned. */
  hold() {
    this.untouched = false;
    const scale = this.network.getScale();
    const held = Math.min(MOST, Math.max(LEAST, scale));
    if (held !== scale) this.network.moveTo({ scale: held });
  }

  /** Fly to a business, near enough to read its name and those of its partners. */
  fly(id) {
    const { model, state, places } = this.scene;
    const near = [id];
    for (const edge of [...model.sales.get(id), ...model.purchases.get(id)]) {
      if (state.visible.edges.has(edge.id)) near.push(edge.from, edge.to);
    }
    this.untouched = false;
    const box = places.box(near);
    if (this.#scale(box) > this.fitted) this.#look(box, true, 2.4 * this.fitted);
    else this.#look(places.box([id]), true, 1.5 * this.fitted);
  }

  /** Bring a business into the picture if it is outside. */
  reveal(id) {
    const [x, y] = this.scene.places.homes.get(id);
    const at = this.network.canvasToDOM({ x, y });
    const { clientWidth: width, clientHeight: height } = this.scene.stage;
    const { right = 0, bottom = 0 } = this.covered;
    const within = (place, most) => place > 40 && place < most - 40;
    if (within(at.x, width - right) && within(at.y, height - bottom)) return;
    this.untouched = false;
    const scale = this.network.getScale();
    const position = { x: x + right / 2 / scale, y: y + bottom / 2 / scale };
    this.network.moveTo({ position, animation: !CALM.matches && { duration: 300 } });
  }
}
