// Tables with pipes where pipes can say it, else as the HTML of GitBook's editor; cards, too.
{
  const { markdown } = carnet;
  const { addressOf, attributes, blocks, inline, isBlock } = markdown;

  const cellsOf = (row) => [...row.cells];
  const isSimple = (table) =>
    !table.caption &&
    [...table.querySelectorAll("th, td")].every((cell) => {
      const parts = [...cell.children].filter(isBlock);
      const isText = parts.length === 0 || (parts.length === 1 && parts[0].localName === "p" && cell.children.length === 1);
      return isText && cell.colSpan === 1 && cell.rowSpan === 1 && !cell.querySelector("input");
    });

  const pipeCell = (cell) => {
    const text = inline(cell.children.length === 1 && cell.firstElementChild.localName === "p" ? cell.firstElementChild : cell);
    return text.trim().replace(/\\?\|/g, "\\|");
  };
  const pipeRow = (cells) => `| ${cells.join(" | ")} |`;

  const pipes = (table) => {
    const rows = [...table.rows];
    const head = table.tHead?.rows.length === 1 ? rows.shift() : null;
    const first = cellsOf(head ?? rows[0]);
    const lines = first.map(({ dataset: { align } }) => {
      if (align === "center") return ":---:";
      return align === "right" ? "---:" : align === "left" ? ":---" : "---";
    });
    const titles = first.map((cell) => (head ? pipeCell(cell) : ""));
    return [titles, lines, ...rows.map((row) => cellsOf(row).map(pipeCell))].map(pipeRow).join("\n");
  };

  const htmlCell = (cell) => {
    const { colSpan, rowSpan, localName, dataset } = cell;
    const values = {
      colspan: colSpan > 1 ? `${colSpan}` : "",
      rowspan: rowSpan > 1 ? `${rowSpan}` : "",
      align: dataset.align,
    };
    const hasBlocks = [...cell.children].some(isBlock);
    const body = hasBlocks ? `\n\n${blocks(cell.childNodes)}\n\n` : html(cell).trim();
    return `<${localName}${attributes(values)}>${body}</${localName}>`;
  };

  // Words in HTML that stands on one line, where Markdown means nothing.
  const html = (parent) => {
    let out = "";
    for (const node of parent.childNodes ?? parent) {
      if (node.nodeType === Node.TEXT_NODE) {
        out += node.data.replace(/\s+/g, " ").replace(/&/g, "&amp;").replace(/</g, "&lt;");
        continue;
      }
      if (node.nodeType !== Node.ELEMENT_NODE || node.matches(markdown.skipped)) continue;
      const name = node.localName;
      const href = node.getAttribute("href");
      if (name === "img") out += markdown.picture(node, true);
      else if (node.matches(".remote-image")) out += `<img${attributes({ src: addressOf(href) })} alt=${markdown.quote(node.dataset.alt)}>`;
      else if (node.matches("[role=doc-noteref], math, input")) out += inline([node]);
      else if (name === "a" && href) out += `<a${attributes({ href: addressOf(href) })}>${html(node)}</a>`;
      else if (name === "br") out += "<br>";
      else if (/^(strong|b|em|i|del|s|code|kbd|sub|sup|u|mark|small)$/.test(name)) out += `<${name}>${html(node)}</${name}>`;
      else out += html(node);
    }
    return out;
  };

  markdown.html = html;

  const section = (name, rows) =>
    rows.length ? `<${name}>${rows.map((row) => `<tr>${cellsOf(row).map(htmlCell).join("")}</tr>`).join("")}</${name}>` : "";

  markdown.table = (box) => {
    const table = box.querySelector("table");
    if (isSimple(table)) return pipes(table);
    const caption = table.caption ? `<caption>${html(table.caption)}</caption>` : "";
    const head = [...(table.tHead?.rows ?? [])];
    const body = [...table.rows].filter((row) => !head.includes(row));
    return `<table>${caption}${section("thead", head)}${section("tbody", body)}</table>`;
  };

  markdown.cards = (element) => {
    const cards = [...element.querySelectorAll(".card")].map((card) => {
      const lines = [...card.querySelector(".card-body").children];
      return {
        lines: lines.map((line) => {
          const isLinked = line.querySelector(".card-link");
          return isLinked ? html(isLinked) : html(line);
        }),
        target: card.querySelector(".card-link")?.getAttribute("href"),
        cover: card.querySelector(".card-cover img")?.getAttribute("src"),
      };
    });
    const most = Math.max(...cards.map(({ lines }) => lines.length));
    const link = (url) => `<td>${url ? `<a${attributes({ href: addressOf(url) })}></a>` : ""}</td>`;
    const rows = cards.map(({ lines, target, cover }) => {
      const cells = Array.from({ length: most }, (_, i) => `<td>${lines[i] ?? ""}</td>`).join("");
      return `<tr>${cells}${link(target)}${link(cover)}</tr>`;
    });
    return [
      '<table data-view="cards"><thead><tr>',
      "<th></th>".repeat(most),
      '<th data-hidden data-card-target data-type="content-ref"></th><th data-hidden data-card-cover data-type="files"></th>',
      `</tr></thead><tbody>${rows.join("")}</tbody></table>`,
    ].join("");
  };
}
