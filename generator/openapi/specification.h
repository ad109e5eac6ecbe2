// An API as its OpenAPI file describes it. The same for OpenAPI 3.1, 3.0 and Swagger 2.0: what the
// versions say in different words is said in one way here, that of 3.1.

#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "base/yaml.h"
#include "openapi/operation.h"
#include "openapi/schema.h"
#include "openapi/security.h"
#include "openapi/server.h"

namespace carnet::openapi {

enum class Version : std::uint8_t {
  None,  // No OpenAPI file: nothing is filled but `source` and `path`.
  Swagger20,
  OpenApi30,
  OpenApi31,  // And later ones.
};

// OpenAPI 3.1.0, 4.8.22, with GitBook's keys. Operations may name tags that the file does not
// describe; those are here too, behind the others, in the order of their use.
struct Tag {
  std::string name;
  Span span{};
  std::string display_name{};  // `x-displayName`, or the name.
  std::string description{};   // Markdown, of `x-page-description` or `description`.
  std::string parent{};        // `x-parent`: the name of another tag; never makes a circle.
  std::string page_title{};    // `x-page-title`, or the display name.
  std::string page_icon{};     // `x-page-icon`
  ExternalDocs external_docs{};
  // Indices into `Specification::operations`.
  std::vector<std::size_t> operations{};
};

// Can be moved, not copied: its parts point at each other.
struct Specification {
  Specification() = default;
  Specification(Specification&&) = default;
  Specification& operator=(Specification&&) = default;
  Specification(const Specification&) = delete;
  Specification& operator=(const Specification&) = delete;
  ~Specification() = default;

  Version version = Version::None;
  SourceId source = kNoSource;
  std::string path;  // Of its file, from the root of the book.

  std::string title;        // "" if the file says none.
  std::string api_version;  // info.version
  std::string summary;
  std::string description;  // Markdown.
  std::string terms_url;
  std::string contact_name, contact_url, contact_email;
  std::string license_name, license_url;
  ExternalDocs external_docs;
  std::vector<Server> servers;
  std::vector<Tag> tags;
  std::vector<SecurityScheme> security_schemes;

  // In the order of the file: by path, then by method. Hidden ones are gone.
  std::vector<Operation> operations;
  // Their `path` is their name. OpenAPI 3.1.0, 4.8.1; `x-webhooks` in 3.0.
  std::vector<Operation> webhooks;
  // components/schemas or definitions, in the order of the file, without hidden ones.
  std::vector<const Schema*> schemas;

  bool hides_try_it = false;  // `x-hideTryItPanel` of the whole file.

  // The files of the book that were read, itself first: whoever watches must watch these.
  std::vector<std::string> files;

  bool is_openapi() const { return version != Version::None; }

  // Each is null if there is none. `method` in any case of letters; "" is any. The path may be
  // written with other names in the braces, or with a slash at its end, if nothing is nearer.
  const Operation* find_operation(std::string_view method, std::string_view path) const;
  const Operation* find_operation_by_id(std::string_view id) const;
  const Operation* find_webhook(std::string_view name, std::string_view method) const;
  const Schema* find_schema(std::string_view name) const;
  const Tag* find_tag(std::string_view name) const;

  // The schemas by name: `find_schema` looks here.
  std::map<std::string, const Schema*, std::less<>> schemas_by_name;

  // What the pointers above point into.
  std::deque<Schema> schema_store;
  std::deque<YamlDocument> documents;
  std::deque<YamlNode> made_values;
};

}  // namespace carnet::openapi
