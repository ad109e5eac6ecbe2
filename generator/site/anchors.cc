#include "site/anchors.h"

#include "base/slug.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/url.h"

namespace carnet {
namespace {

// A shorter beginning would fit by chance.
constexpr std::size_t kMinPrefix = 12;

bool is_block(const Node& node) { return node.kind == NodeKind::Block; }

std::string without_and(std::string_view squashed) {
  return replace_all(std::string(squashed), "and", "");
}

// The words that an anchor's fragments are made of.
std::string_view words_of(const Page& page, std::size_t i) {
  return page.document->anchors[i].text;
}

std::optional<std::string> find_footnote(const Page& page, std::string_view fragment) {
  constexpr std::string_view kPrefix = "user-content-fn-";
  if (!fragment.starts_with(kPrefix)) return std::nullopt;
  fragment.remove_prefix(kPrefix.size());
  for (const Node* footnote : page.document->footnotes) {
    if (footnote->detail == fragment) return "fn-" + std::to_string(footnote->number);
  }
  return std::nullopt;
}

std::optional<std::string> find_exact(const Page& page, std::string_view fragment) {
  for (const PageAnchor& anchor : page.anchors) {
    if (!anchor.id.empty() && anchor.id == fragment) return anchor.id;
    for (const std::string& more : anchor.more) {
      if (more == fragment) return more;
    }
  }
  // An author's id that another place had taken before.
  for (std::size_t i = 0; i < page.anchors.size(); ++i) {
    for (const std::string& id : page.document->anchors[i].explicit_ids) {
      if (id == fragment) return page.anchors[i].id;
    }
  }
  return std::nullopt;
}

std::optional<std::string> find_by_words(const Page& page, std::string_view fragment) {
  const std::string slug = to_anchor(fragment);
  const std::string github = to_lower_unicode(fragment);
  for (std::size_t i = 0; i < page.anchors.size(); ++i) {
    const std::string_view words = words_of(page, i);
    if (words.empty()) continue;
    if (to_github_anchor(words) == github || to_anchor(words) == slug) return page.anchors[i].id;
  }
  return std::nullopt;
}

std::optional<std::string> find_squashed(const Page& page, std::string_view fragment) {
  std::string squashed = to_squashed(fragment);
  if (squashed.starts_with("id") && squashed.size() > 2 && is_digit(squashed[2])) {
    squashed.erase(0, 2);
  }
  if (squashed.empty()) return std::nullopt;
  const PageAnchor* prefixed = nullptr;
  std::size_t prefix_count = 0;
  for (std::size_t i = 0; i < page.anchors.size(); ++i) {
    const PageAnchor& anchor = page.anchors[i];
    for (const std::string& candidate : {to_squashed(words_of(page, i)), to_squashed(anchor.id)}) {
      if (candidate.empty()) continue;
      if (candidate == squashed || without_and(candidate) == without_and(squashed)) {
        return anchor.id;
      }
      if (squashed.size() >= kMinPrefix && candidate.starts_with(squashed) && prefixed != &anchor) {
        prefixed = &anchor;
        ++prefix_count;
      }
    }
  }
  if (prefix_count == 1) return prefixed->id;
  return std::nullopt;
}

}  // namespace

std::vector<PageAnchor> make_anchors(const Document& document, const Node* title) {
  std::vector<PageAnchor> anchors(document.anchors.size());
  UniqueNames names;
  for (std::size_t i = 0; i < anchors.size(); ++i) {
    for (const std::string& id : document.anchors[i].explicit_ids) {
      if (!names.take(id)) continue;
      const bool is_main = anchors[i].id.empty() && document.anchors[i].node != title;
      if (is_main) {
        anchors[i].id = id;
      } else {
        anchors[i].more.push_back(id);
      }
    }
  }
  for (std::size_t i = 0; i < anchors.size(); ++i) {
    const Anchor& anchor = document.anchors[i];
    if (!anchors[i].id.empty() || anchor.node == title) continue;
    // A heading that is only a picture has no words to be found by.
    if (anchor.text.empty() && !is_block(*anchor.node)) continue;
    anchors[i].id = names.make(anchor.text.empty() ? std::string(anchor.node->block->name)
                                                   : to_anchor(anchor.text));
  }
  return anchors;
}

std::optional<std::string> find_anchor(const Page& page, std::string_view fragment) {
  if (fragment.empty()) return std::string();
  if (auto found = find_exact(page, fragment)) return found;
  const std::string decoded = decode_percent(fragment);
  if (auto found = find_exact(page, decoded)) return found;
  if (auto found = find_footnote(page, decoded)) return found;
  if (auto found = find_by_words(page, decoded)) return found;
  return find_squashed(page, decoded);
}

}  // namespace carnet
