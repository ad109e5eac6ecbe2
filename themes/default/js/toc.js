// The tree of all pages. A page carries only the part around itself; branches
// that it lacks come from a shared script, `data-toc`, when somebody opens one:
//   carnetToc = [[depth, title, address from the site's root, icon?, tag?], [-1, group, "", icon?], …]
{
  const script = document.currentScript;
  const toc = document.querySelector("[data-part=toc]");
  const waiting = [];
  let asked = false;

  const fill = (details) => {
    const all = window.carnetToc;
    const list = document.createElement("ul");
    let at = Number(details.dataset.toc);
    const depth = all[at][0];
    for (at += 1; all[at] && all[at][0] > depth; at += 1) {
      if (all[at][0] !== depth + 1) continue;
      const [, title, address, icon, tag] = all[at];
      const item = list.appendChild(document.createElement("li"));
      const entry = item.appendChild(document.createElement(address ? "a" : "span"));
      entry.textContent = icon ? ` ${title}` : title;
      if (icon) entry.insertAdjacentHTML("afterbegin", icon);
      if (tag) {
        const chip = document.createElement("span");
        chip.className = "tag";
        chip.textContent = tag;
        entry.append(" ", chip);
      }
      const leaves = /^[a-z]+:/i.test(address);
      if (address) entry.href = leaves ? address : new URL("../" + address, script.src);
      if (leaves) entry.className = "external";
      if (all[at + 1] && all[at + 1][0] > depth + 1) {
        item.className = "branch";
        const branch = item.appendChild(document.createElement("details"));
        branch.dataset.toc = at;
        const label = script.dataset.subpages.replace("{title}", title);
        branch.appendChild(document.createElement("summary")).ariaLabel = label;
      }
    }
    details.append(list);
    delete details.dataset.toc;
  };

  const load = () => {
    asked = true;
    const shared = document.createElement("script");
    shared.src = script.dataset.toc;
    shared.onload = () => waiting.splice(0).forEach(fill);
    shared.onerror = () => {
      asked = false;
      waiting.splice(0).forEach((details) => (details.open = false));
    };
    document.head.append(shared);
  };

  // `toggle` does not bubble.
  toc?.addEventListener(
    "toggle",
    ({ target }) => {
      if (!target.open || !target.dataset.toc || waiting.includes(target)) return;
      if (window.carnetToc) return fill(target);
      waiting.push(target);
      if (!asked) load();
    },
    true,
  );

  // Bring the current entry into view, without moving the page.
  const current = toc?.querySelector("[aria-current]");
  if (current) {
    const { top, bottom } = current.getBoundingClientRect();
    const view = toc.getBoundingClientRect();
    if (top < view.top || bottom > view.bottom) {
      toc.scrollTop += top - view.top - toc.clientHeight / 3;
    }
  }
}
