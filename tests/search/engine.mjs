// The search of a built site, asked in the browser as its interface asks it: from disk.

import { join } from "node:path";
import { pathToFileURL } from "node:url";

const longest = 20_000; // Milliseconds after which an answer is given up.

// Opens a page of the site that has no search of its own at work, and loads the engine into it.
export async function openSearch(page, site) {
  const folder = pathToFileURL(join(site, "_carnet/search/")).href;
  await page.goto(pathToFileURL(join(site, "_carnet/contents.html")).href);
  await page.evaluate(async ([folder, longest]) => {
    const script = document.createElement("script");
    script.src = `${folder}search.js`;
    document.head.append(script);
    await new Promise((resolve, reject) => Object.assign(script, { onload: resolve, onerror: reject }));
    window.bookSearch = carnetSearch(folder);
    // The pages that a question is answered with, each once.
    window.pagesFor = async (text, limit) => {
      const late = new Promise((_, reject) => setTimeout(reject, longest, new Error("a question has no answer")));
      const { results } = await Promise.race([bookSearch.ask(text, { limit }), late]);
      return [...new Set(results.map(({ url }) => decodeURI(url.replace(/#.*/, ""))))];
    };
  }, [folder, longest]);
}

// The pages that each of the questions is answered with, at most `limit`.
export async function askAll(page, questions, limit = 10) {
  const answers = [];
  for (let at = 0; at < questions.length; at += 200) {
    const some = questions.slice(at, at + 200);
    answers.push(
      ...(await page.evaluate(
        async ([some, limit]) => {
          const answers = [];
          for (const question of some) answers.push(await pagesFor(question, limit ?? Infinity));
          return answers;
        },
        // JSON has no infinity.
        [some, Number.isFinite(limit) ? limit : null],
      )),
    );
  }
  return answers;
}
