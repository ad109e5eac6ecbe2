// The page as Markdown, in the dialect that this site was written in: put together from what the
// reader sees, so that shared texts, variables and conditions are in it, and nothing else is. Loaded
// when somebody asks for it (copy-page.js).
//
// Here: texts and addresses. `carnet.markdown` is what the files of this folder share.
carnet.markdown = (() => {
  // Relative links lead nowhere on a reader's disk or in a letter. Where the site has an address,
  // links get it; a page from disk that knows of none keeps them as they are.
  const base =
    document.querySelector("link[rel=canonical]")?.href ??
    (location.protocol === "file:" ? null : location.href);

  const addressOf = (url) => {
    const absolute = base && !url.startsWith("#") ? new URL(url, base).href : url;
    return absolute;
  };

  // In parentheses behind a link's words.
  const targetOf = (url) => {
    const address = addressOf(url);
    return /[\s()<>]/.test(address) ? `<${address.replace(/[<>]/g, encodeURIComponent)}>` : address;
  };

  // Words that would mean something else as Markdown.
  const escape = (text) =>
    text
      .replace(/[\\`*[\]]/g, "\\$&")
      .replace(/(^|[^\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (match) => match.replace("_", "\\_"))
      .replace(/<(?=[a-z/!?])/gi, "\\<")
      .replace(/&(?=#?\w+;)/g, "\\&")
      .replace(/~~|\$\$/g, (pair) => `\\${pair[0]}\\${pair[1]}`)
      .replace(/\{(?=[%{])/g, "\\{")
      .replace(/:(?=[\w+-]+:)/g, "\\:")
      // An address that is no link does not become one.
      .replace(/\b(https?|ftp)(?=:\/\/)|\bwww(?=\.)/g, "$&\\");

  // What means something at the beginning of a line only.
  const escapeStart = (text) =>
    text
      .replace(/^(#{1,6})(?=\s|$)|^(>|[-+](?=\s|$)|-{3,}|={2,}|[-=]+$)/, "\\$&")
      .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");

  // A text between the quotes of a tag or an element.
  const quote = (text) =>
    `"${text.trim().replace(/\s+/g, " ").replace(/&/g, "&amp;").replace(/"/g, "&quot;")}"`;

  // ` name="value"` for each that has one.
  const attributes = (values) =>
    Object.entries(values)
      .filter(([, value]) => value)
      .map(([name, value]) => ` ${name}=${quote(value)}`)
      .join("");

  // A fence that is longer than any in the text.
  const fence = (text, least) => {
    const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
    return "`".repeat(least > longest ? least : longest + 1);
  };

  const indent = (text, by) => text.replace(/\n(?=[^\n])/g, `\n${by}`);

  return { addressOf, targetOf, escape, escapeStart, quote, attributes, fence, indent };
})();
