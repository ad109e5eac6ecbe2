// Light, dark, or what the system says. Runs before the first paint, so that
// nobody who chose the night sees a white flash.
{
  const root = document.documentElement;
  const show = (theme) => {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
  };

  root.classList.add("js");
  show(carnet.recall("theme"));
  for (const input of document.querySelectorAll("[name=theme]")) {
    input.checked = input.value === (root.dataset.theme ?? "auto");
    input.addEventListener("change", () => {
      show(input.value);
      carnet.remember("theme", input.value);
    });
  }
}
