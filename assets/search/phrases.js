// Quotations: words that stand side by side.

// FNV-1a, as generator/search/pair_shards.h has it.
const encoder = new TextEncoder();
const pairHash = (first, second) => {
  let hash = 0x811c9dc5;
  for (const byte of encoder.encode(`${first} ${second}`)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
};

// Whether the words of a phrase stand in a text as they do in the question. `isOpen` lets the last
// one go on.
const hasPhrase = (compounds, phrase, isOpen) => {
  const words = compounds.flatMap(({ parts }) => parts.map((part) => (part.folded ??= foldWord(part.word))));
  return words.some((_, at) =>
    phrase.every((folded, i) =>
      isOpen && i === phrase.length - 1 ? words[at + i]?.startsWith(folded) : words[at + i] === folded,
    ),
  );
};

const intersect = (lists) => {
  lists.sort((a, b) => a.length - b.length);
  let [common = []] = lists;
  for (const list of lists.slice(1)) {
    const kept = new Set(list);
    common = common.filter((section) => kept.has(section));
  }
  return common;
};

class Phrases {
  constructor(files, root, dictionary) {
    this.files = files;
    this.dictionary = dictionary;
    [this.least, this.buckets, this.perFile] = root.pairs;
  }

  isFrequent({ words, isOpen }) {
    if (isOpen || this.buckets === 0) return false;
    let count = 0;
    for (const record of words.keys()) count += record.count;
    return count >= this.least;
  }

  // The sections where two frequent words may stand side by side.
  async pair(first, second) {
    const bucket = pairHash(first, second) % this.buckets;
    const cursor = new Cursor(await this.files.load(`pairs-${Math.floor(bucket / this.perFile)}`));
    let sections = [];
    for (let i = bucket - (bucket % this.perFile); i <= bucket; i += 1) {
      sections = [];
      let section = -1;
      for (let count = cursor.number(); count > 0; count -= 1) sections.push((section += cursor.number() + 1));
    }
    return sections;
  }

  // The sections where a phrase, given by its slots, may stand.
  async sections(slots) {
    const lists = [];
    const isPaired = slots.map(() => false);
    for (let i = 1; i < slots.length; i += 1) {
      if (!this.isFrequent(slots[i - 1]) || !this.isFrequent(slots[i])) continue;
      isPaired[i - 1] = isPaired[i] = true;
      lists.push(await this.pair(slots[i - 1].folded, slots[i].folded));
    }
    for (let i = 0; i < slots.length; i += 1) {
      const records = [...slots[i].words.keys()];
      if (isPaired[i] && records.some(({ more }) => more)) continue;
      const sections = new Set();
      for (const record of records) {
        const places = await this.dictionary.places(record, true);
        for (let k = 0; k < places.length; k += 2) sections.add(places[k]);
      }
      lists.push([...sections]);
    }
    return intersect(lists);
  }
}
