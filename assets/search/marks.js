// Marks what was found in a page.
const markWords = (element, known) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const { parentNode } = walker.currentNode;
    if (!parentNode.closest("script, style, svg, math, button, select, textarea, mark.found")) texts.push(walker.currentNode);
  }
  let count = 0;
  for (const node of texts) {
    const text = node.data;
    const found = findWords(readWords(text), known);
    if (found.length === 0) continue;
    const pieces = markedPieces(text, found);
    const parts = document.createDocumentFragment();
    pieces.forEach((piece, i) => {
      if (i % 2 === 0) {
        if (piece) parts.append(piece);
        return;
      }
      const mark = parts.appendChild(document.createElement("mark"));
      mark.className = "found";
      mark.textContent = piece;
      count += 1;
    });
    node.replaceWith(parts);
  }
  return count;
};
