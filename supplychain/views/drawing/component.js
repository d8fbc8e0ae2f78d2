// Entry for Streamlit: one graph for each place it is mounted at, however often it is called.

import { Graph } from "./graph.js";

const mounted = new WeakMap();

/** Whether a colour is nearer to black than to white. */
function isDark(colour) {
  const ctx = document.createElement("canvas").getContext("2d");
  ctx.fillStyle = colour;
  const [red, green, blue] = ctx.fillStyle.match(/[0-9a-f]{2}/gi).map((part) => parseInt(part, 16));
  return 0.3 * red + 0.6 * green + 0.1 * blue < 128;
}

/** Streamlit calls this for new data, a new language and a new theme, and cleans up at the end. */
export function component({ data, parentElement, setStateValue }) {
  const host = parentElement.host ?? parentElement;
  const css = getComputedStyle(host);
  const background = css.getPropertyValue("--st-background-color").trim() || "#ffffff";
  const known = mounted.get(parentElement);
  const same = known?.text === data.drawing;
  const given = {
    payload: same ? known.graph.given.payload : JSON.parse(data.drawing),
    language: data.language,
    theme: isDark(background) ? "dark" : "light",
    ink: { background },
    font: css.getPropertyValue("--st-font").trim() || "sans-serif",
  };
  const token = {};
  if (known) {
    const asked = known.asked !== data.asked;
    Object.assign(known, { text: data.drawing, asked: data.asked, token });
    known.graph.update(given);
    if (asked) known.graph.restore(data.view);
  } else {
    // Which of Python's wishes this answers, so that it knows an old answer from a new one.
    const tell = (view) => setStateValue("view", { ...view, asked: held.asked });
    const graph = new Graph(parentElement, { ...given, vis, view: data.view, onView: tell });
    const held = { graph, text: data.drawing, asked: data.asked, token };
    graph.root.style.height = `${data.height}px`;
    mounted.set(parentElement, held);
  }
  // A call that was overtaken by the next one is cleaned up late: it must not take ours along.
  return () => {
    const held = mounted.get(parentElement);
    if (held?.token !== token) return;
    held.graph.destroy();
    mounted.delete(parentElement);
  };
}
