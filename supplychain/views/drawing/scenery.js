// What stands behind the businesses: tiers and lanes with their headings, coast, rings.

import { count, say } from "./words.js";

const HEADING = 12;
const BAND = "institution";

/** Draw the ground. `form`: {turned, stretch, scale}, how the scene fits the layout to the screen. */
export function ground(ctx, scenery, ink, { turned, stretch, scale }) {
  const area = (left, top, width, height) =>
    turned ? ctx.fillRect(top, left, height, width) : ctx.fillRect(left, top, width, height);
  if (scenery.lanes?.length) lanes(area, ctx, scenery, ink, stretch);
  if (scenery.coast) coast(ctx, scenery.coast, ink, scale);
  if (scenery.rings) rings(ctx, scenery.rings, ink, scale);
}

function lanes(area, ctx, scenery, ink, stretch) {
  const columns = scenery.columns;
  const left = columns[0].left * stretch - 60;
  const width = columns[columns.length - 1].right * stretch + 60 - left;
  ctx.fillStyle = ink.fill;
  ctx.globalAlpha = 0.55;
  for (const lane of scenery.lanes) {
    area(left, lane.top - 6, width, lane.bottom - lane.top + 12);
  }
  ctx.globalAlpha = 1;
}

function coast(ctx, islands, ink, scale) {
  ctx.beginPath();
  for (const island of islands) {
    island.forEach(([x, y], corner) => (corner ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
    ctx.closePath();
  }
  ctx.fillStyle = ink.fill;
  ctx.fill();
  ctx.strokeStyle = ink.rule;
  ctx.lineWidth = 1 / scale;
  ctx.stroke();
}

function rings(ctx, circles, ink, scale) {
  ctx.strokeStyle = ink.rule;
  ctx.lineWidth = 1 / scale;
  for (const { radius } of circles) {
    ctx.beginPath();
    ctx.arc(0, 0, radius, 0, 2 * Math.PI);
    ctx.stroke();
  }
}

/**
 * Draw the headings, in screen coordinates: they stay at the edge while the graph moves. Returns
 * the boxes they fill.
 *
 * `view`: {at(x, y) -> [x, y], width, height, turned}. `titles`: {columns, lanes, counts} by code.
 */
export function headings(ctx, scenery, view, titles, { ink, font, language }) {
  ctx.textBaseline = "middle";
  const wide = view.turned ? view.height : view.width;
  const narrow = view.turned ? 26 : 0;
  const boxes = [];
  let free = -Infinity;
  for (const column of scenery.columns ?? []) {
    const middle = view.at((column.left + column.right) / 2, 0)[view.turned ? 1 : 0];
    if (middle < narrow || middle > wide) continue;
    const name = say(titles.columns[column.code] ?? column.code, language);
    const text = `${name} · ${count(titles.counts[column.code] ?? 0, language)}`;
    ctx.font = `600 ${HEADING}px ${font}`;
    const half = ctx.measureText(text).width / 2 + 10;
    if (view.turned) {
      const above = view.at(column.left, 0)[1] - 24;
      boxes.push(pill(ctx, text, half + 4, Math.max(above, 40), half, ink, ink.text));
    } else {
      const within = Math.max(half, Math.min(middle, wide - half)); // none is cut off
      if (within - half <= free) continue;
      boxes.push(pill(ctx, text, within, 18, half, ink, ink.text));
      free = within + half + 4;
    }
  }
  const lanes = [...(scenery.lanes ?? [])];
  const names = { ...titles.lanes };
  if (scenery.band) {
    lanes.unshift({ code: BAND, top: scenery.band[0], bottom: scenery.band[1] });
    names[BAND] = titles.columns[BAND];
  }
  return [...boxes, ...laneTitles(ctx, lanes, view, names, ink, font, language)];
}

/** Draw a heading over each column of steps around the focus. */
export function stepHeadings(ctx, columns, ink, font) {
  ctx.textBaseline = "middle";
  ctx.font = `600 ${HEADING}px ${font}`;
  const boxes = [];
  let free = -Infinity;
  for (const { text, x } of [...columns].sort((one, other) => one.x - other.x)) {
    const half = ctx.measureText(text).width / 2 + 10;
    if (x - half < free) continue;
    boxes.push(pill(ctx, text, x, 18, half, ink, ink.muted));
    free = x + half + 4;
  }
  return boxes;
}

function laneTitles(ctx, all, view, titles, ink, font, language) {
  ctx.font = `600 11px ${font}`;
  const boxes = [];
  let free = view.turned ? -Infinity : 34;
  for (const lane of all) {
    const title = titles[lane.code];
    if (!title) continue;
    const text = say(title, language);
    const width = ctx.measureText(text).width;
    const axis = view.turned ? 0 : 1;
    const from = view.at(lane.top, lane.top)[axis];
    const to = view.at(lane.bottom, lane.bottom)[axis];
    const room = view.turned ? width + 8 : 14;
    const far = view.turned ? view.width : view.height;
    const at = Math.min(Math.max((from + to) / 2, free + room / 2), to - room / 2);
    if (at < Math.max(free, 0) + room / 2 || at + room / 2 > far) continue;
    const [x, y] = view.turned ? [at, 13] : [width / 2 + 14, at];
    boxes.push(pill(ctx, text, x, y, width / 2 + 6, ink, ink.muted));
    free = at + room / 2;
  }
  return boxes;
}

function pill(ctx, text, x, y, half, ink, colour) {
  ctx.globalAlpha = 0.88;
  ctx.fillStyle = ink.background;
  ctx.beginPath();
  ctx.roundRect(x - half, y - 9.5, 2 * half, 19, 9.5);
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.fillStyle = colour;
  ctx.textAlign = "center";
  ctx.fillText(text, x, y + 0.5);
  ctx.textAlign = "start";
  return { left: x - half, right: x + half, top: y - 9.5, bottom: y + 9.5 };
}
