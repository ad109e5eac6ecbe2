// Enlarges pictures that the page shows smaller than they are; a diagram that was drawn, too
// (mermaid.js). Without this, or where there is nothing to gain, a picture promises nothing.
{
  // `pictures` are one picture, for light pages and for dark ones.
  carnet.enlarge = (pictures) => {
    const dialog = document.body.appendChild(document.createElement("dialog"));
    dialog.className = "zoom";
    dialog.ariaLabel = carnet.words.enlarge;
    const close = dialog.appendChild(document.createElement("button"));
    close.type = "button";
    close.textContent = carnet.words.close;
    for (const picture of pictures) {
      const { className, src } = picture;
      const alt = picture.dataset.alt ?? picture.alt;
      const large = dialog.appendChild(document.createElement("img"));
      Object.assign(large, { alt, className, src });
    }
    dialog.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    dialog.showModal();
  };

  const show = (picture) => {
    const both = picture.parentNode.querySelectorAll(":scope > :is(.only-light, .only-dark)");
    carnet.enlarge(picture.matches(".only-light, .only-dark") ? both : [picture]);
  };
  const press = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    show(event.currentTarget);
  };

  // Whenever a picture gets more or less room, and once it is loaded.
  const offer = (picture) => {
    const isSmaller = picture.clientWidth > 0 && picture.naturalWidth > 1.15 * picture.clientWidth;
    if (isSmaller === (picture.role === "button")) return;
    for (const kind of ["click", "keydown"]) {
      if (isSmaller) picture.addEventListener(kind, press);
      else picture.removeEventListener(kind, press);
    }
    if (isSmaller) {
      const { enlarge } = carnet.words;
      picture.role = "button";
      picture.tabIndex = 0;
      picture.ariaHasPopup = "dialog";
      picture.ariaLabel = picture.alt ? `${picture.alt} (${enlarge})` : enlarge;
      // Decoration is no button: what was written is kept beside.
      if (!picture.alt) Object.assign(picture, { alt: enlarge }).dataset.alt = "";
    } else {
      for (const name of ["role", "tabindex", "aria-haspopup", "aria-label"]) picture.removeAttribute(name);
      picture.alt = picture.dataset.alt ?? picture.alt;
    }
  };

  const watcher = new ResizeObserver((entries) => entries.forEach(({ target }) => offer(target)));
  for (const picture of document.querySelectorAll("main img:not([data-size])")) {
    if (picture.closest("a, button, summary, .card, .cover, [aria-hidden]")) continue;
    watcher.observe(picture);
    picture.addEventListener("load", () => offer(picture));
  }
}
