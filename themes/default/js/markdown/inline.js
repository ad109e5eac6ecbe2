// What stands in a line of text.
{
  const { markdown } = carnet;
  const { addressOf, targetOf, escape, quote, attributes, fence } = markdown;

  // Left out: controls, decoration, and what only screen readers are told.
  const skipped =
    "button, label, output, script, svg, .anchor, .vh, .hint-label, .tab-list, [role=doc-backlink], .updates-bar";

  const wordsOf = (node) => node?.textContent ?? "";
  // Where emphasis may begin or end beside a punctuation mark.
  const isEdge = (character) => !character || /[\s\p{P}$+<=>^`|~]/u.test(character);
  const isMark = (character) => !/\s/.test(character) && isEdge(character);

  // `**words**`, or the element where the stars would not be understood: spaces belong outside, and
  // there must be no letter beside a punctuation mark at the edge.
  const emphasis = (element, sign, name, out) => {
    const words = inline(element);
    const [, before, inner, after] = words.match(/^(\s*)([^]*?)(\s*)$/);
    if (!inner) return words;
    const last = before || out.at(-1);
    const next = after || wordsOf(element.nextSibling)[0];
    const isClear =
      (!isMark(inner[0]) || isEdge(last)) &&
      (!isMark(inner.at(-1)) || isEdge(next)) &&
      !/[*~\\]/.test(last ?? "") &&
      !/^[*~]|[*~]$/.test(inner) &&
      !/^(strong|b|em|i|del|s)$/.test(element.nextSibling?.localName ?? "");
    if (isClear) return before + sign + inner + sign + after;
    return `${before}<${name}>${inner}</${name}>${after}`;
  };

  const code = (element) => {
    const text = element.textContent.replace(/\n/g, " ");
    if (!text.trim()) return "";
    const ticks = fence(text, 1);
    const pad = /^`|`$|^ .* $/.test(text) ? " " : "";
    return ticks + pad + text + pad + ticks;
  };

  // As an element where Markdown means nothing, or could not say as much.
  const image = (picture, isElement) => {
    const { dataset, title } = picture;
    const alt = dataset.alt ?? picture.alt; // See zoom.js.
    const src = picture.getAttribute("src");
    const width = picture.getAttribute("width");
    const isPlain = !dataset.size && !dataset.width && !isElement && !picture.closest("figure");
    if (isPlain) return `![${escape(alt)}](${targetOf(src)}${title && ` "${title.replace(/"/g, "&quot;")}"`})`;
    const size = dataset.width ? `${dataset.width}%` : width;
    return `<img${attributes({ src: addressOf(src), title, width: size, "data-size": dataset.size })} alt=${quote(alt)}>`;
  };

  // Two pictures, for light pages and for dark ones, are one.
  markdown.picture = (picture, isElement) => {
    const dark = picture.parentNode.querySelector(":scope > .only-dark");
    if (!dark || picture === dark) return dark ? "" : image(picture, isElement);
    return `<picture><source${attributes({ srcset: addressOf(dark.getAttribute("src")) })} media="(prefers-color-scheme: dark)">${image(picture, true)}</picture>`;
  };

  // The number of a note, from the address of its text.
  const noteOf = (link) => link.hash.slice(4);

  const link = (element) => {
    const href = element.getAttribute("href");
    if (element.matches(".annotation")) {
      const words = element.cloneNode(true);
      words.querySelector("sup").remove();
      return `[${inline(words)}](#user-content-fn-${noteOf(element)})[^${noteOf(element)}]`;
    }
    if (element.matches("[role=doc-noteref]")) return `[^${noteOf(element)}]`;
    if (element.matches(".remote-image")) {
      return `![${escape(element.dataset.alt)}](${targetOf(href)})`;
    }
    const words = inline(element);
    if (element.matches(".button")) {
      const style = `button ${element.dataset.style ?? "secondary"}`;
      return `<a${attributes({ href: href && addressOf(href), class: style })}>${words}</a>`;
    }
    if (!href) return words;
    if (/^https?:/.test(href) && wordsOf(element) === href) return `<${href}>`;
    const [, before, inner, after] = words.match(/^(\s*)([^]*?)(\s*)$/);
    return `${before}[${inner}](${targetOf(href)})${after}`;
  };

  const colours = (element) => {
    const { ink, color } = element.dataset;
    const style = [ink && `color:${ink};`, color && `background-color:${color};`].filter(Boolean);
    return `<mark${style.length ? ` style="${style.join("")}"` : ""}>${inline(element)}</mark>`;
  };

  const isKept = /^(kbd|sub|sup|u|ins|small|q|abbr|dfn|var|samp|cite|time)$/;

  const element = (node, out) => {
    const name = node.localName;
    if (node.matches(skipped)) return "";
    if (name === "strong" || name === "b") return emphasis(node, "**", "strong", out);
    if (name === "em" || name === "i") return emphasis(node, "*", "em", out);
    if (name === "del" || name === "s") return emphasis(node, "~~", "del", out);
    if (name === "code") return code(node);
    if (name === "br") return "<br>";
    if (name === "a") return link(node);
    if (name === "img") return markdown.picture(node);
    if (name === "input") return node.checked ? "☑" : "☐";
    if (name === "math") return `$$${node.querySelector("annotation").textContent.trim()}$$`;
    if (node.matches("mark.found")) return inline(node); // Of a search, not the author's.
    if (name === "mark" || node.dataset.ink) return colours(node);
    if (node.matches(".footnote")) return inline(node);
    if (isKept.test(name)) return `<${name}>${inline(node)}</${name}>`;
    return inline(node);
  };

  // The children of `parent`, or a list of nodes.
  const inline = (parent) => {
    let out = "";
    for (const node of parent.childNodes ?? parent) {
      if (node.nodeType === Node.TEXT_NODE) out += escape(node.data.replace(/[ \t\r\n\f]+/g, " "));
      else if (node.nodeType === Node.ELEMENT_NODE) out += element(node, out);
    }
    return out;
  };

  Object.assign(markdown, { inline, skipped });
}
