// Reads numbers and texts of the shards; generator/search/numbers.h says how they are written.
class Cursor {
  constructor(text, at = 0) {
    this.text = text;
    this.at = at;
  }
  get isAtEnd() {
    return this.at >= this.text.length;
  }
  digit() {
    const code = this.text.charCodeAt(this.at++);
    // Past `"` and `\`.
    return code - 32 - (code > 34) - (code > 92);
  }
  number() {
    const first = this.digit();
    if (first < 56) return first;
    if (first < 85) return 56 + (first - 56) * 93 + this.digit();
    if (first < 92) return 2753 + ((first - 85) * 93 + this.digit()) * 93 + this.digit();
    let rest = 0;
    for (let i = 0; i < 4; i += 1) rest = rest * 93 + this.digit();
    return 63296 + rest;
  }
  take(count) {
    this.at += count;
    return this.text.slice(this.at - count, this.at);
  }
  counted() {
    return this.take(this.number());
  }
  // A word that begins as `before` does.
  against(before) {
    const shared = this.number();
    return before.slice(0, shared) + this.counted();
  }
}

const numbersOf = (text) => {
  const cursor = new Cursor(text);
  const numbers = [];
  while (!cursor.isAtEnd) numbers.push(cursor.number());
  return numbers;
};
