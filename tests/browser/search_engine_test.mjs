// What the search finds, in a small book that is made here: each line of `questions` is a question
// and the pages that come first, in this order.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { askAll, openSearch } from "../search/engine.mjs";
import { watch, withSite } from "./chromium.mjs";

const pages = {
  "README.md": "# Accueil\n\nLe guide de la maison.",
  "habilitation.md": "# Demander une habilitation\n\nLes habilitations sont accordées après un examen.\n\n## Délais\n\nCompter trois semaines.",
  "conges.md": "# Congés\n\nPour poser des congés, remplir le formulaire. Une note de frais n’est pas nécessaire.",
  "frais.md": "# Frais\n\nLa note de frais se dépose avant le 5 du mois, avec l’e-mail du service.",
  "chevaux.md": "# Écurie\n\nDes chevaux, une œuvre, un cœur. L'élève élève des poules. Rendez-vous à l'entrée.",
  "code.md": "# Code\n\nAppeler `getUserName()` ou `max_file_size` ; voir `config.yaml` et data-gouv.\n\n```sh\nnpm run build\n```",
  "cote.md": "# Cote\n\nLa cote du livre.",
  "coteau.md": "# Côte\n\nLa côte bretonne.",
  "ferme.md": "---\nlang: en\n---\n# Farm\n\nThe companies were running. Don't panic.",
  "chine.md": "---\nlang: zh\n---\n# 使用手册\n\n東京都の文書を検索する。部署到服务器。",
  "cache.md": "---\nhidden: true\n---\n# Secret\n\nbidulexyz",
  "sous.md": "# Sous un secret\n\nmachinxyz",
  "sans.md": "---\nnoIndex: true\n---\n# Sans index\n\ntrucxyz",
  "orphelin.md": "# Orphelin\n\nchosexyz",
  "plis.md": "# Plis\n\n<details>\n<summary>Titre du pli</summary>\n\nUn mot caché : zanzibar.\n\n</details>\n\n![Un plan de métro](x.png)\n\n{% hint style=\"warning\" %}\nTexte.\n{% endhint %}",
  "nfd.md": "# De\u0301compose\u0301\n\nUn re\u0301sume\u0301 en morceaux.",
  "marques.md": "# Mise en œuvre\n\nLa mise en production, puis la production en série.",
  "poules.md": "# Basse-cour\n\nUne poule.",
  "connexion.md": "# Se connecter\n\nAvec Pro Connect, un seul compte. Les lettres partent par Mailchimp.",
  "serie.md": "# Série\n\nEn production, la mise est faible.",
};
const summary = `# Table

* [Accueil](README.md)
${Object.keys(pages)
  .filter((path) => !["README.md", "sous.md", "orphelin.md"].includes(path))
  .map((path) => `* [${path}](${path})${path === "cache.md" ? "\n  * [Sous](sous.md)" : ""}`)
  .join("\n")}
`;

const questions = [
  // Forms of words, accents, elisions, ligatures, hyphens, normal forms.
  ["habilitation", "habilitation"],
  ["habilités", "habilitation"],
  ["cheval", "chevaux"],
  ["CHEVAUX", "chevaux"],
  ["oeuvre", "marques", "chevaux"],
  ["coeur", "chevaux"],
  ["eleves", "chevaux"],
  ["l’élève", "chevaux"],
  ["d'habilitation", "habilitation"],
  ["rendez vous", "chevaux"],
  ["rendezvous", "chevaux"],
  ["email", "frais"],
  ["resume", "nfd"],
  ["re\u0301sume\u0301", "nfd"],
  ["décomposé", "nfd"],
  // Words that are written together, or apart.
  ["proconnect", "connexion"],
  ["ProConnect", "connexion"],
  ["compte proconnect", "connexion"],
  ["proconn", "connexion"],
  ["mail chimp", "connexion"],
  // The same spelling first.
  ["côte", "coteau", "cote"],
  ["cote", "cote", "coteau"],
  // Code.
  ["getUserName", "code"],
  ["getusername", "code"],
  ["user name", "code"],
  ["max_file_size", "code"],
  ["config.yaml", "code"],
  ["datagouv", "code"],
  ["npm run", "code"],
  // Beginnings, typos, small words.
  ["habilit", "habilitation"],
  ["note de fr", "frais", "conges"],
  ["habiliattion", "habilitation"],
  ["hbailitatoin", "habilitation"],
  ["congé", "conges"],
  ["conjés", "conges"],
  ["puoles", "chevaux", "poules"],
  ["après", "habilitation"],
  ["apres un examen", "habilitation"],
  // Phrases.
  ['"mise en production"', "marques"],
  ["« en production »", "marques", "serie"],
  ['"production en série"', "marques"],
  ['"l’entrée"', "chevaux"],
  ['"note de fr', "frais", "conges"],
  // Other languages.
  ["company", "ferme"],
  ["run farm", "ferme"],
  ["東京", "chine"],
  ["京", "chine"],
  ["服务器", "chine"],
  // What is folded, and pictures.
  ["zanzibar", "plis"],
  ["métro", "plis"],
];
// These find nothing.
const nothing = ["bidulexyz", "machinxyz", "trucxyz", "chosexyz", "Attention", "qqqqzzzz", '"en mise"', "…", ""];

const book = mkdtempSync(join(tmpdir(), "carnet-search-"));
process.on("exit", () => rmSync(book, { recursive: true, force: true }));
for (const [path, text] of Object.entries({ ...pages, "SUMMARY.md": summary, "carnet.yaml": "language: fr\n" })) {
  mkdirSync(dirname(join(book, path)), { recursive: true });
  writeFileSync(join(book, path), text);
}

await withSite(book, async (browser, site) => {
  const page = await browser.newPage();
  const problems = [];
  watch(page, (problem) => problems.push(problem));
  await openSearch(page, site);

  const answers = await askAll(page, questions.map(([question]) => question));
  questions.forEach(([question, ...expected], i) => {
    const found = answers[i].map((path) => path.replace(/\.html$/, ""));
    if (expected.some((name, k) => found[k] !== name)) problems.push(`${question}: ${found.slice(0, 4)} and not ${expected}`);
  });
  for (const [i, found] of (await askAll(page, nothing)).entries()) {
    if (found.length > 0) problems.push(`${nothing[i]}: ${found}`);
  }

  // What an answer holds.
  const ask = (text, options) => page.evaluate(([text, options]) => bookSearch.ask(text, options), [text, options]);
  const delays = await ask("délais");
  assert.equal(delays.results[0].url, "habilitation.html#delais");
  assert.deepEqual(delays.results[0].heading, ["", "Délais", ""]);
  assert.equal((await ask("compte proconnect")).corrected, "compte pro connect");
  const typo = await ask("zanzibra");
  assert.equal(typo.corrected, "zanzibar");
  assert.deepEqual(typo.results[0].text.filter((_, k) => k % 2), ["zanzibar"]);
  assert.equal((await ask("zanxxxar")).total, 0);
  assert.ok((await ask("zanxxxar")).near.includes("zanzibar"));
  assert.ok((await ask('"mise la production"')).near.includes("mise la production"));
  const shown = (await ask("note de frais")).results[0];
  const marked = shown.text.filter((_, k) => k % 2);
  assert.deepEqual([marked[0], marked.at(-1)], ["note", "frais"]);
  // Two questions at once do not disturb each other.
  const both = await Promise.all([ask("zanzibar"), ask("congés")]);
  assert.deepEqual(both.map(({ results }) => results[0].url), ["plis.html", "conges.html"]);
  assert.deepEqual(problems, []);
  console.log(`${questions.length + nothing.length} questions, 0 problems`);
});
