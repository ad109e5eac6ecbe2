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

}  // namespace

BookFiles sort_files(const SourceTree& folder, const Config& config) {
  BookFiles files;
  const std::string prefix = config.root.empty() ? std::string() : config.root + "/";
  for (const SourceFile& file : folder.texts) {
    if (is_theme_override(file.path)) {
      files.theme_overrides.push_back({file.path.substr(kThemeFolder.size()), file.source});
      continue;
    }
    if (!file.path.starts_with(prefix)) continue;
    std::string path = file.path.substr(prefix.size());
    // What is no page of its own may still be a part of one.
    if (equals_ignoring_case(extension_of(path), ".md")) {
      files.markdown.push_back({path, file.source});
    }
    if (config.is_excluded(file.path)) continue;
    if (path == ".gitbook/vars.yaml" || path == ".gitbook/vars.yml") {
      files.variables = SourceFile{path, file.source};
    }
    if (path == config.summary) {
      files.summary = SourceFile{std::move(path), file.source};
    } else if (is_page_source(path, config)) {
      files.pages.push_back({std::move(path), file.source});
    } else if (!is_settings(file.path) && !(path.starts_with(".gitbook/") && is_settings(path))) {
      files.assets.push_back({std::move(path), 0});
    }
  }
  for (const AssetFile& file : folder.assets) {
    if (!file.path.starts_with(prefix) || config.is_excluded(file.path)) continue;
    files.assets.push_back({file.path.substr(prefix.size()), file.size, file.image});
  }
  std::sort(files.assets.begin(), files.assets.end(),
            [](const AssetFile& a, const AssetFile& b) { return a.path < b.path; });
  return files;
}

ParsedBook parse_book(const BookFiles& files, const Sources& sources, const Config& config,
                      unsigned jobs, Diagnostics& diagnostics) {
  warm_up_parser();
  ParseOptions options;
  if (config.html == Config::HtmlTrust::Trusted) options.html = ParseOptions::Html::Trusted;

  std::vector<std::unique_ptr<Document>> documents(files.pages.size());
  std::vector<Diagnostics> problems(files.pages.size());
  parallel_for(files.pages.size(), jobs, [&](std::size_t i) {
    documents[i] = std::make_unique<Document>(
        parse_document(sources, files.pages[i].source, options, problems[i]));
  });
  ParsedBook book;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    diagnostics.merge(std::move(problems[i]));
    book.sources.pages.push_back({files.pages[i].path, std::move(*documents[i])});
  }
  if (files.summary) {
    book.summary = std::make_unique<Document>(
        parse_document(sources, files.summary->source, options, diagnostics));
    book.sources.summary = book.summary.get();
  }
  book.sources.assets = files.assets;
  const SourceId variables = files.variables ? files.variables->source : kNoSource;
  expand_pages(
      book.sources,
      {.config = config, .markdown = files.markdown, .variables = variables, .options = options},
      sources, jobs, diagnostics);
  return book;
}

}  // namespace carnet
