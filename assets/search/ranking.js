// Which pages answer a question, best first.
//
// A word counts for a section by its level (generator/search/search_page.h), by how like it is to
// what was typed, and by how rare it is (idf, as in BM25). A page has the best of its sections for
// each word, and the best section as a whole; pages with all words stand before those with most.
const levelWeights = [0.3, 0.5, 0.7, 0.88, 1, 1.7, 2.1, 2.5, 3.4, 3.9, 4.4, 5];
const firstTitleLevel = 8;
const leastCovered = 0.5;

// How rare a slot's words are: of those that are spelt so, if there are any.
const rarity = (slot, sectionCount) => {
  let exact = 0;
  let most = 0;
  for (const [record, likeness] of slot.words) {
    if (likeness >= otherwiseSpelt) exact += record.count;
    most = Math.max(most, record.count);
  }
  const places = Math.min(exact || most, sectionCount);
  return Math.max(0.2, Math.log(1 + (sectionCount - places + 0.5) / (places + 0.5)));
};

class Scores {
  constructor({ sectionCount, pageCount, pageOf }, slots) {
    this.pageOf = pageOf;
    this.slots = slots;
    this.ofSections = slots.map(() => new Float32Array(sectionCount));
    this.ofPages = slots.map(() => new Float32Array(pageCount));
    this.isTouched = new Uint8Array(sectionCount);
    this.touched = [];
    this.pageCount = pageCount;
  }

  touch(section) {
    if (this.isTouched[section]) return;
    this.isTouched[section] = 1;
    this.touched.push(section);
  }

  add(slot, places, likeness) {
    const ofSections = this.ofSections[slot];
    const ofPages = this.ofPages[slot];
    const { pageOf } = this;
    for (let i = 0; i < places.length; i += 2) {
      const section = places[i];
      const value = levelWeights[places[i + 1]] * likeness;
      this.touch(section);
      if (value > ofSections[section]) ofSections[section] = value;
      const page = pageOf[section];
      if (value > ofPages[page]) ofPages[page] = value;
    }
  }

  // { pages: [page, …] of all that were found, scores: by page, best and second: sections by page }.
  // A word of which not all places were looked up counts where it was not seen by its share of all
  // sections, slot.assumed.
  async rank() {
    const { slots, pageOf, pageCount } = this;
    const sum = slots.reduce((total, { idf }) => total + idf, 0) || 1;
    const best = new Int32Array(pageCount).fill(-1);
    const second = new Int32Array(pageCount).fill(-1);
    const bestScore = new Float32Array(pageCount);
    const secondScore = new Float32Array(pageCount);
    const seen = [];
    for (let i = 0; i < this.touched.length; i += 1) {
      if (i % 2048 === 2047) await pause();
      const section = this.touched[i];
      const page = pageOf[section];
      let score = 0;
      let covered = 0;
      for (let slot = 0; slot < slots.length; slot += 1) {
        const { idf, assumed } = slots[slot];
        const value = this.ofSections[slot][section];
        score += (value || levelWeights[1] * assumed) * idf;
        covered += value > 0 ? idf : idf * assumed;
      }
      score *= (covered / sum) ** 2;
      if (best[page] === -1) seen.push(page);
      if (score > bestScore[page] || best[page] === -1) {
        second[page] = best[page];
        secondScore[page] = bestScore[page];
        best[page] = section;
        bestScore[page] = score;
      } else if (score > secondScore[page]) {
        second[page] = section;
        secondScore[page] = score;
      }
    }
    const scores = new Float32Array(pageCount);
    const pages = [];
    for (let i = 0; i < seen.length; i += 1) {
      if (i % 2048 === 2047) await pause();
      const page = seen[i];
      let onPage = 0;
      let covered = 0;
      let inTitle = 0;
      for (let slot = 0; slot < slots.length; slot += 1) {
        const { idf, assumed } = slots[slot];
        const value = this.ofPages[slot][page];
        onPage += (value || levelWeights[1] * assumed) * idf;
        covered += value > 0 ? idf : idf * assumed;
        if (value >= levelWeights[firstTitleLevel] * sameStem) inTitle += idf;
      }
      const coverage = covered / sum;
      if (coverage < leastCovered) continue;
      const title = inTitle / sum;
      scores[page] = (onPage + bestScore[page] + 0.2 * secondScore[page]) * coverage ** 3 * (1 + 0.3 * title ** 2);
      pages.push(page);
    }
    // Another section is worth naming only if it says nearly as much as the best.
    for (const page of pages) if (secondScore[page] < bestScore[page] / 2) second[page] = -1;
    return { pages, scores, best, second };
  }
}

// The `count` of `pages` with the highest scores, best first.
const bestPages = (pages, scores, count) => {
  const order = (a, b) => scores[b] - scores[a] || a - b;
  if (count >= pages.length || count > 200) return [...pages].sort(order).slice(0, count);
  const top = [];
  for (const page of pages) {
    if (top.length === count && order(page, top[count - 1]) >= 0) continue;
    let at = top.length;
    while (at > 0 && order(page, top[at - 1]) < 0) at -= 1;
    top.splice(at, 0, page);
    if (top.length > count) top.pop();
  }
  return top;
};
