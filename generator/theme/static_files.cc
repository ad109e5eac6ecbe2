#include "theme/static_files.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/nearest.h"
#include "base/path.h"
#include "base/url.h"
#include "theme/compact_css.h"
#include "theme/compact_js.h"
#include "theme/css_urls.h"

namespace carnet {
namespace {

// Where files of the theme are in the site.
constexpr std::string_view kFolder = "_carnet/theme/";

bool ends_path(char c) {
  return c == '"' || c == '\'' || c == '?' || c == '#' || c == ' ' || c == ',' || c == '\n' ||
         c == '<' || c == '>' || c == ')' || c == '{';
}

}  // namespace

void StaticFiles::add_style_sheet(std::string output_path,
                                  std::span<const SourceFile* const> parts) {
  OutputFile file{.path = std::move(output_path), .bytes = {}};
  for (const SourceFile* part : parts) {
    const std::string_view css = sources_.text(part->source);
    std::string text;
    std::size_t at = 0;
    for (const CssUrl& url : find_css_urls(css)) {
      const Span where{part->source, static_cast<std::uint32_t>(url.begin),
                       static_cast<std::uint32_t>(url.end)};
      if (url.use == CssUrl::Use::Import) {
        fail(where, "`@import` has no effect in style sheets that are put together",
             "put the file into the folder `css` of the theme");
        continue;
      }
      const std::string address = address_in(file.path, *part, url.address, where);
      if (address.empty()) continue;
      text.append(css.substr(at, url.begin - at)).append(address);
      at = url.end;
    }
    append_compact_css(file.bytes, text.append(css.substr(at)));
  }
  output_.push_back(std::move(file));
}

void StaticFiles::add_script(std::string output_path, std::span<const SourceFile* const> parts) {
  OutputFile file{.path = std::move(output_path), .bytes = {}};
  for (const SourceFile* part : parts) {
    append_compact_js(file.bytes, sources_.text(part->source));
  }
  output_.push_back(std::move(file));
}

void StaticFiles::add_files_of_template(SourceId source) {
  const std::string_view text = sources_.text(source);
  for (std::size_t at = text.find(kFolder); at != std::string_view::npos;
       at = text.find(kFolder, at + 1)) {
    std::size_t end = at + kFolder.size();
    while (end < text.size() && !ends_path(text[end])) ++end;
    const std::string_view path = text.substr(at + kFolder.size(), end - at - kFolder.size());
    if (path.empty()) continue;
    copy(decode_percent(path),
         {source, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
  }
}

std::vector<OutputFile> StaticFiles::take() {
  std::ranges::sort(copies_, {}, &OutputFile::path);
  for (OutputFile& file : copies_) output_.push_back(std::move(file));
  copies_.clear();
  return std::move(output_);
}

// Empty for what stays as it is.
std::string StaticFiles::address_in(std::string_view output_path, const SourceFile& sheet,
                                    std::string_view address, Span where) {
  const std::string scheme = scheme_of(address);
  const UrlParts parts = split_url(address);
  if (scheme == "data" || parts.path.empty()) return {};
  if (!scheme.empty() || is_protocol_relative(address)) {
    fail(where, "a page loads nothing from `" + host_of(address) + "`",
         "put the file into the theme, and name it as seen from this style sheet");
    return {};
  }
  const std::optional<std::string> path =
      parts.path.starts_with('/') ? std::nullopt
                                  : resolve_path(folder_of(sheet.path), decode_percent(parts.path));
  if (!path) {
    fail(where, "`" + std::string(address) + "` leads out of the theme",
         "put the file into the theme, and name it as seen from this style sheet");
    return {};
  }
  const std::string copied = copy(*path, where);
  if (copied.empty()) return {};
  std::string result = encode_path(relative_path(output_path, copied));
  result += parts.query;
  if (!parts.fragment.empty()) result.append("#").append(parts.fragment);
  return result;
}

std::string StaticFiles::copy(const std::string& path, Span where) {
  const OutputFile* file = files_.find_copied(path);
  if (file == nullptr) {
    fail(where, "the theme has no file `" + path + "`",
         did_you_mean(find_meant_path(path, files_.copied_paths())));
    return {};
  }
  std::string output_path = std::string(kFolder) + path;
  if (std::ranges::find(copies_, output_path, &OutputFile::path) == copies_.end()) {
    copies_.push_back({.path = output_path, .bytes = file->bytes, .copy_of = file->copy_of});
  }
  return output_path;
}

void StaticFiles::fail(Span where, std::string message, std::string hint) {
  diagnostics_.report(DiagnosticKind::InvalidTheme, where, std::move(message), std::move(hint));
}

}  // namespace carnet
