#include "pipeline/plan_books.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/path.h"
#include "config/docs_yaml.h"
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

BookPlan plan_space(Space& space, const SourceTree& tree, const Config& config,
                    const Sources& sources, Diagnostics& diagnostics) {
  BookPlan plan;
  plan.folder = space.folder.value;
  const Located<std::string>& language =
      space.language.value.empty() ? config.language : space.language;
  if (plan.folder.empty()) {
    // The site itself is its only space, and has been read.
    plan.config = config;
  } else {
    plan.config = load_book_config(config, subtree(tree, plan.folder), sources, diagnostics);
    plan.root = join_path(plan.folder, plan.config.root);
    choose_picture(config.logo, plan.folder, plan.config.logo);
    choose_picture(config.logo_dark, plan.folder, plan.config.logo_dark);
    choose_picture(config.favicon, plan.folder, plan.config.favicon);
  }
  if (plan.config.language.value.empty()) plan.config.language = language;
  plan.name = space.title.in(plan.config.language.value);
  return plan;
}

std::vector<BookPlan> plan_spaces(SiteStructure& structure, const SourceTree& tree,
                                  const Config& config, const Sources& sources,
                                  Diagnostics& diagnostics) {
  std::vector<BookPlan> plans;
  const auto add = [&](std::size_t section, std::size_t number) {
    Space& space = structure.sections[section].spaces[number];
    if (!space.is_here() || space.book != kNowhere) return;
    space.book = plans.size();
    plans.push_back(plan_space(space, tree, config, sources, diagnostics));
    plans.back().section = section;
    plans.back().space = number;
  };
  const std::size_t first = structure.landing_section();
  add(first, structure.sections[first].landing_space());
  for (std::size_t section = 0; section < structure.sections.size(); ++section) {
    const std::size_t count = structure.sections[section].spaces.size();
    for (std::size_t number = 0; number < count; ++number) add(section, number);
  }
  return plans;
}

bool is_whole_folder(const SiteStructure& structure) {
  return std::ranges::any_of(structure.sections, [](const Section& section) {
    return std::ranges::any_of(section.spaces, [](const Space& space) {
      return space.is_here() && space.folder.value.empty();
    });
  });
}

}  // namespace

SitePlan plan_books(const SourceTree& folder, Config config, const Sources& sources,
                    Diagnostics& diagnostics) {
  SitePlan plan;
  if (const auto source = find_text(folder, "docs.yaml")) {
    plan.structure = read_docs_yaml(*source, folder, sources, diagnostics);
    if (!plan.structure.empty()) {
      // Its folders are those beside it, whatever .gitbook.yaml says of one book.
      if (!is_whole_folder(plan.structure)) config.root.clear();
      if (!config.title.is_written() && !plan.structure.title.empty()) {
        config.title = {plan.structure.title.in(config.language.value), {*source, 0, 0}};
      }
      plan.books = plan_spaces(plan.structure, folder, config, sources, diagnostics);
    }
  }
  const auto languages = plan.books.empty()
                             ? find_text(folder, join_path(config.root, config.languages))
                             : std::nullopt;
  if (languages) {
    warm_up_parser();
    const Document document = parse_document(sources, *languages, {}, diagnostics);
    const auto has_pages = [&](std::string_view path) {
      return has_folder(folder, join_path(config.root, path));
    };
    for (const LanguageFolder& language :
         read_languages(document, sources.text(*languages), has_pages, diagnostics)) {
      plan.books.push_back(plan_language(language, folder, config, sources, diagnostics));
    }
  }
  if (plan.books.empty()) {
    BookPlan& book = plan.books.emplace_back();
    book.config = config;
  }
  plan.config = std::move(config);
  return plan;
}

}  // namespace carnet
