// Templates: a language whose tags stand in a text of HTML.
//
//     <p class="{{ kind }}">{% if name %}Hello{% endif %}</p>
//
// Prism colours the HTML with a word in place of each tag, and puts the tags back afterwards.
// So do we.

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "highlight/grammars.h"
#include "highlight/tokenize.h"

namespace carnet {

// The tokens of a template, as `tokenize` has them: those of what is around the tags, and a token
// for each tag with those of `grammar` in it. Where a tag stands as no word can stand, such as in
// the middle of what HTML would take for a sign, all of it is coloured by `grammar` alone.
std::optional<std::vector<Token>> tokenize_template(std::string_view text, const Grammars& grammars,
                                                    const TemplateRule& rule,
                                                    std::uint32_t grammar);

}  // namespace carnet
