// What somebody has typed, and what it may mean.
//
// A question is slots, one for each word: { word, folded, isOpen, phrase? }. `isOpen` is
// the word that may not be finished. `phrase` is the number of the quotation it stands in. Words
// that are written together ("data-gouv") know what they are as a whole.
const quotations = /"([^"]*)("|$)|«([^»]*)(»|$)|“([^”]*)(”|$)/g;
const mostSlots = 12;
const shortestJoined = 3; // Letters of a word that may be joined with another, or may have been.

const readQuestion = (text) => {
  const slots = [];
  const wholes = [];
  let phrases = 0;
  const add = (part, phrase) => {
    const compounds = readWords(part);
    for (const [i, compound] of compounds.entries()) {
      let { parts } = compound;
      // `l'`, `d'`, `'s`: they say something only where nothing else is said.
      if (phrase === undefined && compound.isSplit && parts.some(({ word }) => word.length > 2)) {
        parts = parts.filter(({ word }) => word.length > 2);
      }
      if (compound.whole && phrase === undefined) {
        wholes.push({ folded: foldWord(compound.whole), first: slots.length, count: parts.length });
      }
      // "Pro connect" may be written "Proconnect".
      const before = compounds[i - 1];
      if (phrase === undefined && before?.parts.length === 1 && compound.parts.length === 1) {
        const pair = [before, compound].map(({ parts: [{ word }] }) => word);
        if (pair.every(({ length }) => length >= shortestJoined)) {
          wholes.push({ folded: foldWord(pair.join("")), first: slots.length - 1, count: 2, isJoined: true });
        }
      }
      for (const { word } of parts) slots.push({ word, folded: foldWord(word), isOpen: false, phrase });
    }
    return compounds.length > 0 && compounds.at(-1).end === part.length;
  };
  text = text.normalize("NFC");
  let at = 0;
  let isOpen = false;
  for (const match of text.matchAll(quotations)) {
    add(text.slice(at, match.index), undefined);
    const inside = match[1] ?? match[3] ?? match[5];
    isOpen = add(inside, phrases) && !(match[2] ?? match[4] ?? match[6]);
    phrases += 1;
    at = match.index + match[0].length;
  }
  if (at < text.length) isOpen = add(text.slice(at), undefined);
  if (slots.length > mostSlots) isOpen = false;
  slots.splice(mostSlots);
  if (slots.length > 0) slots.at(-1).isOpen = isOpen;
  return { slots, wholes: wholes.filter(({ first, count }) => first + count <= slots.length), phrases };
};

// How much a word that was found is like the one that was typed.
const asSpelt = 1;
const otherwiseSpelt = 0.68;
const sameStem = 0.66;
const begun = 0.62;
const misspelt = [1, 0.6, 0.45];

class Meanings {
  constructor(dictionary, spelling) {
    this.dictionary = dictionary;
    this.spelling = spelling;
  }

  // Finds the words that a slot may stand for: slot.words is a map of records to likeness;
  // slot.corrected the word that was meant instead, if no other would be found. slot.isPartial says
  // that there may be more words than these; `wantsAll` finds them.
  async find(slot, wantsAll) {
    const { dictionary } = this;
    slot.words = new Map();
    slot.isPartial = false;
    slot.corrected = undefined;
    slot.typos = 0;
    const put = (record, likeness) => {
      if (!(slot.words.get(record) >= likeness)) slot.words.set(record, likeness);
    };
    const same = await dictionary.spellings(slot.folded);
    const isSpeltSo = same.some(({ key }) => key === slot.word);
    for (const record of same) put(record, record.key === slot.word || !isSpeltSo ? asSpelt : otherwiseSpelt);
    if (slot.phrase !== undefined) {
      if (slot.isOpen) await this.findBegun(slot, put, true);
      return;
    }
    for (const stem of new Set(same.flatMap(({ stems }) => stems))) {
      for (const record of await dictionary.withStem(stem)) put(record, sameStem);
    }
    // What is typed still is looked for as a beginning; only if that says little, its endings.
    if (slot.isOpen) await this.findBegun(slot, put, wantsAll);
    if (same.length === 0 && slot.words.size < 4) {
      for (const record of await dictionary.relatives(slot.folded)) put(record, sameStem);
    }
    if (slot.words.size === 0 && !slot.isOpen) await this.findBegun(slot, put, wantsAll);
    if (slot.words.size === 0) await this.findMisspelt(slot, put);
  }

  async findBegun(slot, put, wantsAll) {
    const { dictionary } = this;
    const prefix = slot.folded;
    const likeness = (length) => begun * (0.75 + (0.25 * prefix.length) / length);
    const [list] = wantsAll ? [] : await dictionary.at(prefix, kPrefix, kShortPrefix);
    if (list) slot.isPartial = true;
    if (list?.kind === kShortPrefix) {
      put(list, begun * 0.8);
      return;
    }
    const words = list
      ? await dictionary.words(list.words)
      : await dictionary.beginningWith(prefix, wantsAll ? Infinity : 3);
    for (const record of words) put(record, likeness(record.folded.length));
  }

  async findMisspelt(slot, put) {
    const { typos, words } = await this.spelling.near(slot.folded, typosForgiven(slot.folded.length));
    const found = [];
    for (const word of words) {
      for (const record of await this.dictionary.spellings(word)) found.push(record);
    }
    // The same first letter, then what stands in more places.
    const rank = ({ folded, count }) => (folded[0] === slot.folded[0] ? 1e9 : 0) + count;
    found.sort((a, b) => rank(b) - rank(a));
    for (const record of found.slice(0, 8)) put(record, misspelt[typos]);
    // As if it had been typed without the mistake: its other forms.
    for (const stem of found[0]?.stems ?? []) {
      for (const record of await this.dictionary.withStem(stem)) put(record, misspelt[typos] * sameStem);
    }
    if (found.length > 0) [slot.corrected, slot.typos] = [found[0].key, typos];
    if (found.length === 0 && slot.isOpen) await this.findBegunWrong(slot, put);
  }

  // Two words that a slot, of which nothing or little else is known, may be when they are written apart:
  // "proconnect" as "pro connect". The second may be a beginning if the slot is one.
  async apart({ folded, isOpen, words, typos, phrase }) {
    if (phrase !== undefined || (words.size > 0 && typos < 2)) return undefined;
    let best, most = 0;
    for (let at = shortestJoined; at <= folded.length - shortestJoined; at += 1) {
      const pair = [folded.slice(0, at), folded.slice(at)];
      const first = await this.dictionary.spellings(pair[0]);
      if (first.length === 0) continue;
      let second = await this.dictionary.spellings(pair[1]);
      if (second.length === 0 && isOpen && words.size === 0) second = await this.dictionary.beginningWith(pair[1], 1);
      // The rarer of two words says how likely they are.
      const count = Math.min(...[first, second].map((records) => Math.max(0, ...records.map((one) => one.count))));
      if (count > most) [best, most] = [pair.join(" "), count];
    }
    return best;
  }

  // A word that is not finished, and has a typo: among those with the same first letters.
  async findBegunWrong(slot, put) {
    const { folded } = slot;
    const limit = Math.min(1, typosForgiven(folded.length));
    if (limit === 0) return;
    const near = [];
    for (const record of await this.dictionary.beginningWith(folded.slice(0, 3), 3)) {
      const sizes = [0, -1, 1].map((more) => folded.length + more);
      if (sizes.some((size) => typosBetween(folded, record.folded.slice(0, size), limit) <= limit)) near.push(record);
    }
    near.sort((a, b) => b.count - a.count);
    for (const record of near.slice(0, 16)) put(record, misspelt[1] * begun);
    if (near.length > 0) slot.corrected = near[0].key;
  }
}
