// Words without their endings: Snowball's algorithms, each a script of its own.
const stemmers = new Map();
const stemmerFiles = new Files(new URL(".", document.currentScript.src));

// Without it, words are found as they are.
const loadStemmer = async (name) => {
  if (!stemmers.has(name)) {
    try {
      stemmers.set(name, await stemmerFiles.load(`stem-${name}`));
    } catch {
      return (word) => word;
    }
  }
  return stemmers.get(name);
};

// What a folded word may have been, as far as its ending tells: readers leave accents out.
const unfoldings = {
  french: (folded) => [folded, folded.replace(/e(e?s?)$/, "é$1"), folded.replace(/eme(s?)$/, "ème$1")],
};
const stemsOf = (folded, name, stem) => {
  const words = unfoldings[name]?.(folded) ?? [folded];
  return new Set(words.map((word) => foldWord(stem(word))));
};
