// Texts in two languages, and elements built from them without ever reading text as markup.

/** Say a text in a language; `{places}` are filled in. A plain string reads alike in both. */
export function say(words, language, values = {}) {
  const text = typeof words === "string" ? words : (words?.[language] ?? "");
  return text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

/** Write a whole number as the language does. */
export function count(number, language) {
  return number.toLocaleString(language === "id" ? "id-ID" : "en-GB");
}

/** Lower case without accents, for comparing what people type with what things are called. */
export function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Shorten a name for a crowded picture: without what stands in brackets, then at a word. */
export function shortened(name, most) {
  const text = name.replace(/\s*\([^)]*\)/g, "") || name;
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > most * 0.6 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** Build an element; strings among the children become text, never markup. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "data") Object.assign(made.dataset, value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

const ICONS = {
  search: "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13M15.4 15.4L20 20",
  filter: "M4 6h16M7 12h10M10 18h4",
  close: "M6 6l12 12M18 6L6 18",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  fit: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  full: "M14 4h6v6M10 20H4v-6M20 4l-7 7M4 20l7-7",
  focus: "M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8M12 2v4M12 18v4M2 12h4M18 12h4",
  theme: "M12 4a8 8 0 1 0 0 16z M12 4a8 8 0 0 1 0 16",
  help: "M9 9.2a3 3 0 1 1 4.3 2.7c-.9.4-1.3 1-1.3 2.1M12 17.4v.2",
  chevron: "M6 9l6 6l6-6",
  play: "M8 5.5v13l10-6.5z",
  pause: "M8.5 6v12M15.5 6v12",
  earlier: "M17 6v12l-9-6zM6 6v12",
  later: "M7 6v12l9-6zM18 6v12",
};

/** Draw one of the icons. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("sg-icon");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** Outline of marks: dark on white; on dark only where their fill may be dark too. */
export function outline(payload, theme) {
  const ink = payload.inks[theme];
  if (theme === "light") return ink.text;
  return payload.legend.colour.ticks ? ink.muted : ink.background;
}

const OUTLINES = {
  triangle: "M12 3.5L21.5 20H2.5Z",
  diamond: "M12 1.5L22.5 12L12 22.5L1.5 12Z",
  dot: "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18Z",
  square: "M4 4H20V20H4Z",
  hexagon: "M7 3.3H17L22 12L17 20.7H7L2 12Z",
};

/** Draw the mark of a kind of business, as the graph draws it. */
export function mark(shape, fill, line) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("sg-mark");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", OUTLINES[shape] ?? OUTLINES.dot);
  path.setAttribute("fill", fill);
  path.setAttribute("stroke", line);
  path.setAttribute("stroke-width", "1.6");
  svg.append(path);
  return svg;
}

/** Draw a piece of line as the graph draws it. */
export function dash(dashes, width, colour) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 34 12");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("sg-dash");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", "M1 6H33");
  path.setAttribute("fill", "none");
  path.setAttribute("stroke", colour);
  path.setAttribute("stroke-width", String(width));
  if (dashes.length) path.setAttribute("stroke-dasharray", dashes.join(" "));
  svg.append(path);
  return svg;
}
