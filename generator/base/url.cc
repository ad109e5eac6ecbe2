#include "base/url.h"

#include <algorithm>
#include <cstring>

#include "base/hex.h"
#include "base/text.h"

namespace carnet {
namespace {

constexpr char kHex[] = "0123456789ABCDEF";

bool is_encoded(std::string_view text, std::size_t i) {
  return i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0;
}

std::string encode(std::string_view text, const char* safe, auto&& keep) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_letter(c) || is_digit(c) || (c != '\0' && std::strchr(safe, c) != nullptr) || keep(i)) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  return out;
}

}  // namespace

std::string scheme_of(std::string_view url) {
  const std::size_t colon = url.find(':');
  if (colon == std::string_view::npos || colon < 2 || !is_letter(url[0])) return {};
  const std::string_view scheme = url.substr(0, colon);
  const bool valid = std::all_of(scheme.begin(), scheme.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
  });
  return valid ? to_lower(scheme) : std::string();
}

bool is_protocol_relative(std::string_view url) { return url.starts_with("//"); }

std::string host_of(std::string_view url) {
  const std::size_t scheme = scheme_of(url).size();
  std::string_view host = url.substr(scheme == 0 ? 0 : scheme + 1);
  if (!host.starts_with("//")) return {};
  host.remove_prefix(2);
  host = host.substr(0, host.find_first_of("/?#\\"));
  if (const std::size_t at = host.rfind('@'); at != std::string_view::npos) {
    host.remove_prefix(at + 1);
  }
  if (!host.starts_with('[')) host = host.substr(0, host.find(':'));
  return to_lower(host);
}

bool is_host_name(std::string_view host) {
  const bool is_bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
  if (is_bracketed) host = host.substr(1, host.size() - 2);
  return !host.empty() && std::all_of(host.begin(), host.end(), [&](char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '.' || (is_bracketed && c == ':');
  });
}

std::string origin_of(std::string_view url) {
  const std::string scheme = scheme_of(url);
  const std::string host = host_of(url);
  if ((scheme != "http" && scheme != "https") || !is_host_name(host)) return {};
  std::string_view rest = url.substr(scheme.size() + 3);
  rest = rest.substr(0, rest.find_first_of("/?#\\"));
  if (const std::size_t at = rest.rfind('@'); at != std::string_view::npos) {
    rest.remove_prefix(at + 1);
  }
  std::string_view port = rest.substr(std::min(host.size(), rest.size()));
  const bool is_port = port.size() > 1 && port.size() < 7 && port[0] == ':' &&
                       std::all_of(port.begin() + 1, port.end(), is_digit);
  return scheme + "://" + host + std::string(is_port ? port : std::string_view());
}

std::string encode_path(std::string_view path) {
  return encode(path, "-._~/!$'()*+,;=@", [](std::size_t) { return false; });
}

std::string encode_component(std::string_view text) {
  return encode(text, "-._~", [](std::size_t) { return false; });
}

std::string encode_url(std::string_view url) {
  return encode(url, "-._~/!$'()*+,;=@:?#&",
                [&](std::size_t i) { return url[i] == '%' && is_encoded(url, i); });
}

std::string decode_percent(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && is_encoded(text, i)) {
      out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

UrlParts split_url(std::string_view url) {
  UrlParts parts{url, {}, {}};
  if (const std::size_t hash = url.find('#'); hash != std::string_view::npos) {
    parts.fragment = url.substr(hash + 1);
    parts.path = url.substr(0, hash);
  }
  if (const std::size_t mark = parts.path.find('?'); mark != std::string_view::npos) {
    parts.query = parts.path.substr(mark);
    parts.path = parts.path.substr(0, mark);
  }
  return parts;
}

}  // namespace carnet
