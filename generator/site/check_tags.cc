#include "site/check_tags.h"

#include <fmt/format.h>

#include <set>
#include <string>
#include <string_view>

#include "base/nearest.h"
#include "base/text.h"
#include "markdown/check_icons.h"

namespace carnet {
namespace {

class Checker {
 public:
  Checker(const Book& book, const Sources& texts, Diagnostics& diagnostics)
      : config_(book.config), texts_(texts), diagnostics_(diagnostics) {}

  void check(const Page& page) {
    const Document& document = *page.document;
    for (const PageTag& tag : document.front_matter.tags) {
      check_tag(tag.slug.value, tag.slug.span);
    }
    for (const Update& update : document.updates) {
      if (const Attribute* tags = find_attribute(*update.node, "tags"))
        check_list(document, *update.node, *tags);
    }
  }

 private:
  void check_list(const Document& document, const Node& update, const Attribute& tags) {
    std::uint32_t begin = tags.value_begin;
    const std::string_view text = texts_.text(document.span(update).source);
    for (std::string_view slug : split_list(tags.value)) {
      // Entities may make the source differ from the value; then the whole of it is meant.
      Span where = document.span(update, tags.value_begin, tags.value_end);
      const std::size_t found = text.substr(0, tags.value_end).find(slug, begin);
      if (found != std::string_view::npos) {
        begin = static_cast<std::uint32_t>(found + slug.size());
        where = document.span(update, static_cast<std::uint32_t>(found), begin);
      }
      check_tag(slug, where);
    }
  }

  void check_tag(std::string_view slug, Span where) {
    if (config_.find_tag(slug) != nullptr || !reported_.emplace(slug).second) return;
    std::string hint = did_you_mean(nearest(slug));
    if (hint.empty()) hint = fmt::format("define it in `.gitbook/tags.yaml`: `- tag: {}`", slug);
    diagnostics_.report(DiagnosticKind::UndefinedTag, where,
                        fmt::format("the tag `{}` is not defined", slug), std::move(hint));
  }

  // Looking through all names takes time that a hostile book must not multiply.
  std::string_view nearest(std::string_view slug) const {
    constexpr std::size_t kMaxSuggestions = 100;
    std::string_view meant;
    if (reported_.size() > kMaxSuggestions) return meant;
    Nearest nearest(slug);
    for (const auto& [name, tag] : config_.tags) {
      if (nearest.offer(name)) meant = name;
    }
    return meant;
  }

  const Config& config_;
  const Sources& texts_;
  Diagnostics& diagnostics_;
  std::set<std::string, std::less<>> reported_;
};

}  // namespace

void check_tags(const Site& site, const Sources& texts, Diagnostics& diagnostics) {
  for (const Book& book : site.books) {
    IconChecker icons(diagnostics);
    for (const auto& [slug, tag] : book.config.tags) icons.check(tag.icon.value, tag.icon.span);
    Checker checker(book, texts, diagnostics);
    for (const Page& page : site.pages) {
      if (page.book == &book) checker.check(page);
    }
  }
}

}  // namespace carnet
