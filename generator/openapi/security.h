// Who may use an API: OpenAPI 3.1.0, 4.8.27 to 4.8.30; 3.0.3, 4.7.27 to 4.7.30.

#pragma once

#include <string>
#include <vector>

#include "base/source.h"

namespace carnet::openapi {

struct Scope {
  std::string name;
  std::string description{};
};

struct OAuthFlow {
  // "implicit", "password", "clientCredentials", "authorizationCode": the names of OpenAPI 3 for
  // those of 2.0, too.
  std::string kind;
  std::string authorization_url{};
  std::string token_url{};
  std::string refresh_url{};
  std::vector<Scope> scopes{};
};

struct SecurityScheme {
  std::string name;  // Its key in the file.
  Span span{};
  // "apiKey", "http", "oauth2", "openIdConnect", "mutualTLS". `basic` of 2.0 is "http" with the
  // scheme "basic".
  std::string type{};
  std::string description{};  // Markdown.
  std::string place{};        // Of an apiKey: "query", "header", "cookie".
  std::string parameter{};    // Of an apiKey: what it is called there.
  std::string scheme{};       // Of http, in small letters: "bearer", "basic"...
  std::string bearer_format{};
  std::string open_id_url{};
  std::vector<OAuthFlow> flows{};
  std::string prefix{};             // `x-gitbook-prefix`: what stands before the token.
  std::string token_placeholder{};  // `x-gitbook-token-placeholder`
  bool is_deprecated = false;
};

// A scheme that is needed, and for what.
struct SecurityNeed {
  const SecurityScheme* scheme = nullptr;  // Never null.
  std::vector<std::string> scopes{};
};

// All of them together.
struct SecurityAlternative {
  std::vector<SecurityNeed> needs{};
};

}  // namespace carnet::openapi
