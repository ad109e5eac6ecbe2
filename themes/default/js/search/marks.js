// Marks what was searched for on a page that was found, `?q=` in its address, until the reader wants no
// more of it.
{
  const { search } = carnet;

  const remove = (mark) => {
    const { parentNode } = mark;
    mark.replaceWith(...mark.childNodes);
    parentNode.normalize();
  };

  search.mark = async () => {
    const main = document.querySelector("main");
    const address = new URL(location);
    const query = address.searchParams.get("q").trim();
    address.searchParams.delete("q");
    try {
      history.replaceState(history.state, "", address);
    } catch {} // Some browsers refuse that to pages from disk.
    const [book] = await search.books();
    await (await search.index(book)).mark(main, query);
    // In a row of boxes, the words before and behind a mark would become boxes, too.
    const isBox = ({ parentNode }) => /flex|grid/.test(getComputedStyle(parentNode).display);
    const marks = [...main.querySelectorAll("mark.found")].filter((mark) => !isBox(mark) || remove(mark));
    if (!marks.length) return;

    const { content } = search.make("template", { innerHTML: carnet.searching.html });
    const bar = document.body.appendChild(content.querySelector(".found-bar"));
    const target = carnet.target();
    const isBehind = (mark) => target.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING;
    let at = target ? Math.max(marks.findIndex(isBehind), 0) : 0;

    const show = () => {
      const values = { query, number: at + 1, count: marks.length };
      bar.querySelector("[role=status]").textContent = search.fill(bar.dataset.words, values);
      marks.forEach((mark, i) => mark.toggleAttribute("data-current", i === at));
    };
    const go = (way) => {
      at = (at + way + marks.length) % marks.length;
      show();
      carnet.reveal(marks[at]);
      marks[at].scrollIntoView({ block: "center" });
    };
    const leave = () => {
      removeEventListener("keydown", type);
      if (bar.contains(document.activeElement)) main.focus({ preventScroll: true });
      bar.remove();
      marks.forEach(remove);
    };
    const type = ({ key, defaultPrevented }) => {
      if (key === "Escape" && !defaultPrevented && !document.querySelector("dialog[open], :popover-open")) leave();
    };
    addEventListener("keydown", type);
    bar.onclick = ({ target }) => {
      const way = target.closest("button")?.dataset.go;
      if (way === "0") leave();
      else if (way) go(Number(way));
    };
    if (target) show();
    else go(0);
  };
}
