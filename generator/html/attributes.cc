#include "html/attributes.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "html/entities.h"
#include "html/safe_url.h"
#include "html/style.h"

namespace carnet {
namespace {

// What an attribute's value must look like, and what it becomes.
enum class Value : std::uint8_t {
  Text,
  Flag,               // Whatever the value: it is there.
  Number,             // Digits, perhaps with a sign.
  Count,              // A number from 1 to 1000.
  Length,             // "320", "320px" or "50%"; without `px` afterwards.
  LinkUrl,            // See safe_url.h.
  ImageUrl,           //
  Classes,            // The class names that GitBook writes; others go.
  Anchor,             // The old way to write an `id`.
  Alignment,          // Becomes `data-align`.
  VerticalAlignment,  // Becomes `data-valign`.
  Style,              // See style.h.
};

struct AttributeRule {
  static constexpr std::size_t kMaxTags = 8;

  template <typename... Tags>
  constexpr AttributeRule(std::string_view rule_name, Value rule_value, Tags... rule_tags)
      : name(rule_name), value(rule_value), tags{rule_tags...}, tag_count(sizeof...(Tags)) {
    static_assert(sizeof...(Tags) <= kMaxTags);
  }

  bool is_for(HtmlTag tag) const {
    return tag_count == 0 ||
           std::find(tags.begin(), tags.begin() + tag_count, tag) != tags.begin() + tag_count;
  }

  std::string_view name;
  Value value;
  std::array<HtmlTag, kMaxTags> tags;
  std::uint8_t tag_count;
};

using enum HtmlTag;

constexpr AttributeRule kRules[] = {
#define ATTRIBUTE(name, value, ...) {name, Value::value __VA_OPT__(, ) __VA_ARGS__},
#include "html/attribute_rules.def"
#undef ATTRIBUTE
};
static_assert(std::ranges::is_sorted(kRules, {}, &AttributeRule::name));

// Beyond this the attributes of a tag are noise, and looking for repeated ones is slow.
constexpr std::size_t kMaxAttributes = 128;

constexpr std::string_view kClasses[] = {
    "button", "expression",      "fa",   "fab",     "far",
    "fas",    "gitbook-drawing", "hint", "primary", "secondary"};
constexpr std::string_view kClassPrefixes[] = {"fa-", "hint-", "lang-", "language-"};

bool is_known_class(std::string_view name) {
  return std::ranges::find(kClasses, name) != std::end(kClasses) ||
         std::ranges::any_of(kClassPrefixes,
                             [&](std::string_view prefix) { return name.starts_with(prefix); });
}

std::string keep_known_classes(std::string_view classes) {
  std::string kept;
  while (!(classes = trim_start(classes)).empty()) {
    std::size_t end = 0;
    while (end < classes.size() && !is_space(classes[end])) ++end;
    if (is_known_class(classes.substr(0, end))) {
      if (!kept.empty()) kept += ' ';
      kept += classes.substr(0, end);
    }
    classes.remove_prefix(end);
  }
  return kept;
}

bool is_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return !text.empty() && text.size() <= 9 && std::ranges::all_of(text, is_digit);
}

bool is_count(std::string_view text) {
  return is_number(text) && text.size() <= 4 && is_digit(text[0]) &&
         text.find_first_not_of('0') != text.npos && (text.size() < 4 || text == "1000");
}

// The twin of a block tag: each attribute of the tag is a `data-*` of the element.
bool is_block_twin(const HtmlTagSource& tag, std::string_view text) {
  for (std::size_t i = 0; i < tag.token.attribute_count; ++i) {
    const HtmlTokenAttribute& a = tag.tokens.attributes[tag.token.first_attribute + i];
    std::string_view name = text.substr(a.name_begin, a.name_end - a.name_begin);
    if (equals_ignoring_case(name, "data-gb-custom-block") ||
        equals_ignoring_case(name, "data-gb-custom-inline")) {
      return true;
    }
  }
  return false;
}

bool is_data_name(std::string_view name) {
  return name.size() > 5 && equals_ignoring_case(name.substr(0, 5), "data-") &&
         std::ranges::all_of(name, [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
}

class AttributeReader {
 public:
  AttributeReader(const HtmlTagSource& tag, HtmlPolicy policy, SourceId source,
                  HtmlFragment& fragment, HtmlNode& node, Diagnostics& diagnostics)
      : tag_(tag),
        policy_(policy),
        source_(source),
        fragment_(fragment),
        node_(node),
        diagnostics_(diagnostics) {}

  void run() {
    node_.first_attribute = static_cast<std::uint32_t>(fragment_.all_attributes.size());
    is_twin_ = (node_.tag == Div || node_.tag == Span) && is_block_twin(tag_, text_);
    for (std::size_t i = 0; i < tag_.token.attribute_count; ++i) {
      if (node_.attribute_count >= kMaxAttributes) break;
      read(tag_.tokens.attributes[tag_.token.first_attribute + i]);
    }
    if (policy_ == HtmlPolicy::Safe && equals_ignoring_case(tag_.token.name, "center") &&
        find("data-align") == nullptr) {
      place_ = {.name_begin = node_.begin,
                .name_end = node_.tag_end,
                .value_begin = node_.begin,
                .value_end = node_.tag_end};
      add("data-align", "center");
    }
  }

 private:
  void read(const HtmlTokenAttribute& written) {
    std::string_view name = text_.substr(written.name_begin, written.name_end - written.name_begin);
    raw_ = text_.substr(written.value_begin, written.value_end - written.value_begin);
    value_.reset();
    std::size_t quote = written.is_quoted ? 1 : 0;
    place_.name_begin = tag_.run.source_begin(written.name_begin);
    place_.name_end = tag_.run.source_end(written.name_end);
    place_.value_begin = tag_.run.source_begin(written.value_begin - quote);
    place_.value_end = tag_.run.source_end(std::min(written.value_end + quote, text_.size()));

    if (policy_ == HtmlPolicy::Trusted) {
      std::string_view kept = in_lower_case(name);
      if (find(kept) == nullptr) add(kept, decoded());
      if (kept == "style") read_style(decoded());
      return;
    }
    if (const AttributeRule* rule = find_rule(name)) {
      read(*rule);
    } else if (is_twin_ && is_data_name(name)) {
      std::string_view kept = in_lower_case(name);
      if (find(kept) == nullptr) add(kept, decoded());
    } else if (name.size() > 2 && equals_ignoring_case(name.substr(0, 2), "on")) {
      report("`" + to_lower(name) + "` runs code and was left out");
    }
  }

  const AttributeRule* find_rule(std::string_view name) const {
    std::array<char, 32> buffer;
    if (name.size() > buffer.size()) return nullptr;
    std::ranges::transform(name, buffer.begin(), [](char c) { return to_lower(c); });
    std::string_view lower(buffer.data(), name.size());
    const AttributeRule* rule = std::ranges::lower_bound(kRules, lower, {}, &AttributeRule::name);
    for (; rule != std::end(kRules) && rule->name == lower; ++rule) {
      if (rule->is_for(node_.tag)) return rule;
    }
    return nullptr;
  }

  void read(const AttributeRule& rule) {
    switch (rule.value) {
      case Value::Alignment: return set("data-align", find_alignment(decoded()));
      case Value::VerticalAlignment: return set("data-valign", find_vertical_alignment(decoded()));
      case Value::Style: return read_style(decoded());
      case Value::Anchor: return set("id", decoded());
      default: break;
    }
    if (find(rule.name) != nullptr) return;
    switch (rule.value) {
      case Value::Text: return add(rule.name, decoded());
      case Value::Flag: return add(rule.name, "");
      case Value::Number:
        return is_number(trim(decoded())) ? add(rule.name, trim(decoded())) : void();
      case Value::Count:
        return is_count(trim(decoded())) ? add(rule.name, trim(decoded())) : void();
      case Value::Length: return set_kept(rule.name, parse_length(decoded()));
      case Value::Classes: return set_kept(rule.name, keep_known_classes(decoded()));
      case Value::LinkUrl: return read_url(rule, UrlPlace::Link);
      case Value::ImageUrl: return read_url(rule, UrlPlace::Image);
      default: return;
    }
  }

  void read_url(const AttributeRule& rule, UrlPlace place) {
    std::string_view written = decoded();
    std::optional<std::string> url = clean_url(written, place);
    if (!url) {
      return report("`" + std::string(rule.name) +
                    "` has an address that a page may not hold, and was left out");
    }
    add(rule.name, *url == written ? written : fragment_.keep(std::move(*url)));
  }

  // A style wins over the attribute that means the same, as it does in browsers.
  void read_style(std::string_view declarations) {
    HtmlStyle style = parse_style(declarations);
    replace("data-align", style.text_align);
    replace("data-color", style.color);
    replace("data-background", style.background);
    if (find_rule("width") != nullptr) replace_kept("width", std::move(style.width));
    if (find_rule("height") != nullptr) replace_kept("height", std::move(style.height));
  }

  // Unless there is one already, or nothing to be said.
  void set(std::string_view name, std::string_view value) {
    if (!value.empty() && find(name) == nullptr) add(name, value);
  }
  void set_kept(std::string_view name, std::string value) {
    if (!value.empty()) set(name, fragment_.keep(std::move(value)));
  }
  void replace(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    if (HtmlAttribute* attribute = find(name)) {
      attribute->value = value;
    } else {
      add(name, value);
    }
  }
  void replace_kept(std::string_view name, std::string value) {
    if (!value.empty()) replace(name, fragment_.keep(std::move(value)));
  }

  HtmlAttribute* find(std::string_view name) {
    auto begin = fragment_.all_attributes.begin() + node_.first_attribute;
    auto found = std::find_if(begin, fragment_.all_attributes.end(),
                              [&](const HtmlAttribute& a) { return a.name == name; });
    return found == fragment_.all_attributes.end() ? nullptr : &*found;
  }

  void add(std::string_view name, std::string_view value) {
    place_.name = name;
    place_.value = value;
    fragment_.all_attributes.push_back(place_);
    ++node_.attribute_count;
  }

  std::string_view decoded() {
    if (!value_) {
      value_ = has_entities(raw_)
                   ? fragment_.keep(decode_entities(raw_, EntityPlace::AttributeValue))
                   : raw_;
    }
    return *value_;
  }

  std::string_view in_lower_case(std::string_view name) {
    bool is_lower = std::ranges::none_of(name, [](char c) { return c >= 'A' && c <= 'Z'; });
    return is_lower ? name : fragment_.keep(to_lower(name));
  }

  void report(std::string message) {
    diagnostics_.report(DiagnosticKind::DroppedHtml, {source_, place_.name_begin, place_.value_end},
                        std::move(message), "`html: trusted` in carnet.yaml keeps it");
  }

  const HtmlTagSource& tag_;
  HtmlPolicy policy_;
  SourceId source_;
  HtmlFragment& fragment_;
  HtmlNode& node_;
  Diagnostics& diagnostics_;
  std::string_view text_ = tag_.run.text();
  std::string_view raw_;                   // The value of the attribute that is being read,
  std::optional<std::string_view> value_;  // decoded when it is wanted.
  HtmlAttribute place_;                    // Where that attribute stands.
  bool is_twin_ = false;
};

}  // namespace

void add_attributes(const HtmlTagSource& tag, HtmlPolicy policy, SourceId source,
                    HtmlFragment& fragment, HtmlNode& node, Diagnostics& diagnostics) {
  AttributeReader(tag, policy, source, fragment, node, diagnostics).run();
}

}  // namespace carnet
