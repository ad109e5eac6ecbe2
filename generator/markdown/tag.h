// The grammar of one block tag: `{% hint style="info" %}`.
//
//   tag   := open '-'? name argument* '-'? close     open, close: {% %} or <% %>
//   argument := key '=' value | value                value: "..." '...' or a bare word
//
// It is tolerant where real books are sloppy: no space is needed around the
// name, quotes may be curly, and a quote that never closes ends with the tag.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace carnet {

// Offsets count bytes from the tag's opening brace.
struct TagArgument {
  std::string name;  // Empty for a positional value.
  std::string value;
  bool is_quoted = false;
  std::size_t name_begin = 0, name_end = 0;
  std::size_t value_begin = 0, value_end = 0;
};

struct ParsedTag {
  std::string name;     // As written; without `end` if it closes.
  bool is_end = false;  // `{% endhint %}`
  std::size_t length = 0;
  std::size_t name_begin = 0, name_end = 0;
  std::vector<TagArgument> arguments;
  std::optional<std::size_t> unterminated_quote;  // Where it opens.
};

// The tag that `text` begins with. Nothing if there is none: no opening
// delimiter, no name, no closing delimiter, or one of the other kind. `<%` is
// a tag only with a name that `{%` knows, since ERB and ASP look the same.
// `<% if %>` asks for a visitor or a variable, else it is theirs.
// What follows `if` and its branches is one value, as written: an expression.
std::optional<ParsedTag> parse_tag(std::string_view text);

// True if `text` begins like a tag, whether or not it ends like one: reason to
// tell its author what is wrong.
bool begins_like_tag(std::string_view text);

// True for `else`, `elif` and what else other programs call the latter.
bool is_branch_name(std::string_view name);

// True for a block of the registry and for those of a vendor, `@figma/embed`; also
// for `end` and such a name.
bool is_known_tag(const ParsedTag& tag);

}  // namespace carnet
