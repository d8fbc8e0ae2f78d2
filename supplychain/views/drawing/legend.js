// The legend below the graph: kinds and colours switch on and off, lines and sizes are explained.

import { stateLines } from "./states.js";
import { count, dash, element, mark, outline, say } from "./words.js";

/** Build the legend for a state; `calls.toggle(field, code)` hides or shows a code. */
export function legend(model, state, calls) {
  const { language, theme } = state;
  const { legend: told, paints, inks, texts } = model.payload;
  const ink = inks[theme];
  const paint = (place) => paints[place][theme === "dark" ? 1 : 0];
  const border = outline(model.payload, theme);
  const neutral = theme === "dark" ? ink.muted : ink.text;
  const byKind = told.colour.field === "kind";
  const fills = byKind
    ? Object.fromEntries(told.colour.entries.map((entry) => [entry.code, paint(entry.paint)]))
    : {};
  const kinds = told.kinds.map((kind) =>
    toggle(
      model,
      state,
      calls,
      "kind",
      kind,
      mark(kind.shape, fills[kind.code] ?? ink.fill, byKind ? border : neutral),
    ),
  );
  return [
    group(null, kinds),
    byKind ? null : group(say(told.colour.title, language), colours(model, state, calls, paint, border)),
    group(null, lines(told.lines, state, ink, texts)),
    group(null, stateLines(told.changes, paint, language)),
    told.size?.marks.length ? sizes(told.size, state, texts) : null,
    told.width.marks.length ? widths(told.width, state, ink, texts) : null,
  ];
}

function group(title, items) {
  if (!items.length) return null;
  return element(
    "div",
    { class: "sg-legend-group", role: "group", "aria-label": title },
    title ? element("span", { class: "sg-legend-title" }, title) : null,
    items,
  );
}

function toggle(model, state, calls, field, entry, picture) {
  const { language, chosen } = state;
  const shown = !chosen[field]?.size || chosen[field].has(entry.code);
  const name = say(entry.label, language);
  const number = model.payload.facets
    .find((facet) => facet.field === field)
    ?.options.find((option) => option.code === entry.code)?.count;
  return element(
    "button",
    {
      type: "button",
      class: "sg-key",
      "aria-pressed": String(shown),
      title: say(model.payload.texts[shown ? "hide" : "show"], language, { name }),
      data: { field, code: entry.code },
      onclick: () => calls.toggle(field, entry.code),
    },
    picture,
    element("span", {}, name),
    number === undefined ? null : element("span", { class: "sg-count" }, count(number, language)),
  );
}

function colours(model, state, calls, paint, border) {
  const told = model.payload.legend.colour;
  const { language } = state;
  if (told.ticks) return [ramp(told, model.payload.paints.length, paint, language)];
  return told.entries.map((entry) => {
    const picture = mark("square", paint(entry.paint), border);
    const filtered = model.payload.facets.some((facet) => facet.field === told.field);
    if (entry.code !== null && filtered) {
      return toggle(model, state, calls, told.field, entry, picture);
    }
    return element("span", { class: "sg-key" }, picture, say(entry.label, language));
  });
}

function ramp(told, paints, paint, language) {
  const [from, to] = told.range ?? [0, paints - 1];
  const bar = element("canvas", { class: "sg-ramp", width: to - from, height: 1 });
  const ctx = bar.getContext("2d");
  for (let place = from; place < to; place += 1) {
    ctx.fillStyle = paint(place);
    ctx.fillRect(place - from, 0, 1, 1);
  }
  const ticks = told.ticks.map((tick) => element("span", {}, say(tick, language)));
  return element(
    "span",
    { class: "sg-ramp-box" },
    bar,
    element("span", { class: "sg-ramp-ticks" }, ticks),
  );
}

function lines(told, state, ink, texts) {
  return told.entries.map((entry) => {
    const context = entry.field === "relation";
    const name = say(entry.label, state.language);
    return element(
      "span",
      { class: "sg-key", title: context ? say(texts.only_tie, state.language) : undefined },
      dash(entry.dashes.map((part) => part * 1.4), context ? 1.6 : 2.2, context ? ink.muted : ink.text),
      element("span", {}, name),
    );
  });
}

function sizes(told, state, texts) {
  const { language } = state;
  const items = told.marks.map(({ text, size }) => {
    const dot = element("span", { class: "sg-dot" });
    dot.style.width = `${Math.max(3, 2 * size * state.scale)}px`;
    dot.style.height = dot.style.width;
    return element("span", { class: "sg-key" }, dot, say(text, language));
  });
  const name = say(told.title, language);
  return group(`${say(texts.size, language)}: ${name}`, items);
}

function widths(told, state, ink, texts) {
  const { language } = state;
  const items = told.marks.map(({ text, size }) =>
    element("span", { class: "sg-key" }, dash([], size * state.scale, ink.muted), say(text, language)),
  );
  return group(`${say(texts.width, language)}: ${say(told.title, language)}`, items);
}
