// What a YAML (or JSON) text says: a tree of our own in which every value and
// every key knows its place.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace carnet {

struct YamlEntry;

// A value. Scalars keep the text as it was meant (quotes taken off, lines
// folded); what type it is, is decided by the one who asks, after YAML 1.2:
// `yes`, `no`, `on` and `off` are texts.
struct YamlNode {
  enum class Kind : std::uint8_t { Null, Scalar, Sequence, Map };
  enum class Style : std::uint8_t {
    Plain,
    Quoted,  // '...' or "..."
    Block,   // | or >
  };

  Kind kind = Kind::Null;
  Style style = Style::Plain;      // Of a Scalar.
  Span span;                       // Empty, after the key, for a Null that is not spelled out.
  std::string text;                // Of a Scalar.
  std::vector<YamlNode> items;     // Of a Sequence.
  std::vector<YamlEntry> entries;  // Of a Map, in the order of the text.

  // The value of a key; of the last one if it is there twice. Null pointer if
  // there is none, or if this is no map. Linear: for maps of known keys.
  const YamlNode* find(std::string_view key) const;
  const YamlEntry* find_entry(std::string_view key) const;

  // Each is nothing if the node is of another type.
  std::optional<std::string_view> as_text() const;  // Any scalar.
  std::optional<bool> as_bool() const;              // Plain `true` or `false`.
  std::optional<std::int64_t> as_integer() const;   // Plain and decimal.

  bool operator==(const YamlNode& other) const;
};

struct YamlEntry {
  std::string key;
  Span key_span;
  YamlNode value;

  bool operator==(const YamlEntry&) const = default;
};

// What a node is, for messages: "a list", "the text `yes`", "nothing".
std::string describe(const YamlNode& node);

}  // namespace carnet
