#include "render/views/web_title.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/url.h"

namespace carnet {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// Decoded, if that gives text and nothing that would look like other parts of an address.
std::string decode(std::string_view text) {
  std::string decoded = decode_percent(text);
  for (std::size_t i = 0; i < decoded.size();) {
    const char32_t c = next_code_point(decoded, i);
    if (c < U' ' || c == kReplacement) return std::string(text);
  }
  return decoded;
}

std::string_view without_scheme(std::string_view url) {
  const std::size_t slashes = url.find("//");
  if (slashes != std::string_view::npos) url.remove_prefix(slashes + 2);
  return url;
}

std::string short_address(std::string_view url) {
  url = without_scheme(url);
  if (url.starts_with("www.")) url.remove_prefix(4);
  while (url.ends_with('/')) url.remove_suffix(1);
  return decode(url);
}

// `zuc6xtxdvoo49omo5oly`: numbers and letters mixed, which nobody reads.
bool is_code(std::string_view word) {
  const bool has_digit = std::any_of(word.begin(), word.end(), is_digit);
  const bool has_letter = std::any_of(word.begin(), word.end(), is_letter);
  return word.size() >= 6 && has_digit && (has_letter || word.size() > 8);
}

// `977090a4-1e89-4d28-8a18-2b575a9d872d`
bool is_long_number(std::string_view text) {
  return text.size() > 16 && std::all_of(text.begin(), text.end(), [](char c) {
           return is_digit(c) || c == '-' || (to_lower(c) >= 'a' && to_lower(c) <= 'f');
         });
}

// "naming-your-service.html" -> "Naming your service"; "" if these are no words.
std::string words_of(std::string_view segment) {
  if (is_long_number(segment)) return {};
  std::string text = decode(segment);
  const std::string extension = to_lower(extension_of(text));
  for (std::string_view known : {".html", ".htm", ".php", ".md", ".aspx"}) {
    if (extension == known) text.erase(text.size() - known.size());
  }
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  std::vector<std::string_view> words;
  for (std::string_view word : split(text, ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  while (!words.empty() && is_code(words.back())) words.pop_back();
  while (!words.empty() && is_code(words.front())) words.erase(words.begin());
  if (words.size() < 2 || std::any_of(words.begin(), words.end(), is_code)) return {};
  std::string title;
  for (std::string_view word : words) {
    if (!title.empty()) title += ' ';
    title += word;
  }
  if (title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

// `github.com/owner/name/blob/main/a/b.cc#L1-L9` and what else a repository has.
bool name_of_github(std::string_view url, WebTitle& named) {
  const UrlParts parts = split_url(url);
  std::vector<std::string_view> segments;
  for (std::string_view segment : split(without_scheme(parts.path), '/')) {
    if (!segment.empty()) segments.push_back(segment);
  }
  if (segments.size() < 3) return false;
  const std::string repository = std::string(segments[1]) + "/" + std::string(segments[2]);
  const std::string_view kind = segments.size() > 3 ? segments[3] : std::string_view();
  if (segments.size() == 3) {
    named.title = repository;
    return true;
  }
  named.place += " · " + repository;
  if ((kind == "issues" || kind == "pull" || kind == "discussions") && segments.size() > 4) {
    named.title = repository + " #" + std::string(segments[4]);
    return true;
  }
  if ((kind != "blob" && kind != "tree") || segments.size() < 6) return false;
  std::string path;
  for (std::size_t i = 5; i < segments.size(); ++i) {
    if (!path.empty()) path += '/';
    path += decode(segments[i]);
  }
  named.title = path;
  if (parts.fragment.starts_with('L')) named.title += " " + std::string(parts.fragment);
  return true;
}

}  // namespace

WebTitle web_title(std::string_view url) {
  WebTitle named{.title = {}, .place = host_of(url)};
  if (named.place == "github.com" && name_of_github(url, named)) return named;
  const UrlParts parts = split_url(url);
  std::string_view path = without_scheme(parts.path);
  while (path.ends_with('/')) path.remove_suffix(1);
  const std::size_t slash = path.rfind('/');
  // What stands in the query may be all that tells one page from another.
  if (slash != std::string_view::npos && parts.query.empty()) {
    named.title = words_of(path.substr(slash + 1));
  }
  if (named.title.empty()) named.title = short_address(url);
  return named;
}

std::string web_file_name(std::string_view url) {
  // `.../o/spaces%2Fx%2Fuploads%2Fdemo.mp4?alt=media`: slashes may be encoded, too.
  const std::string path = decode(without_scheme(split_url(url).path));
  const std::size_t slash = path.find('/');
  if (slash == std::string::npos) return {};
  const std::string_view name = file_name_of(path);
  return extension_of(name).empty() ? std::string() : std::string(name);
}

}  // namespace carnet
