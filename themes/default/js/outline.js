// Marks the section that is being read in the outline, and keeps the mark in sight.
{
  const outline = document.querySelector("[data-part=outline]");
  const links = [...(outline?.querySelectorAll("a") ?? [])];
  const headings = links.map((link) =>
    document.getElementById(decodeURIComponent(link.hash.slice(1))),
  );
  let current;
  let chosen = -1; // The section that the reader asked for, until they scroll on.

  const isReached = (heading, line) =>
    heading?.getClientRects().length &&
    !heading.closest("[hidden], details:not([open]) > :not(summary)") &&
    heading.getBoundingClientRect().top < line;

  const mark = () => {
    // Headings near the end never reach the top of the window: there, the line that they have to
    // pass comes down to meet them.
    const end = document.documentElement.scrollHeight - innerHeight;
    const near = Math.max(1 - (end - scrollY) / Math.min(end, innerHeight), 0) || 0;
    const line = 140 + (innerHeight - 140) * near;
    const index = chosen < 0 ? headings.findLastIndex((heading) => isReached(heading, line)) : chosen;
    if (links[index] === current) return;
    current?.removeAttribute("aria-current");
    current = links[index];
    current?.setAttribute("aria-current", "true");
    const view = outline.getBoundingClientRect();
    if (!current || !view.height) return;
    const { top, bottom } = current.getBoundingClientRect();
    if (top < view.top + 40 || bottom > view.bottom - 40) {
      outline.scrollTop += top - view.top - view.height / 2;
    }
  };
  const choose = () => {
    chosen = links.findIndex(({ hash }) => hash && hash === location.hash);
    mark();
  };

  if (links.length) {
    addEventListener("scroll", () => requestAnimationFrame(mark), { passive: true });
    for (const own of ["wheel", "touchmove", "keydown", "pointerdown"]) {
      addEventListener(own, () => (chosen = -1), { passive: true });
    }
    addEventListener("hashchange", choose);
    outline.addEventListener("click", () => setTimeout(choose));
    choose();
  }
}
