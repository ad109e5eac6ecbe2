#include "site/api/computed_nodes.h"

#include <optional>
#include <string_view>
#include <utility>

#include "base/path.h"
#include "base/slug.h"
#include "base/text.h"
#include "base/url.h"
#include "base/yaml.h"
#include "site/permalinks.h"

namespace carnet {
namespace {

constexpr std::string_view kType = "builtin:openapi";

const YamlNode* find_path(const YamlNode& root, std::initializer_list<std::string_view> keys) {
  const YamlNode* node = &root;
  for (std::string_view key : keys) {
    node = node->find(key);
    if (node == nullptr) return nullptr;
  }
  return node;
}

bool is_true(const YamlNode& root, std::initializer_list<std::string_view> keys) {
  const YamlNode* node = find_path(root, keys);
  return node != nullptr && node->as_bool().value_or(false);
}

std::string text_of(const YamlNode& root, std::initializer_list<std::string_view> keys) {
  const YamlNode* node = find_path(root, keys);
  return node == nullptr ? std::string() : std::string(node->as_text().value_or(""));
}

class Reader {
 public:
  Reader(const SiteSources& site, std::size_t book, Sources& sources,
         std::vector<ComputedNode>& found)
      : site_(site), book_(book), sources_(sources), found_(found) {}

  void read() {
    const Document* summary = site_.books[book_].summary;
    if (summary == nullptr) return;
    const std::string root = site_.books[book_].plan.root;
    std::string folder = root;
    bool has_title = false;
    for (const Node& node : summary->root().children()) {
      if (node.kind == NodeKind::Heading) {
        const bool is_title = node.level == 1 && !has_title;
        has_title = true;
        if (!is_title) folder = join_path(root, to_slug(to_plain_text(node)));
      } else if (node.kind == NodeKind::ThematicBreak) {
        folder = root;
      } else if (node.kind == NodeKind::List) {
        read_list(node, folder);
      }
    }
  }

 private:
  void read_list(const Node& list, const std::string& folder) {
    for (const Node& item : list.children()) {
      const Node* first = item.first_child;
      if (first == nullptr) continue;
      if (first->kind == NodeKind::CodeBlock) read_code(*first, folder);
      std::string below = folder;
      if (const Node* link = find_link(*first)) below = folder_below(*link, folder);
      for (const Node& child : item.children()) {
        if (child.kind == NodeKind::List) read_list(child, below);
      }
    }
  }

  static const Node* find_link(const Node& node) {
    for (const Node& child : node.children()) {
      if (child.kind == NodeKind::Link) return &child;
      if (const Node* found = find_link(child)) return found;
    }
    return nullptr;
  }

  // `[API](api/README.md)` has its pages in `api`, `[API](api.md)` too.
  std::string folder_below(const Node& link, const std::string& folder) const {
    const Document& summary = *site_.books[book_].summary;
    const std::string_view destination = trim(summary.links[link.number].destination);
    if (!scheme_of(destination).empty() || is_protocol_relative(destination)) return folder;
    const std::string written = decode_percent(split_url(destination).path);
    const std::optional<std::string> path = resolve_path("", written);
    if (!path) return folder;
    const std::string& root = site_.books[book_].plan.root;
    if (is_readme(*path)) return join_path(root, folder_of(*path));
    return join_path(root, without_extension(*path));
  }

  void read_code(const Node& code, const std::string& folder) {
    if (code.text.find(kType) == std::string_view::npos) return;
    const Document& summary = *site_.books[book_].summary;
    const SourceId part = sources_.add_part(summary.span(code), std::string(code.text));
    const YamlNode root = parse_yaml(sources_, part).root;
    if (text_of(root, {"type"}) != kType) return;
    ComputedNode node;
    node.code = &code;
    node.book = book_;
    node.where = summary.span(code);
    node.folder = folder;
    node.spec = text_of(root, {"dependencies", "spec", "ref", "spec"});
    if (text_of(root, {"props", "grouping"}) == "by-operation") {
      node.grouping = ComputedNode::Grouping::ByOperation;
    }
    node.has_models = is_true(root, {"props", "models"});
    node.has_download = is_true(root, {"props", "downloadLink"});
    found_.push_back(std::move(node));
  }

  const SiteSources& site_;
  std::size_t book_;
  Sources& sources_;
  std::vector<ComputedNode>& found_;
};

}  // namespace

std::vector<ComputedNode> read_computed_nodes(const SiteSources& site, Sources& sources) {
  std::vector<ComputedNode> found;
  for (std::size_t i = 0; i < site.books.size(); ++i) Reader(site, i, sources, found).read();
  return found;
}

}  // namespace carnet
