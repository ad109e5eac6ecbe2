// Sidebar and outline are popovers on narrow screens. They open and close
// without JavaScript; this adds what people expect of a drawer: the current
// entry has the focus, and a chosen link closes it.
{
  const popovers = document.querySelectorAll("[popover]");
  const is_open = (popover) => {
    try {
      return popover.matches(":popover-open");
    } catch {
      return false;
    }
  };
  const close = () => popovers.forEach((popover) => is_open(popover) && popover.hidePopover());
  for (const popover of popovers) {
    popover.addEventListener("toggle", (event) => {
      if (event.newState !== "open") return;
      (popover.querySelector("[aria-current]") ?? popover.querySelector("a"))?.focus();
    });
    popover.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !popover.contains(event.relatedTarget)) close();
    });
    popover.addEventListener("click", (event) => event.target.closest("a") && close());
  }
  // A drawer has no place beside the sidebar that a wide screen shows anyway.
  matchMedia("(min-width: 62rem)").addEventListener("change", close);
}
