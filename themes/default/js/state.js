// Which state of the book this copy shows, from a script that all pages share; and of a copy that
// is read from disk how old it is, and where the current one is:
//   carnetState = {time, url?, site?, words: {language: [state, age, current?]}}
{
  const line = document.querySelector("[data-part=state]");

  const link = (address, words) => {
    const anchor = document.createElement("a");
    anchor.href = address;
    anchor.textContent = words;
    return anchor;
  };
  const draw = (root) => {
    const { time, url, site, words } = window.carnetState;
    const language = document.documentElement.lang;
    const [state, age, current] = words[language];
    if (!line.textContent) line.append(url ? link(url, state) : state);
    const days = (Date.now() / 1000 - time) / 86400;
    if (location.protocol !== "file:" || days < 1) return;
    const [unit, length] = [["year", 365.25], ["month", 30.44], ["day", 1]].find(([, length]) => days >= 2 * length || length === 1);
    const count = new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" });
    line.append(" ", age.replace("{age}", count.format(Math.floor(days / length))));
    if (site) line.append(" ", link(site + location.href.slice(root.length), current));
  };

  if (line) {
    addEventListener("load", () => {
      const shared = new URL(line.dataset.src, location);
      carnet.load(shared).then(() => draw(new URL("..", shared).href), () => {});
    });
  }
}
