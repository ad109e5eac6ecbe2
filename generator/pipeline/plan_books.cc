#include "pipeline/plan_books.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/path.h"
#include "config/load_config.h"
#include "config/tree_lookup.h"
#include "markdown/parse.h"
#include "site/languages.h"

namespace carnet {
namespace {

// What lies in `folder`, by paths from there.
SourceTree subtree(const SourceTree& tree, std::string_view folder) {
  SourceTree part;
  for (const SourceFile& file : tree.texts) {
    if (!is_inside(file.path, folder)) continue;
    part.texts.push_back({std::string(path_below(folder, file.path)), file.source});
  }
  for (const AssetFile& file : tree.assets) {
    if (!is_inside(file.path, folder)) continue;
    part.assets.push_back({std::string(path_below(folder, file.path)), file.size});
  }
  return part;
}

// Pictures of the theme: the book's own, else those of the site.
void choose_picture(const Located<std::string>& of_site, std::string_view folder,
                    Located<std::string>& picture) {
  if (picture.is_written()) {
    picture.value = join_path(folder, picture.value);
  } else {
    picture = of_site;
  }
}

BookPlan plan_language(const LanguageFolder& language, const SourceTree& tree, const Config& config,
                       const Sources& sources, Diagnostics& diagnostics) {
  const std::string from_tree = join_path(config.root, language.folder);
  BookPlan plan;
  plan.folder = language.folder;
  plan.name = language.name;
  plan.config = load_book_config(config, subtree(tree, from_tree), sources, diagnostics);
  plan.root = join_path(plan.folder, plan.config.root);
  choose_picture(config.logo, from_tree, plan.config.logo);
  choose_picture(config.logo_dark, from_tree, plan.config.logo_dark);
  choose_picture(config.favicon, from_tree, plan.config.favicon);
  if (plan.config.language.value.empty()) plan.config.language.value = language_of(language);
  return plan;
}

}  // namespace

std::vector<BookPlan> plan_books(const SourceTree& folder, const Config& config,
                                 const Sources& sources, Diagnostics& diagnostics) {
  std::vector<BookPlan> plans;
  if (const auto source = find_text(folder, join_path(config.root, config.languages))) {
    warm_up_parser();
    const Document document = parse_document(sources, *source, {}, diagnostics);
    const auto has_pages = [&](std::string_view path) {
      return has_folder(folder, join_path(config.root, path));
    };
    for (const LanguageFolder& language :
         read_languages(document, sources.text(*source), has_pages, diagnostics)) {
      plans.push_back(plan_language(language, folder, config, sources, diagnostics));
    }
  }
  if (plans.empty()) plans.push_back({.folder = {}, .root = {}, .name = {}, .config = config});
  return plans;
}

}  // namespace carnet
