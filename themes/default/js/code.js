// Copy buttons, folded code, lines that may be broken, and wide code that the keyboard has to
// scroll.
{
  const breakLines = (isWrapped) => {
    for (const button of document.querySelectorAll("[data-part=wrap]")) {
      button.ariaPressed = isWrapped;
      button.parentNode.toggleAttribute("data-wrap", isWrapped);
    }
  };

  document.addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-part=copy], [data-part=wrap], .more");
    if (!button) return;
    const block = button.parentNode;
    if (button.className === "more") {
      const open = block.toggleAttribute("data-open");
      button.dataset.label ??= button.textContent;
      button.textContent = open ? carnet.words.less : button.dataset.label;
      button.ariaExpanded = open;
      if (block.getBoundingClientRect().top < 0) block.scrollIntoView();
    } else if (button.dataset.part === "wrap") {
      const isWrapped = button.ariaPressed !== "true";
      const { top } = block.getBoundingClientRect();
      breakLines(isWrapped);
      scrollBy(0, block.getBoundingClientRect().top - top);
      carnet.remember("wrap", isWrapped);
    } else {
      // Invisible marks at the start would be copied unseen.
      const text = block.querySelector("code").textContent.replace(/^[\u200b\u200c\ufeff]+/, "");
      carnet.copy(text.replace(/\n$/, ""), button);
    }
  });

  const addSwitch = (block) => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.part = "wrap";
    button.ariaLabel = button.title = carnet.words.wrap;
    block.querySelector("[data-part=copy]").before(button);
    breakLines(carnet.recall("wrap") === true);
  };

  // Before anything is painted, and whenever there is more or less room.
  const watcher = new ResizeObserver((entries) => {
    for (const { target: box } of entries) {
      if (box.scrollWidth <= box.clientWidth) continue;
      box.tabIndex = 0;
      const block = box.parentNode;
      if (block.matches(".code:not([data-wrap])") && !block.querySelector("[data-part=wrap]")) {
        addSwitch(block);
      }
    }
  });
  for (const box of document.querySelectorAll("pre")) watcher.observe(box);

  // An address may name something in code that is not shown in full.
  carnet.reveal();
}
