// Makes a tab list of the titles of tabs. What is hidden can still be found: by
// the browser's search in the page, and by an address that names a tab or
// something in it. Folds open for such an address, too.
{
  const buttons_of = new WeakMap(); // From the panel of a tab to its button.
  const select = (tab) => {
    for (const other of tab.parentNode.querySelectorAll(":scope > .tab")) {
      const chosen = other === tab;
      const button = buttons_of.get(other);
      if (chosen) other.removeAttribute("hidden");
      else other.setAttribute("hidden", "until-found");
      button.setAttribute("aria-selected", chosen);
      button.tabIndex = chosen ? 0 : -1;
    }
  };

  for (const tabs of document.querySelectorAll(".tabs")) {
    const panels = [...tabs.querySelectorAll(":scope > .tab")];
    if (!panels.length) continue;
    const list = document.createElement("div");
    list.className = "tab-list";
    list.role = "tablist";
    const buttons = panels.map((panel) => {
      const button = list.appendChild(document.createElement("button"));
      button.type = "button";
      button.role = "tab";
      button.id = panel.id + "-title";
      button.append(...panel.querySelector(".tab-title").cloneNode(true).childNodes);
      button.setAttribute("aria-controls", panel.id);
      buttons_of.set(panel, button);
      panel.role = "tabpanel";
      panel.setAttribute("aria-labelledby", button.id);
      panel.addEventListener("beforematch", () => select(panel));
      button.addEventListener("click", () => select(panel));
      return button;
    });
    list.addEventListener("keydown", (event) => {
      const count = buttons.length;
      const at = buttons.indexOf(event.target);
      const forward = getComputedStyle(tabs).direction === "rtl" ? -1 : 1;
      const to = { ArrowRight: at + forward, ArrowLeft: at - forward, Home: 0, End: count - 1 };
      if (at < 0 || !(event.key in to)) return;
      event.preventDefault();
      const next = (to[event.key] + count) % count;
      select(panels[next]);
      buttons[next].focus();
    });
    tabs.prepend(list);
    tabs.dataset.ready = "";
    select(panels[0]);
  }

  const reveal = () => {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {}
    const target = id && document.getElementById(id);
    if (!target) return;
    let hidden = false;
    for (let box = target; box; box = box.parentElement) {
      if (box.matches(".tab[hidden]")) {
        select(box);
        hidden = true;
      } else if (box.localName === "details" && !box.open) {
        box.open = true;
        hidden = true;
      }
    }
    if (hidden) target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
}
