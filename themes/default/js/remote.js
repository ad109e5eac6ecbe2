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
    const { src, media } = button.dataset;
    const player = document.createElement(media ?? "iframe");
    const link = button.closest("figure").querySelector("a");
    // YouTube plays nothing for a page that does not say which site it is of, and one from disk
    // is of none.
    if (location.protocol === "file:" && /^https:\/\/www\.youtube/.test(src)) {
      open(link.href, "_blank", "noopener");
      return;
    }
    if (media) {
      const ariaLabel = link.textContent;
      Object.assign(player, { controls: true, autoplay: true, tabIndex: 0, ariaLabel });
    } else {
      player.title = link.textContent;
      player.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
      // Its own site and no other: a player may not lead the reader's page away.
      player.sandbox =
        "allow-forms allow-popups allow-popups-to-escape-sandbox allow-presentation allow-same-origin allow-scripts";
      player.referrerPolicy = "strict-origin-when-cross-origin";
    }
    player.src = src;
    button.closest("figure").prepend(player);
    (button.closest(".file-player") ?? button).remove();
    player.focus();
  }
});
