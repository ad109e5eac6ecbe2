#include "markdown/block_attributes.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/nearest.h"
#include "base/text.h"
#include "blocks/registry.h"
#include "html/entities.h"
#include "symbols/emoji.h"

namespace carnet {
namespace {

bool is_link(const AttributeSpec& spec) {
  return spec.type == AttributeSpec::Type::PageLink || spec.type == AttributeSpec::Type::FileLink ||
         spec.type == AttributeSpec::Type::WebLink || spec.type == AttributeSpec::Type::Include;
}

// `<https://...>` -> `https://...`, `a\_b` -> `a_b`.
std::string clean_address(std::string_view value) {
  value = trim(value);
  if (value.size() > 1 && value.front() == '<' && value.back() == '>') {
    value = value.substr(1, value.size() - 2);
  }
  return without_escapes(value);
}

// `C:\_new\a.txt`: no backslash in it is an escape.
bool is_windows_path(std::string_view value) {
  return value.size() > 2 && is_letter(value[0]) && value[1] == ':' && value[2] == '\\';
}

// Words as in any text: `a\_b` -> `a_b`, `:house:` -> the emoji.
std::string read_words(std::string value) {
  if (!is_windows_path(value)) value = without_escapes(value);
  if (std::optional<std::string> words = replace_emoji_names(value)) value = std::move(*words);
  return value;
}

// The keyword that a value stands for: itself, or the new word for an old one.
std::string_view find_keyword(const AttributeSpec& spec, std::string_view value) {
  for (std::string_view keyword : spec.keywords) {
    const std::size_t equals = keyword.find('=');
    if (equals_ignoring_case(keyword.substr(0, equals), value)) {
      return equals == std::string_view::npos ? keyword : keyword.substr(equals + 1);
    }
  }
  return {};
}

std::string list_keywords(const AttributeSpec& spec) {
  std::string list;
  for (std::string_view keyword : spec.keywords) {
    if (keyword.find('=') != std::string_view::npos) continue;
    if (!list.empty()) list += ", ";
    list += fmt::format("`{}`", keyword);
  }
  return list;
}

std::string_view nearest_name(const BlockSpec& block, std::string_view name) {
  Nearest nearest(name);
  std::string_view meant;
  for (const AttributeSpec& spec : block.attributes) {
    if (nearest.offer(spec.name)) meant = spec.name;
  }
  return meant;
}

class Reader {
 public:
  Reader(Document& document, std::uint32_t begin, const BlockSpec& block, Diagnostics& diagnostics)
      : document_(document), begin_(begin), block_(block), diagnostics_(diagnostics) {}

  void read(const ParsedTag& tag) {
    for (std::size_t i = 0; i < tag.arguments.size(); ++i) {
      const std::size_t behind = find_end_of_words(tag.arguments, i);
      if (behind == i + 1) {
        read_argument(tag.arguments[i]);
      } else {
        read_argument(join(std::span(tag.arguments).subspan(i, behind - i)));
        i = behind - 1;
      }
    }
    if (tag.unterminated_quote) {
      report(DiagnosticKind::UnterminatedQuote, *tag.unterminated_quote, tag.length,
             "this quote is never closed", "write a `\"` behind the value");
    }
    if (block_.takes_any_attribute) check_integration(tag);
    for (const AttributeSpec& spec : block_.attributes) {
      if (spec.required && !has(spec.name)) {
        report(DiagnosticKind::MissingAttribute, 0, tag.length,
               fmt::format("`{}` needs `{}`", block_.name, spec.name), how_to_write(spec));
      }
    }
  }

  const std::vector<Attribute>& attributes() const { return attributes_; }

 private:
  std::string how_to_write(const AttributeSpec& spec) const {
    if (&block_ == &kIf) return "write `{% if condition %}`, such as `{% if page.vars.beta %}`";
    if (&block_ == &kInclude) return "write `{% include \"path.md\" %}`";
    return fmt::format("write `{{% {} {}=\"...\" %}}`", block_.name, spec.name);
  }

  // Behind the words that an author meant for one value, `title=Get it now`, if the argument at
  // `i` begins such; otherwise behind that argument.
  std::size_t find_end_of_words(const std::vector<TagArgument>& arguments, std::size_t i) const {
    const TagArgument& first = arguments[i];
    const AttributeSpec* spec = find_attribute(block_, first.name);
    if (first.name.empty() || first.is_quoted || spec == nullptr ||
        spec->type != AttributeSpec::Type::Text) {
      return i + 1;
    }
    std::size_t end = i + 1;
    while (end < arguments.size() && arguments[end].name.empty() && !arguments[end].is_quoted &&
           find_attribute(block_, arguments[end].value) == nullptr) {
      ++end;
    }
    return end;
  }

  TagArgument join(std::span<const TagArgument> words) {
    TagArgument whole = words.front();
    for (const TagArgument& word : words.subspan(1)) whole.value += " " + word.value;
    whole.value_end = words.back().value_end;
    report(DiagnosticKind::UnterminatedQuote, whole.value_begin, whole.value_end,
           fmt::format("`{}` has several words and no quotes", whole.name),
           fmt::format("write `{}=\"{}\"`", whole.name, whole.value));
    return whole;
  }

  bool has(std::string_view name) const {
    return std::any_of(attributes_.begin(), attributes_.end(),
                       [&](const Attribute& attribute) { return attribute.name == name; });
  }

  void report(DiagnosticKind kind, std::size_t begin, std::size_t end, std::string message,
              std::string hint) {
    diagnostics_.report(kind,
                        document_.span(begin_ + static_cast<std::uint32_t>(begin),
                                       begin_ + static_cast<std::uint32_t>(end)),
                        std::move(message), std::move(hint));
  }

  // The attribute that a bare value stands for, or nullptr.
  const AttributeSpec* find_positional(std::string_view value) const {
    for (const AttributeSpec& spec : block_.attributes) {
      // `{% code lineNumbers %}`
      if (spec.type == AttributeSpec::Type::Flag && equals_ignoring_case(spec.name, value)) {
        return &spec;
      }
      // `{% embed https://example.org %}`
      if (spec.required && is_link(spec) && value.find_first_of("./") != value.npos) return &spec;
      if (!spec.positional) continue;
      if (spec.type != AttributeSpec::Type::Keyword || !find_keyword(spec, value).empty()) {
        return &spec;
      }
    }
    return nullptr;
  }

  void read_argument(const TagArgument& argument) {
    const AttributeSpec* spec = argument.name.empty() ? find_positional(argument.value)
                                                      : find_attribute(block_, argument.name);
    if (spec == nullptr && block_.takes_any_attribute) return keep_unlisted(argument);
    if (spec == nullptr) {
      const bool is_bare = argument.name.empty();
      if (is_bare && block_.words == BlockSpec::Words::Ignored) return;
      const std::string_view name = is_bare ? argument.value : argument.name;
      report(DiagnosticKind::UnknownAttribute, is_bare ? argument.value_begin : argument.name_begin,
             is_bare ? argument.value_end : argument.name_end,
             fmt::format("`{}` has no attribute `{}`", block_.name, name),
             did_you_mean(nearest_name(block_, name)));
      return;
    }
    std::string value = decode_entities(argument.value, EntityPlace::AttributeValue);
    if (spec->type == AttributeSpec::Type::Flag && argument.name.empty()) value = "true";
    if (is_link(*spec)) value = clean_address(value);
    if (spec->type == AttributeSpec::Type::Text) value = read_words(std::move(value));
    if (spec->type == AttributeSpec::Type::Keyword) value = check_keyword(*spec, argument, value);
    if (spec->type == AttributeSpec::Type::Flag) value = check_flag(*spec, argument, value);
    if (spec->type == AttributeSpec::Type::Date) check_date(*spec, argument, value);
    const auto place = [&](std::size_t i) { return begin_ + static_cast<std::uint32_t>(i); };
    const Attribute attribute = {spec->name,
                                 document_.keep(value),
                                 place(argument.name_begin),
                                 place(argument.name_end),
                                 place(argument.value_begin),
                                 place(argument.value_end)};
    for (Attribute& earlier : attributes_) {
      if (earlier.name != spec->name) continue;
      report(DiagnosticKind::DuplicateAttribute, argument.name_begin, argument.value_end,
             fmt::format("`{}` is there twice", spec->name), "only the last one counts");
      earlier = attribute;
      return;
    }
    attributes_.push_back(attribute);
  }

  // A bare word is an attribute without a value.
  void keep_unlisted(const TagArgument& argument) {
    const bool is_bare = argument.name.empty();
    const auto place = [&](std::size_t i) { return begin_ + static_cast<std::uint32_t>(i); };
    const std::string value = decode_entities(argument.value, EntityPlace::AttributeValue);
    attributes_.push_back({document_.keep(is_bare ? value : argument.name),
                           is_bare ? std::string_view() : document_.keep(value),
                           place(argument.name_begin), place(argument.name_end),
                           place(argument.value_begin), place(argument.value_end)});
  }

  // What a vendor's block shows is known if it links to it or holds it.
  void check_integration(const ParsedTag& tag) {
    const bool is_shown =
        std::any_of(attributes_.begin(), attributes_.end(), [](const Attribute& attribute) {
          return !trim(attribute.value).empty() &&
                 (attribute.name == "url" || equals_ignoring_case(attribute.name, "content") ||
                  equals_ignoring_case(attribute.name, "code"));
        });
    if (is_shown) return;
    report(DiagnosticKind::UnsupportedIntegration, 0, tag.length,
           fmt::format("`{}` cannot be shown without its service", tag.name),
           "its name and its attributes stand there instead; with `url` it becomes a link");
  }

  std::string check_keyword(const AttributeSpec& spec, const TagArgument& argument,
                            std::string_view value) {
    const std::string_view keyword = find_keyword(spec, trim(value));
    if (!keyword.empty()) return std::string(keyword);
    report(DiagnosticKind::UnknownAttributeValue, argument.value_begin, argument.value_end,
           fmt::format("no {} {} `{}`", block_.name, spec.name, value),
           fmt::format("use {}", list_keywords(spec)));
    return std::string(spec.keywords.front());
  }

  std::string check_flag(const AttributeSpec& spec, const TagArgument& argument,
                         std::string_view value) {
    if (equals_ignoring_case(value, "true")) return "true";
    if (!equals_ignoring_case(value, "false")) {
      report(DiagnosticKind::UnknownAttributeValue, argument.value_begin, argument.value_end,
             fmt::format("`{}` is `true` or `false`, not `{}`", spec.name, value), {});
    }
    return "false";
  }

  // What is no date stays as it was written.
  void check_date(const AttributeSpec& spec, const TagArgument& argument, std::string_view value) {
    if (parse_date(value)) return;
    report(DiagnosticKind::UnknownAttributeValue, argument.value_begin, argument.value_end,
           fmt::format("`{}` is no {}", value, spec.name), "write it as `2026-05-04`");
  }

  Document& document_;
  std::uint32_t begin_;
  const BlockSpec& block_;
  Diagnostics& diagnostics_;
  std::vector<Attribute> attributes_;
};

}  // namespace

std::span<const Attribute> read_attributes(Document& document, std::uint32_t begin,
                                           const ParsedTag& tag, const BlockSpec& block,
                                           Diagnostics& diagnostics) {
  Reader reader(document, begin, block, diagnostics);
  reader.read(tag);
  return document.keep(reader.attributes());
}

void finish_block(const Document& document, const Node& block, Diagnostics& diagnostics) {
  if (block.block->body != BlockSpec::Body::Code) return;
  for (const Node& child : block.children()) {
    if (child.kind == NodeKind::CodeBlock || child.kind == NodeKind::RawHtml) return;
  }
  diagnostics.report(DiagnosticKind::MisplacedBlock, document.span(block),
                     "there is no fenced code in this block",
                     "write the code between two lines of ```");
}

}  // namespace carnet
