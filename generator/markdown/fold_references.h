// What GitBook writes as a link, but is none: a note on some words, and somebody's name.
//
//     [these words](#user-content-fn-1)[^1]        a note on "these words"
//     [Ada](https://app.gitbook.com/u/x3Fd)        a person, known to GitBook only

#pragma once

#include <string_view>

#include "markdown/document.h"

namespace carnet {

// Puts the words that a note is about into the reference to it, and people's names where
// links to them stood. Counts the references to each note anew: there may be more of them.
// `text` is the document's source.
void fold_references(Document& document, std::string_view text);

}  // namespace carnet
