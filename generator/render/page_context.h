// What drawing one page needs to know.

#pragma once

#include <string>
#include <string_view>

#include "base/history.h"
#include "highlight/highlighter.h"
#include "site/formulas.h"
#include "site/resolve_links.h"
#include "site/site.h"
#include "theme/theme.h"

namespace carnet {

struct PageContext {
  const Site& site;
  const Page& page;
  const PageLinks& links;
  const PageFormulas& formulas;
  const Theme& theme;
  const Highlighter& highlighter;
  std::string_view language;  // Of this page.
  bool has_french_spacing = false;
  const History* history = nullptr;  // Of the book. Null: it is not known.

  std::string_view word(std::string_view key) const { return theme.text(language, key); }
  const Texts& texts() const { return theme.texts(language); }

  // The address of another file of the site, as this page's `href` has it.
  std::string url_of(std::string_view permalink) const;
};

// What drawing `page` needs; all of it must live longer.
PageContext context_of(const Site& site, const Page& page, const PageLinks& links,
                       const PageFormulas& formulas, const Theme& theme,
                       const Highlighter& highlighter);

// A name as readers see it: its emoji, if it begins with one, apart.
struct DisplayName {
  std::string_view emoji;
  std::string_view words;
};
DisplayName split_name(std::string_view name);

// "12 kB", in the units of the language.
std::string format_size(std::uint64_t bytes, std::string_view language);

}  // namespace carnet
