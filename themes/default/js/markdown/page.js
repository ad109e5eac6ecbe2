// The page as a whole.
{
  const { markdown } = carnet;

  // What is said below the title is in the front matter of a page.
  markdown.page = (main) => {
    const lede = main.querySelector(":scope > .lede");
    const cover = main.querySelector(":scope > .cover");
    const words = lede && markdown.inline(lede).replace(/\\(?=[^\w\s])/g, "").trim();
    const front = words ? `---\ndescription: ${JSON.stringify(words)}\n---\n\n` : "";
    const nodes = [...main.childNodes].filter((node) => node !== lede && node !== cover);
    return `${front}${markdown.blocks(nodes)}\n`;
  };
}
