// A JavaScript regular expression (without the flags u, v, s and y) -> the same one for PCRE2.
//
// PCRE2 is to compile it with UTF, DOTALL, DOLLAR_ENDONLY and MATCH_UNSET_BACKREF, and with CASELESS
// for the flag i. The result is ASCII on one line. Half a surrogate pair matches nothing there: a
// class that holds all halves also holds all characters that are made of them.

const kSpace = "\\x09-\\x0d\\x20\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}";
const kNewline = "\\x0a\\x0d\\x{2028}\\x{2029}";
const kAny = ".";
const kNothing = "(?!)";

// PCRE2 cannot hold more than 64 kB of compiled code, and Prism repeats whole groups to match nested
// brackets. In longer expressions a group that comes back is written once.
const kLong = 3000;
const kLongGroup = 40;

const hex = (code) =>
  code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\x{${code.toString(16)}}`;
const literal = (code) => {
  const char = String.fromCodePoint(code);
  return /[A-Za-z0-9_ !"%&',:;<=>@`~]/.test(char) ? char : /[!-/:-@[-`{-~]/.test(char) ? `\\${char}` : hex(code);
};

// A list of words that is too long as it is.
const kLongList = 20_000;

// `ask|as|by` as `as(?:|k)|by`, which is shorter. Requires that what follows the list lets no more
// than one of the words pass.
function trie(words) {
  const byLetter = new Map();
  for (const word of words.filter(Boolean)) {
    byLetter.set(word[0], [...(byLetter.get(word[0]) ?? []), word.slice(1)]);
  }
  const branches = [...byLetter].map(([letter, rests]) => {
    const inside = trie(rests);
    return letter + (rests.length > 1 && inside.includes("|") ? `(?:${inside})` : inside);
  });
  return (words.includes("") ? [...branches, ""] : branches).join("|");
}

class Translator {
  constructor(source, flags) {
    this.source = source;
    this.at = 0;
    this.ignoresCase = flags.includes("i");
    this.isMultiline = flags.includes("m");
    this.names = [];
    // Groups are counted first: `\2` is an octal number if there is only one.
    this.groups = 0;
    for (let i = 0, inClass = false; i < source.length; ++i) {
      if (source[i] === "\\") ++i;
      else if (source[i] === "[") inClass = true;
      else if (source[i] === "]") inClass = false;
      else if (source[i] === "(" && !inClass) {
        const name = /^\(\?<(\w+)>/.exec(source.slice(i, i + 80));
        if (source[i + 1] !== "?" || name) this.names[this.groups++] = name?.[1];
      }
    }
    this.seen = new Map(); // From a group's text to how often it stood there, in long expressions.
  }

  translate() {
    let text = this.disjunction();
    if (this.at !== this.source.length) throw new Error(`cannot read ${this.source}`);
    if (text.length > kLong) text = this.shorten();
    return text;
  }

  // Once more, with each group that comes back as a call of the first one.
  shorten() {
    this.repeated = new Map();
    for (const [group, count] of this.seen) {
      if (count > 1) this.repeated.set(group, null);
    }
    this.at = 0;
    this.definitions = [];
    const text = this.disjunction();
    return `(?:${text})(?(DEFINE)${this.definitions.join("")})`;
  }

  eat(text) {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  disjunction() {
    const alternatives = [this.alternative()];
    while (this.eat("|")) alternatives.push(this.alternative());
    return alternatives.join("|");
  }

  alternative() {
    let text = "";
    while (this.at < this.source.length && !"|)".includes(this.source[this.at])) {
      text += this.atom() + this.quantifier();
    }
    return text;
  }

  quantifier() {
    const match = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(this.source.slice(this.at, this.at + 40));
    if (!match) return "";
    this.at += match[0].length;
    return match[0];
  }

  atom() {
    const char = this.source[this.at++];
    switch (char) {
      case "(": return this.group();
      case "[": return this.characterClass();
      case ".": return `[^${kNewline}]`;
      case "^": return this.isMultiline ? `(?<![^${kNewline}])` : "^";
      case "$": return this.isMultiline ? `(?![^${kNewline}])` : "\\z";
      case "\\": return this.escape();
      default: return literal(this.codePoint(char));
    }
  }

  // A pair of surrogates that is written as it is.
  codePoint(char) {
    const code = char.charCodeAt(0);
    const low = this.source.charCodeAt(this.at);
    if (code < 0xd800 || code > 0xdbff || !(low >= 0xdc00 && low <= 0xdfff)) return code;
    this.at += 1;
    return (code - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000;
  }

  group() {
    let open = "(";
    for (const kind of ["?:", "?=", "?!", "?<=", "?<!"]) {
      if (this.eat(kind)) open = `(${kind}`;
    }
    if (open === "(" && this.eat("?<")) this.at = this.source.indexOf(">", this.at) + 1;
    const begin = this.at;
    const inside = this.disjunction();
    const written = this.source.slice(begin, this.at);
    if (!this.eat(")")) throw new Error(`a group does not end in ${this.source}`);
    if (written.length > kLongList && /^[\w|]+$/.test(written) && this.source.startsWith("\\b", this.at)) {
      return `(?:${trie(written.split("|"))})`;
    }
    return open === "(?:" ? this.shared(written, inside) : `${open}${inside})`;
  }

  shared(written, inside) {
    // What captures or refers to a capture cannot stand elsewhere.
    const canMove = written.length > kLongGroup && !/(?:^|[^\\])\((?!\?)|\\[1-9k]/.test(written);
    if (!this.repeated) {
      if (canMove) this.seen.set(written, (this.seen.get(written) ?? 0) + 1);
      return `(?:${inside})`;
    }
    if (!canMove || !this.repeated.has(written)) return `(?:${inside})`;
    let name = this.repeated.get(written);
    if (!name) {
      name = `g${this.definitions.length}`;
      this.definitions.push(`(?<${name}>${inside})`);
      this.repeated.set(written, name);
    }
    return `(?&${name})`;
  }

  // What follows a backslash, outside of a class.
  escape() {
    const char = this.source[this.at];
    if (char === "s") return ++this.at, `[${kSpace}]`;
    if (char === "S") return ++this.at, `[^${kSpace}]`;
    if ("dDwWbB".includes(char)) return ++this.at, `\\${char}`;
    if (char === "k" && this.names.some(Boolean)) {
      const name = /^k<(\w+)>/.exec(this.source.slice(this.at))[1];
      this.at += name.length + 3;
      return `\\g{${this.names.indexOf(name) + 1}}`;
    }
    const number = /^[1-9]\d*/.exec(this.source.slice(this.at, this.at + 4));
    if (number && Number(number[0]) <= this.groups) {
      this.at += number[0].length;
      return `\\g{${number[0]}}`;
    }
    const code = this.escapedCode();
    if (code >= 0xd800 && code <= 0xdbff && this.eat("\\u")) {
      const low = parseInt(this.source.slice(this.at, this.at + 4), 16);
      this.at += 4;
      return literal((code - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000);
    }
    return code >= 0xd800 && code <= 0xdfff ? kNothing : literal(code);
  }

  // The character that an escape stands for, in a class and outside.
  escapedCode() {
    const rest = this.source.slice(this.at, this.at + 6);
    const match = /^(?:x([0-9a-f]{2})|u([0-9a-f]{4})|c([a-z])|([0-3]?[0-7]{1,2}))/i.exec(rest);
    if (match) {
      this.at += match[0].length;
      if (match[3]) return match[3].toUpperCase().charCodeAt(0) - 64;
      return match[4] ? parseInt(match[4], 8) : parseInt(match[1] ?? match[2], 16);
    }
    const char = this.source[this.at++];
    const control = { n: 10, r: 13, t: 9, v: 11, f: 12 }[char];
    return control ?? this.codePoint(char);
  }

  characterClass() {
    const isNegated = this.eat("^");
    const items = [];
    const escapes = new Set();
    const ranges = [];
    while (!this.eat("]")) {
      const first = this.classAtom();
      if (typeof first === "string") {
        escapes.add(first);
        continue;
      }
      let last = first;
      if (this.source[this.at] === "-" && this.source[this.at + 1] !== "]") {
        this.at += 1;
        last = this.classAtom();
        if (typeof last === "string") {
          // `[a-\d]` is three things.
          escapes.add(last);
          ranges.push([first, first], [0x2d, 0x2d]);
          continue;
        }
      }
      ranges.push([first, last]);
    }
    if (["s", "d", "w"].some((name) => escapes.has(name) && escapes.has(name.toUpperCase()))) {
      return isNegated ? kNothing : kAny;
    }
    for (const name of escapes) {
      if (name === "s") items.push(kSpace);
      else if (name === "S") items.push(this.otherThanSpace());
      else items.push(`\\${name}`);
    }
    for (const [first, last] of ranges) items.push(this.range(first, last, isNegated));
    const text = items.join("");
    if (text !== "") return `[${isNegated ? "^" : ""}${text}]`;
    if (ranges.length > 0 && ranges.every(([first]) => first >= 0xdc00)) return ""; // See below.
    return isNegated ? kAny : kNothing;
  }

  classAtom() {
    if (!this.eat("\\")) return this.codePoint(this.source[this.at++]);
    if (this.eat("b")) return 8;
    const char = this.source[this.at];
    if ("sSdDwW".includes(char)) return ++this.at, char;
    return this.escapedCode();
  }

  otherThanSpace() {
    return "\\x00-\\x08\\x0e-\\x1f\\x21-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}" +
      "\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}";
  }

  range(first, last, isNegated) {
    // All first halves stand for the whole character, and then all second halves for nothing.
    if (first === 0xd800 && last === 0xdbff) return "\\x{10000}-\\x{10ffff}";
    if (first === 0xdc00 && last === 0xdfff) return "";
    if (first >= 0xd800 && last <= 0xdfff && !(first === 0xd800 && last === 0xdfff)) return "";
    const parts = [];
    if (first < 0xd800) parts.push([first, Math.min(last, 0xd7ff)]);
    if (first <= 0xd800 && last >= 0xdfff) parts.push([0x10000, 0x10ffff]);
    if (last > 0xdfff) parts.push([Math.max(first, 0xe000), last]);
    return parts.flatMap((part) => this.withoutFolding(part, isNegated))
      .map(([from, to]) => (from === to ? literal(from) : `${literal(from)}-${literal(to)}`))
      .join("");
  }

  // For PCRE2, U+017F is an s and U+212A a k in any letter case. For JavaScript they are not.
  withoutFolding([first, last], isNegated) {
    if (!this.ignoresCase || isNegated) return [[first, last]];
    const parts = [];
    for (const code of [0x17f, 0x212a]) {
      if (first <= code && code <= last && last > first) {
        if (first < code) parts.push([first, code - 1]);
        first = code + 1;
      }
    }
    return first <= last ? [...parts, [first, last]] : parts;
  }
}

export const toPcre2 = (source, flags) => new Translator(source, flags).translate();
