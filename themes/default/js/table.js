// Wide tables: the keyboard can scroll them, and a shadow tells on which sides there is more.
{
  const hint = (box) => {
    const room = box.scrollWidth - box.clientWidth;
    const left = box.scrollLeft + (getComputedStyle(box).direction === "rtl" ? room : 0);
    box.toggleAttribute("data-left", left > 1);
    box.toggleAttribute("data-right", left < room - 1);
  };

  // Before anything is painted, and whenever there is more or less room.
  const watcher = new ResizeObserver((entries) => {
    for (const { target: box } of entries) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      hint(box);
    }
  });
  for (const box of document.querySelectorAll(".table")) {
    watcher.observe(box);
    box.addEventListener("scroll", () => hint(box), { passive: true });
  }
}
