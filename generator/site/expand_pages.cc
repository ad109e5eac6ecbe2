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

void withhold_pages(SiteSources& site, const std::vector<BookValues>& values,
                    Diagnostics& diagnostics) {
  std::erase_if(site.pages, [&](const ParsedPage& page) {
    const FrontMatter& front_matter = page.document.front_matter;
    if (front_matter.find("if") == nullptr) return false;
    Diagnostics mistakes_in_vars;  // They are reported if the page uses them.
    const ExpressionValue names = values[page.book].for_page(front_matter, mistakes_in_vars);
    const Config::Conditions conditions = site.books[page.book].plan.config.conditions;
    if (is_shown(front_matter, conditions, names, diagnostics)) return false;
    site.withheld.push_back(page.path);
    return true;
  });
}

}  // namespace

void expand_pages(SiteSources& site, const ExpansionSources& from, const Sources& sources,
                  unsigned jobs, Diagnostics& diagnostics) {
  std::vector<BookValues> values;
  for (std::size_t i = 0; i < site.books.size(); ++i) {
    values.emplace_back(site.books[i].plan.config, from.variables[i], sources, diagnostics);
  }
  withhold_pages(site, values, diagnostics);

  std::vector<ParsedPage*> pages;
  for (ParsedPage& page : site.pages) {
    if (page.document.is_dynamic) pages.push_back(&page);
  }
  if (pages.empty()) return;

  Includes includes(from.markdown, sources, from.options, from.placeholders);
  includes.load(site.pages, jobs, diagnostics);
  for (ParsedPage* page : pages) includes.splice_into(*page, diagnostics);

  std::vector<Diagnostics> problems(pages.size());
  parallel_for(pages.size(), jobs, [&](std::size_t i) {
    Document& document = pages[i]->document;
    const std::size_t book = pages[i]->book;
    const ExpressionValue names = values[book].for_page(document.front_matter, problems[i]);
    const Config::Conditions conditions = site.books[book].plan.config.conditions;
    const bool is_old = site.books[book].plan.config.honkit.value;
    const ExpressionDialect dialect =
        is_old ? ExpressionDialect::Nunjucks : ExpressionDialect::GitBook;
    apply_conditions(document, conditions, names, dialect, sources, problems[i]);
    insert_variables(document, names, sources, problems[i]);
    renumber_footnotes(document);
    index_document(document);
  });
  for (Diagnostics& list : problems) diagnostics.merge(std::move(list));
  site.includes = includes.release();
}

}  // namespace carnet
