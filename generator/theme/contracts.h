// What the generator and every theme have agreed on: which templates there are,
// which names each may use, and which words of the interface the generator
// itself asks for. A name once given is kept until a major version.

#pragma once

#include <span>
#include <string_view>

namespace carnet {

struct TemplateContract {
  std::string_view name;                    // "blocks/hint": its file without `.html`.
  std::span<const std::string_view> names;  // As in TemplateNames, without the texts.
};

// Every template of a theme, sorted by name.
std::span<const TemplateContract> template_contracts();

// The keys of texts that code prints, outside of templates.
std::span<const std::string_view> required_texts();

}  // namespace carnet
