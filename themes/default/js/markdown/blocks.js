// What stands on lines of its own: each function makes the lines of one kind of block.
{
  const { markdown } = carnet;
  const { addressOf, targetOf, escape, escapeStart, attributes, fence, indent, inline, skipped } = markdown;

  const isBlock = (node) =>
    node.nodeType === Node.ELEMENT_NODE &&
    (/^(address|article|aside|blockquote|details|div|dl|figure|footer|h[1-6]|header|hr|main|nav|ol|p|pre|section|table|ul|video|audio)$/.test(
      node.localName,
    ) ||
      node.matches(".content-ref"));

  const child = (element, selector) => element.querySelector(`:scope > ${selector}`);
  const children = (element, selector) => [...element.querySelectorAll(`:scope > ${selector}`)];

  // What `node` holds but for its title and the like.
  const rest = (element, ...left) =>
    blocks([...element.childNodes].filter((node) => !left.includes(node)));

  const tag = (name, body, values = {}) =>
    `{% ${name}${attributes(values)} %}\n${body}${body && "\n"}{% end${name} %}`;

  const paragraph = (nodes) => {
    const words = escapeStart(inline(nodes).trim());
    return words;
  };

  const item = (node, marker) => {
    const box = node.querySelector(":scope > input, :scope > p > input, :scope > label > input");
    const done = node.closest(".tasks") && box ? (box.checked ? "[x] " : "[ ] ") : "";
    const nodes = [...node.childNodes].flatMap((part) => (part.localName === "label" ? [...part.childNodes] : [part]));
    const body = blocks(nodes.filter((part) => part !== box), !child(node, "p"));
    return marker + done + indent(body, " ".repeat(marker.length));
  };

  const list = (element) => {
    // Two lists beside each other are told apart by their signs.
    const isSecond = element.previousElementSibling?.localName === element.localName;
    let number = element.start;
    const isLoose = Boolean(element.querySelector(":scope > li > p"));
    return children(element, "li")
      .map((node) => {
        if (element.localName === "ul") return item(node, isSecond ? "- " : "* ");
        const marker = `${number}${isSecond ? ")" : "."} `;
        number += 1;
        return item(node, marker);
      })
      .join(isLoose ? "\n\n" : "\n");
  };

  // The text of code. A note on some words of it stays one.
  const codeOf = (element) => {
    const text = element.cloneNode(true);
    for (const note of text.querySelectorAll(".annotation")) {
      note.querySelector("sup")?.remove();
      const number = note.hash.slice(4);
      note.replaceWith(`[${note.textContent}](#user-content-fn-${number})[^${number}]`);
    }
    return text.textContent.replace(/\n$/, "");
  };

  const fenced = (element) => {
    const code = element.querySelector("code") ?? element;
    const text = codeOf(code);
    const language = code.className.match(/language-(\S+)/)?.[1] ?? "";
    const ticks = fence(text, 3);
    return `${ticks}${language}\n${text}${text && "\n"}${ticks}`;
  };

  const code = (figure) => {
    const caption = child(figure, "figcaption");
    const on = (name) => (figure.hasAttribute(name) ? "true" : "");
    const values = {
      title: caption?.firstChild.textContent ?? "",
      lineNumbers: on("data-lines"),
      expandable: on("data-expandable"),
    };
    const body = fenced(figure);
    return Object.values(values).some(Boolean) ? tag("code", body, values) : body;
  };

  const captionOf = (figure) => {
    const caption = child(figure, "figcaption");
    return caption ? inline(caption).trim() : "";
  };

  const figure = (element) => {
    const caption = captionOf(element);
    const picture = markdown.html([...element.childNodes].filter(({ localName }) => localName !== "figcaption"));
    const { align } = element.dataset;
    const only = element.querySelectorAll("img").length === 1 && child(element, "img");
    if (!caption && !align && only && !only.dataset.width && !only.hasAttribute("title")) {
      return `![${escape(only.dataset.alt ?? only.alt)}](${targetOf(only.getAttribute("src"))})`;
    }
    const text = caption && `<figcaption><p>${markdown.html(child(element, "figcaption")).trim()}</p></figcaption>`;
    return `<figure${attributes({ "data-align": align })}>${picture.trim()}${text}</figure>`;
  };

  const reference = (element) => {
    const href = element.getAttribute("href");
    if (!href) return escapeStart(inline(element).trim());
    const title = child(element, "span > strong") ?? element;
    const words = [child(element, ".emoji")?.textContent, inline(title).trim()].filter(Boolean).join(" ");
    return tag("content-ref", `[${words}](${targetOf(href)})`, { url: addressOf(href) });
  };

  // A card of something elsewhere, or of a file.
  const linked = (name, key) => (element) => {
    const link = element.querySelector(":scope > a[href], :scope > :not(figcaption) a[href]");
    const media = element.querySelector("[src]")?.getAttribute("src");
    const url = link?.getAttribute("href") ?? media;
    const caption = captionOf(element);
    if (!url) return [paragraph(element.querySelectorAll(".broken-link")), caption].filter(Boolean).join("\n\n");
    const values = { [key]: addressOf(url) };
    return caption ? tag(name, caption, values) : `{% ${name}${attributes(values)} %}`;
  };

  const tabs = (element) =>
    tag(
      "tabs",
      children(element, ".tab")
        .map((tab) => {
          const title = child(tab, ".tab-title");
          return tag("tab", rest(tab, title), { title: title.textContent });
        })
        .join("\n\n"),
    );

  const stepper = (element) =>
    tag("stepper", children(element, ".step").map((step) => tag("step", rest(step))).join("\n\n"));

  const columns = (element) =>
    tag(
      "columns",
      [...element.querySelectorAll(":scope > .columns-row > .column")]
        .map((column) => tag("column", rest(column), { width: column.dataset.width && `${column.dataset.width}%` }))
        .join("\n\n"),
    );

  const details = (element) => {
    const summary = child(element, "summary");
    if (element.matches(".prompt")) {
      return tag("prompt", rest(element, summary), { description: summary.textContent });
    }
    return `<details>\n\n<summary>${inline(summary).trim()}</summary>\n\n${rest(element, summary)}\n\n</details>`;
  };

  const update = (element) => {
    const meta = child(element, ".update-meta");
    const date = meta.querySelector(".update-date");
    const values = { date: date?.dateTime ?? date?.textContent, tags: element.dataset.tags };
    return tag("update", blocks(child(element, ".update-body").childNodes), values);
  };

  const diagram = (element) => {
    const caption = child(element, "figcaption");
    const body = fenced(element.querySelector("pre"));
    return caption ? tag("code", body, { title: caption.textContent }) : body;
  };

  const notes = (element) =>
    [...element.querySelectorAll(":scope > ol > li")]
      .map((note) => `[^${note.id.slice(3)}]: ${indent(blocks(note.childNodes), "    ")}`)
      .join("\n\n");

  const heading = (element) => `${"#".repeat(Number(element.localName[1]))} ${inline(element).trim()}`;

  const gallery = (element) => children(element, "*").map(block).join("\n");

  const kinds = [
    [skipped, () => ""],
    [".hint", (element) => tag("hint", rest(element), { style: element.dataset.style })],
    [".tabs", tabs],
    [".stepper", stepper],
    [".columns", columns],
    [".updates", (element) => tag("updates", children(element, ".update").map(update).join("\n\n"))],
    [".content-ref", reference],
    [".cards", (element) => markdown.cards(element)],
    [".table", (element) => markdown.table(element)],
    [".table-filter", () => ""],
    [".gallery", gallery],
    [".footnotes", notes],
    [".math", (element) => `$$\n${element.querySelector("annotation").textContent.trim()}\n$$`],
    ["figure.code", code],
    ["figure.mermaid", diagram],
    ["figure.embed", linked("embed", "url")],
    ["figure.file", linked("file", "src")],
    ["figure", figure],
    ["details", details],
    ["h1, h2, h3, h4, h5, h6", heading],
    ["ul:not([class]), ol:not([class]), .tasks", list],
    [".tag-list", (element) => children(element, "li").map((tag) => `\`${tag.textContent.trim()}\``).join(" ")],
    ["blockquote", (element) => rest(element).replace(/^/gm, "> ").replace(/> $/gm, ">")],
    ["pre", fenced],
    ["table", (element) => markdown.table(element.parentNode)],
    ["hr", () => "***"],
    ["dl", (element) => element.outerHTML],
    ["video, audio", (element) => element.outerHTML],
    ["p", (element) => (element.querySelector(":scope > div, :scope > figure") ? rest(element) : paragraph(element.childNodes))],
  ];

  const block = (element) => {
    const kind = kinds.find(([selector]) => element.matches(selector));
    return kind ? kind[1](element) : rest(element);
  };

  // Blocks below each other; the lines of text between them are paragraphs. In a list without room
  // between its items there is none in them either.
  const blocks = (nodes, isTight) => {
    const parts = [];
    let line = [];
    const end = () => {
      if (line.length) parts.push(paragraph(line));
      line = [];
    };
    for (const node of nodes) {
      if (!isBlock(node)) {
        line.push(node);
        continue;
      }
      end();
      parts.push(block(node));
    }
    end();
    return parts.filter(Boolean).join(isTight ? "\n" : "\n\n");
  };

  Object.assign(markdown, { blocks, isBlock });
}
