// Which pages answer a question, best first.
//
// A word counts for a section by its level (generator/search/search_page.h), by how like it is to
// what was typed, and by how rare it is (idf, as in BM25). A page has the best of its sections for
// each word, and the best section as a whole; pages with all words stand before those with most.
const levelWeights = [0.3, 0.5, 0.7, 0.88, 1, 1.7, 2.1, 2.5, 3, 3.6, 4.2, 5];
const firstTitleLevel = 8;
const leastCovered = 0.5;

class Scores {
  constructor(layout, slots) {
    this.layout = layout;
    this.slots = slots;
    this.ofSections = slots.map(() => new Float32Array(layout.sectionCount));
    this.ofPages = slots.map(() => new Float32Array(layout.pageCount));
    this.titles = slots.map(() => new Uint8Array(layout.pageCount));
    this.touched = [];
    this.isTouched = new Uint8Array(layout.sectionCount);
  }

  add(slot, places, likeness) {
    const ofSections = this.ofSections[slot];
    const ofPages = this.ofPages[slot];
    const { pageOf } = this.layout;
    for (let i = 0; i < places.length; i += 2) {
      const section = places[i];
      const level = places[i + 1];
      const value = levelWeights[level] * likeness;
      if (!this.isTouched[section]) {
        this.isTouched[section] = 1;
        this.touched.push(section);
      }
      if (value > ofSections[section]) ofSections[section] = value;
      const page = pageOf[section];
      if (value > ofPages[page]) ofPages[page] = value;
      if (level >= firstTitleLevel) this.titles[slot][page] = 1;
    }
  }

  // [{ page, score, sections: [[section, score], …] }], best first; `isWanted(page)`.
  rank(isWanted) {
    const { layout, slots } = this;
    const { pageOf } = layout;
    const sum = slots.reduce((total, { idf }) => total + idf, 0) || 1;
    const pages = new Map();
    for (const section of this.touched) {
      const page = pageOf[section];
      if (!isWanted(page)) continue;
      let score = 0;
      let covered = 0;
      for (let slot = 0; slot < slots.length; slot += 1) {
        const value = this.ofSections[slot][section];
        if (value === 0) continue;
        score += value * slots[slot].idf;
        covered += slots[slot].idf;
      }
      score *= (covered / sum) ** 2;
      const known = pages.get(page);
      if (known) known.push([section, score]);
      else pages.set(page, [[section, score]]);
    }
    const ranked = [];
    for (const [page, sections] of pages) {
      sections.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      let onPage = 0;
      let covered = 0;
      let inTitle = 0;
      for (let slot = 0; slot < slots.length; slot += 1) {
        const value = this.ofPages[slot][page];
        if (value === 0) continue;
        onPage += value * slots[slot].idf;
        covered += slots[slot].idf;
        if (this.titles[slot][page]) inTitle += slots[slot].idf;
      }
      const coverage = covered / sum;
      if (coverage < leastCovered) continue;
      const title = inTitle / sum;
      const score = (onPage + sections[0][1] + 0.2 * (sections[1]?.[1] ?? 0)) * coverage ** 3 * (1 + 0.3 * title ** 2);
      ranked.push({ page, score, sections });
    }
    return ranked.sort((a, b) => b.score - a.score || a.page - b.page);
  }
}

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
