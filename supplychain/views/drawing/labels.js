// Names on the canvas: always the same size, never on top of one another, the important ones first.

import { leader, onStep } from "./stairs.js";

const PAD = 3;
const CELL = 48;

/** Rectangles that are taken, found quickly by place. */
class Taken {
  constructor() {
    this.cells = new Map();
  }

  #each(box, visit) {
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) {
        if (visit(`${x},${y}`)) return true;
      }
    }
    return false;
  }

  add(box) {
    this.#each(box, (cell) => {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push(box);
    });
  }

  /** Whether a box touches another; `soft` ones, the marks, count unless told otherwise. */
  hits(box, own, firm = false) {
    return this.#each(box, (cell) =>
      (this.cells.get(cell) ?? []).some(
        (other) =>
          other.owner !== own &&
          !(firm && other.soft) &&
          box.left < other.right &&
          other.left < box.right &&
          box.top < other.bottom &&
          other.top < box.bottom,
      ),
    );
  }
}

/** Draws names; each is rendered once and copied afterwards, since outlined text is slow. */
export class Labels {
  constructor() {
    this.pictures = new Map();
    this.scale = 1;
  }

  forget() {
    this.pictures.clear();
  }

  /**
   * Draw names for marks, in screen coordinates; return the boxes they fill, with their `owner`.
   *
   * `marks`: visible, in order of importance: {id, x, y, radius, text, strong, wanted, sides, step}.
   * Those not `wanted` only keep their place free, as do the boxes `kept`. `step`: where on the
   * stairs of a crowded row. `style`: {font, text, halo}.
   */
  draw(ctx, marks, style, bounds, kept = []) {
    const taken = new Taken();
    for (const box of kept) taken.add(box);
    for (const mark of marks) {
      const reach = mark.radius * 0.85;
      taken.add({
        left: mark.x - reach,
        right: mark.x + reach,
        top: mark.y - reach,
        bottom: mark.y + reach,
        owner: mark.id,
        soft: true,
      });
    }
    const drawn = [];
    for (const mark of marks) {
      if (!mark.wanted) continue;
      const picture = this.#picture(mark.text, mark.strong, style);
      const found = (mark.step ? onStairs : beside)(mark, picture, bounds, taken);
      if (!found) continue;
      const { box, line } = found;
      taken.add(box);
      if (line) {
        taken.add(line);
        leader(ctx, line, style.text);
      }
      drawn.push({ ...box, picture });
    }
    for (const { left, top, picture } of drawn) {
      ctx.drawImage(picture.canvas, left - PAD, top - PAD, picture.width, picture.height);
    }
    return drawn;
  }

  #picture(text, strong, style) {
    const ratio = window.devicePixelRatio || 1;
    const key = `${this.scale}|${text}|${strong}|${style.text}|${style.halo}|${ratio}`;
    const known = this.pictures.get(key);
    if (known) return known;
    if (this.pictures.size > 1200) this.pictures.clear();
    const size = 12 * this.scale;
    const font = `${strong ? 600 : 400} ${size}px ${style.font}`;
    const canvas = document.createElement("canvas");
    const ctx = canvas.getContext("2d");
    ctx.font = font;
    const width = Math.ceil(ctx.measureText(text).width) + 2 * PAD;
    const height = size + 2 * PAD;
    canvas.width = Math.ceil(width * ratio);
    canvas.height = Math.ceil(height * ratio);
    ctx.scale(ratio, ratio);
    ctx.font = font;
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    ctx.lineWidth = 3.5;
    ctx.strokeStyle = style.halo;
    ctx.strokeText(text, PAD, height / 2);
    ctx.fillStyle = style.text;
    ctx.fillText(text, PAD, height / 2);
    const picture = { canvas, width, height };
    this.pictures.set(key, picture);
    return picture;
  }
}

/** Right beside the mark; an important name may cover other marks, never other names. */
function beside(mark, picture, bounds, taken) {
  const trials = mark.sides
    .map((side) => placed(mark, side, picture))
    .filter((trial) => inside(trial, bounds));
  const box =
    trials.find((trial) => !taken.hits(trial, mark.id)) ??
    (mark.strong ? trials.find((trial) => !taken.hits(trial, mark.id, true)) : undefined);
  return box && { box };
}

/** On its step of the stairs, if there is room. */
function onStairs(mark, picture, bounds, taken) {
  if (!mark.step.row) return undefined;
  const { box, line } = onStep(mark, picture.width - 2 * PAD, picture.height - 2 * PAD);
  const free = inside(box, bounds) && !taken.hits(box, mark.id) && !taken.hits(line, mark.id, true);
  return free ? { box, line } : undefined;
}

function placed(mark, side, picture) {
  const gap = mark.radius + PAD + 1;
  const width = picture.width - 2 * PAD;
  const height = picture.height - 2 * PAD;
  const left = {
    right: mark.x + gap,
    left: mark.x - gap - width,
    top: mark.x - width / 2,
    bottom: mark.x - width / 2,
  }[side];
  const top = {
    right: mark.y - height / 2,
    left: mark.y - height / 2,
    top: mark.y - gap - height,
    bottom: mark.y + gap,
  }[side];
  return { left, top, right: left + width, bottom: top + height, owner: mark.id };
}

function inside(box, bounds) {
  return (
    box.left >= bounds.left &&
    box.right <= bounds.right &&
    box.top >= bounds.top &&
    box.bottom <= bounds.bottom
  );
}
