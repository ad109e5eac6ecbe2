// Images and players of other sites: nothing is asked of them before a click.
document.addEventListener("click", (event) => {
  const card = event.target.closest(".remote-image");
  if (card && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    const image = document.createElement("img");
    image.className = "remote";
    image.referrerPolicy = "no-referrer";
    image.alt = card.dataset.alt;
    for (const side of ["width", "height"]) {
      if (card.dataset[side]) image.setAttribute(side, card.dataset[side]);
    }
    // The card, a link, comes back if there is no such image.
    image.onerror = () => image.replaceWith(card);
    image.src = card.href;
    card.replaceWith(image);
  }
  const button = event.target.closest(".embed-load");
  if (button) {
    const frame = document.createElement("iframe");
    frame.src = button.dataset.src;
    frame.title = button.parentNode.querySelector("a").textContent;
    frame.allow = "fullscreen; picture-in-picture";
    button.closest(".embed").prepend(frame);
    button.remove();
    frame.focus();
  }
});
