// A field above a table or a set of cards whose author asked for one: it leaves the rows with
// the words that were typed. Accents and case do not matter.
{
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  for (const box of document.querySelectorAll("[data-search]:is(.table, .cards)")) {
    const rows = [...box.querySelectorAll("tbody tr, .card")].map((row) => [row, fold(row.textContent)]);
    const bar = document.createElement("div");
    bar.className = "table-filter";
    const label = bar.appendChild(document.createElement("label"));
    label.append(carnet.words.filter);
    const field = label.appendChild(document.createElement("input"));
    field.type = "search";
    const count = bar.appendChild(document.createElement("output"));
    box.before(bar);

    field.oninput = () => {
      const words = fold(field.value).split(/\s+/);
      let shown = 0;
      for (const [row, text] of rows) {
        row.hidden = !words.every((word) => text.includes(word));
        shown += !row.hidden;
      }
      count.value = carnet.words.rows.replace("{shown}", shown).replace("{all}", rows.length);
    };
  }
}
