#include "site/api/find_specification.h"

#include <algorithm>

#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "site/find_target.h"

namespace carnet {
namespace {

bool is_web_address(std::string_view words) {
  return !scheme_of(words).empty() || is_protocol_relative(words);
}

// The value behind a `$ref` key, in YAML or JSON, or "". `rest` begins behind the key.
std::string_view reference_in(std::string_view rest) {
  const std::size_t begin = rest.find_first_not_of("\"' \t:");
  if (begin == std::string_view::npos) return {};
  const std::size_t end = rest.find_first_of("\"'\n,}", begin);
  return trim(rest.substr(begin, end - begin));
}

}  // namespace

bool may_be_specification(std::string_view path) {
  const std::string extension = to_lower(extension_of(path));
  return extension == ".yaml" || extension == ".yml" || extension == ".json";
}

bool looks_like_specification(std::string_view text) {
  // The key comes first in files that people write, but generators sort theirs.
  for (std::string_view key : {"openapi", "swagger"}) {
    for (std::size_t at = text.find(key); at != std::string_view::npos;
         at = text.find(key, at + 1)) {
      const std::string_view before = text.substr(0, at);
      const std::size_t word = before.find_last_not_of(" \t\"'");
      const bool begins = word == std::string_view::npos || before[word] == '\n' ||
                          before[word] == '{' || before[word] == ',';
      const std::string_view after = trim_start(text.substr(at + key.size(), 16));
      const std::size_t colon = after.find_first_not_of("\"' \t");
      if (begins && colon != std::string_view::npos && after[colon] == ':') return true;
    }
  }
  return false;
}

std::set<std::string> referred_files(std::string_view text, std::string_view path) {
  std::set<std::string> files;
  constexpr std::string_view kKey = "$ref";
  for (std::size_t at = text.find(kKey); at != std::string_view::npos;
       at = text.find(kKey, at + kKey.size())) {
    const std::string_view reference =
        split_url(reference_in(text.substr(at + kKey.size(), 1024))).path;
    if (reference.empty() || is_web_address(reference)) continue;
    for (const std::string& written : {std::string(reference), decode_percent(reference)}) {
      if (auto file = resolve_path(folder_of(path), written)) files.insert(*std::move(file));
    }
  }
  return files;
}

std::optional<SpecificationRequest> request_of(const ParsedPage& page, const Node& block) {
  const Document& document = page.document;
  const std::string& origin = document.origin(block.origin).path;
  SpecificationRequest request;
  request.page = origin.empty() ? std::string_view(page.path) : std::string_view(origin);
  request.book = page.book;
  for (std::string_view name : {"src", "spec"}) {
    const Attribute* attribute = find_attribute(block, name);
    if (attribute == nullptr || trim(attribute->value).empty()) continue;
    request.words = trim(attribute->value);
    request.where = document.span(block, attribute->value_begin, attribute->value_end);
    if (name == "spec") {
      request.form = SpecificationRequest::Form::Name;
    } else {
      request.form = is_web_address(request.words) ? SpecificationRequest::Form::Address
                                                   : SpecificationRequest::Form::File;
    }
    return request;
  }
  return std::nullopt;
}

SpecificationFinder::SpecificationFinder(const SiteSources& site, const Config& config)
    : site_(site), config_(config) {
  for (const AssetFile& asset : site.assets) {
    if (may_be_specification(asset.path)) files_.push_back(asset.path);
  }
  for (std::uint32_t i = 0; i < files_.size(); ++i) index_.add_asset(files_[i], i);
}

std::vector<std::string_view> SpecificationFinder::find_named(std::string_view name) const {
  const std::string wanted = to_lower(name);
  std::vector<std::string_view> exact;
  std::vector<std::string_view> near;
  for (const std::string_view file : files_) {
    const std::string stem = to_lower(without_extension(file_name_of(file)));
    if (stem == wanted) exact.push_back(file);
    if (stem.find(wanted) != std::string::npos) near.push_back(file);
  }
  return exact.size() == 1 ? exact : near;
}

std::string_view SpecificationFinder::find_exactly(std::string_view path) const {
  const auto found = std::lower_bound(files_.begin(), files_.end(), path);
  return found != files_.end() && *found == path ? *found : std::string_view();
}

std::string_view SpecificationFinder::find_mapped(const SpecificationRequest& request) const {
  // A book among several may have its own carnet.yaml, which goes before that of the site.
  const BookPlan& book = site_.books[request.book].plan;
  for (const SpecificationFile& file : book.config.openapi) {
    if (file.name != request.words) continue;
    const std::string_view found = find_exactly(join_path(book.folder, file.path));
    if (!found.empty()) return found;
  }
  for (const SpecificationFile& file : config_.openapi) {
    if (file.name != request.words || !is_inside(file.path, config_.root)) continue;
    return find_exactly(path_below(config_.root, file.path));
  }
  return {};
}

std::vector<std::string_view> SpecificationFinder::find(const SpecificationRequest& request) const {
  const BookPlan& book = site_.books[request.book].plan;
  if (request.form == SpecificationRequest::Form::File) {
    const FileTarget found =
        find_target(index_, folder_of(request.page), request.words, book.root).found.target;
    if (!found) return {};
    return {files_[found.index]};
  }
  if (const std::string_view mapped = find_mapped(request); !mapped.empty()) return {mapped};
  if (request.form == SpecificationRequest::Form::Address) return {};
  return find_named(request.words);
}

}  // namespace carnet
