// Opens what is closed around an element, mostly the target of an address: folds, code that is not
// shown in full, and tabs, which listen to the event that a browser's own search sends.
carnet.target = () => {
  let id = location.hash.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {}
  return id && document.getElementById(id);
};
carnet.reveal = (target = carnet.target()) => {
  if (!target) return;
  let hidden = false;
  for (let box = target; box; box = box.parentElement) {
    if (box.matches(".tab[hidden]")) box.dispatchEvent(new Event("beforematch"));
    else if (box.matches("details:not([open])")) box.open = true;
    else if (box.matches("[data-expandable]:not([data-open])")) box.querySelector(".more").click();
    else continue;
    hidden = true;
  }
  if (hidden) target.scrollIntoView();
};
addEventListener("hashchange", () => carnet.reveal());
// A link to where one already is changes no address.
addEventListener("click", ({ target }) => {
  const link = target.closest?.("a[href]");
  if (link?.hash && link.href === location.href) setTimeout(carnet.reveal);
});
carnet.reveal();
