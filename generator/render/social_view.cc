#include "render/social_view.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"
#include "render/page_view.h"

namespace carnet {
namespace {

// Smaller ones are icons and badges: those who show links ask for 200 pixels.
constexpr std::uint32_t kLeastSide = 200;

// A picture that everyone can show: no drawing.
bool is_shown_everywhere(std::string_view path) {
  const std::string extension = to_lower(extension_of(path));
  return extension == ".png" || extension == ".jpg" || extension == ".jpeg" ||
         extension == ".gif" || extension == ".webp";
}

const Asset* find_picture(const PageContext& context, const ResolvedLink& link) {
  if (link.target != ResolvedLink::Target::File) return nullptr;
  const Asset& asset = context.site.assets[link.asset];
  return is_shown_everywhere(asset.permalink) ? &asset : nullptr;
}

const Asset* choose_picture(const PageContext& context) {
  const FrontLinks& front = context.page.document->front_links;
  for (const std::uint32_t number : {front.cover, front.cover_dark}) {
    if (number == kNoNumber) continue;
    if (const Asset* cover = find_picture(context, context.links[number])) return cover;
  }
  for (const ResolvedLink& link : context.links) {
    const Asset* picture = find_picture(context, link);
    if (picture == nullptr) continue;
    if (picture->image.width >= kLeastSide && picture->image.height >= kLeastSide) return picture;
  }
  const std::string& logo = context.page.book->config.logo.value;
  return is_shown_everywhere(logo) ? context.site.find_asset(logo) : nullptr;
}

// "fr" -> "fr_FR", "pt-BR" -> "pt_BR": Open Graph wants a country, too. Empty if nobody says which.
std::string locale_of(std::string_view language) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kCountries = {{
      {"ar", "AR"},
      {"de", "DE"},
      {"en", "US"},
      {"es", "ES"},
      {"fr", "FR"},
      {"it", "IT"},
      {"ja", "JP"},
      {"ko", "KR"},
      {"nl", "NL"},
      {"pl", "PL"},
      {"pt", "PT"},
      {"ru", "RU"},
      {"tr", "TR"},
      {"uk", "UA"},
  }};
  const std::vector<std::string_view> parts = split(language, '-');
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (parts[i].size() == 2) return std::string(parts[0]) + "_" + to_upper_unicode(parts[i]);
  }
  for (const auto& [known, country] : kCountries) {
    if (known == language) return std::string(known) + "_" + std::string(country);
  }
  return {};
}

}  // namespace

void set_social(Value& view, const PageContext& context) {
  Value social = Value::object();
  const bool is_home = &context.page == context.page.book->home;
  social.set("type", is_home ? "website" : "article");
  social.set("locale", locale_of(context.language));
  if (context.site.config.url.is_written()) {
    if (const Asset* picture = choose_picture(context)) {
      social.set("image_url", web_address(context.site, picture->permalink));
      if (picture->image.is_known()) {
        social.set("image_width", std::to_string(picture->image.width));
        social.set("image_height", std::to_string(picture->image.height));
      }
      // Twitter shows a picture in full width if it is wide.
      const bool is_wide =
          picture->image.width >= 300 && picture->image.width * 2 >= picture->image.height * 3;
      social.set("card", is_wide ? "summary_large_image" : "summary");
    }
  }
  view.set("social", std::move(social));
}

}  // namespace carnet
