// Makes a tab list of the titles of tabs. A choice holds for all tabs of that title, on this page
// and on the next ones. What is hidden can still be found: by the browser's search in the page, and
// by an address that names a tab or something in it (reveal.js).
{
  const buttons_of = new WeakMap(); // From the panel of a tab to its button.
  const titleOf = (panel) => buttons_of.get(panel).textContent.trim();
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

  // What the reader chose, the last choice first. What they look at stays where it is.
  const choose = (panel) => {
    const tabs = panel.parentNode;
    const { top } = tabs.getBoundingClientRect();
    const title = titleOf(panel);
    for (const other of document.querySelectorAll(".tabs > .tab")) {
      if (titleOf(other) === title) select(other);
    }
    select(panel);
    scrollBy(0, tabs.getBoundingClientRect().top - top);
    chosen = [title, ...chosen.filter((other) => other !== title)].slice(0, 20);
    carnet.remember("tabs", chosen);
  };
  let chosen = carnet.recall("tabs") ?? [];

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
      button.addEventListener("click", () => choose(panel));
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
      choose(panels[next]);
      buttons[next].focus();
    });
    tabs.prepend(list);
    tabs.dataset.ready = "";
    const known = chosen.find((title) => panels.some((panel) => titleOf(panel) === title));
    select(panels.find((panel) => titleOf(panel) === known) ?? panels[0]);
  }

  carnet.reveal();
}
