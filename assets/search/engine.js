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
    this.firstSections = new Uint32Array(counts.length);
    let section = 0;
    counts.forEach((count, page) => {
      this.firstSections[page] = section;
      this.pageOf.fill(page, section, (section += count));
    });
    this.groups = root.groups;
  }
  // The name of the group of a page.
  groupOf(page) {
    let name = "";
    for (const [group, first] of this.groups) {
      if (first > page) break;
      name = group;
    }
    return name;
  }
}

class Search {
  constructor(folder) {
    this.files = new Files(folder);
  }

  async open() {
    this.opened ??= this.files.load("index").then((root) => {
      this.files.version = root.version;
      this.layout = new Layout(root);
      this.dictionary = new Dictionary(this.files, root);
      this.meanings = new Meanings(this.dictionary, new Spelling(this.files, root));
      this.texts = new Texts(this.files, root);
      this.known = new Map();
    });
    try {
      await this.opened;
    } catch (error) {
      this.opened = undefined;
      throw error;
    }
  }

  // The slots of a question, with all that they may mean.
  async understand(text) {
    await this.open();
    const question = readQuestion(text);
    const { sectionCount } = this.layout;
    await Promise.all(
      question.slots.map(async (slot) => {
        const key = [slot.word, slot.isOpen, slot.phrase === undefined].join(" ");
        if (!this.known.has(key)) {
          await this.meanings.find(slot);
          this.known.set(key, { words: slot.words, corrected: slot.corrected, isKnown: slot.isKnown });
        }
        Object.assign(slot, this.known.get(key));
        slot.idf = rarity(slot, sectionCount);
      }),
    );
    for (const whole of question.wholes) {
      whole.records = await this.dictionary.spellings(whole.folded);
    }
    // A question in one word that nobody knows: what it is as a whole may be known.
    return question;
  }

  async scores(question, wantsAll) {
    const { slots, wholes } = question;
    const scores = new Scores(this.layout, slots);
    for (let i = 0; i < slots.length; i += 1) {
      for (const [record, likeness] of slots[i].words) {
        scores.add(i, await this.dictionary.places(record, wantsAll), likeness);
      }
    }
    for (const { first, count, records } of wholes) {
      for (const record of records) {
        const places = await this.dictionary.places(record, wantsAll);
        for (let i = first; i < first + count; i += 1) scores.add(i, places, 1.1);
      }
    }
    return scores;
  }

  async ask(text, { group, limit = 10 } = {}) {
    const question = await this.understand(text);
    const { slots } = question;
    if (slots.length === 0) return { total: 0, groups: [], results: [], near: [] };
    const hasMore = slots.some(({ words }) => [...words.keys()].some(({ more }) => more));
    let ranked = (await this.scores(question, false)).rank(() => true);
    const isEnough = (pages) => pages.length >= limit * 3 && this.coversAll(question);
    if (hasMore && !isEnough(ranked)) ranked = (await this.scores(question, true)).rank(() => true);
    if (question.phrases > 0) ranked = await this.withPhrases(ranked, question, group, limit);

    const groups = this.countGroups(ranked);
    if (group !== undefined) ranked = ranked.filter(({ page }) => this.layout.groupOf(page) === group);
    const answer = { total: ranked.length, groups, results: [], near: [] };
    const shown = await this.arrange(ranked.slice(0, limit + 4), question);
    for (const page of shown.slice(0, limit)) answer.results.push(await this.describe(page, question));
    const corrected = slots.filter((slot) => slot.corrected);
    if (ranked.length === 0) answer.near = await this.suggest(text, question);
    else if (corrected.length > 0) answer.corrected = rewrite(text, slots, (slot) => slot.corrected);
    return answer;
  }

  coversAll({ slots }) {
    return slots.length === 1;
  }

  countGroups(ranked) {
    const counts = new Map(this.layout.groups.map(([name]) => [name, 0]));
    if (this.layout.groups[0]?.[1] !== 0) counts.set("", 0);
    for (const { page } of ranked) {
      const name = this.layout.groupOf(page);
      counts.set(name, counts.get(name) + 1);
    }
    return [...counts].filter(([, count]) => count > 0);
  }

  // The pages whose sections hold the phrases as they were written, as many as are wanted.
  async withPhrases(ranked, question, group, limit) {
    const { slots } = question;
    const phrases = [];
    for (const slot of slots) {
      if (slot.phrase !== undefined) (phrases[slot.phrase] ??= []).push(slot);
    }
    const sought = phrases.filter(Boolean).map((own) => [own.map(({ folded }) => folded), own.at(-1).isOpen]);
    const has = async (section) => {
      const { title, heading, text } = await this.texts.section(section);
      return sought.map(([phrase, isOpen]) => [title, heading, text].some((one) => hasPhrase(one, phrase, isOpen)));
    };
    const found = [];
    let inGroup = 0;
    const step = 12;
    for (let at = 0; at < ranked.length && inGroup < Math.max(limit, 30); at += step) {
      const checked = await Promise.all(
        ranked.slice(at, at + step).map(async (page) => {
          const sections = await Promise.all(page.sections.map(async ([section]) => has(section)));
          const kept = page.sections.filter((_, i) => sections[i].some(Boolean));
          const hasAll = sought.every((_, i) => sections.some((section) => section[i]));
          return hasAll && { ...page, sections: kept };
        }),
      );
      for (const page of checked.filter(Boolean)) {
        found.push(page);
        if (group === undefined || this.layout.groupOf(page.page) === group) inGroup += 1;
      }
    }
    return found;
  }

  // The same pages, with those first in which the words stand together.
  async arrange(pages, question) {
    const { slots } = question;
    const known = knownWords(question);
    await Promise.all(
      pages.map(async (page) => {
        const [section] = page.sections[0];
        page.best = await this.texts.section(section);
        page.bonus = 1;
        if (slots.length < 2) return;
        const { title, heading, text } = page.best;
        const near = Math.max(
          ...[title, heading, text].map((one) => closeness(findWords(one, known.words, known.beginnings), slots)),
        );
        page.bonus += 0.35 * near;
      }),
    );
    return pages.sort((a, b) => b.score * b.bonus - a.score * a.bonus || a.page - b.page);
  }

  async describe({ page, sections, best }, question) {
    const { words, beginnings } = knownWords(question);
    const { slots } = question;
    const find = (text) => findWords(text, words, beginnings);
    const pieces = (text) => markedPieces(text, find(text));
    const describe = ({ url, heading, anchor, text }) => {
      const described = { url: anchor ? `${url}#${encodeURIComponent(anchor)}` : url };
      if (heading) described.heading = pieces(heading);
      described.text = snippetOf(text, find(text), slots);
      return described;
    };
    const result = { title: pieces(best.title), crumbs: best.above, ...describe(best), sections: [] };
    const others = sections.slice(1, 8).filter(([, score]) => score > 0.5 * sections[0][1]);
    const urls = new Set([result.url, best.url]);
    for (const [section] of others) {
      if (result.sections.length === 2) break;
      // What lies in a file that is not there yet is not worth it.
      const number = this.texts.numberOf(section);
      if (!this.texts.shards.has(number)) continue;
      const described = describe(await this.texts.section(section));
      if (!described.heading || urls.has(described.url)) continue;
      urls.add(described.url);
      result.sections.push(described);
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
      const { words } = await this.meanings.spelling.near(slot.folded, Math.min(3, slot.folded.length >> 1));
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
    return question.slots.length === 0 ? 0 : markWords(element, knownWords(question));
  }
}

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
