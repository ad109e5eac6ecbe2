// Addresses as authors write them and as browsers read them (RFC 3986).

#pragma once

#include <string>
#include <string_view>

namespace carnet {

// The scheme in lower case without the colon, or "". One letter is no scheme
// (`C:\file`), nor is anything with other characters than RFC 3986 allows.
std::string scheme_of(std::string_view url);

// True for `//host/path`.
bool is_protocol_relative(std::string_view url);

// The host of a `scheme://host/...` or `//host/...` address, without user and
// port; or "".
std::string host_of(std::string_view url);

// True for letters, digits, `-` and `.` only, or an address in square brackets: a host that
// cannot mean anything else where it is written down.
bool is_host_name(std::string_view host);

// `scheme://host` of an address on the web, with its port if it has one, in lower case; or ""
// if it is none, or its host is no is_host_name.
std::string origin_of(std::string_view url);

// A path made safe for an href: every byte that is not unreserved or `/` is
// percent-encoded, also `%` itself. For paths of files, which are not encoded.
std::string encode_path(std::string_view path);

// A text made safe as a part of an address, `/` and all: for what stands behind `?title=`.
std::string encode_component(std::string_view text);

// An address that an author wrote, made safe for an href: what is already
// encoded stays, spaces and the like are encoded (as CommonMark does).
std::string encode_url(std::string_view url);

// %41 -> A, once. Malformed sequences stay as they are.
std::string decode_percent(std::string_view text);

// An address in parts. `path#fragment`, `path?query#fragment`.
struct UrlParts {
  std::string_view path;
  std::string_view query;     // With its `?`, or empty.
  std::string_view fragment;  // Without its `#`; empty if there is none.
};
UrlParts split_url(std::string_view url);

}  // namespace carnet
