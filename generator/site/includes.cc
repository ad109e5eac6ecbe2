#include "site/includes.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "base/limits.h"
#include "base/parallel.h"
#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "blocks/registry.h"
#include "markdown/splice.h"
#include "site/find_target.h"
#include "site/suggest.h"

namespace carnet {

// Splices into one page. The chain is what is being spliced: the page, a text that
// it includes, a text that this one includes.
class Splicer {
 public:
  Splicer(Includes& includes, ParsedPage& page, Diagnostics& diagnostics)
      : includes_(includes), document_(page.document), diagnostics_(diagnostics) {
    chain_.emplace_back(page.path);
  }

  // `depth` is that of `node` in the tree of the page.
  void splice_below(Node& node, std::size_t depth) {
    for (Node* child = node.first_child; child != nullptr;) {
      Node* next = child->next;
      if (child->is_block_of(kInclude)) {
        replace(*child, depth);
      } else {
        splice_below(*child, depth + 1);
      }
      child = next;
    }
  }

 private:
  enum class Problem { Missing, Loop, Limit };

  void fail(Node& include, Problem problem, std::string message, std::string hint) {
    constexpr std::string_view kNames[] = {"missing", "loop", "limit"};
    include.detail = kNames[static_cast<std::size_t>(problem)];
    const Attribute* path = find_attribute(include, "path");
    diagnostics_.report(
        problem == Problem::Limit ? DiagnosticKind::LimitReached : DiagnosticKind::BrokenInclude,
        document_.span(include, path->value_begin, path->value_end), std::move(message),
        std::move(hint));
  }

  void replace(Node& include, std::size_t depth) {
    const std::string_view written = attribute_value(include, "path");
    if (find_attribute(include, "path") == nullptr) {
      include.detail = "missing";  // That it lacks its path is reported already.
      return;
    }
    if (written.empty()) {
      return fail(include, Problem::Missing, "this include has no path", {});
    }
    const FileTarget target = includes_.find(chain_.back(), written);
    if (!target) return fail_to_find(include, written);
    const std::string& path = includes_.files_[target.index].path;
    if (std::find(chain_.begin(), chain_.end(), path) != chain_.end()) {
      return fail(include, Problem::Loop, describe_loop(path), "delete one of these includes");
    }
    const Includes::Part& part = includes_.parts_[target.index];
    if (chain_.size() > kMaxIncludeDepth) {
      return fail(include, Problem::Limit,
                  fmt::format("includes are nested deeper than {} levels", kMaxIncludeDepth),
                  "include this text in the page itself");
    }
    const bool is_too_much =
        part.nodes > kMaxIncludedNodes - includes_.spliced_ || depth + part.levels > kMaxTreeDepth;
    const std::uint16_t origin =
        is_too_much ? std::uint16_t{0} : document_.add_origin(part.document->source(), path);
    if (origin == 0) {
      return fail(include, Problem::Limit, "this book includes more than any book needs",
                  "make a link to this text instead");
    }
    includes_.spliced_ += part.nodes;
    splice_part(*part.document, path, origin, include, depth);
  }

  void splice_part(const Document& part, const std::string& path, std::uint16_t origin,
                   Node& include, std::size_t depth) {
    Node* behind = include.next;
    // In a tight list two paragraphs would run together.
    Node* item = include.parent;
    if (item->kind == NodeKind::ListItem && item->parent != nullptr) item->parent->is_tight = false;
    Node* node = splice(part, document_, origin, include);
    if (!part.is_dynamic || node == nullptr) return;
    chain_.push_back(path);
    while (node != behind) {
      Node* next = node->next;
      if (node->is_block_of(kInclude)) {
        replace(*node, depth);
      } else {
        splice_below(*node, depth + 1);
      }
      node = next;
    }
    chain_.pop_back();
  }

  void fail_to_find(Node& include, std::string_view written) {
    if (written.find("reusable-content/rc") != std::string_view::npos) {
      return fail(include, Problem::Missing,
                  fmt::format("`{}` is kept on GitBook's servers, not in this book", written),
                  "write its text into a file below `.gitbook/includes`, and include that");
    }
    if (!scheme_of(written).empty()) {
      return fail(include, Problem::Missing, fmt::format("`{}` is no file of this book", written),
                  "copy the text into the book, and include that");
    }
    const std::string meant =
        suggest_path(includes_.index_, folder_of(chain_.back()), split_url(written).path);
    fail(include, Problem::Missing, fmt::format("no file at `{}`", written),
         meant.empty() ? std::string() : fmt::format("did you mean `{}`?", meant));
  }

  // From where the loop begins, whoever includes it.
  std::string describe_loop(const std::string& path) const {
    if (chain_.back() == path) return fmt::format("`{}` includes itself", path);
    std::string loop = fmt::format("`{}` includes ", path);
    for (auto i = std::find(chain_.begin(), chain_.end(), path) + 1; i != chain_.end(); ++i) {
      loop += fmt::format("`{}`, which includes ", *i);
    }
    return fmt::format("{}`{}` again", loop, path);
  }

  Includes& includes_;
  Document& document_;
  Diagnostics& diagnostics_;
  std::vector<std::string> chain_;
};

Includes::Includes(const std::vector<SourceFile>& files, const Sources& sources,
                   const ParseOptions& options,
                   const std::vector<const PlaceholderNames*>& placeholders)
    : files_(files), sources_(sources), options_(options), placeholders_(placeholders) {}

FileTarget Includes::find(std::string_view path, std::string_view written) const {
  return find_target(index_, folder_of(path), written).found.target;
}

void Includes::collect(const Node& node, std::string_view path,
                       std::vector<std::size_t>& wanted) const {
  for (const Node& child : node.children()) {
    if (child.is_block_of(kInclude)) {
      const FileTarget target = find(path, attribute_value(child, "path"));
      if (target && parts_[target.index].document == nullptr) wanted.push_back(target.index);
    }
    collect(child, path, wanted);
  }
}

void Includes::load(const std::vector<ParsedPage>& pages, unsigned jobs, Diagnostics& diagnostics) {
  parts_.resize(files_.size());
  for (std::uint32_t i = 0; i < files_.size(); ++i) index_.add_page(files_[i].path, i);
  std::vector<std::size_t> wanted;
  for (const ParsedPage& page : pages) {
    if (page.document.is_dynamic) collect(page.document.root(), page.path, wanted);
  }
  std::vector<std::size_t> loaded;
  std::vector<Diagnostics> problems(files_.size());
  while (!wanted.empty()) {
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    parallel_for(wanted.size(), jobs, [&](std::size_t i) {
      const std::size_t file = wanted[i];
      ParseOptions options = options_;
      if (!placeholders_.empty()) options.placeholders = placeholders_[file];
      auto document = std::make_unique<Document>(
          parse_document(sources_, files_[file].source, options, problems[file]));
      const TreeSize size = measure_tree(document->root());
      parts_[file] = {std::move(document), size.nodes, size.levels};
    });
    std::vector<std::size_t> more;
    for (const std::size_t file : wanted) {
      const Document& document = *parts_[file].document;
      if (document.is_dynamic) collect(document.root(), files_[file].path, more);
      loaded.push_back(file);
    }
    wanted = std::move(more);
  }
  // What is wrong with a page is said twice; sorting drops one of them.
  std::sort(loaded.begin(), loaded.end());
  for (const std::size_t file : loaded) diagnostics.merge(std::move(problems[file]));
}

void Includes::splice_into(ParsedPage& page, Diagnostics& diagnostics) {
  Splicer(*this, page, diagnostics).splice_below(page.document.root(), 1);
}

std::vector<std::unique_ptr<const Document>> Includes::release() {
  std::vector<std::unique_ptr<const Document>> documents;
  for (Part& part : parts_) {
    if (part.document != nullptr) documents.push_back(std::move(part.document));
  }
  return documents;
}

}  // namespace carnet
