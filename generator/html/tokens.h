// Raw HTML, cut into tags and texts: the first half of reading it.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace carnet {

// `name="value"` as written, in bytes of the tokenised text.
struct HtmlTokenAttribute {
  std::size_t name_begin = 0;
  std::size_t name_end = 0;
  std::size_t value_begin = 0;  // Without the quotes.
  std::size_t value_end = 0;
  bool is_quoted = false;
};

struct HtmlToken {
  enum class Kind : std::uint8_t {
    Text,           // With its entities, which are not decoded yet.
    LiteralText,    // The same without: CDATA.
    RawText,        // What stands between `<script>`, or its like, and its end tag.
    UnfinishedTag,  // `<a` of a tag without an end, shown as written.
    StartTag,
    EndTag,
    Comment,
    Declaration,  // `<!DOCTYPE html>`, `<?php ... ?>`.
  };

  Kind kind = Kind::Text;
  bool is_self_closing = false;
  std::size_t begin = 0;  // The token as written is [begin, end).
  std::size_t end = 0;
  std::string_view name;            // Of a tag, as written.
  std::string_view text;            // What a text says; for CDATA less than [begin, end).
  std::size_t first_attribute = 0;  // Of a start tag, in HtmlTokens::attributes.
  std::size_t attribute_count = 0;
};

struct HtmlTokens {
  std::vector<HtmlToken> tokens;  // Together they cover the text, in its order.
  std::vector<HtmlTokenAttribute> attributes;
};

// Cuts `text`, which must outlive the result. Cannot fail and takes linear time: a `<`
// that begins nothing is text.
HtmlTokens tokenize_html(std::string_view text);

}  // namespace carnet
