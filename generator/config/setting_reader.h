// Reads the values of a configuration file, and reports those that are of
// another type than expected, all under one kind of diagnostic.

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/located.h"
#include "base/source.h"
#include "base/yaml.h"
#include "base/yaml_node.h"
#include "diag/diagnostics.h"

namespace carnet {

class SettingReader {
 public:
  // `sources` and `diagnostics` must live longer.
  SettingReader(DiagnosticKind kind, const Sources& sources, Diagnostics& diagnostics)
      : kind_(kind), sources_(sources), diagnostics_(diagnostics) {}

  // A whole file that should be a map. Its mistakes are reported, and what can
  // be read is returned; an empty file is an empty map.
  YamlNode read_file(SourceId source);
  // The same for a text in the place of the file's own, of the same length.
  YamlNode read_file(SourceId source, std::string_view text);
  // The last file could be read to a mistake only, and what is missing may stand behind it.
  bool is_broken() const { return is_broken_; }

  // Each returns nothing, and reports, if the value is of another type. Nothing
  // at all behind a key is no mistake, but is none of these either.
  std::optional<Located<std::string>> text(const YamlEntry& entry);
  std::optional<bool> flag(const YamlEntry& entry);
  const YamlNode* map(const YamlEntry& entry);
  const YamlNode* list(const YamlEntry& entry);
  // The index of the choice.
  std::optional<std::size_t> choice(const YamlEntry& entry,
                                    std::span<const std::string_view> choices);

  void report(Span where, std::string message, std::string hint = {});
  // At the value, or at the key if nothing is behind it.
  void report_value(const YamlEntry& entry, std::string message, std::string hint = {});
  void report_type(const YamlEntry& entry, std::string_view expected, std::string hint = {});
  // At a key that is none of `names`. `what` it should be: "key", "colour".
  void report_unknown(const YamlEntry& entry, std::span<const std::string_view> names,
                      std::string_view what);

 private:
  // True for nothing; reports what looks like a text and is a comment.
  bool is_nothing(const YamlEntry& entry);

  DiagnosticKind kind_;
  const Sources& sources_;
  Diagnostics& diagnostics_;
  bool is_broken_ = false;
};

// The one of `names` that an author meant by `name`, if any is near.
std::optional<std::string_view> find_similar(std::string_view name,
                                             std::span<const std::string_view> names);

}  // namespace carnet
