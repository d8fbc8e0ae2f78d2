// A story: its steps with their words, played with buttons and arrow keys, on a page or full screen.

import { element, icon, say } from "./words.js";

const HASH = /^#cerita=(\d+)$/;
const BIG = 1.5; // names in presentation, against names on the page

/** The story of a shared file, below its graph; the file's address says at which step. */
export class Story {
  constructor(graph, told, show) {
    Object.assign(this, { graph, told, show, place: 0, shown: false, presenting: false });
    this.root = element("section", { class: "sg-story", tabindex: "-1", hidden: true });
    this.opener = element("button", {
      type: "button",
      class: "sg-button sg-labelled sg-story-open",
      onclick: () => (this.shown ? this.close() : this.go(this.place)),
    });
    graph.filterButton.after(this.opener);
    graph.legend.before(this.root);
    document.addEventListener("keydown", (event) => this.#key(event), true);
    document.addEventListener("fullscreenchange", () => {
      if (!document.fullscreenElement && this.presenting) this.#present(false);
    });
    window.addEventListener("hashchange", () => this.open(window.location.hash));
  }

  /** Open at the step that an address names. */
  open(hash) {
    const place = Number(HASH.exec(hash)?.[1] ?? 0) - 1;
    if (place >= 0 && place < this.told.steps.length && !(this.shown && place === this.place)) {
      this.go(place);
    }
  }

  /** Show a step: its words and its view. */
  go(place) {
    if (place < 0 || place >= this.told.steps.length) return;
    Object.assign(this, { place, shown: true });
    this.speak();
    this.show(this.told.steps[place].view);
    window.history.replaceState(null, "", `#cerita=${place + 1}`);
  }

  close() {
    if (this.presenting) this.present(false);
    this.shown = false;
    this.speak();
    window.history.replaceState(null, "", "#");
    this.opener.focus();
  }

  /** Present: full screen where the browser grants it, large names, nothing but graph and story. */
  present(wanted) {
    this.#present(wanted);
    if (wanted) this.graph.root.requestFullscreen?.().catch(() => {});
    else if (document.fullscreenElement) document.exitFullscreen();
  }

  #present(presenting) {
    this.presenting = presenting;
    this.graph.root.classList.toggle("sg-presenting", presenting);
    this.graph.scene.labels.scale = presenting ? BIG : 1;
    this.speak();
    this.root.focus({ preventScroll: true });
    this.graph.scene.network.redraw();
  }

  /** Say the step in the reader's language. */
  speak() {
    const { graph, told, place } = this;
    const { language } = graph.state;
    this.opener.textContent = graph.text("story");
    this.opener.setAttribute("aria-expanded", String(this.shown));
    this.root.hidden = !this.shown;
    graph.root.classList.toggle("sg-telling", this.shown);
    this.root.setAttribute("aria-label", say(told.title, language));
    if (!this.shown) return;
    const step = told.steps[place];
    const active = this.root.getRootNode().activeElement?.dataset?.name;
    this.root.replaceChildren(
      element(
        "div",
        { class: "sg-story-words", role: "status" },
        element("p", { class: "sg-story-over" }, say(told.title, language)),
        element("h2", {}, `${place + 1}. ${say(step.title, language)}`),
        element("p", {}, say(step.text, language)),
        element("p", { class: "sg-story-note" }, say(step.note, language)),
      ),
      this.#controls(),
    );
    this.root.querySelector(`[data-name="${active}"]`)?.focus({ preventScroll: true });
  }

  #controls() {
    const { graph, place } = this;
    const last = this.told.steps.length;
    const button = (name, content, onclick, disabled = false) =>
      element(
        "button",
        {
          type: "button",
          class: "sg-button sg-labelled",
          title: graph.text(name),
          "aria-label": graph.text(name),
          data: { name },
          disabled,
          onclick,
        },
        content,
      );
    const present = this.presenting ? "present_end" : "present";
    return element(
      "div",
      { class: "sg-story-tools" },
      button("earlier", "←", () => this.go(place - 1), place === 0),
      element("span", { class: "sg-count" }, `${place + 1} / ${last}`),
      button("later", "→", () => this.go(place + 1), place === last - 1),
      button(present, graph.text(present), () => this.present(!this.presenting)),
      button("close", icon("close"), () => this.close()),
    );
  }

  /** Arrow keys turn the steps as long as the story is open; nobody types into a field then. */
  #key(event) {
    if (!this.shown || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, select, textarea")) return;
    const by = { ArrowLeft: -1, PageUp: -1, ArrowRight: 1, PageDown: 1 }[event.key];
    const ends = { Home: 0, End: this.told.steps.length - 1 };
    if (by) this.go(this.place + by);
    else if (event.key in ends) this.go(ends[event.key]);
    else if (event.key === "Escape" && this.presenting) this.present(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
