#include "html/elements.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace carnet {
namespace {

using enum HtmlElement::Fate;
using Shape = HtmlElement::Shape;

constexpr HtmlElement kElements[] = {
#define ELEMENT(tag, name, shown_as, fate, shape) \
  {name, HtmlTag::tag, HtmlTag::shown_as, fate, Shape::shape},
#include "html/elements.def"
#undef ELEMENT
};

constexpr HtmlElement kOther{};

static_assert(std::ranges::is_sorted(kElements, {}, &HtmlElement::name));

constexpr std::size_t kLongestName = 10;
static_assert(std::ranges::all_of(kElements, [](const HtmlElement& entry) {
  return entry.name.size() <= kLongestName;
}));

}  // namespace

const HtmlElement* find_element(std::string_view name) {
  if (name.empty() || name.size() > kLongestName) return nullptr;
  std::array<char, kLongestName> buffer;
  std::ranges::transform(name, buffer.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  std::string_view lower(buffer.data(), name.size());
  const auto* found = std::ranges::lower_bound(kElements, lower, {}, &HtmlElement::name);
  return found != std::end(kElements) && found->name == lower ? found : nullptr;
}

const HtmlElement& element(HtmlTag tag) {
  return tag == HtmlTag::Other ? kOther : kElements[static_cast<std::size_t>(tag)];
}

bool holds_raw_text(const HtmlElement& element) {
  return element.fate == DropContent || element.fate == KeepAsCard;
}

bool holds_only_phrasing(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::P:
    case HtmlTag::Pre:
    case HtmlTag::Summary:
    case HtmlTag::H1:
    case HtmlTag::H2:
    case HtmlTag::H3:
    case HtmlTag::H4:
    case HtmlTag::H5:
    case HtmlTag::H6: return true;
    default: return false;
  }
}

}  // namespace carnet
