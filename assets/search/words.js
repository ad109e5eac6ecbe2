// Words of a question and of a page, by the rules of generator/search/words.h and letters.h.
const plainLetters = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ς: "σ" };

const foldedWords = new Map();
const foldWord = (word) => {
  if (/^[\0-\x7f]*$/.test(word)) return word;
  let folded = foldedWords.get(word);
  if (folded === undefined) {
    folded = word
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      .normalize("NFC")
      .replace(/[œæßøłđðþıς]/g, (letter) => plainLetters[letter]);
    foldedWords.set(word, folded);
  }
  return folded;
};

const longestWord = 40;
const mostParts = 5;
const cutWord = (word) => (word.length <= longestWord ? word : [...word].slice(0, longestWord).join(""));
const pairedLetters =
  "\\u0e00-\\u109f\\u1100-\\u11ff\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30fa\\u30fc-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const invisible = "\\u00ad\\u200b-\\u200f\\u2060\\ufeff\\ufe00-\\ufe0f\\u20e3";
const joiners = "\\-_.\\u2010\\u2011";
const splitters = "'\\u2019\\u02bc\\u00b7\\u2027\\u30fb";
// Every character is one of these; the first that fits counts.
const kinds = [
  ["joiner", `[${joiners}]`],
  ["splitter", `[${splitters}]`],
  ["invisible", `[${invisible}]`],
  ["paired", `(?=[${pairedLetters}])[\\p{L}\\p{N}\\p{M}]`],
  ["mark", "\\p{M}"],
  ["other", "[^\\p{L}\\p{N}]"],
].map(([kind, pattern]) => [kind, new RegExp(pattern, "u")]);
const knownKinds = new Map();
const kindOf = (letter) => {
  let kind = knownKinds.get(letter);
  if (kind) return kind;
  kind = kinds.find(([, pattern]) => pattern.test(letter))?.[0];
  if (!kind && /^[0-9]$/.test(letter)) kind = "digit";
  if (!kind) kind = letter.toLowerCase() === letter ? "small" : "capital";
  knownKinds.set(letter, kind);
  return kind;
};
const isOfWord = (kind) => kind === "small" || kind === "capital" || kind === "digit" || kind === "mark";

// What may belong together, and what surely is one word: most are.
const run = new RegExp(
  `[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}${invisible}]|[${joiners}${splitters}](?=[${invisible}]*[\\p{L}\\p{N}]))*`,
  "gu",
);
const plainWord = /^(?:[a-zà-öø-ÿœ]+|[A-ZÀ-ÖØ-ÞŒ][a-zà-öø-ÿœ]*|[A-ZÀ-ÖØ-ÞŒ]+|[0-9]+)$/;

// The compounds of a run that is more than one word.
const splitRun = (text, offset) => {
  const compounds = [];
  let compound;
  let part;
  const endPart = () => {
    if (!part) return;
    part.word = cutWord(part.word.normalize("NFC"));
    compound.parts.push(part);
    part = undefined;
  };
  const endCompound = () => {
    if (!compound) return;
    endPart();
    const { parts, isSplit } = compound;
    compound.begin = parts[0].begin;
    compound.end = parts.at(-1).end;
    if (parts.length > 1 && parts.length <= mostParts && !isSplit) {
      compound.whole = cutWord(parts.map(({ word }) => word).join(""));
    }
    compounds.push(compound);
    compound = undefined;
  };

  const letters = [];
  for (let at = 0; at < text.length; ) {
    const letter = String.fromCodePoint(text.codePointAt(at));
    const kind = kindOf(letter);
    const end = at + letter.length;
    if (kind !== "invisible") letters.push({ letter, kind, at: offset + at, end: offset + end });
    at = end;
  }
  let before = "other";
  for (let i = 0; i < letters.length; i += 1) {
    const { letter, kind, at, end } = letters[i];
    if (kind === "mark" && !part) continue;
    if (kind === "paired") {
      endCompound();
      let last = i;
      while (letters[last + 1]?.kind === "paired") last += 1;
      for (let k = i; k < Math.max(last, i + 1); k += 1) {
        const pair = letters.slice(k, Math.min(k + 2, last + 1));
        const word = pair.map((one) => one.letter).join("").toLowerCase();
        const place = { begin: pair[0].at, end: pair.at(-1).end };
        compounds.push({ parts: [{ word, ...place }], ...place });
      }
      i = last;
    } else if (isOfWord(kind)) {
      const next = letters[i + 1]?.kind;
      const beginsWord =
        before === "small" || (before === "capital" && next === "small" && letters[i + 2]?.kind === "small");
      if (part && kind === "capital" && beginsWord) endPart();
      compound ??= { parts: [], isSplit: false };
      part ??= { word: "", begin: at };
      // Letter by letter: what a letter becomes does not depend on those beside it.
      part.word += [...letter.toLowerCase()][0];
      part.end = end;
    } else if ((kind === "joiner" || kind === "splitter") && isOfWord(before) && isOfWord(letters[i + 1]?.kind)) {
      endPart();
      if (kind === "splitter") compound.isSplit = true;
    } else {
      endCompound();
    }
    before = kind;
  }
  endCompound();
  return compounds;
};

// What belongs together: [{ parts: [{ word, begin, end }], whole, begin, end, isSplit }]. `whole`
// is what the parts are together, where that is a word, too; `isSplit` says that an apostrophe or
// the like stands in it.
const readWords = (text) => {
  const compounds = [];
  for (const match of text.matchAll(run)) {
    const [word] = match;
    const begin = match.index;
    if (plainWord.test(word) && word.length <= longestWord) {
      const end = begin + word.length;
      compounds.push({ parts: [{ word: word.toLowerCase(), begin, end }], begin, end });
    } else {
      compounds.push(...splitRun(word, begin));
    }
  }
  return compounds;
};
