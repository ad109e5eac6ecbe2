// Copy buttons, folded code, and wide things that the keyboard has to scroll.
{
  const script = document.currentScript;

  // The clipboard needs a secure page; the old command does not.
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = document.body.appendChild(document.createElement("textarea"));
      field.value = text;
      field.select();
      document.execCommand("copy");
      field.remove();
    }
  };

  document.addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-part=copy], .more");
    if (!button) return;
    const block = button.parentNode;
    if (button.className === "more") {
      const open = block.toggleAttribute("data-open");
      button.dataset.label ??= button.textContent;
      button.textContent = open ? script.dataset.less : button.dataset.label;
      button.ariaExpanded = open;
    } else if (!button.hasAttribute("data-done")) {
      // Invisible marks at the start would be copied unseen.
      const text = block.querySelector("code").textContent.replace(/^[\u200b\u200c\ufeff]+/, "");
      await copy(text.replace(/\n$/, ""));
      const label = button.ariaLabel;
      button.dataset.done = "";
      button.ariaLabel = script.dataset.copied;
      button.focus();
      setTimeout(() => {
        delete button.dataset.done;
        button.ariaLabel = label;
      }, 2000);
    }
  });

  for (const box of document.querySelectorAll("pre, .table")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
}
