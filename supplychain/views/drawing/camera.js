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
    this.asked = null; // the camera of a view, until the reader moves on
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

  /** The box around all that is visible, in other states of the drawing too. */
  #all() {
    const { nodes, room } = this.scene.state.visible;
    return this.scene.places.box(room ?? nodes);
  }

  #scale(box) {
    const [width, height] = this.room();
    return Math.min(
      width / Math.max(box.right - box.left, 60),
      height / Math.max(box.bottom - box.top, 60),
    );
  }

  /** Move; whoever wants to know where to is told once it has come to rest. */
  #go(options, duration) {
    const eased = { duration, easingFunction: "easeInOutQuad" };
    this.network.moveTo({ ...options, animation: Boolean(duration) && !CALM.matches && eased });
    this.scene.calls.look();
  }

  /** The reader moved the view by hand. */
  touched() {
    this.untouched = false;
    this.asked = null;
    this.scene.calls.look();
  }

  /** Pixels per unit at which all that is visible would fill the stage: what `zoom` is told in. */
  #base() {
    const { clientWidth, clientHeight } = this.scene.stage;
    const box = this.#all();
    const wide = clientWidth / Math.max(box.right - box.left, 60);
    return Math.min(wide, clientHeight / Math.max(box.bottom - box.top, 60)) || 1;
  }

  /** Where the reader looks, as a view holds it; nothing while everything is shown. */
  seen() {
    if (this.untouched) return null;
    const { x, y } = this.network.getViewPosition();
    const [left, top] = this.scene.places.unspot([x, y]).map(Math.round);
    const zoom = Number((this.network.getScale() / this.#base()).toPrecision(4));
    return this.asked ?? { x: left, y: top, zoom };
  }

  /** Look where a view says. */
  take(camera, animated = false) {
    if (!camera) return;
    this.untouched = false;
    this.asked = camera;
    const [x, y] = this.scene.places.spot([camera.x, camera.y]);
    const scale = Math.min(MOST, Math.max(LEAST, this.#base() * camera.zoom));
    this.#go({ position: { x, y }, scale }, animated ? 450 : 0);
  }

  #look(box, animated, nearest = NEAREST) {
    if (!Number.isFinite(box.left) || !this.scene.stage.clientWidth) return;
    const margin = this.margins();
    const scale = Math.max(LEAST, Math.min(this.#scale(box), nearest));
    if (this.untouched) this.fitted = scale;
    const position = {
      x: (box.left + box.right) / 2 - (margin.left - margin.right) / 2 / scale,
      y: (box.top + box.bottom) / 2 - (margin.top - margin.bottom) / 2 / scale,
    };
    this.#go({ position, scale }, animated ? 450 : 0);
  }

  /** Show everything that is visible, clear of the headings. */
  fit(animated) {
    this.untouched = true;
    this.asked = null;
    this.#look(this.#all(), animated);
  }

  zoom(factor) {
    this.touched();
    const scale = Math.min(MOST, Math.max(LEAST, this.network.getScale() * factor));
    this.#go({ scale }, 180);
  }

  /** Keep the scale within bounds after the wheel turned. */
  hold() {
    this.touched();
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
    this.touched();
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
    this.touched();
    const scale = this.network.getScale();
    this.#go({ position: { x: x + right / 2 / scale, y: y + bottom / 2 / scale } }, 300);
  }
}
