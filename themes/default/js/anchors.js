// The `§` beside a heading, to copy the address of a section from. It is no part
// of the heading's name: the same addresses are in the outline.
for (const heading of document.querySelectorAll("main :is(h2, h3, h4, h5, h6, .openapi-title)[id]")) {
  if (heading.closest(".card")) continue;
  const anchor = document.createElement("a");
  anchor.className = "anchor";
  anchor.href = "#" + encodeURIComponent(heading.id);
  anchor.tabIndex = -1;
  anchor.ariaHidden = "true";
  heading.append(anchor);
}
