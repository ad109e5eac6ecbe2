// "Copy as Markdown": what makes Markdown of a page is loaded by those who ask for it only.
{
  const button = document.querySelector("[data-part=copy-page]");
  const folder = new URL(".", document.currentScript.src);
  const copy = () => carnet.copy(carnet.markdown.page(document.querySelector("main")), button);
  button?.addEventListener("click", () => {
    if (carnet.markdown) return copy();
    const script = document.createElement("script");
    script.src = new URL("parts/markdown.js", folder);
    script.onload = copy;
    script.onerror = () => script.remove();
    document.head.append(script);
  });
}
