#include "pipeline/load_book.h"

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

#include "base/parallel.h"
#include "base/path.h"
#include "base/text.h"
#include "markdown/parse.h"
#include "pipeline/load_theme.h"
#include "site/expand_pages.h"

namespace carnet {
namespace {

// Files that say how the book is built: nobody links to them.
bool is_settings(std::string_view path) {
  return path == "carnet.yaml" || path == ".gitbook.yaml" || path == ".gitbook.yml" ||
         path == ".bookignore" || path.starts_with(".gitbook/vars.") ||
         path.starts_with(".gitbook/tags.") || path.starts_with(".gitbook/includes/");
}

// `{"a": {"b": 1}}` below `book` is `book.a.b`.
void add_variables(const std::string& prefix, const YamlNode& variables, PlaceholderNames& names) {
  for (const YamlEntry& entry : variables.entries) {
    const std::string name = prefix + "." + entry.key;
    if (const auto text = entry.value.as_text()) names.insert_or_assign(name, std::string(*text));
    add_variables(name, entry.value, names);
  }
}

// What `{{ book.name }}` stands for in each book; nothing where it stands for itself.
std::vector<std::optional<PlaceholderNames>> placeholders_of(const std::vector<BookFiles>& books) {
  std::vector<std::optional<PlaceholderNames>> all;
  for (const BookFiles& book : books) {
    const Config& config = book.plan.config;
    std::optional<PlaceholderNames>& names = all.emplace_back();
    if (!config.honkit.value) continue;
    names.emplace();
    // The last version of the program that these books were written for.
    names->emplace("gitbook.version", "3.2.3");
    add_variables("book", config.variables, *names);
  }
  return all;
}

// The same for each text that may be included: it is in the book that it lies in.
std::vector<const PlaceholderNames*> placeholders_of_texts(
    const SiteFiles& files, const std::vector<std::optional<PlaceholderNames>>& of_books) {
  std::vector<const PlaceholderNames*> all;
  const auto has_value = [](const auto& names) { return names.has_value(); };
  if (std::none_of(of_books.begin(), of_books.end(), has_value)) return all;
  for (const SourceFile& text : files.markdown) {
    const auto book = std::find_if(
        files.books.begin(), files.books.end(),
        [&](const BookFiles& candidate) { return is_inside(text.path, candidate.plan.folder); });
    const auto number = static_cast<std::size_t>(book - files.books.begin());
    const bool has_names = book != files.books.end() && of_books[number].has_value();
    all.push_back(has_names ? &*of_books[number] : nullptr);
  }
  return all;
}

class Sorter {
 public:
  explicit Sorter(const SitePlan& plan)
      : config_(plan.config), theme_folder_(theme_folder(plan.config)) {
    files_.structure = plan.structure;
    for (const BookPlan& book : plan.books)
      files_.books.push_back({book, std::nullopt, std::nullopt});
  }

  void add_text(const SourceFile& file) {
    if (is_of_theme(file.path)) return;
    if (!is_inside(file.path, config_.root)) return;
    std::string path(path_below(config_.root, file.path));
    // What is no page of its own may still be a part of one.
    if (equals_ignoring_case(extension_of(path), ".md")) {
      files_.markdown.push_back({path, file.source});
    }
    if (config_.is_excluded(file.path)) return;
    if (const std::size_t number = find_book(path); number != kNoBook)
      note_variables(path, file.source, files_.books[number]);
    if (is_settings(file.path) || is_list_of_books(path)) return;
    if (path.starts_with(".gitbook/") && is_settings(path)) return;
    const std::size_t number = find_book(path);
    if (number == kNoBook) {
      files_.assets.push_back({std::move(path), 0});
      return;
    }
    BookFiles& book = files_.books[number];
    const std::string_view in_folder = path_below(book.plan.folder, path);
    if (!book.plan.folder.empty() &&
        (is_settings(in_folder) || book.plan.config.is_excluded(in_folder))) {
      return;
    }
    const bool is_below_root = is_inside(path, book.plan.root);
    const std::string_view in_book =
        is_below_root ? path_below(book.plan.root, path) : std::string_view();
    if (is_below_root && in_book == book.plan.config.summary) {
      book.summary = SourceFile{std::move(path), file.source};
    } else if (is_below_root && is_page_source(in_book, book.plan.config)) {
      files_.pages.push_back({std::move(path), file.source, number});
    } else {
      files_.assets.push_back({std::move(path), 0});
    }
  }

  void add_asset(const AssetFile& file) {
    if (!is_part_of_site(file.path) || is_of_theme(file.path)) return;
    const std::string_view path = path_below(config_.root, file.path);
    const std::size_t number = find_book(path);
    if (number != kNoBook && !files_.books[number].plan.folder.empty()) {
      const BookPlan& book = files_.books[number].plan;
      if (book.config.is_excluded(path_below(book.folder, path))) return;
    }
    files_.assets.push_back({std::string(path), file.size, file.image});
  }

  SiteFiles take() {
    std::sort(files_.assets.begin(), files_.assets.end(),
              [](const AssetFile& a, const AssetFile& b) { return a.path < b.path; });
    return std::move(files_);
  }

 private:
  static constexpr std::size_t kNoBook = static_cast<std::size_t>(-1);

  bool is_of_theme(std::string_view path) const {
    return is_theme_override(path) || (!theme_folder_.empty() && is_inside(path, theme_folder_));
  }

  bool is_part_of_site(std::string_view path) const {
    return is_inside(path, config_.root) && !config_.is_excluded(path);
  }

  bool is_list_of_books(std::string_view path) const {
    if (!files_.structure.empty()) return path == "docs.yaml";
    return path == config_.languages && !files_.books.front().plan.folder.empty();
  }

  // Those of the root win over those of the folder, where GitBook keeps them, too.
  static void note_variables(std::string_view path, SourceId source, BookFiles& book) {
    for (const std::string_view folder : {book.plan.root, book.plan.folder}) {
      const std::string stem = join_path(folder, ".gitbook/vars.y");
      if (path != stem + "aml" && path != stem + "ml") continue;
      if (!book.variables || folder == book.plan.root)
        book.variables = SourceFile{std::string(path), source};
      return;
    }
  }

  // Files come by path: mostly it is the book of the one before.
  std::size_t find_book(std::string_view path) {
    const auto holds = [&](std::size_t i) {
      return i != kNoBook && is_inside(path, files_.books[i].plan.folder);
    };
    if (holds(last_)) return last_;
    for (last_ = 0; last_ < files_.books.size(); ++last_) {
      if (holds(last_)) return last_;
    }
    return last_ = kNoBook;
  }

  const Config& config_;
  const std::string theme_folder_;
  SiteFiles files_;
  std::size_t last_ = kNoBook;
};

}  // namespace

SiteFiles sort_files(const SourceTree& folder, const SitePlan& plan) {
  Sorter sorter(plan);
  for (const SourceFile& file : folder.texts) sorter.add_text(file);
  for (const AssetFile& file : folder.assets) sorter.add_asset(file);
  return sorter.take();
}

ParsedSite parse_site(const SiteFiles& files, const Sources& sources, const Config& config,
                      unsigned jobs, Diagnostics& diagnostics) {
  warm_up_parser();
  ParseOptions options;
  if (config.html == Config::HtmlTrust::Trusted) options.html = ParseOptions::Html::Trusted;

  const std::vector<std::optional<PlaceholderNames>> placeholders = placeholders_of(files.books);
  std::vector<std::unique_ptr<Document>> documents(files.pages.size());
  std::vector<Diagnostics> problems(files.pages.size());
  parallel_for(files.pages.size(), jobs, [&](std::size_t i) {
    const PageFile& page = files.pages[i];
    ParseOptions of_page = options;
    std::optional<PlaceholderNames> names;
    if (const auto& of_book = placeholders[page.book];
        of_book && sources.text(page.source).find("{{") != std::string_view::npos) {
      names = of_book;
      names->emplace("file.path", path_below(files.books[page.book].plan.root, page.path));
      of_page.placeholders = &*names;
    }
    documents[i] =
        std::make_unique<Document>(parse_document(sources, page.source, of_page, problems[i]));
  });
  ParsedSite site;
  site.sources.structure = files.structure;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    diagnostics.merge(std::move(problems[i]));
    const PageFile& file = files.pages[i];
    site.sources.pages.push_back({file.path, std::move(*documents[i]), file.book});
  }
  for (const BookFiles& book : files.books) {
    const Document* summary = nullptr;
    if (book.summary) {
      summary = site.summaries
                    .emplace_back(std::make_unique<Document>(
                        parse_document(sources, book.summary->source, options, diagnostics)))
                    .get();
    }
    site.sources.books.push_back({book.plan, summary});
  }
  site.sources.assets = files.assets;
  std::vector<SourceId> variables;
  for (const BookFiles& book : files.books) {
    variables.push_back(book.variables ? book.variables->source : kNoSource);
  }
  expand_pages(site.sources,
               {.markdown = files.markdown,
                .variables = variables,
                .options = options,
                .placeholders = placeholders_of_texts(files, placeholders)},
               sources, jobs, diagnostics);
  return site;
}

}  // namespace carnet
