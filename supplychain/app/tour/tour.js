// The tour: one card at the corner, and a ring around the page's name in the navigation.

const SEEN = "supplychain-tour-seen";
const STEP = "supplychain-tour-step";
const RING = "2px solid var(--st-primary-color, #0b6e8f)";
const mounted = new WeakMap();

/** Ask or tell the browser's own memory; one without any shows the tour when it is asked for. */
function memory(act, otherwise) {
  try {
    return act();
  } catch {
    return otherwise;
  }
}

const seen = () => memory(() => localStorage.getItem(SEEN) !== null, true);
const remember = () => memory(() => localStorage.setItem(SEEN, "1"));
// Another page mounts the tour anew: it goes on where it was.
const underway = () => memory(() => sessionStorage.getItem(STEP), null);
const note = (step) => memory(() => sessionStorage.setItem(STEP, step));
const end = () => memory(() => sessionStorage.removeItem(STEP));

function linkOf(page) {
  const links = [...document.querySelectorAll('[data-testid="stSidebarNavLink"]')];
  return links.find((link) => new URL(link.href).pathname.split("/").pop() === page) ?? null;
}

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

class Tour {
  constructor(root) {
    this.step = Number(underway() ?? 0);
    this.ringed = null;
    this.card = element("section", "card");
    this.card.hidden = true;
    this.card.tabIndex = -1;
    this.card.setAttribute("role", "dialog");
    this.card.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
    root.append(this.card);
  }

  take(data) {
    const asked = this.data !== undefined && data.asked > this.data.asked;
    const first = this.data === undefined && (underway() !== null || (data.first && !seen()));
    this.data = data;
    if (asked) this.step = 0;
    if (asked || first) this.card.hidden = false;
    if (!this.card.hidden) this.show();
    if (asked) this.card.focus();
  }

  show() {
    const { steps, words } = this.data;
    const { title, text, page } = steps[this.step];
    const last = this.step === steps.length - 1;
    if (this.step > 0) note(this.step);
    else end(); // who did not begin is not followed to other pages
    this.card.setAttribute("aria-label", title);
    const head = element("header", "head");
    head.append(element("h2", "title", title));
    head.append(this.button("shut", "×", () => this.close(), words.close));
    const place = words.place.replace("{step}", this.step + 1).replace("{steps}", steps.length);
    const foot = element("footer", "foot");
    foot.append(element("span", "place", place));
    if (this.step > 0) foot.append(this.button("plain", words.back, () => this.go(-1)));
    const next = this.button("next", last ? words.end : words.next, () =>
      last ? this.close() : this.go(1),
    );
    foot.append(next);
    const link = page === null ? null : linkOf(page);
    const body = element("p", "text", text);
    const visit = link ? [this.button("visit", words.visit, () => link.click())] : [];
    this.card.replaceChildren(head, body, ...visit, foot);
    this.ring(link);
  }

  button(className, text, act, label = "") {
    const made = element("button", className, text);
    made.type = "button";
    if (label) made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    return made;
  }

  go(by) {
    this.step += by;
    this.show();
    this.card.querySelector(".next").focus();
  }

  ring(link) {
    if (this.ringed) this.ringed.style.outline = "";
    this.ringed = link;
    if (link) link.style.outline = RING;
  }

  close() {
    this.card.hidden = true;
    this.ring(null);
    remember();
    end();
  }
}

export default function tour({ data, parentElement }) {
  let known = mounted.get(parentElement);
  if (!known) {
    known = new Tour(parentElement);
    mounted.set(parentElement, known);
  }
  known.take(data);
  return () => known.ring(null);
}
