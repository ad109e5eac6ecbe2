// Which file of the book a page means by a specification.

#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostics.h"
#include "site/build_site.h"
#include "site/path_index.h"

namespace carnet {

// A name, an address or a path by which something asks for a specification.
struct SpecificationRequest {
  enum class Form : std::uint8_t {
    File,     // `src` with a path.
    Address,  // `src` with an address on the web.
    Name,     // `spec`: what it is called on GitBook's servers.
  };
  Form form = Form::Name;
  std::string_view words;
  std::string_view page;  // The file that asks, by its path from the root of the sources.
  std::size_t book = 0;   // That the file belongs to.
  Span where;
};

// What a block asks for; nothing if it names no specification.
std::optional<SpecificationRequest> request_of(const ParsedPage& page, const Node& block);

class SpecificationFinder {
 public:
  // Both must outlive it, and the site neither lose nor gain assets. `config` is that of the
  // whole site.
  SpecificationFinder(const SiteSources& site, const Config& config);

  // The files that can be meant, by their paths from the root of the sources: one, if the request
  // or carnet.yaml says which, or those that are called like the name. Empty: it is not in the
  // book.
  std::vector<std::string_view> find(const SpecificationRequest& request) const;

 private:
  std::vector<std::string_view> find_named(std::string_view name) const;
  // The file that carnet.yaml says a name or an address means, or "".
  std::string_view find_mapped(const SpecificationRequest& request) const;
  std::string_view find_exactly(std::string_view path) const;

  const SiteSources& site_;
  const Config& config_;
  std::vector<std::string_view> files_;  // That can be specifications, by path.
  PathIndex index_;                      // Of `files_`.
};

// True for names such as `api.yaml`.
bool may_be_specification(std::string_view path);

// Whether a text says at its beginning that it is an OpenAPI file. It may be one and not say so.
bool looks_like_specification(std::string_view text);

// The files of the book that `$ref`s of a text name, by their paths from the root of the sources,
// if the text is the file `path`. Some may not be there.
std::set<std::string> referred_files(std::string_view text, std::string_view path);

}  // namespace carnet
