#include "config/tags_yaml.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "base/yaml.h"
#include "config/setting_reader.h"

namespace carnet {
namespace {

// `old=new`: other words for the same. The theme knows the new ones only.
constexpr std::string_view kColors[] = {
    "primary",        "blue",          "cyan",       "green",        "orange",
    "pink",           "red",           "violet",     "gray",         "teal=cyan",
    "purple=violet",  "indigo=violet", "yellow",     "amber=yellow", "grey=gray",
    "neutral=gray",   "success=green", "danger=red", "lime=green",   "info=blue",
    "warning=yellow", "emerald=green", "rose=pink",
};

class Reader {
 public:
  Reader(const Sources& sources, Config& config, Diagnostics& diagnostics)
      : config_(config), reader_(DiagnosticKind::InvalidTags, sources, diagnostics) {}

  void read(const YamlNode& item) {
    if (item.kind == YamlNode::Kind::Null) return;
    const YamlEntry* slug = item.find_entry("tag");
    if (item.kind != YamlNode::Kind::Map || slug == nullptr) {
      reader_.report(item.span, "this tag has no name",
                     "write `tag: name` and, below it, its label");
      return;
    }
    TagSetting tag;
    const auto name = reader_.text(*slug);
    const std::string_view trimmed = name ? trim(name->value) : std::string_view();
    if (trimmed.empty()) return;
    for (const YamlEntry& entry : item.entries) read_entry(entry, tag);
    if (tag.label.empty()) tag.label = trimmed;
    tag.order = config_.tags.size();
    if (!config_.tags.emplace(trimmed, std::move(tag)).second) {
      reader_.report(slug->value.span, "the tag `" + std::string(trimmed) + "` is there twice",
                     "only the first one counts");
    }
  }

 private:
  void read_entry(const YamlEntry& entry, TagSetting& tag) {
    constexpr std::string_view kKeys[] = {"tag", "label", "icon", "color"};
    if (std::find(std::begin(kKeys), std::end(kKeys), entry.key) == std::end(kKeys)) {
      const auto similar = find_similar(entry.key, kKeys);
      if (similar) {
        reader_.report(entry.key_span, "unknown key `" + entry.key + "`",
                       "did you mean `" + std::string(*similar) + "`?");
      }
      return;
    }
    if (entry.key == "tag") return;
    const auto text = reader_.text(entry);
    if (!text) return;
    if (entry.key == "label") tag.label = trim(text->value);
    if (entry.key == "icon") tag.icon = {std::string(trim(text->value)), text->span};
    if (entry.key == "color") tag.color = find_color(entry, text->value);
  }

  std::string find_color(const YamlEntry& entry, std::string_view written) {
    std::string_view name = trim(written);
    if (name.starts_with('$')) name.remove_prefix(1);
    std::string known;
    for (std::string_view color : kColors) {
      const std::size_t equals = color.find('=');
      if (equals_ignoring_case(color.substr(0, equals), name)) {
        return std::string(equals == std::string_view::npos ? color : color.substr(equals + 1));
      }
      if (equals == std::string_view::npos) {
        known += (known.empty() ? "`" : ", `") + std::string(color) + "`";
      }
    }
    reader_.report(entry.value.span, "no colour `" + std::string(written) + "`", "use " + known);
    return {};
  }

  Config& config_;
  SettingReader reader_;
};

}  // namespace

void read_tags_yaml(SourceId source, const Sources& sources, Config& config,
                    Diagnostics& diagnostics) {
  YamlDocument document = parse_yaml(sources, source);
  for (YamlProblem& problem : document.problems) {
    diagnostics.report(DiagnosticKind::InvalidTags, problem.where, std::move(problem.message),
                       std::move(problem.hint));
  }
  const YamlNode& root = document.root;
  if (root.kind == YamlNode::Kind::Null) return;
  if (root.kind != YamlNode::Kind::Sequence) {
    diagnostics.report(DiagnosticKind::InvalidTags, root.span,
                       "this file is " + describe(root) + ", not a list of tags",
                       "begin each tag with `- tag: name`");
    return;
  }
  Reader reader(sources, config, diagnostics);
  for (const YamlNode& item : root.items) reader.read(item);
}

}  // namespace carnet
