// "Copy as Markdown": what makes Markdown of a page is loaded by those who ask for it only.
{
  const button = document.querySelector("[data-part=copy-page]");
  const script = new URL("parts/markdown.js", document.currentScript.src);
  const copy = () => carnet.copy(carnet.markdown.page(document.querySelector("main")), button);
  button?.addEventListener("click", () => (carnet.markdown ? copy() : carnet.load(script).then(copy, () => {})));
}
