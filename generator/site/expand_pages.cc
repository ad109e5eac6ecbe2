#include "site/expand_pages.h"

#include <algorithm>
#include <utility>

#include "base/parallel.h"
#include "markdown/index_document.h"
#include "markdown/splice.h"
#include "site/book_values.h"
#include "site/conditions.h"
#include "site/includes.h"
#include "site/variables.h"

namespace carnet {
namespace {

void withhold_pages(SiteSources& book, Config::Conditions conditions, const BookValues& values,
                    Diagnostics& diagnostics) {
  std::erase_if(book.pages, [&](const ParsedPage& page) {
    const FrontMatter& front_matter = page.document.front_matter;
    if (front_matter.find("if") == nullptr) return false;
    Diagnostics mistakes_in_vars;  // They are reported if the page uses them.
    const ExpressionValue names = values.for_page(front_matter, mistakes_in_vars);
    if (is_shown(front_matter, conditions, names, diagnostics)) return false;
    book.withheld.push_back(page.path);
    return true;
  });
}

}  // namespace

void expand_pages(SiteSources& book, const ExpansionSources& from, const Sources& sources,
                  unsigned jobs, Diagnostics& diagnostics) {
  const BookValues values(from.config, from.variables, sources, diagnostics);
  const Config::Conditions conditions = from.config.conditions;
  withhold_pages(book, conditions, values, diagnostics);

  std::vector<ParsedPage*> pages;
  for (ParsedPage& page : book.pages) {
    if (page.document.is_dynamic) pages.push_back(&page);
  }
  if (pages.empty()) return;

  Includes includes(from.markdown, sources, from.options);
  includes.load(book.pages, jobs, diagnostics);
  for (ParsedPage* page : pages) includes.splice_into(*page, diagnostics);

  std::vector<Diagnostics> problems(pages.size());
  parallel_for(pages.size(), jobs, [&](std::size_t i) {
    Document& document = pages[i]->document;
    const ExpressionValue names = values.for_page(document.front_matter, problems[i]);
    apply_conditions(document, conditions, names, sources, problems[i]);
    insert_variables(document, names, sources, problems[i]);
    renumber_footnotes(document);
    index_document(document);
  });
  for (Diagnostics& list : problems) diagnostics.merge(std::move(list));
  book.includes = includes.release();
}

}  // namespace carnet
