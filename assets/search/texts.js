// The texts of an index, in the files that generator/search/text_shards.h describes.
class Texts {
  constructor(files, root) {
    this.files = files;
    this.firsts = [0];
    for (const count of numbersOf(root.texts)) this.firsts.push(this.firsts.at(-1) + count);
    this.shards = new Map();
  }
  numberOf(section) {
    let low = 0;
    let high = this.firsts.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.firsts[middle] <= section) low = middle;
      else high = middle;
    }
    return low;
  }
  // { title, url, above, heading, anchor, text } of a section, the first three as all of its page.
  async section(section) {
    const number = this.numberOf(section);
    if (!this.shards.has(number)) {
      await pause();
      const sections = [];
      let page;
      for (const line of unpackText(await this.files.load(`text-${number}`)).split("\n")) {
        const fields = line.split("\t");
        if (line.startsWith("\x02")) {
          const [title, url, ...above] = fields;
          page = { title: title.slice(1), url, above };
        } else if (page && fields.length === 3) {
          const [heading, anchor, text] = fields;
          sections.push({ ...page, heading, anchor, text });
        }
      }
      this.shards.set(number, sections);
    }
    return this.shards.get(number)[section - this.firsts[number]];
  }
}

// What readWords finds in one of the texts of a section, once.
const wordsOf = (section, name) => {
  section.words ??= {};
  return (section.words[name] ??= readWords(section[name]));
};
