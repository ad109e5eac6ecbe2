#include "render/page_context.h"

#include <fmt/format.h>

#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/url.h"
#include "site/space_words.h"

namespace carnet {

std::string PageContext::url_of(std::string_view permalink) const {
  return encode_path(relative_path(page.permalink, permalink));
}

PageContext context_of(const Site& site, const Page& page, const PageLinks& links,
                       const PageFormulas& formulas, const Theme& theme,
                       const Highlighter& highlighter) {
  const std::string_view language = language_of(page);
  return {.site = site,
          .page = page,
          .links = links,
          .formulas = formulas,
          .theme = theme,
          .highlighter = highlighter,
          .language = language,
          .has_french_spacing = is_spaced(*page.book, language)};
}

DisplayName split_name(std::string_view name) {
  const std::string_view emoji = leading_emoji(name);
  const std::string_view rest = trim_start(name.substr(emoji.size()));
  if (rest.empty()) return {{}, name};  // Nothing but an emoji is a name, too.
  return {emoji, rest};
}

std::string format_size(std::uint64_t bytes, std::string_view language) {
  const bool is_french = language.starts_with("fr");
  const std::string_view byte = is_french ? "o" : "B";
  if (bytes < 1000) return fmt::format("{}\u00A0{}", bytes, byte);
  double value = static_cast<double>(bytes) / 1000;
  std::string_view prefix = "k";
  for (std::string_view next : {"M", "G"}) {
    if (value < 999.5) break;  // Else it would be rounded to "1000".
    value /= 1000;
    prefix = next;
  }
  std::string number = value < 9.95 ? fmt::format("{:.1f}", value) : fmt::format("{:.0f}", value);
  if (!language.starts_with("en")) number = replace_all(number, ".", ",");
  return fmt::format("{}\u00A0{}{}", number, prefix, byte);
}

}  // namespace carnet
