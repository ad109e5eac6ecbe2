// Marks the section that is being read in the outline.
{
  const links = [...document.querySelectorAll("[data-part=outline] a")];
  const headings = links.map((link) =>
    document.getElementById(decodeURIComponent(link.hash.slice(1))),
  );
  let current;
  const mark = () => {
    let index = headings.findLastIndex(
      (heading) => heading?.getClientRects().length && heading.getBoundingClientRect().top < 140,
    );
    const end = document.documentElement.scrollHeight;
    if (scrollY > 0 && innerHeight + scrollY > end - 4) index = links.length - 1;
    if (links[index] === current) return;
    current?.removeAttribute("aria-current");
    current = links[index];
    current?.setAttribute("aria-current", "true");
  };
  if (links.length) {
    addEventListener("scroll", () => requestAnimationFrame(mark), { passive: true });
    mark();
  }
}
