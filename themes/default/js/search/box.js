// The window of the search, or what is the same on the page of all results.
{
  const { search } = carnet;
  const { make, link, list, fill } = search;
  const page = document.querySelector("main .search");
  const step = page ? 20 : 10;
  const piece = 3; // Shown at once in the window; the rest follows.
  const mostFilters = 12;
  const memory = "searches " + new URL(carnet.words.search, location);
  const { title } = document;

  let box, dialog, back; // `back` had the focus before.
  let field, filters, results, status, count, all, own, others;
  let group; // Only its pages; undefined: all.
  const labels = new Map(); // Of the filters, by the names of their groups.
  let hasAllFilters = false;
  let limit = step;
  let asked = 0; // The number of the newest question: answers may come out of order.
  let shown; // The question whose answer is to be seen, and the words that were looked for.
  let entered; // Enter was pressed before the answer was there.
  let slow, later, saying; // Timers.

  // In groups of three, as ISO 80000-1 has it. `toLocaleString` takes longer for its first number than
  // all the rest of an answer takes.
  const inWords = (number) => `${number}`.replace(/\B(?=(\d{3})+$)/g, "\u202F");
  // A text that is written anew is laid out anew, even if it is the same.
  const write = (element, text) => element.textContent === text || (element.textContent = text);
  const query = () => field.value.trim();
  const parameters = () => {
    const pairs = new URLSearchParams(query() && { q: query() });
    if (group !== undefined) pairs.set("group", group);
    return `?${pairs}`;
  };
  const recent = () => carnet.recall(memory) ?? [];
  const remember = () => {
    if (query()) carnet.remember(memory, [...new Set([query(), ...recent()])].slice(0, 8));
  };
  const setBusy = (isBusy) => {
    clearTimeout(slow);
    box.toggleAttribute("data-busy", isBusy);
    results.ariaBusy = isBusy;
  };

  const press = (className, words, onclick) => make("button", { type: "button", className, onclick }, words);
  const note = (...words) => make("p", { className: "search-note" }, ...words);
  const head = (words, ...more) => make("div", { className: "search-head" }, make("h2", { className: "toc-group" }, words), ...more);
  const suggest = (queries) => {
    const run = ({ target }) => {
      field.value = target.textContent;
      field.focus();
      ask();
    };
    return list("ul", queries.map((words) => [press("search-query", words, run)]));
  };
  const allPages = () => link(carnet.searching?.books[0].contents ?? "", results.dataset.allPages);
  const empty = (...nodes) => [make("div", { className: "search-empty" }, ...nodes, make("p", {}, allPages()))];

  const start = () => {
    const { hint, recent: words, clear } = results.dataset;
    if (!recent().length) return [note(hint)];
    const forget = () => {
      carnet.remember(memory, []);
      field.focus();
      ask();
    };
    return [head(words, press("search-all", clear, forget)), suggest(recent())];
  };
  const found = ({ total, results: pages }, message) => {
    const nodes = [search.draw(pages, own.querySelector(".search-list"))];
    if (message) nodes.unshift(note(message));
    const more = async () => {
      limit += step;
      await ask();
      own.querySelectorAll("[data-part=search-result]")[pages.length]?.focus();
    };
    if (page && pages.length < total) nodes.push(press("button", results.dataset.more, more));
    return nodes;
  };

  // The groups with most pages, and the chosen one, in the order of the book.
  const mainGroups = (groups) => {
    if (hasAllFilters || groups.length <= mostFilters) return groups;
    const most = [...groups].sort((a, b) => b[1] - a[1]).slice(0, mostFilters);
    return groups.filter((one) => one[0] === group || most.includes(one));
  };
  const showMore = press("search-all", "");
  const makeFilter = (name) => {
    const onchange = () => {
      group = name;
      limit = step;
      ask();
    };
    const radio = make("input", { type: "radio", name: "_group", onchange });
    const words = name === undefined ? filters.dataset.all : name || filters.dataset.other;
    const label = make("label", {}, radio, words, " ", make("span"));
    labels.set(name, label);
    return label;
  };
  const showFilters = (groups, isPartial) => {
    showMore.onclick = () => {
      const { length } = filters.querySelectorAll("label");
      hasAllFilters = true;
      showFilters(groups, isPartial);
      filters.querySelectorAll("input")[length]?.focus();
    };
    const some = mainGroups(groups);
    const choices = groups.length > 1 ? [[undefined, groups.reduce((sum, [, number]) => sum + number, 0)], ...some] : [];
    filters.hidden = !choices.length;
    const children = choices.map(([name, number]) => {
      const label = labels.get(name) ?? makeFilter(name);
      label.firstChild.checked = name === group;
      write(label.lastChild, inWords(number) + (isPartial ? "+" : ""));
      return label;
    });
    if (some.length < groups.length) {
      write(showMore, search.fill(filters.dataset.more, { count: inWords(groups.length - some.length) }));
      children.push(showMore);
    }
    search.place(filters, [filters.firstChild, ...children]);
  };

  // `message` is read out when the reader has stopped typing.
  const show = (nodes, { message = "", summary = "", groups = [], isPartial } = {}) => {
    setBusy(false);
    search.place(own, nodes);
    showFilters(groups, isPartial);
    write(count, summary);
    clearTimeout(saying);
    saying = setTimeout(() => (status.textContent = message), 800);
    all.hidden = page || !summary;
    all.href = carnet.words.search + parameters();
    if (!page) return;
    document.title = query() ? `${query()} · ${title}` : title;
    try {
      history.replaceState(null, "", location.pathname + parameters());
    } catch {} // Some browsers refuse that to pages from disk.
  };
  const showAnswer = (text, answer) => {
    const { total, isPartial, corrected, groups, near } = answer;
    const { one, many, least } = status.dataset;
    const summary = total === 1 && !isPartial ? one : fill(isPartial ? least : many, { count: inWords(total) });
    if (shown?.text !== text || shown.group !== group) results.scrollTop = 0;
    shown = { text, group, words: corrected ?? text };
    if (total) {
      const message = corrected ? fill(results.dataset.instead, { query: text, words: corrected }) : "";
      return show(found(answer, message), { message: `${message} ${summary}`, summary, groups, isPartial });
    }
    const message = fill(results.dataset.empty, { query: text });
    const advice = near.length ? [make("p", {}, results.dataset.near), suggest(near)] : [make("p", {}, results.dataset.try)];
    show(empty(make("strong", {}, message), ...advice), { message });
  };

  // Those that are seen only after a look at the first: each of them is a file to load.
  const showRest = async (text, index, answer, mine) => {
    try {
      const whole = await index.ask(text, { group, limit });
      if (mine !== asked) return;
      const { length } = answer.results;
      const addresses = (pages) => pages.map(({ url }) => url).join();
      const first = whole.results.slice(0, length);
      const isNews = whole.total !== answer.total || addresses(first) !== addresses(answer.results);
      if (isNews) showAnswer(text, { ...whole, results: first });
      for (let i = length; i < whole.results.length; i += piece) {
        await search.drawn();
        if (mine !== asked) return;
        search.draw(whole.results.slice(0, i + piece), own.querySelector(".search-list"));
      }
    } catch {} // The first are there.
  };

  // The best pages of each other book, below those of the reader's.
  const showOthers = async (text, books, mine) => {
    const sections = [];
    for (const { name, language, index, page } of group === undefined ? books : []) {
      try {
        const { total, results } = await (await search.index({ index })).ask(text, { limit: 3 });
        if (!total) continue;
        const more = total > 3 ? [link(page + parameters(), all.textContent)] : [];
        const pages = results.map((result) => ({ ...result, sections: [] }));
        sections.push(make("section", { lang: language, dir: "auto" }, head(name, ...more), search.draw(pages)));
      } catch {} // The reader's own book is what counts.
    }
    if (mine === asked) others.replaceChildren(...sections);
  };

  const ask = async () => {
    const text = query();
    const mine = (asked += 1);
    clearTimeout(later);
    clearTimeout(slow);
    if (!/[\p{L}\p{N}]/u.test(text)) {
      // Nothing yet, or a quotation mark.
      group = shown = undefined;
      others.replaceChildren();
      return show(start());
    }
    slow = setTimeout(setBusy, 300, true);
    let books, index, answer;
    try {
      books = await search.books();
      index = await search.index(books[0]);
      // Whoever sees nothing yet sees the first one at once.
      const first = shown ? piece : 1;
      answer = await index.ask(text, { group, limit: page ? limit : first });
      await search.breathe();
    } catch {
      if (mine !== asked) return;
      const message = results.dataset.failed;
      shown = undefined;
      others.replaceChildren();
      return show(empty(make("p", {}, message)), { message });
    }
    if (mine !== asked) return;
    if (group !== undefined && !answer.groups.some(([name]) => name === group)) {
      group = undefined;
      return ask();
    }
    showAnswer(text, answer);
    const rest = async () => {
      if (answer.results.length < Math.min(limit, answer.total)) await showRest(text, index, answer, mine);
      if (mine === asked) showOthers(text, books.slice(1), mine);
    };
    later = setTimeout(rest, answer.results.length > 1 ? 150 : 0);
    if (entered) follow(entered);
  };

  // Where a result leads to: a page that is to mark the words.
  const address = ({ href }) => {
    const url = new URL(href);
    url.searchParams.set("q", shown?.words ?? query());
    return url.href;
  };
  // Opens the first result, as soon as it is known.
  const follow = (where) => {
    const first = own.querySelector(".search-list a");
    entered = shown?.text !== query() && where;
    if (entered || !first) return;
    if (where === "_blank") {
      remember();
      window.open(address(first), where, "noopener");
    } else if (page) first.focus();
    else first.click();
  };

  const click = ({ target, button, ctrlKey, metaKey, shiftKey }) => {
    const anchor = target.closest("a[href]");
    if (target === dialog || target.closest(".search-close")) dialog.close();
    if (!anchor || button > 1) return;
    remember();
    if (anchor.closest(".search-list")) {
      // The address is a clean one until it is used.
      const { href } = anchor;
      anchor.href = address(anchor);
      setTimeout(() => (anchor.href = href));
    }
    if (!button && !ctrlKey && !metaKey && !shiftKey) dialog?.close();
  };
  const type = (event) => {
    const { key, target, altKey, ctrlKey, metaKey, isComposing } = event;
    if (isComposing) return;
    const isMove = key === "ArrowDown" || key === "ArrowUp";
    if (key === "Escape" && dialog) dialog.close();
    else if (key === "Enter" && (ctrlKey || metaKey) && target === field) follow("_blank");
    else if (altKey || ctrlKey || metaKey || target.type === "radio") return;
    else if (isMove) {
      const stops = [field, ...results.querySelectorAll("a, button")];
      const at = Math.max(stops.indexOf(target), 0);
      stops[key === "ArrowDown" ? at + 1 : at - 1]?.focus();
    } else {
      // The field takes the key.
      const isTyped = key === "Backspace" || (key.length === 1 && key !== " ");
      if (isTyped && results.contains(target)) field.focus();
      return;
    }
    event.preventDefault();
  };

  const setUp = (element) => {
    box = element;
    [field, filters, results, status, count, all] = [
      "[data-part=search-input]",
      ".search-filters",
      "[data-part=search-results]",
      "[role=status]",
      ".search-count",
      "[data-part=search-all]",
    ].map((part) => box.querySelector(part));
    results.append((own = make("div")), (others = make("div")));
    box.oninput = ({ target }) => {
      if (target !== field) return;
      limit = step;
      entered = undefined;
      ask();
    };
    box.onsubmit = (event) => {
      event.preventDefault();
      if (query()) follow("_self");
    };
    box.onkeydown = type;
    box.onclick = box.onauxclick = click;
  };
  const makeDialog = () => {
    const { content } = make("template", { innerHTML: carnet.searching.html });
    setUp((dialog = document.body.appendChild(content.querySelector("dialog"))));
    dialog.onclose = () => {
      asked += 1; // What comes now comes too late.
      entered = undefined;
      setBusy(false);
      if (back === document.body) return;
      back.focus({ preventScroll: true });
      if (document.activeElement === back) return;
      // It was in a drawer, which is closed.
      [...document.querySelectorAll("[data-part=search-open]")].find(({ offsetParent }) => offsetParent)?.focus();
    };
    // Above the keyboard of a phone.
    visualViewport.onresize = () => dialog.style.setProperty("--height", `${visualViewport.height}px`);
  };

  // In pieces: each takes a good part of the time that a key may wait on a slow machine.
  const prepare = async () => {
    await search.loaded;
    for (const work of [
      () => document.body.offsetHeight, // The style sheet is taken in.
      () => page || makeDialog(),
    ]) {
      await search.breathe();
      work();
    }
    await search.breathe();
  };
  let prepared;
  Object.defineProperty(search, "ready", {
    get: () =>
      (prepared ??= prepare().catch((error) => {
        prepared = undefined;
        throw error;
      })),
  });

  // Opens the window, or goes to the field of the page. What is not empty is searched at once; `focused`
  // gets the focus back. Requires that search.ready has come.
  search.open = (text, focused, isEntered) => {
    if (dialog && !dialog.open) {
      back = focused;
      dialog.showModal();
    }
    if (text) {
      field.value = text;
      group = undefined;
    }
    field.focus();
    if (!text) field.select();
    entered = isEntered && "_self";
    if (shown?.text !== query() || shown.group !== group) setTimeout(ask);
  };

  if (page) {
    const read = () => {
      const address = new URLSearchParams(location.search);
      field.value = address.get("q") ?? "";
      group = address.get("group") ?? undefined;
      ask();
    };
    setUp(page);
    addEventListener("popstate", read);
    read();
    if (!query()) field.focus();
  }
}
