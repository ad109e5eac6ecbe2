// What the other scripts share: the words of the interface, what the reader chose before, files that
// are loaded when somebody asks for them, and the clipboard.
const carnet = {
  words: document.currentScript.dataset,

  // Some browsers refuse storage to pages that were opened from disk: nothing is remembered then.
  recall(key, storage = "localStorage") {
    try {
      return JSON.parse(window[storage].getItem("carnet-" + key)) ?? undefined;
    } catch {}
  },
  remember(key, value, storage = "localStorage") {
    try {
      window[storage].setItem("carnet-" + key, JSON.stringify(value));
    } catch {}
  },

  // Loads a script, once. One that failed may be asked for again.
  load(src) {
    return (carnet.loaded[src] ??= new Promise((onload, reject) => {
      const onerror = () => {
        delete carnet.loaded[src];
        reject();
      };
      document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror }));
    }));
  },
  loaded: {},

  // Puts `text` on the clipboard, says so, and marks `control` as done for a moment. The
  // clipboard needs a secure page, which one from disk is not everywhere; the old command does
  // not.
  async copy(text, control) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const { activeElement } = document;
      const field = document.body.appendChild(document.createElement("textarea"));
      field.className = "vh";
      field.value = text;
      field.focus({ preventScroll: true });
      field.select();
      document.execCommand("copy");
      field.remove();
      activeElement.focus({ preventScroll: true });
    }
    carnet.status ??= document.body.appendChild(document.createElement("output"));
    carnet.status.className = "vh";
    control.dataset.done = carnet.words.copied;
    // After the next frame, so that the same words are read out again.
    setTimeout(() => (carnet.status.value = carnet.words.copied), 50);
    clearTimeout(control.doneTimer);
    control.doneTimer = setTimeout(() => {
      delete control.dataset.done;
      carnet.status.value = "";
    }, 2000);
  },
};
