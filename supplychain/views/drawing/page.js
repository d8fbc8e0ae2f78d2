// Entry for the HTML file: reads the data beside it, follows the reader's language and theme.

import { Graph } from "./graph.js";
import { say } from "./words.js";

/** Draw the page; everything it needs is inside the file. */
export function page() {
  const payload = JSON.parse(document.getElementById("sg-data").textContent);
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const speak = (language) => {
    document.documentElement.lang = language;
    document.title = say(payload.title, language);
    for (const place of document.querySelectorAll("[data-say]")) {
      place.textContent = say(payload.page[place.dataset.say], language);
    }
  };
  const dress = (theme) => {
    document.documentElement.dataset.theme = theme;
  };
  const graph = new Graph(document.getElementById("sg-graph"), {
    payload,
    vis,
    theme: dark.matches ? "dark" : "light",
    font: getComputedStyle(document.body).fontFamily,
    ownPage: true,
    onLanguage: speak,
    onTheme: dress,
  });
  speak(payload.language);
  dress(graph.state.theme);
  const draw = (theme) => {
    graph.update({ theme });
    graph.scene.network.redraw(); // takes the new size
    graph.scene.camera.fit(false);
    graph.scene.network.redraw();
  };
  let screen = null;
  const paper = (printing) => {
    if (printing === (screen !== null)) return;
    const theme = printing ? "light" : screen;
    screen = printing ? graph.state.theme : null;
    document.documentElement.classList.toggle("paper", printing); // the size of the sheet
    dress(theme);
    draw(theme);
  };
  window.addEventListener("beforeprint", () => paper(true));
  window.addEventListener("afterprint", () => paper(false));
  window.matchMedia("print").addEventListener("change", ({ matches }) => paper(matches));
}
