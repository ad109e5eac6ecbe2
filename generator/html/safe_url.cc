#include "html/safe_url.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace carnet {
namespace {

using namespace std::string_view_literals;  // "..."sv

constexpr std::array kSchemes = {"http"sv, "https"sv, "mailto"sv, "tel"sv, "sms"sv, "ftp"sv};
constexpr std::array kImageTypes = {"image/png"sv, "image/jpeg"sv, "image/gif"sv, "image/webp"sv};

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

// Not scheme_of(): what is one for any browser counts, `a:b` included.
std::string_view find_scheme(std::string_view url) {
  std::size_t colon = url.find_first_of(":/?#");
  if (colon == url.npos || url[colon] != ':' || !is_letter(url[0])) return {};
  return url.substr(0, colon);
}

bool is_image_data(std::string_view url) {
  std::string_view type = url.substr(std::string_view("data:").size());
  type = type.substr(0, type.find_first_of(";,"));
  return std::ranges::any_of(
      kImageTypes, [&](std::string_view allowed) { return equals_ignoring_case(type, allowed); });
}

}  // namespace

std::optional<std::string> clean_url(std::string_view url, UrlPlace place) {
  // Browsers ignore these, so `java&#10;script:` is a script for them.
  std::string cleaned(url);
  std::erase_if(cleaned, is_control);
  std::string_view trimmed = trim(cleaned);
  cleaned = std::string(trimmed);

  std::string_view scheme = find_scheme(cleaned);
  bool is_allowed =
      scheme.empty() ||
      std::ranges::any_of(kSchemes,
                          [&](std::string_view s) { return equals_ignoring_case(scheme, s); }) ||
      (place == UrlPlace::Image && equals_ignoring_case(scheme, "data") && is_image_data(cleaned));
  if (!is_allowed) return std::nullopt;
  return cleaned;
}

}  // namespace carnet
