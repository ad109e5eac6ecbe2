// What was found, and where it comes from. The engine (_carnet/search/search.js) defines
// `carnetSearch`; a script of each language has the window of the search and the books of the site.
//
// Results are what they look like: a list of links, through which the arrows move the focus. Screen
// readers read a link with all its words, know its place in the list, and have their own ways through
// lists and links. A listbox below a combobox would be read as one long name an option, and may hold
// no links to the sections of a page.
{
  const folder = new URL("..", document.currentScript.src); // _carnet/
  const engine = new URL("search/search.js", folder);
  const language = document.documentElement.lang.toLowerCase().replace(/[^a-z0-9-]/g, "_");
  const own = new URL(carnet.words.search, location).href;
  const indexes = {};

  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  // On the page of all results it is there.
  const style = new Promise((onload) => {
    const href = new URL("parts/search.css", folder);
    if (document.querySelector("main .search")) onload();
    else document.head.append(make("link", { rel: "stylesheet", href, onload, onerror: onload }));
  });
  carnet.load(engine).catch(() => {}); // Whoever asks is told.

  // ["Measure ", "quality", " first"]: every second one is marked.
  const marked = (texts) => texts.map((text, i) => (i % 2 ? make("mark", {}, text) : text));
  const link = (url, ...children) => make("a", { href: search.at(url) }, ...children);
  const passage = ({ heading, text }) =>
    make("span", { className: "search-text" }, ...(heading ? [make("b", {}, ...marked(heading)), " "] : []), ...marked(text));
  // Some browsers take a list without bullets for none.
  const list = (name, items) => make(name, { role: "list" }, ...items.map((item) => make("li", {}, ...item)));
  const draw = ({ url, title, crumbs, sections, ...best }) => {
    // Of a long way its ends.
    const way = crumbs.length > 3 ? [crumbs[0], "…", crumbs.at(-1)] : crumbs;
    const page = link(url, make("strong", {}, ...marked(title)), make("small", {}, way.join(" / ")), passage(best));
    page.dataset.part = "search-result";
    const more = sections.map((section) => [link(section.url, passage(section))]);
    return make("li", {}, page, ...(more.length ? [list("ul", more)] : []));
  };

  const search = (carnet.search = {
    make,
    link,
    list,
    fill: (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]),

    // The address of a file of the site.
    at: (path) => new URL(path, new URL("..", folder)).href,

    // All that has to be there before something is shown.
    get loaded() {
      return Promise.all([style, carnet.load(new URL(`search.${language}.js`, folder))]);
    },

    // To be awaited between two pieces of work: keys go first. After `drawn` the reader sees what the
    // first piece did.
    breathe: () => new Promise((done) => setTimeout(done)),
    drawn: () => new Promise((done) => requestAnimationFrame(() => setTimeout(done))),

    // The reader's own book comes first. Hidden ones are found from their own pages only.
    async books() {
      await search.loaded;
      const isOwn = ({ page }) => search.at(page) === own;
      const books = carnet.searching.books.filter((book) => !book.hidden || isOwn(book));
      return books.sort((a, b) => isOwn(b) - isOwn(a));
    },

    async index({ index }) {
      await carnet.load(engine);
      return (indexes[index] ??= carnetSearch(search.at(index)));
    },

    // Makes these the children of an element. Those that are there already are not laid out again, and
    // keep the focus.
    place(element, children) {
      for (const child of [...element.childNodes]) if (!children.includes(child)) child.remove();
      children.forEach((child, i) => {
        const there = element.childNodes[i];
        if (child !== there) element.insertBefore(child, there ?? null);
      });
    },

    // Makes a list of results show these. What it shows already is not drawn again: from the third letter
    // of a word on that is most of it, and drawing is most of what a letter costs.
    draw(results, element) {
      element ??= Object.assign(list("ol", []), { className: "search-list" });
      const old = new Map([...element.children].map((item) => [item.drawn, item]));
      const items = results.map((result) => {
        const drawn = JSON.stringify(result);
        return old.get(drawn) ?? Object.assign(draw(result), { drawn });
      });
      search.place(element, items);
      return element;
    },
  });

  // What every question needs is there before the first one.
  search
    .books()
    .then(([book]) => search.index(book))
    .then((index) => index.ask(""))
    .catch(() => {});
}
