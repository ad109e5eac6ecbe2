// carnetSearch(folder): the search of the book whose index lies in `folder`.
//
// ask(text, { group, limit }) and mark(element, text) are what the interface uses; see there.

// Which page each section is on, and which group each page.
class Layout {
  constructor(root) {
    const counts = numbersOf(root.sections);
    this.pageCount = counts.length;
    this.sectionCount = counts.reduce((sum, count) => sum + count, 0);
    this.pageOf = new Uint32Array(this.sectionCount);
    let section = 0;
    counts.forEach((count, page) => {
      this.pageOf.fill(page, section, (section += count));
    });
    // Names of groups, in order; the same one may begin more than once.
    this.names = root.groups[0]?.[1] === 0 ? [] : [""];
    this.groupNumbers = new Uint16Array(counts.length);
    for (const [name, first] of root.groups) {
      if (!this.names.includes(name)) this.names.push(name);
      this.groupNumbers.fill(this.names.indexOf(name), first);
    }
  }
  // The name of the group of a page; "" of none.
  groupOf(page) {
    return this.names[this.groupNumbers[page]];
  }
}

// How many pages are looked at for how close together the words stand.
const arranged = 8;

class Search {
  constructor(folder) {
    this.files = new Files(folder);
  }

  async open() {
    this.opened ??= this.read();
    try {
      await this.opened;
    } catch (error) {
      this.opened = undefined;
      throw error;
    }
  }
  async read() {
    const root = await this.files.load("index");
    await pause();
    this.files.version = root.version;
    this.layout = new Layout(root);
    await pause();
    this.dictionary = new Dictionary(this.files, root);
    this.spelling = new Spelling(this.files, root);
    this.meanings = new Meanings(this.dictionary, this.spelling);
    this.phrases = new Phrases(this.files, root, this.dictionary);
    this.texts = new Texts(this.files, root);
    this.known = new Map();
  }

  // The slots of a question, with all that they may mean.
  async understand(text, wantsAll = false) {
    await this.open();
    const question = readQuestion(text);
    const { sectionCount } = this.layout;
    await Promise.all(
      question.slots.map(async (slot) => {
        const key = [slot.word, slot.isOpen, slot.phrase === undefined, wantsAll].join(" ");
        if (!this.known.has(key)) {
          await this.meanings.find(slot, wantsAll);
          const { words, corrected, typos, isPartial } = slot;
          this.known.set(key, { words, corrected, typos, isPartial });
        }
        Object.assign(slot, this.known.get(key));
        slot.idf = rarity(slot, sectionCount);
        const records = [...slot.words.keys()];
        slot.isCut = !wantsAll && records.some(({ more }) => more);
        const places = records.reduce((sum, { count }) => sum + count, 0);
        slot.assumed = slot.isCut ? Math.min(1, places / sectionCount) : 0;
      }),
    );
    for (const whole of question.wholes) {
      const { folded, first, count, isJoined } = whole;
      // Two words that may be one are not worth a file of their own.
      const isNear = this.dictionary.numberOf(folded) === this.dictionary.numberOf(question.slots[first].folded);
      whole.records = isJoined && !isNear ? [] : await this.dictionary.spellings(folded);
      if (whole.records.length > 0 || isJoined || !question.slots[first + count - 1].isOpen) continue;
      whole.records = (await this.dictionary.beginningWith(folded, 1)).slice(0, 8);
    }
    return question;
  }

  // How well pages answer a question; `wantsAll` looks up all places of its words.
  async rank(question, wantsAll) {
    const { slots, wholes } = question;
    const scores = new Scores(this.layout, slots);
    for (let i = 0; i < slots.length; i += 1) {
      for (const [record, likeness] of slots[i].words) {
        scores.add(i, await this.dictionary.places(record, wantsAll), likeness);
        await pause();
      }
    }
    for (const { first, count, records } of wholes) {
      for (const record of records) {
        const places = await this.dictionary.places(record, wantsAll);
        for (let i = first; i < first + count; i += 1) scores.add(i, places, 1.1);
      }
    }
    for (const sections of question.phraseSections ?? []) sections.forEach((section) => scores.touch(section));
    return scores.rank();
  }

  // The same, and as much of it as `limit` pages of a group need.
  async rankEnough(text, question, group, limit) {
    const { slots } = question;
    if (question.phrases > 0) question.phraseSections = await this.phraseSections(question);
    let ranked = await this.rank(question, false);
    const isOfGroup = (page) => group === undefined || this.layout.groupOf(page) === group;
    const isCut = slots.some((slot) => slot.isCut || slot.isPartial);
    if (isCut && ranked.pages.filter(isOfGroup).length < limit) {
      question = await this.understand(text, true);
      if (question.phrases > 0) question.phraseSections = await this.phraseSections(question);
      ranked = await this.rank(question, true);
    }
    return { question, ranked };
  }

  async ask(text, options = {}) {
    const question = await this.understand(text);
    const other = await this.apart(text, question);
    if (other) {
      const better = await this.answer(other, await this.understand(other), options);
      if (better.total > 0) return { corrected: other, ...better };
    }
    return this.answer(text, question, options);
  }

  // The question with words apart that were written together, if that says more.
  async apart(text, { slots }) {
    const apart = new Map();
    for (const slot of slots) {
      const pair = await this.meanings.apart(slot);
      if (pair) apart.set(slot, pair);
    }
    return apart.size > 0 ? rewrite(text, slots, (slot) => apart.get(slot)) : undefined;
  }

  async answer(text, understood, { group, limit = 10 }) {
    const { question, ranked } = await this.rankEnough(text, understood, group, limit);
    const { slots } = question;
    if (slots.length === 0) return { total: 0, groups: [], results: [], near: [] };
    let pages = question.phrases > 0 ? this.pagesWithPhrases(ranked, question) : ranked.pages;
    const groups = this.countGroups(pages);
    if (group !== undefined) pages = pages.filter((page) => this.layout.groupOf(page) === group);
    // Not all places of frequent words, and not all words with a short beginning, have been looked at.
    const isPartial = slots.some((slot) => slot.isCut || slot.isPartial);
    const answer = { total: pages.length, isPartial, groups, results: [], near: [] };

    let found = [];
    if (question.phrases > 0) {
      const order = bestPages(pages, ranked.scores, pages.length);
      found = await this.checkPhrases(order, question, limit);
      // Those that were not looked at are most likely right.
      answer.total = found.length + found.unchecked;
    } else {
      const some = bestPages(pages, ranked.scores, slots.length > 1 ? Math.max(limit, arranged) : limit);
      found = some.map((page) => ({ page, sections: [ranked.best[page], ranked.second[page]] }));
    }
    await this.arrange(found, ranked.scores, question);
    for (const page of found.slice(0, limit)) {
      answer.results.push(await this.describe(page, question));
      await pause();
    }
    const corrected = slots.filter((slot) => slot.corrected);
    if (answer.total === 0) answer.near = await this.suggest(text, question);
    else if (corrected.length > 0) answer.corrected = rewrite(text, slots, (slot) => slot.corrected);
    return answer;
  }

  countGroups(pages) {
    const { names, groupNumbers } = this.layout;
    const counts = names.map(() => 0);
    for (const page of pages) counts[groupNumbers[page]] += 1;
    return names.map((name, i) => [name, counts[i]]).filter(([, count]) => count > 0);
  }

  slotsOfPhrases({ slots }) {
    const phrases = [];
    for (const slot of slots) {
      if (slot.phrase !== undefined) (phrases[slot.phrase] ??= []).push(slot);
    }
    return phrases.filter(Boolean);
  }

  // For each phrase, where it may stand.
  phraseSections(question) {
    return Promise.all(this.slotsOfPhrases(question).map((slots) => this.phrases.sections(slots)));
  }

  pagesWithPhrases({ pages }, { phraseSections }) {
    const { pageOf } = this.layout;
    const wanted = phraseSections.map((sections) => new Set(sections.map((section) => pageOf[section])));
    return pages.filter((page) => wanted.every((set) => set.has(page)));
  }

  // Of `pages`, in their order, the first `limit` with all phrases as they were written. `unchecked`
  // of the result is how many were left.
  async checkPhrases(pages, question, limit) {
    const { pageOf } = this.layout;
    const sought = this.slotsOfPhrases(question).map((slots, i) => ({
      phrase: slots.map(({ folded }) => folded),
      isOpen: slots.at(-1).isOpen,
      sections: question.phraseSections[i],
    }));
    const holds = async (section, { phrase, isOpen }) => {
      const own = await this.texts.section(section);
      return ["title", "heading", "text"].some((name) => hasPhrase(wordsOf(own, name), phrase, isOpen));
    };
    const check = async (page) => {
      const sections = [];
      for (const one of sought) {
        const own = one.sections.filter((section) => pageOf[section] === page);
        const held = [];
        for (const section of own) if (await holds(section, one)) held.push(section);
        if (held.length === 0) return undefined;
        sections.push(...held);
      }
      return { page, sections: [...new Set(sections)] };
    };
    const found = [];
    let at = 0;
    while (at < pages.length && found.length < limit) {
      const step = pages.slice(at, at + Math.max(4, limit - found.length));
      at += step.length;
      found.push(...(await Promise.all(step.map(check))).filter(Boolean));
    }
    found.unchecked = pages.length - at;
    return found;
  }

  // Puts those first, of the best few, in which the words stand together. The order of the first is
  // the same however many are asked for.
  async arrange(found, scores, question) {
    const { slots } = question;
    const known = knownWords(question);
    await Promise.all(
      found.map(async (one, i) => {
        one.best = await this.texts.section(one.sections[0]);
        one.score = scores[one.page];
        if (slots.length < 2 || i >= arranged) return;
        await pause();
        const near = ["title", "heading", "text"].map((name) => closeness(findWords(wordsOf(one.best, name), known), slots));
        one.score *= 1 + 0.35 * Math.max(...near);
      }),
    );
    const first = found.splice(0, arranged);
    found.unshift(...first.sort((a, b) => b.score - a.score || a.page - b.page));
  }

  async describe({ sections, best }, question) {
    const { slots } = question;
    const known = knownWords(question);
    // Words that stand everywhere are marked only where nothing else was asked for.
    const most = Math.max(...slots.map(({ idf }) => idf));
    const find = (section, name) =>
      findWords(wordsOf(section, name), known).filter(({ slot }) => slots[slot].idf > most / 3);
    const describe = (section) => {
      const { url, heading, anchor, text } = section;
      const described = { url: anchor ? `${url}#${encodeURIComponent(anchor)}` : url };
      if (heading) described.heading = headingPieces(section, find);
      described.text = snippetOf(text, find(section, "text"), slots);
      return described;
    };
    const result = {
      title: markedPieces(best.title, find(best, "title")),
      crumbs: best.above,
      ...describe(best),
      sections: [],
    };
    for (const section of sections.slice(1, 3)) {
      // What lies in a file that is not there yet is not worth it.
      if (section < 0 || !this.texts.shards.has(this.texts.numberOf(section))) continue;
      const described = describe(await this.texts.section(section));
      if (!described.heading || described.url === result.url) continue;
      if (result.sections.every(({ url }) => url !== described.url)) result.sections.push(described);
    }
    return result;
  }

  // Questions that would find something.
  async suggest(text, { slots, phrases }) {
    const near = [];
    if (phrases > 0) near.push(text.replace(/["«»“”]/g, " ").replace(/\s+/g, " ").trim());
    const replaced = new Map();
    for (const slot of slots) {
      if (slot.words.size > 0) continue;
      const { words } = await this.spelling.near(slot.folded, Math.min(3, slot.folded.length >> 1));
      replaced.set(slot, words.slice(0, 3));
    }
    for (let i = 0; i < 3; i += 1) {
      const other = rewrite(text, slots, (slot) => replaced.get(slot)?.[i] ?? replaced.get(slot)?.[0]);
      if (other !== text) near.push(other);
    }
    for (const slot of slots) if (slot.words.size > 0 && slots.length > 1) near.push(slot.word);
    return [...new Set(near)].filter(Boolean).slice(0, 4);
  }

  async mark(element, text) {
    const question = await this.understand(text);
    if (question.slots.length === 0) return 0;
    const most = Math.max(...question.slots.map(({ idf }) => idf));
    const told = question.slots.filter(({ idf }) => idf > most / 3);
    return markWords(element, knownWords({ slots: told, wholes: question.wholes }));
  }
}

// The way to a section by its headings; of a long one, the last.
const longestWay = 80;
const headingPieces = (section, find) => {
  const { heading } = section;
  const at = heading.length > longestWay ? heading.lastIndexOf(" › ") : -1;
  if (at === -1) return markedPieces(heading, find(section, "heading"));
  const pieces = markedPieces(heading, find(section, "heading"), at, heading.length);
  pieces[0] = `…${pieces[0]}`;
  return pieces;
};

// The question with other words for some of its slots.
const rewrite = (text, slots, other) => {
  let written = text.normalize("NFC");
  for (const slot of slots) {
    const word = other(slot);
    if (!word) continue;
    const at = written.toLowerCase().indexOf(slot.word);
    if (at !== -1) written = written.slice(0, at) + word + written.slice(at + slot.word.length);
  }
  return written;
};

// The folded words that a question stands for, and beginnings of words; each with its slot.
const knownWords = ({ slots, wholes }) => {
  const words = new Map();
  const beginnings = [];
  slots.forEach((slot, number) => {
    for (const { kind, folded } of slot.words.keys()) {
      if (kind === kShortPrefix) beginnings.push([folded, number]);
      else if (!words.has(folded)) words.set(folded, number);
    }
    if (slot.isOpen && !slot.corrected) beginnings.push([slot.folded, number]);
  });
  for (const { folded, first } of wholes) words.set(folded, first);
  return { words, beginnings };
};

// 1 where the words stand one after the other, down to 0 where they are far apart.
const closeness = (found, slots) => {
  let best = 0;
  for (let first = 0; first < found.length; first += 1) {
    const seen = new Set();
    for (let i = first; i < found.length && i < first + slots.length * 3; i += 1) {
      seen.add(found[i].slot);
      if (seen.size < 2) continue;
      const share = seen.size / slots.length;
      const gap = (found[i].end - found[first].begin) / (9 * seen.size);
      best = Math.max(best, share * Math.min(1, 1.2 / Math.max(1, gap)));
    }
  }
  return best;
};

const searches = new Map();
window.carnetSearch = (folder) => {
  const url = new URL(folder, location).href;
  if (!searches.has(url)) searches.set(url, new Search(url));
  return searches.get(url);
};
window.carnetSearch.take = take;
