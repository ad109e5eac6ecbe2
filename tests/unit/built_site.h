// A site made of texts, for tests of what stands on it.

#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "diag/diagnostics.h"
#include "markdown/parse.h"
#include "site/build_site.h"

namespace carnet {

// Texts and assets (names that do not end in `.md`) by path.
using BookFiles = std::map<std::string, std::string>;

struct BuiltSite {
  explicit BuiltSite(const BookFiles& files, Config config = {}) {
    warm_up_parser();
    SiteSources made_from;
    for (const auto& [path, text] : files) {
      if (!path.ends_with(".md")) {
        made_from.assets.push_back({path, text.size()});
        continue;
      }
      Document document = parse_document(sources, sources.add(path, text), {}, diagnostics);
      if (path == config.summary) {
        summary = std::make_unique<Document>(std::move(document));
      } else {
        made_from.pages.push_back({path, std::move(document)});
      }
    }
    made_from.books = {{{.folder = {}, .root = {}, .name = {}, .config = config}, summary.get()}};
    build_site(site, std::move(config), std::move(made_from), sources, 1, diagnostics);
  }
  BuiltSite(const BuiltSite&) = delete;
  BuiltSite& operator=(const BuiltSite&) = delete;
  BuiltSite(BuiltSite&&) = delete;
  BuiltSite& operator=(BuiltSite&&) = delete;
  ~BuiltSite() = default;

  const Page& page(std::string_view path) const {
    return *std::find_if(site.pages.begin(), site.pages.end(),
                         [&](const Page& page) { return page.source_path == path; });
  }
  // "code code ", without kinds that nearly every small book has.
  std::string codes() const {
    std::string out;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
      if (diagnostic.kind == DiagnosticKind::MissingUrl ||
          diagnostic.kind == DiagnosticKind::OrphanPage) {
        continue;
      }
      out += std::string(info(diagnostic.kind).code) + " ";
    }
    return out;
  }

  Sources sources;
  Diagnostics diagnostics;
  std::unique_ptr<Document> summary;
  Site site;
};

}  // namespace carnet
