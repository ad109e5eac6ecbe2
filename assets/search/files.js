// The files of an index, each loaded once, when it is asked for. They are scripts, because a page
// that was opened from disk may load nothing else; a script knows which one it is.
const waiting = new WeakMap();

class Files {
  constructor(folder) {
    this.folder = folder;
    this.known = new Map();
    this.version = "";
  }
  // The value of a file. Rejects if it cannot be loaded; then it may be asked for again.
  load(name) {
    if (!this.known.has(name)) {
      const loaded = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        const url = new URL(`${name}.js`, this.folder);
        // Files of two states of the book do not fit together, and servers let browsers keep them.
        if (this.version && url.protocol !== "file:") url.searchParams.set("v", this.version);
        script.src = url;
        let isTaken = false;
        waiting.set(script, (value) => {
          isTaken = true;
          resolve(value);
        });
        script.onerror = () => {
          if (isTaken) return;
          this.known.delete(name);
          reject(new Error(`${url} cannot be loaded`));
        };
        script.onload = () => {
          script.remove();
          // A file that was cut off has handed over nothing; after `take` this says no more.
          script.onerror();
        };
        document.head.append(script);
      });
      this.known.set(name, loaded);
    }
    return this.known.get(name);
  }
  loadAll(kind, first, count) {
    return Promise.all(Array.from({ length: count }, (_, i) => this.load(`${kind}-${first + i}`)));
  }
}

const take = (value) => waiting.get(document.currentScript)?.(value);
