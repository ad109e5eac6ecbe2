// Opens the search: a click on one of its buttons, Ctrl-K or Cmd-K, and `/` outside of fields. It is
// loaded by those who are about to use it, from the first sign of that on.
{
  const { search, searchLabel } = carnet.words; // None in a book without a search.
  const part = new URL("parts/search.js", document.currentScript.src);
  const load = () => carnet.search?.ready ?? carnet.load(part).then(() => carnet.search.ready);
  let field; // Takes what is typed until the search is there.

  const open = async (value = "") => {
    if (field) return;
    const back = document.activeElement;
    let isEntered = false;
    const end = () => {
      field?.remove();
      field = undefined;
    };
    field = Object.assign(document.createElement("input"), { className: "vh", ariaLabel: searchLabel, value });
    field.style.position = "fixed";
    field.onkeydown = ({ key }) => {
      isEntered ||= key === "Enter";
      if (key === "Escape") end();
    };
    document.body.append(field);
    field.focus();
    try {
      await load();
      if (field) carnet.search.open(field.value, back, isEntered);
    } catch {
      location.href = search;
    }
    end();
  };

  if (search) {
    if (/Mac|iP/.test(navigator.platform)) {
      for (const key of document.querySelectorAll(".search-open kbd")) key.textContent = "⌘ K";
    }
    for (const sign of ["pointerover", "focusin", "click"]) {
      addEventListener(sign, ({ target }) => {
        const button = target.closest?.("[data-part=search-open], button[data-action]");
        if (button && sign === "click") open(button.dataset.query);
        else if (button) load().catch(() => {});
      });
    }
    addEventListener("keydown", (event) => {
      const { key, target, altKey, ctrlKey, metaKey } = event;
      const isWriting = () => target.closest?.("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
      if (key === "/" ? altKey || ctrlKey || metaKey || isWriting() : key.toLowerCase() !== "k" || ctrlKey === metaKey) return;
      event.preventDefault();
      open();
    });
    // Whoever comes from the search finds the words marked; the page of all results has the question.
    const isAsked = new URLSearchParams(location.search).has("q");
    if (isAsked && !document.querySelector("main .search")) load().then(() => carnet.search.mark()).catch(() => {});
  }
}
