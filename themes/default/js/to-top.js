// The way back to the top of a page, from the second window on.
{
  const button = document.querySelector("[data-part=to-top]");
  const show = () => (button.hidden = scrollY < 1.5 * innerHeight);
  button?.addEventListener("click", () => {
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollTo({ top: 0, behavior: isCalm ? "auto" : "smooth" });
    document.querySelector("main").focus({ preventScroll: true });
  });
  if (button) addEventListener("scroll", show, { passive: true });
}
