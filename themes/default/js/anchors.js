// The `§` beside a heading: a click copies the address of the section. It is no part
// of the heading's name, and no stop of the keyboard: the same addresses are in the outline.
for (const heading of document.querySelectorAll("main :is(h2, h3, h4, h5, h6, .openapi-title)[id]")) {
  if (heading.closest(".card")) continue;
  const anchor = document.createElement("a");
  anchor.className = "anchor";
  anchor.href = "#" + encodeURIComponent(heading.id);
  anchor.tabIndex = -1;
  anchor.ariaHidden = "true";
  anchor.addEventListener("click", () => carnet.copy(anchor.href, anchor));
  heading.append(anchor);
}
