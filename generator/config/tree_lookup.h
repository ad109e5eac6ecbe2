// Questions about the files of a book.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/source.h"
#include "base/source_tree.h"

namespace carnet {

// The text at a path; nothing if there is none.
std::optional<SourceId> find_text(const SourceTree& tree, std::string_view path);

// A text or an asset.
bool has_file(const SourceTree& tree, std::string_view path);

// A folder with at least one file somewhere in it. "" is the tree itself.
bool has_folder(const SourceTree& tree, std::string_view path);

// The file that an author meant who wrote a path that does not exist: one that
// differs in upper and lower case only, else one of the same name elsewhere in
// `folder`.
std::optional<std::string> find_similar_file(const SourceTree& tree, std::string_view path,
                                             std::string_view folder = {});

}  // namespace carnet
