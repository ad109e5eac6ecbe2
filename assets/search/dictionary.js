// The words of an index, in the files that generator/search/word_shards.h describes.
const kWord = 0;
const kLongWord = 1;
const kStem = 2;
const kPrefix = 3;
const kShortPrefix = 4;
const kRareWord = 5;
const recordKinds = 6;
const wordLevels = 12;

// A record is { kind, key, folded } and what its kind has: words { stems, count, places },
// long ones { more: [first file, files] } besides; `places` is where their postings begin,
// `here` how many of them; lists { words }.
const readRecords = (text) => {
  const cursor = new Cursor(text);
  const records = [];
  let before = "";
  const skipPlaces = (record, count) => {
    record.here = count;
    record.places = new Cursor(text, cursor.at);
    for (let i = 0; i < count; i += 1) cursor.number();
  };
  while (!cursor.isAtEnd) {
    const head = cursor.number();
    let kind = head % recordKinds;
    const key = before.slice(0, Math.floor(head / recordKinds)) + cursor.counted();
    const isRare = kind === kRareWord;
    if (isRare) kind = kWord;
    const record = { kind, key, folded: key };
    if (kind === kWord || kind === kLongWord) {
      record.folded = foldWord(key);
      const stems = cursor.number();
      record.stems =
        stems < 40
          ? [record.folded.slice(0, record.folded.length - stems)]
          : Array.from({ length: stems - 40 }, () => cursor.counted());
      record.count = isRare ? 1 : cursor.number();
      if (kind === kWord) {
        skipPlaces(record, record.count);
      } else {
        const here = cursor.number();
        record.more = [cursor.number(), cursor.number()];
        skipPlaces(record, here);
      }
    } else if (kind === kShortPrefix) {
      record.count = cursor.number();
      skipPlaces(record, record.count);
    } else {
      record.words = Array.from({ length: cursor.number() }, () => cursor.against(key));
    }
    records.push(record);
    before = key;
  }
  return records;
};

const readPlaces = (cursor, count, places) => {
  let section = -1;
  for (let i = 0; i < count; i += 1) {
    const value = cursor.number();
    const level = value % wordLevels;
    section += (value - level) / wordLevels + 1;
    places.push(section, level);
  }
  return places;
};

class Dictionary {
  constructor(files, root) {
    this.files = files;
    this.firstKeys = root.words.split(" ");
    this.stems = root.stems;
    this.shards = new Map();
  }

  async shard(number) {
    if (!this.shards.has(number)) this.shards.set(number, readRecords(await this.files.load(`words-${number}`)));
    return this.shards.get(number);
  }
  // The file that would hold a key.
  numberOf(key) {
    let low = 0;
    let high = this.firstKeys.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.firstKeys[middle] <= key) low = middle;
      else high = middle;
    }
    return low;
  }

  // Records of a key; `kinds` as in the list above.
  async at(key, ...kinds) {
    const records = await this.shard(this.numberOf(key));
    return records.filter(({ folded, kind }) => folded === key && kinds.includes(kind));
  }
  // The records of a folded word: one for each way to spell it.
  spellings(folded) {
    return this.at(folded, kWord, kLongWord);
  }
  // Words that begin so; those of at most `most` files.
  async beginningWith(prefix, most) {
    const found = [];
    const first = this.numberOf(prefix);
    for (let i = first; i < Math.min(first + most, this.firstKeys.length); i += 1) {
      if (i > first && !this.firstKeys[i].startsWith(prefix)) break;
      for (const record of await this.shard(i)) {
        if (record.kind <= kLongWord && record.folded.startsWith(prefix)) found.push(record);
      }
    }
    return found;
  }
  // The records of words as they are spelt.
  async words(list) {
    const found = [];
    for (const word of list) {
      found.push(...(await this.spellings(foldWord(word))).filter(({ key }) => key === word));
    }
    return found;
  }
  // A stem without a record has its words among the few that begin with it, if it has any.
  async withStem(stem) {
    const [group] = await this.at(stem, kStem);
    if (group) return this.words(group.words);
    const [many] = await this.at(stem, kPrefix, kShortPrefix);
    if (many) return [];
    return (await this.beginningWith(stem, 3)).filter(({ stems }) => stems.includes(stem));
  }
  // Words with the same stem as one that stands nowhere, as far as its folded form tells.
  async relatives(folded) {
    const found = new Set();
    for (const name of this.stems) {
      const stem = await loadStemmer(name);
      for (const key of stemsOf(folded, name, stem)) {
        for (const record of await this.withStem(key)) found.add(record);
        if (key.length < 3) continue;
        for (const record of await this.beginningWith(key, 2)) {
          if (record.stems.includes(key) || foldWord(stem(record.folded)) === key) found.add(record);
        }
      }
    }
    return [...found];
  }

  // [section, level, …] of a record, all of them only if they are asked for.
  async places(record, wantsAll) {
    if (!record.list) record.list = readPlaces(new Cursor(record.places.text, record.places.at), record.here, []);
    if (wantsAll && record.more) {
      const [first, count] = record.more;
      for (const text of await this.files.loadAll("more", first, count)) {
        const cursor = new Cursor(text);
        while (!cursor.isAtEnd) {
          const word = cursor.counted();
          const places = cursor.number();
          readPlaces(cursor, places, word === record.key ? record.list : []);
        }
      }
      delete record.more;
    }
    return record.list;
  }
}
