#include "config/setting_reader.h"

#include <algorithm>
#include <utility>

#include "base/nearest.h"
#include "base/text.h"

namespace carnet {

YamlNode SettingReader::read_file(SourceId source) {
  return read_file(source, sources_.text(source));
}

YamlNode SettingReader::read_file(SourceId source, std::string_view text) {
  YamlDocument document = parse_yaml(text, {source, 0, static_cast<std::uint32_t>(text.size())});
  for (YamlProblem& problem : document.problems) {
    report(problem.where, std::move(problem.message), std::move(problem.hint));
  }
  is_broken_ = document.is_broken;
  YamlNode& root = document.root;
  if (root.kind == YamlNode::Kind::Map) return std::move(root);
  if (root.kind != YamlNode::Kind::Null) {
    report(root.span, "this file is " + describe(root) + ", not lines of `key: value`");
  }
  YamlNode empty;
  empty.kind = YamlNode::Kind::Map;
  return empty;
}

// `title: #1 in the world` is `title:` and a comment, to everyone's surprise.
bool SettingReader::is_nothing(const YamlEntry& entry) {
  if (entry.value.kind != YamlNode::Kind::Null) return false;
  const std::string_view text = sources_.text(entry.key_span.source);
  const std::size_t begin = text.find_first_not_of(' ', entry.value.span.end);
  if (begin == std::string_view::npos || text[begin] != '#') return true;
  if (begin + 1 < text.size() && !is_space(text[begin + 1])) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view comment = trim(text.substr(begin, end - begin));
    report({entry.key_span.source, static_cast<std::uint32_t>(begin),
            static_cast<std::uint32_t>(begin + comment.size())},
           "`#` begins a comment, so `" + entry.key + "` is nothing",
           "put the text between quotes: `" + entry.key + ": \"" + std::string(comment) + "\"`");
  }
  return true;
}

std::optional<Located<std::string>> SettingReader::text(const YamlEntry& entry) {
  if (is_nothing(entry)) return std::nullopt;
  if (const auto text = entry.value.as_text()) {
    return Located<std::string>{std::string(*text), entry.value.span};
  }
  report_type(entry, "a text");
  return std::nullopt;
}

std::optional<bool> SettingReader::flag(const YamlEntry& entry) {
  if (is_nothing(entry)) return std::nullopt;
  const auto value = entry.value.as_bool();
  if (!value) {
    const std::string text = to_lower(entry.value.as_text().value_or(""));
    const bool is_yes = text == "yes" || text == "on";
    const bool is_word = is_yes || text == "no" || text == "off";
    report_type(entry, "`true` or `false`",
                is_word ? "write `" + entry.key + (is_yes ? ": true`" : ": false`") : "");
  }
  return value;
}

const YamlNode* SettingReader::map(const YamlEntry& entry) {
  if (is_nothing(entry)) return nullptr;
  if (entry.value.kind == YamlNode::Kind::Map) return &entry.value;
  report_type(entry, "a map", "write lines of `name: value` below it, indented");
  return nullptr;
}

const YamlNode* SettingReader::list(const YamlEntry& entry) {
  if (is_nothing(entry)) return nullptr;
  if (entry.value.kind == YamlNode::Kind::Sequence) return &entry.value;
  const auto text = entry.value.as_text();
  report_type(entry, "a list",
              text ? "write it as a list: `" + entry.key + ": [\"" + std::string(*text) + "\"]`"
                   : std::string());
  return nullptr;
}

std::optional<std::size_t> SettingReader::choice(const YamlEntry& entry,
                                                 std::span<const std::string_view> choices) {
  if (is_nothing(entry)) return std::nullopt;
  const auto text = entry.value.as_text();
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (text == choices[i]) return i;
  }
  std::string expected;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (i > 0) expected += i + 1 == choices.size() ? " or " : ", ";
    expected += "`" + std::string(choices[i]) + "`";
  }
  report_type(entry, expected);
  return std::nullopt;
}

void SettingReader::report(Span where, std::string message, std::string hint) {
  diagnostics_.report(kind_, where, std::move(message), std::move(hint));
}

void SettingReader::report_value(const YamlEntry& entry, std::string message, std::string hint) {
  const Span& value = entry.value.span;
  report(value.begin == value.end ? entry.key_span : value, std::move(message), std::move(hint));
}

void SettingReader::report_type(const YamlEntry& entry, std::string_view expected,
                                std::string hint) {
  report_value(entry,
               "`" + entry.key + "` is " + describe(entry.value) + ", not " + std::string(expected),
               std::move(hint));
}

void SettingReader::report_unknown(const YamlEntry& entry, std::span<const std::string_view> names,
                                   std::string_view what) {
  std::string hint;
  constexpr std::size_t kFew = 8;
  if (const auto similar = find_similar(entry.key, names)) {
    hint = "did you mean `" + std::string(*similar) + "`?";
  } else if (names.size() <= kFew) {
    for (const std::string_view name : names) {
      hint += (hint.empty() ? "known: `" : ", `") + std::string(name) + "`";
    }
  }
  report(entry.key_span, "unknown " + std::string(what) + " `" + entry.key + "`", std::move(hint));
}

std::optional<std::string_view> find_similar(std::string_view name,
                                             std::span<const std::string_view> names) {
  const std::string_view best = find_nearest(name, names);
  return best.empty() ? std::nullopt : std::optional(best);
}

}  // namespace carnet
