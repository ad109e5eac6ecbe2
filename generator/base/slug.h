// Slugs: the path segment or the anchor that GitBook makes of a text.
//
// GitBook's own code is not public. The rules here were reconstructed from the
// titles, file names and fragments of nine real books; where the data leaves a
// choice, it does not matter to any link that was found.

#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace carnet {

// "🪡 La vie du produit" -> "la-vie-du-produit". May be empty.
std::string to_slug(std::string_view text);

// As a slug, but an anchor does not begin with a digit: "2. Astronomer" ->
// "id-2.-astronomer". A text without a letter gives "section".
std::string to_anchor(std::string_view text);

// The anchor that GitHub makes of a heading: accents kept, punctuation dropped,
// each space one hyphen. Authors write these by hand.
std::string to_github_anchor(std::string_view text);

// Letters and digits only, folded: equal for two texts that differ in
// punctuation, accents or case.
std::string to_squashed(std::string_view text);

// Hands out each name once: the second "intro" becomes "intro-1", the third
// "intro-2", past any name that is already taken.
class UniqueNames {
 public:
  // True if `name` was free; it is taken now.
  bool take(std::string_view name);
  std::string make(std::string name);

 private:
  std::unordered_map<std::string, unsigned> taken_;  // Name -> the last suffix tried.
};

}  // namespace carnet
