#include "site/own_address.h"

#include "base/path.h"

namespace carnet {
namespace {

std::string_view without_scheme(std::string_view url) {
  const std::size_t slashes = url.find("//");
  return slashes == std::string_view::npos ? url : url.substr(slashes + 2);
}

// What follows `base` in `url`, if it does so at a slash.
std::optional<std::string_view> rest_of(std::string_view url, std::string_view base) {
  if (base.empty()) return std::nullopt;
  url = without_scheme(url);
  base = without_scheme(base);
  while (base.ends_with('/')) base.remove_suffix(1);
  if (!url.starts_with(base)) return std::nullopt;
  url.remove_prefix(base.size());
  if (url.empty()) return url;
  if (url[0] == '#') return url;
  if (url[0] != '/') return std::nullopt;
  return url.substr(1);
}

// "blob/main/docs/a.md" -> "docs/a.md". A branch with a slash in its name
// cannot be told from a folder; then nothing will be found.
std::optional<std::string_view> path_in_repository(std::string_view rest) {
  for (std::string_view prefix : {"blob/", "tree/", "-/blob/", "-/tree/", "src/branch/"}) {
    if (!rest.starts_with(prefix)) continue;
    rest.remove_prefix(prefix.size());
    const std::size_t slash = rest.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    return rest.substr(slash + 1);
  }
  return std::nullopt;
}

bool is_start_page(std::string_view rest) { return rest.empty() || rest.starts_with('#'); }

}  // namespace

bool is_address_of_site(const Config& config, std::string_view url) {
  const auto rest = rest_of(url, config.url.value);
  return rest && is_start_page(*rest);
}

std::optional<std::string> own_path(const Config& config, std::string_view url) {
  if (const auto rest = rest_of(url, config.source_url.value)) {
    if (auto path = path_in_repository(*rest)) {
      const std::string root = config.root.empty() ? std::string() : config.root + "/";
      if (!path->starts_with(root)) return std::nullopt;
      return std::string(path->substr(root.size()));
    }
  }
  if (const auto rest = rest_of(url, config.url.value)) {
    // The start page has no name of its own.
    if (is_start_page(*rest)) return config.readme + std::string(*rest);
    return std::string(*rest);
  }
  return std::nullopt;
}

}  // namespace carnet
