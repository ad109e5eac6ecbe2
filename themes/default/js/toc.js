// The tree of all pages. A page carries only the part around itself; branches
// that it lacks come from a shared script, `data-toc`, when somebody opens one:
//   carnetToc = [[depth, title, address from the site's root, icon?, tag?], [-1, group, "", icon?], …]
//
// What a reader opened, and how far the tree was scrolled, stays for the next pages, until the tab
// is closed. Branches are remembered with what is in them: a page is then drawn at once with all
// that it had before, and nothing jumps.
{
  const script = document.currentScript;
  const toc = document.querySelector("[data-part=toc]");
  const key = "toc " + new URL(script.dataset.toc, location);
  const memory = carnet.recall(key, "sessionStorage") ?? { open: {}, known: {} };
  const waiting = [];

  // The entries right below entry `at`: [number, has entries below, title, address, icon, tag].
  const childrenOf = (at) => {
    const all = window.carnetToc;
    const depth = all[at][0] + 1;
    const children = [];
    for (let i = at + 1; all[i]?.[0] >= depth; i += 1) {
      if (all[i][0] === depth) children.push([i, all[i + 1]?.[0] > depth, ...all[i].slice(1)]);
    }
    return children;
  };

  const nameOf = (details) => {
    const label = details.previousElementSibling;
    return label.href ?? label.textContent;
  };

  const fill = (details, children) => {
    const list = document.createElement("ul");
    for (const [number, isBranch, title, address, icon, tag] of children) {
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
      if (isBranch) {
        item.className = "branch";
        const branch = item.appendChild(document.createElement("details"));
        branch.dataset.toc = number;
        const label = script.dataset.subpages.replace("{title}", title);
        branch.appendChild(document.createElement("summary")).ariaLabel = label;
      }
    }
    details.append(list);
    delete details.dataset.toc;
    memory.known[nameOf(details)] = children;
    restore(list);
  };

  const complete = (details) => {
    if (!details.dataset.toc || waiting.includes(details)) return;
    if (window.carnetToc) return fill(details, childrenOf(Number(details.dataset.toc)));
    waiting.push(details);
    if (waiting.length === 1) load();
  };

  const load = () => {
    carnet.load(script.dataset.toc).then(
      () => waiting.splice(0).forEach(complete),
      () => waiting.splice(0).forEach((details) => (details.open = false)),
    );
  };

  // Branches as the reader left them, but the page itself stays in sight.
  const restore = (tree) => {
    for (const details of tree.querySelectorAll("details")) {
      const name = nameOf(details);
      const isOpen = memory.open[name];
      if (isOpen === undefined || (!isOpen && details.querySelector("[aria-current]"))) continue;
      if (isOpen && details.dataset.toc && memory.known[name]) fill(details, memory.known[name]);
      details.open = isOpen;
    }
  };

  // The focusable things of the lines that are in sight, one a line.
  const linesOf = () =>
    [...toc.querySelectorAll("li, p")]
      .filter((line) => !line.closest("details:not([open])"))
      .map((line) => line.querySelector("a, summary"))
      .filter(Boolean);

  const move = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const line = event.target.closest("li, p");
    const branch = line?.querySelector(":scope > details");
    const lines = linesOf();
    const at = lines.indexOf(line?.querySelector("a, summary"));
    const isForward = getComputedStyle(toc).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const isBack = isForward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    let next;
    if (event.key === "ArrowDown") next = lines[at + 1];
    else if (event.key === "ArrowUp") next = lines[at - 1];
    else if (event.key === "Home") next = lines[0];
    else if (event.key === "End") next = lines.at(-1);
    else if (event.key === isForward && branch?.open) next = branch.querySelector(":scope li :is(a, summary)");
    else if (event.key === isBack && !branch?.open) {
      next = line.parentNode.closest("li")?.querySelector("a, summary");
    } else if (branch && [isForward, isBack].includes(event.key)) {
      branch.querySelector("summary").click();
    } else return;
    event.preventDefault();
    next?.focus();
  };

  if (toc) {
    // `toggle` does not bubble.
    toc.addEventListener("toggle", ({ target }) => target.open && complete(target), true);
    toc.addEventListener("keydown", move);
    toc.addEventListener("click", ({ target }) => {
      const details = target.closest("summary")?.parentNode;
      if (details) memory.open[nameOf(details)] = !details.open;
      if (details && !details.open) complete(details);
      const link = target.closest("a");
      memory.link = link?.href;
      if (link) memory.linkTop = link.getBoundingClientRect().top;
    });

    // A page that is loaded again may be a new one.
    if (performance.getEntriesByType("navigation")[0]?.type === "reload") {
      memory.known = {};
    }
    restore(toc);

    // The entry that was clicked stays where it was, and so does the tree. What is shown now is in
    // sight, unless the reader, on the same page, looked elsewhere.
    const current = toc.querySelector("[aria-current]");
    const topOf = () => current.getBoundingClientRect().top;
    if (current && memory.link === current.href) toc.scrollTop += topOf() - memory.linkTop;
    else toc.scrollTop = memory.top ?? 0;
    if (current && memory.page !== current.href) {
      const view = toc.getBoundingClientRect();
      const top = topOf() - view.top;
      if (top < 0 || top + current.offsetHeight > view.height) {
        toc.scrollTop += top - toc.clientHeight / 3;
      }
    }
    addEventListener("pagehide", () => {
      // There is no place in a drawer that is closed.
      if (toc.clientHeight > 0) Object.assign(memory, { top: toc.scrollTop, page: current?.href });
      carnet.remember(key, memory, "sessionStorage");
    });
  }
}
