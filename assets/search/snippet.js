// What is shown of a page: pieces of text, every second one of which is to be marked.
const snippetLength = 190;

// The words of a text that answer a question: [{ begin, end, slot }], from what readWords found in
// it. `known` maps folded words to numbers of slots.
const findWords = (compounds, { words, beginnings }) => {
  const found = [];
  for (const { parts, whole, begin, end } of compounds) {
    const slot = whole === undefined ? undefined : words.get(foldWord(whole));
    if (slot !== undefined) {
      found.push({ begin, end, slot });
      continue;
    }
    for (const part of parts) {
      part.folded ??= foldWord(part.word);
      const own = words.get(part.folded) ?? beginnings.find(([start]) => part.folded.startsWith(start))?.[1];
      if (own !== undefined) found.push({ begin: part.begin, end: part.end, slot: own });
    }
  }
  return found;
};

const markedPieces = (text, found, from = 0, to = text.length) => {
  const pieces = [""];
  let at = from;
  for (const { begin, end } of found) {
    if (begin < at || end > to) {
      if (end <= at || begin >= to) continue;
    }
    const start = Math.max(begin, at);
    const gap = text.slice(at, start);
    // Pairs of letters that overlap are one mark.
    if (pieces.length > 1 && pieces.length % 2 === 1 && gap === "" && start > from) {
      pieces.pop();
      pieces.push(pieces.pop() + text.slice(start, Math.min(end, to)), "");
    } else {
      pieces[pieces.length - 1] += gap;
      pieces.push(text.slice(start, Math.min(end, to)), "");
    }
    at = Math.min(end, to);
  }
  pieces[pieces.length - 1] += text.slice(at, to);
  return pieces;
};

// The place with most of what was asked for, rare words first.
const snippetOf = (text, found, slots) => {
  if (text.length <= snippetLength) return markedPieces(text, found);
  let best = { value: 0, begin: 0 };
  for (let first = 0; first < found.length; first += 1) {
    const seen = new Set();
    let value = 0;
    for (let i = first; i < found.length && found[i].end - found[first].begin < snippetLength * 0.8; i += 1) {
      value += seen.has(found[i].slot) ? 0.05 : slots[found[i].slot].idf;
      seen.add(found[i].slot);
    }
    if (value > best.value + 1e-9) best = { value, begin: found[first].begin };
  }
  let from = Math.max(0, Math.min(best.begin - 50, text.length - snippetLength));
  if (from > 0) {
    const space = text.indexOf(" ", from);
    if (space !== -1 && space < best.begin) from = space + 1;
  }
  let to = Math.min(text.length, from + snippetLength);
  if (to < text.length) {
    const space = text.lastIndexOf(" ", to);
    if (space > from + snippetLength / 2) to = space;
  }
  const pieces = markedPieces(text, found, from, to);
  if (from > 0) pieces[0] = `… ${pieces[0]}`;
  if (to < text.length) pieces[pieces.length - 1] += " …";
  return pieces;
};
