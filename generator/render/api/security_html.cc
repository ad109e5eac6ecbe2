#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "render/api/api_writer.h"

namespace carnet {
namespace {

// What a request carries: `Authorization: Bearer …`.
std::string line_of(const openapi::SecurityScheme& scheme) {
  const std::string token =
      scheme.token_placeholder.empty() ? std::string("…") : scheme.token_placeholder;
  const std::string prefix = scheme.prefix.empty() ? std::string() : scheme.prefix + " ";
  if (scheme.type == "apiKey") {
    if (scheme.place == "query") return "?" + scheme.parameter + "=" + prefix + token;
    if (scheme.place == "cookie") return "Cookie: " + scheme.parameter + "=" + prefix + token;
    return scheme.parameter + ": " + prefix + token;
  }
  if (scheme.type == "http" && scheme.scheme == "basic") return "Authorization: Basic …";
  if (scheme.type == "http" && scheme.scheme != "bearer" && scheme.prefix.empty()) {
    return "Authorization: " + scheme.scheme + " " + token;
  }
  if (scheme.type == "http" || scheme.type == "oauth2" || scheme.type == "openIdConnect") {
    return "Authorization: " + (prefix.empty() ? "Bearer " : prefix) + token;
  }
  return {};
}

// "apiKey · header", "http · bearer · JWT", "oauth2".
std::string kind_of(const openapi::SecurityScheme& scheme) {
  std::string kind = scheme.type;
  for (const std::string* more : {&scheme.place, &scheme.scheme, &scheme.bearer_format}) {
    if (!more->empty()) kind += " · " + *more;
  }
  return kind;
}

}  // namespace

void ApiWriter::security_scheme(const openapi::SecurityNeed& need) {
  const openapi::SecurityScheme& scheme = *need.scheme;
  out() += "<li><p class=\"field\">";
  code(scheme.name);
  out() += " <span class=\"type\">";
  text(kind_of(scheme));
  out() += "</span>";
  if (scheme.is_deprecated) badge(word("api_deprecated"));
  out() += "</p>";
  // What it is, is told once on a page.
  const bool is_new = renderer_.is_new(&scheme);
  if (is_new) description(scheme.description);
  const bool has_facts = facts_line([&] {
    if (const std::string line = line_of(scheme); !line.empty()) fact({}, line);
    if (!need.scopes.empty()) {
      out() += "<span>";
      text(word("api_scopes"));
      for (std::size_t i = 0; i < need.scopes.size(); ++i) {
        out() += i == 0 ? " " : ", ";
        code(need.scopes[i]);
      }
      out() += "</span> ";
    }
    if (!is_new) return;
    for (const openapi::OAuthFlow& flow : scheme.flows) {
      out() += "<span>";
      text(flow.kind);
      for (const std::string* url : {&flow.authorization_url, &flow.token_url}) {
        if (url->empty()) continue;
        out() += ' ';
        code(*url);
      }
      out() += "</span> ";
    }
    if (!scheme.open_id_url.empty()) fact({}, scheme.open_id_url);
  });
  if (has_facts) out().pop_back();
  out() += "</li>\n";
}

void ApiWriter::security(const openapi::Operation& operation, int level) {
  bool needs_something = false;
  for (const openapi::SecurityAlternative& alternative : operation.security) {
    needs_something = needs_something || !alternative.needs.empty();
  }
  if (!needs_something) return;
  label(word("api_authorization"), level);
  bool is_first = true;
  bool is_optional = false;
  for (const openapi::SecurityAlternative& alternative : operation.security) {
    if (alternative.needs.empty()) {
      is_optional = true;
      continue;
    }
    if (!is_first) alternative_mark();
    is_first = false;
    out() += "<ul class=\"fields\">\n";
    for (const openapi::SecurityNeed& need : alternative.needs) security_scheme(need);
    out() += "</ul>\n";
  }
  if (!is_optional) return;
  alternative_mark();
  out() += "<p>";
  text(word("api_no_authorization"));
  out() += "</p>\n";
}

void ApiWriter::alternative_mark() {
  out() += "\n<p class=\"facts\"><span>";
  text(word("api_or"));
  out() += "</span></p>\n";
}

void ApiWriter::servers(const std::vector<openapi::Server>& servers) {
  out() += "<ul class=\"fields\">\n";
  for (const openapi::Server& server : servers) {
    out() += "<li><p class=\"field\">";
    code(server.url);
    if (!server.name.empty()) {
      out() += " <span>";
      text(server.name);
      out() += "</span>";
    }
    out() += "</p>";
    description(server.description);
    if (!server.variables.empty()) {
      out() += "\n<p class=\"facts\"><span>";
      code(server.url_template);
      out() += "</span>";
      for (const openapi::ServerVariable& variable : server.variables) {
        out() += " <span>";
        code(variable.name);
        const std::vector<std::string> only = {variable.default_value};
        bool is_first = true;
        for (const std::string& value : variable.values.empty() ? only : variable.values) {
          out() += is_first ? " = " : ", ";
          is_first = false;
          code(value);
        }
        out() += "</span>";
      }
      out() += "</p>";
    }
    out() += "</li>\n";
  }
  out() += "</ul>\n";
}

}  // namespace carnet
