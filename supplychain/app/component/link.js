// A link to copy: with one click where the browser lets us, else selected for the reader to copy.

/** Streamlit calls this for a new link or language. */
export default function link({ data, parentElement }) {
  const field = document.createElement("input");
  field.readOnly = true;
  field.value = data.link;
  field.setAttribute("aria-label", data.link_label);
  field.addEventListener("focus", () => field.select());
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = data.copy;
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(data.link); // not there without https
      said.textContent = data.copied;
    } catch {
      field.focus();
      field.select();
      said.textContent = data.by_hand;
    }
  });
  const root = document.createElement("div");
  root.className = "link";
  root.append(field, button, said);
  parentElement.querySelector(".link")?.remove();
  parentElement.append(root);
}
