// Words that are nearly what was typed.

// How many letters are missing, added, wrong or exchanged with the next one (optimal string
// alignment); more than `limit` is limit + 1.
const typosBetween = (a, b, limit) => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let twoBack = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let k = 1; k <= b.length; k += 1) {
      const differs = a[i - 1] === b[k - 1] ? 0 : 1;
      let cost = Math.min(row[k - 1] + 1, last[k] + 1, last[k - 1] + differs);
      if (i > 1 && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1]) cost = Math.min(cost, twoBack[k - 2] + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    twoBack = last;
    last = row;
  }
  return last[b.length];
};

const shortestSpelling = 3;
const typosForgiven = (length) => (length < 4 ? 0 : length < 8 ? 1 : 2);

class Spelling {
  constructor(files, root) {
    this.files = files;
    this.firsts = [0];
    for (const count of numbersOf(root.spelling)) this.firsts.push(this.firsts.at(-1) + count);
    this.lists = new Map();
  }
  async ofLength(length) {
    const at = length - shortestSpelling;
    if (at < 0 || at + 1 >= this.firsts.length) return [];
    if (!this.lists.has(length)) {
      const words = [];
      const [first, next] = this.firsts.slice(at, at + 2);
      for (const text of await this.files.loadAll("spelling", first, next - first)) {
        const cursor = new Cursor(text);
        let before = "";
        while (!cursor.isAtEnd) {
          const shared = cursor.number();
          words.push((before = before.slice(0, shared) + cursor.take(length - shared)));
        }
      }
      this.lists.set(length, words);
    }
    return this.lists.get(length);
  }
  // The folded words that differ least, by at most `limit` typos: { typos, words }.
  async near(folded, limit) {
    for (let typos = 1; typos <= limit; typos += 1) {
      const lists = [];
      for (let length = folded.length - typos; length <= folded.length + typos; length += 1) {
        lists.push(this.ofLength(length));
      }
      const words = (await Promise.all(lists)).flat().filter((word) => typosBetween(folded, word, typos) <= typos);
      if (words.length > 0) return { typos, words };
    }
    return { typos: 0, words: [] };
  }
}
