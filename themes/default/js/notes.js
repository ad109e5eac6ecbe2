// Opens a note beside the words that it explains. Without this the words lead to the note at the
// end of the page. Escape or a click elsewhere closes it, as any popover.
{
  let note;
  const show = (words, source) => {
    if (!note) {
      note = document.createElement("div");
      note.className = "note";
      note.role = "note";
      note.popover = "auto";
      note.tabIndex = -1;
    }
    note.replaceChildren(...source.cloneNode(true).childNodes);
    for (const link of note.querySelectorAll("[role=doc-backlink]")) link.remove();
    for (const marked of note.querySelectorAll("[id]")) marked.removeAttribute("id");
    note.setAttribute("aria-label", words.textContent);
    document.querySelector("main").append(note);
    note.showPopover();
    const box = words.getBoundingClientRect();
    const { width, height } = note.getBoundingClientRect();
    const page = document.documentElement;
    const left = Math.max(8, Math.min(box.left, page.clientWidth - width - 8));
    const fits = box.bottom + height + 8 < page.clientHeight || box.top < height + 8;
    note.style.left = left + scrollX + "px";
    note.style.top = (fits ? box.bottom + 6 : box.top - height - 6) + scrollY + "px";
    note.focus({ preventScroll: true });
  };
  document.addEventListener("click", (event) => {
    const words = event.target.closest("a[role=doc-noteref]");
    const changed = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!words || changed || !("popover" in words)) return;
    const source = document.getElementById(words.hash.slice(1));
    if (!source) return;
    event.preventDefault();
    show(words, source);
  });
}
