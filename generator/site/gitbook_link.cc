#include "site/gitbook_link.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "base/url.h"

namespace carnet {
namespace {

bool is_id(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '_';
  });
}

// `~/changes/12/a` -> `a`, `~/edit/a` -> `a`.
std::string_view without_state(std::string_view path) {
  while (path == "~" || path.starts_with("~/")) {
    take_until(path, '/');
    const std::string_view kind = take_until(path, '/');
    const bool has_number = kind == "changes" || kind == "drafts" || kind == "revisions";
    if (has_number) take_until(path, '/');
  }
  return path;
}

}  // namespace

std::optional<GitbookLink> read_gitbook_link(std::string_view url) {
  // Nearly all links of a book are others.
  constexpr std::string_view kHost = "app.gitbook.com/";
  const std::size_t host = url.find(kHost);
  if (host == std::string_view::npos || host < 2 || url.substr(host - 2, 2) != "//") {
    return std::nullopt;
  }
  const std::string scheme = scheme_of(url);
  if (host != (scheme.empty() ? 2 : scheme.size() + 3)) return std::nullopt;
  if (scheme != "https" && scheme != "http" && !scheme.empty()) return std::nullopt;

  const UrlParts parts = split_url(url);
  std::string_view path = parts.path.substr(std::min(host + kHost.size(), parts.path.size()));
  std::string organization;
  std::string_view segment = take_until(path, '/');
  if (segment == "o") {
    take_until(path, '/');
    segment = take_until(path, '/');
  } else if (segment.starts_with('@') && is_id(segment.substr(1))) {
    organization = std::string(segment) + "/";
    segment = take_until(path, '/');
  }
  if (segment != "s") return std::nullopt;
  const std::string_view id = take_until(path, '/');
  if (!is_id(id)) return std::nullopt;
  path = without_state(path);
  while (path.ends_with('/')) path.remove_suffix(1);
  while (path.starts_with('/')) path.remove_prefix(1);
  return GitbookLink{organization + std::string(id), std::string(path),
                     std::string(parts.fragment)};
}

}  // namespace carnet
