// Code -> what each word of it is: a keyword, a string, a comment.

#pragma once

#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "highlight/grammars.h"
#include "highlight/languages.h"
#include "highlight/tokenize.h"

namespace carnet {

// Costs nothing until something is coloured. Threads may share one.
class Highlighter {
 public:
  // The tokens of `code`, as `tokenize` has them. None if the language has no grammar, or if the
  // code makes it try without end: then it is shown without colours.
  std::vector<Token> colour(std::string_view code, const Language& language) const;

 private:
  const Grammars& grammars() const;

  mutable std::once_flag once_;
  mutable std::unique_ptr<const Grammars> grammars_;
};

}  // namespace carnet
