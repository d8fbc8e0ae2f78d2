// Entry for the HTML file: reads the data beside it, follows the reader's language and theme.

import { Choices } from "./choices.js";
import { Graph } from "./graph.js";
import { Story } from "./story.js";
import { say } from "./words.js";

/** Draw the page; everything it needs is inside the file. */
export async function page() {
  try {
    draw(await packed("sg-data"));
  } catch (error) {
    document.getElementById("sg-old").hidden = false;
    throw error;
  }
}

/** Unpack what stands in an element. */
async function packed(id) {
  const letters = atob(document.getElementById(id).textContent);
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

function draw(payload) {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  let [story, choices] = [null, null];
  const speak = (language) => {
    document.documentElement.lang = language;
    document.title = say(payload.title, language);
    for (const place of document.querySelectorAll("[data-say]")) {
      place.textContent = say(payload.page[place.dataset.say], language);
    }
    story?.speak();
    choices?.speak();
  };
  const dress = (theme) => {
    document.documentElement.dataset.theme = theme;
  };
  const graph = new Graph(document.getElementById("sg-graph"), {
    payload,
    vis,
    view: payload.view,
    theme: dark.matches ? "dark" : "light",
    font: getComputedStyle(document.body).fontFamily,
    ownPage: true,
    onLanguage: speak,
    onTheme: dress,
  });
  if (payload.choices) {
    const { size, colour } = payload.view;
    choices = new Choices(graph, payload, { layout: payload.layout, size, colour });
  }
  const show = (view) => {
    choices?.take(view);
    graph.restore(view);
  };
  if (payload.story) story = new Story(graph, payload.story, show);
  speak(payload.language);
  dress(graph.state.theme);
  story?.open(window.location.hash);
  const redraw = (theme) => {
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
    redraw(theme);
  };
  window.addEventListener("beforeprint", () => paper(true));
  window.addEventListener("afterprint", () => paper(false));
  window.matchMedia("print").addEventListener("change", ({ matches }) => paper(matches));
}
