#include "pipeline/add_apis.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "base/path.h"
#include "config/tree_lookup.h"
#include "openapi/read_specification.h"
#include "site/api/computed_nodes.h"
#include "site/api/expand_blocks.h"
#include "site/api/find_specification.h"
#include "site/api/make_pages.h"

namespace carnet {
namespace {

SpecificationRequest request_of(const ComputedNode& node) {
  return {SpecificationRequest::Form::Name, node.spec, {}, node.book, node.where};
}

class Adder {
 public:
  Adder(ParsedSite& site, const Config& config, SourceTree& tree, const LoadTexts& load_texts,
        Sources& sources, unsigned jobs, Diagnostics& diagnostics)
      : site_(site.sources),
        config_(config),
        tree_(tree),
        load_texts_(load_texts),
        sources_(sources),
        jobs_(jobs),
        diagnostics_(diagnostics) {
    if (config.html == Config::HtmlTrust::Trusted) options_.html = ParseOptions::Html::Trusted;
  }

  Result<Done> run() {
    nodes_ = read_computed_nodes(site_, sources_);
    if (nodes_.empty() && !has_blocks()) return Done{};
    const SpecificationFinder finder(site_, config_);
    const std::set<std::string> wanted = collect(finder);
    if (const Result<Done> loaded = load(wanted); !loaded) return loaded.error();
    read();
    ApiTargets made;
    make_pages(finder, made);
    expand_api_blocks(site_, finder, specifications_, made, options_, site_.api, sources_, jobs_,
                      diagnostics_);
    return Done{};
  }

 private:
  bool has_blocks() const {
    return std::any_of(site_.pages.begin(), site_.pages.end(),
                       [](const ParsedPage& page) { return !page.document.api_blocks.empty(); });
  }

  // The files that are asked for.
  std::set<std::string> collect(const SpecificationFinder& finder) const {
    std::set<std::string> wanted;
    const auto add = [&](const SpecificationRequest& request) {
      for (const std::string_view path : finder.find(request)) wanted.emplace(path);
    };
    for (const ParsedPage& page : site_.pages) {
      for (const Node* block : page.document.api_blocks) {
        if (const auto request = carnet::request_of(page, *block)) add(*request);
      }
    }
    for (const ComputedNode& node : nodes_) add(request_of(node));
    return wanted;
  }

  std::optional<SourceId> find_source(std::string_view path) const {
    return find_text(tree_, join_path(config_.root, path));
  }

  // Reads them, and what they refer to, and what that refers to.
  Result<Done> load(std::set<std::string> wanted) {
    roots_.assign(wanted.begin(), wanted.end());
    std::set<std::string> seen = wanted;
    while (!wanted.empty()) {
      std::set<std::string> missing;
      for (const std::string& path : wanted) {
        if (!find_source(path)) missing.insert(join_path(config_.root, path));
      }
      if (!missing.empty()) {
        if (const Result<Done> loaded = load_texts_(missing, tree_); !loaded) return loaded.error();
      }
      std::set<std::string> more;
      for (const std::string& path : wanted) {
        const std::optional<SourceId> source = find_source(path);
        if (!source) continue;
        for (const std::string& file : referred_files(sources_.text(*source), path)) {
          if (may_be_specification(file) && seen.insert(file).second) more.insert(file);
        }
      }
      wanted = std::move(more);
    }
    return Done{};
  }

  void read() {
    // Of several files that a name can mean, those that say nothing of OpenAPI are not.
    std::vector<std::pair<std::string_view, SourceId>> files;
    for (const std::string& path : roots_) {
      const std::optional<SourceId> source = find_source(path);
      if (source) files.emplace_back(path, *source);
    }
    std::vector<std::unique_ptr<openapi::Specification>> read(files.size());
    std::vector<Diagnostics> problems(files.size());
    parallel_for(files.size(), jobs_, [&](std::size_t i) {
      read[i] = std::make_unique<openapi::Specification>(openapi::read_specification(
          files[i].second, files[i].first, sources_,
          [this](std::string_view path) { return find_source(path); }, problems[i]));
    });
    for (std::size_t i = 0; i < files.size(); ++i) {
      diagnostics_.merge(std::move(problems[i]));
      specifications_.emplace(files[i].first, read[i].get());
      site_.api.specifications.push_back(std::move(read[i]));
    }
  }

  void make_pages(const SpecificationFinder& finder, ApiTargets& made) {
    for (const ComputedNode& node : nodes_) {
      const openapi::Specification* specification =
          choose_specification(finder, request_of(node), specifications_);
      if (specification != nullptr && specification->is_openapi()) {
        make_api_pages(node, *specification, options_, site_, made, sources_, diagnostics_);
        continue;
      }
      // Whatever is wrong with a file has been said.
      site_.books[node.book].made.emplace(node.code, std::vector<MadeEntry>());
      if (specification != nullptr) continue;
      diagnostics_.report(
          DiagnosticKind::ComputedEntry, node.where,
          fmt::format("the specification `{}` of this entry is not in the book", node.spec),
          fmt::format("put its file into the book, and say which it is in `carnet.yaml`: "
                      "`openapi: {{{}: api.yaml}}`",
                      node.spec));
    }
    if (made.empty()) return;
    std::stable_sort(site_.pages.begin(), site_.pages.end(),
                     [](const ParsedPage& a, const ParsedPage& b) { return a.path < b.path; });
  }

  SiteSources& site_;
  const Config& config_;
  SourceTree& tree_;
  const LoadTexts& load_texts_;
  Sources& sources_;
  unsigned jobs_;
  Diagnostics& diagnostics_;
  ParseOptions options_;
  std::vector<ComputedNode> nodes_;
  std::vector<std::string> roots_;  // Files that are asked for, by path.
  Specifications specifications_;
};

}  // namespace

Result<Done> add_apis(ParsedSite& site, const Config& config, SourceTree& tree,
                      const LoadTexts& load_texts, Sources& sources, unsigned jobs,
                      Diagnostics& diagnostics) {
  return Adder(site, config, tree, load_texts, sources, jobs, diagnostics).run();
}

}  // namespace carnet
