// Names of a crowded row: stairs below and above it, so that no line to a name crosses another.

import { shortened } from "./words.js";

const CLOSE = 110; // px between marks, on average, below which names beside them would collide
const LEFT = 0.58; // of the width: names of marks left of it run to the right
const TREAD = 15; // px
const SHORT = 26; // letters

/**
 * Put the names of sentra, which stand side by side on a tall screen, on stairs.
 *
 * `marks`: all, in order of importance; their `step` and `text` change. `width`: of the view;
 * `kept`: boxes that are taken.
 */
export function step(marks, width, kept) {
  const row = marks.filter(({ kind }) => kind === "sentra");
  if (!row.length) return;
  const { y } = row[0];
  const others = marks.filter(({ kind }) => kind !== "sentra" && kind !== "institution");
  const above = others.filter((mark) => mark.y < y).map((mark) => y - mark.y - mark.radius);
  const below = others.filter((mark) => mark.y > y).map((mark) => mark.y - mark.radius - y);
  const headed = kept.filter(({ top }) => top > y).map(({ top }) => top - y);
  const room = { above: Math.min(...above, y), below: Math.min(...below, ...headed) - TREAD / 2 };
  const steps = stairs(row, width, room);
  for (const mark of row) {
    mark.step = steps.get(mark.id);
    if (mark.step) mark.text = brief(mark.text);
  }
}

/** Leave out what the heading says, and the kind of the district. */
function brief(name) {
  const text = name.replace(/^Sentra (?:IKM )?(?=\S)/, "").replace(/ Kab\.(?= )/, "");
  return shortened(text[0].toUpperCase() + text.slice(1), SHORT);
}

/**
 * Where the names of marks that stand in one row go: {row, align} by id, rows counted downwards; row
 * 0 for those without a place.
 *
 * Those on the left go below, the leftmost deepest, and run to the right; the others go above, the
 * rightmost highest, and run to the left. `marks`: in order of importance; `width`: of the view;
 * `room`: {above, below}, px that are free.
 */
function stairs(marks, width, room) {
  const steps = new Map();
  const places = marks.map(({ x }) => x);
  const wide = Math.max(...places) - Math.min(...places);
  if (marks.length < 2 || wide / (marks.length - 1) > CLOSE) return steps;
  for (const { id } of marks) steps.set(id, { row: 0 });
  const sides = [
    [(x) => x < LEFT * width, room.below, (one, other) => other.x - one.x, 1, 0.04],
    [(x) => x >= LEFT * width, room.above, (one, other) => one.x - other.x, -1, 0.96],
  ];
  for (const [belongs, free, order, sign, align] of sides) {
    const chosen = marks.filter(({ x }) => belongs(x)).slice(0, Math.floor(free / TREAD));
    chosen.sort(order).forEach(({ id }, place) => steps.set(id, { row: sign * (place + 1), align }));
  }
  return steps;
}

/** The box of a name on its step, and the line from its mark to it. */
export function onStep({ x, y, radius, id: owner, step }, width, height) {
  const down = step.row > 0;
  const away = radius + Math.abs(step.row) * TREAD;
  const top = down ? y + away - height : y - away;
  const left = x - step.align * width;
  const [from, to] = down ? [y + radius, top] : [top + height, y - radius];
  return {
    box: { left, top, right: left + width, bottom: top + height, owner },
    line: { left: x - 1, right: x + 1, top: from, bottom: to, owner },
  };
}

/** Draw the line from a mark to its name. */
export function leader(ctx, { left, right, top, bottom }, colour) {
  ctx.globalAlpha = 0.55;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo((left + right) / 2, top);
  ctx.lineTo((left + right) / 2, bottom);
  ctx.stroke();
  ctx.globalAlpha = 1;
}
