// Icons that there are not.

#pragma once

#include <set>
#include <string>
#include <string_view>

#include "diag/diagnostics.h"

namespace carnet {

// Reports names that no icon has (`unknown-icon`), each where it is written first.
class IconChecker {
 public:
  explicit IconChecker(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  // `words` name an icon as an author may: "house", "fa-regular fa-star". No words are no icon.
  void check(std::string_view words, Span where);

 private:
  Diagnostics& diagnostics_;
  std::set<std::string, std::less<>> reported_;
};

}  // namespace carnet
