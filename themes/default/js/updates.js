// Shows the updates of chosen tags only. The choice is in the address, `#tag=fixes`, so
// that it can be passed on; nothing else remembers it.
{
  const buttons = [...document.querySelectorAll(".updates-filter button")];
  const updates = [...document.querySelectorAll(".update")];
  const prefix = "#tag=";
  let chosen = new Set();

  const show = () => {
    for (const update of updates) {
      const tags = (update.dataset.tags ?? "").split(",");
      update.hidden = chosen.size > 0 && !tags.some((tag) => chosen.has(tag));
    }
    for (const button of buttons) button.ariaPressed = chosen.has(button.dataset.tag);
    for (const status of document.querySelectorAll(".updates-count")) {
      const all = [...status.closest(".updates").querySelectorAll(".update")];
      const count = all.filter((update) => !update.hidden).length;
      const words = status.dataset.words.replace("{count}", count).replace("{total}", all.length);
      status.textContent = chosen.size > 0 ? words : "";
    }
    // What is not shown is not in the outline either.
    for (const link of document.querySelectorAll("[data-part=outline] a")) {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      link.parentNode.hidden = target?.closest(".update")?.hidden ?? false;
    }
  };

  const read = () => {
    let hash = location.hash;
    try {
      hash = decodeURIComponent(hash);
    } catch {}
    if (hash.startsWith(prefix)) {
      const asked = hash.slice(prefix.length).split(",");
      chosen = new Set(asked.filter((tag) => buttons.some(({ dataset }) => dataset.tag === tag)));
      show();
      return;
    }
    // An address may name an update that is hidden.
    const target = hash.length > 1 ? document.getElementById(hash.slice(1)) : null;
    if (!target?.closest(".update[hidden]")) return;
    chosen = new Set();
    show();
    target.scrollIntoView();
  };

  if (buttons.length) {
    for (const bar of document.querySelectorAll(".updates-filter")) bar.hidden = false;
    for (const button of buttons) {
      button.addEventListener("click", () => {
        const tag = button.dataset.tag;
        if (!chosen.delete(tag)) chosen.add(tag);
        const here = location.href.split("#")[0];
        const names = [...chosen].map(encodeURIComponent).join(",");
        history.replaceState(null, "", names ? here + prefix + names : here);
        show();
      });
    }
    addEventListener("hashchange", read);
    read();
  }
}
