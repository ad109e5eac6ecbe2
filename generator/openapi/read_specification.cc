#include "openapi/read_specification.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/text.h"
#include "openapi/documents.h"
#include "openapi/fields.h"
#include "openapi/match_path_parameters.h"
#include "openapi/operation_reader.h"
#include "openapi/read_servers.h"
#include "openapi/reading.h"
#include "openapi/report.h"
#include "openapi/schema_reader.h"

namespace carnet::openapi {
namespace {

constexpr std::string_view kRootKeys[] = {
    "openapi",           "info",        "servers",    "paths",     "webhooks",
    "components",        "security",    "tags",       "swagger",   "externalDocs",
    "jsonSchemaDialect", "host",        "basePath",   "schemes",   "consumes",
    "produces",          "definitions", "parameters", "responses", "securityDefinitions"};
constexpr std::string_view kInfoKeys[] = {"title",   "summary", "description", "termsOfService",
                                          "contact", "license", "version"};

// OpenAPI's names for the flows of OAuth 2 in Swagger 2.0.
std::string flow_name(const std::string& name) {
  if (name == "accessCode") return "authorizationCode";
  if (name == "application") return "clientCredentials";
  return name;
}

class SpecificationReader {
 public:
  SpecificationReader(Specification& specification, const Sources& sources,
                      const FindText& find_text, Diagnostics& diagnostics)
      : specification_(specification),
        report_(diagnostics),
        documents_(specification, sources, find_text, report_),
        schemas_(specification, documents_, report_),
        reading_{specification, documents_, schemas_, report_},
        operations_(reading_) {}

  void read() {
    const YamlNode& root = documents_.add(specification_.source, specification_.path);
    if (!find_version(root)) return;
    const Fields fields(root, report_);
    fields.check(kRootKeys);
    read_info(fields);
    if (const YamlNode* docs = fields.find("externalDocs")) {
      specification_.external_docs = read_external_docs(*docs, report_);
    }
    read_servers(fields);
    read_components(fields);
    operations_.read_defaults(root);
    read_operations(fields);
    read_tags(fields);
    schemas_.finish();
    // Documents know their own paths; a file that two names lead to is one.
    auto& files = specification_.files;
    files.erase(std::unique(files.begin(), files.end()), files.end());
  }

 private:
  bool find_version(const YamlNode& root);
  void read_info(const Fields& fields);
  void read_servers(const Fields& fields);
  void read_swagger_servers(const Fields& fields);
  void read_components(const Fields& fields);
  void read_security_scheme(const YamlEntry& entry);
  void read_flow(const std::string& kind, const YamlNode& node, SecurityScheme& scheme);
  void read_operations(const Fields& fields);
  void read_tags(const Fields& fields);
  void read_tag(const YamlNode& node);
  void cut_circles();

  Specification& specification_;
  Report report_;
  Documents documents_;
  SchemaReader schemas_;
  Reading reading_;
  OperationReader operations_;
  std::unordered_set<std::string> tag_names_;
};

bool SpecificationReader::find_version(const YamlNode& root) {
  const YamlNode* swagger = root.find("swagger");
  const YamlNode* openapi = root.find("openapi");
  const YamlNode* version = openapi != nullptr ? openapi : swagger;
  if (version == nullptr) {
    const bool is_map = root.kind == YamlNode::Kind::Map;
    // What could not be read was reported.
    if (!is_map && specification_.documents.back().is_broken) return false;
    Span where = root.span;
    where.end = std::min(where.end, where.begin + 1);
    report_.mistake(where,
                    is_map ? "this is no OpenAPI file: neither `openapi` nor `swagger` is in it"
                           : fmt::format("this is {}, not an OpenAPI file", describe(root)),
                    "begin it with `openapi: 3.1.0`");
    return false;
  }
  const std::string_view number = version->text;
  if (number.starts_with("2")) {
    specification_.version = Version::Swagger20;
  } else {
    specification_.version =
        number.starts_with("3.0") || number == "3" ? Version::OpenApi30 : Version::OpenApi31;
  }
  if (!number.starts_with("2.") && !number.starts_with("3.") && number != "2" && number != "3") {
    report_.mistake(version->span,
                    fmt::format("no version {} of OpenAPI is known",
                                number.empty() ? describe(*version) : std::string(number)),
                    "it is read as 3.1");
  }
  return true;
}

void SpecificationReader::read_info(const Fields& fields) {
  const YamlNode* info = fields.map("info");
  if (info == nullptr) {
    const YamlNode* version = fields.find(fields.has("openapi") ? "openapi" : "swagger");
    report_.mistake(version->span, "`info` is missing",
                    "write `info:` and, below it, the `title` and the `version` of the API");
    return;
  }
  const Fields inner(*info, report_);
  inner.check(kInfoKeys);
  specification_.title = inner.text("title");
  specification_.api_version = inner.text("version");
  specification_.summary = inner.text("summary");
  specification_.description = inner.text("description");
  specification_.terms_url = inner.text("termsOfService");
  if (const YamlNode* contact = inner.map("contact")) {
    const Fields parts(*contact, report_);
    specification_.contact_name = parts.text("name");
    specification_.contact_url = parts.text("url");
    specification_.contact_email = parts.text("email");
  }
  if (const YamlNode* license = inner.map("license")) {
    const Fields parts(*license, report_);
    specification_.license_name = parts.text("name");
    specification_.license_url = parts.text("url");
  }
  if (specification_.title.empty()) {
    report_.mistake(info->span, "the API has no title", "write `title: ...` into `info`");
  }
}

// 2.0: `schemes` times `host`; without a host it is wherever the file is.
void SpecificationReader::read_swagger_servers(const Fields& fields) {
  const std::string host = fields.text("host");
  std::string base = fields.text("basePath");
  while (base.ends_with('/')) base.pop_back();
  if (!base.empty() && !base.starts_with('/')) base.insert(0, 1, '/');
  std::vector<std::string> schemes = fields.texts("schemes");
  if (schemes.empty()) schemes = {"https"};
  // The one that one should use comes first.
  std::stable_partition(schemes.begin(), schemes.end(),
                        [](const std::string& scheme) { return scheme == "https"; });
  if (host.empty()) {
    if (!base.empty()) specification_.servers.push_back({base, base});
    return;
  }
  for (const std::string& scheme : schemes) {
    const std::string url = scheme + "://" + host + base;
    specification_.servers.push_back({url, url});
  }
}

void SpecificationReader::read_servers(const Fields& fields) {
  if (reading_.is_swagger()) {
    read_swagger_servers(fields);
  } else if (const YamlNode* servers = fields.list("servers")) {
    specification_.servers = openapi::read_servers(*servers, reading_);
  }
}

void SpecificationReader::read_flow(const std::string& kind, const YamlNode& node,
                                    SecurityScheme& scheme) {
  const Fields fields(node, report_);
  OAuthFlow flow;
  flow.kind = flow_name(kind);
  flow.authorization_url = fields.text("authorizationUrl");
  flow.token_url = fields.text("tokenUrl");
  flow.refresh_url = fields.text("refreshUrl");
  if (const YamlNode* scopes = fields.map("scopes")) {
    for (const YamlEntry& entry : scopes->entries) {
      if (!entry.key.starts_with("x-")) flow.scopes.push_back({entry.key, entry.value.text});
    }
  }
  scheme.flows.push_back(std::move(flow));
}

void SpecificationReader::read_security_scheme(const YamlEntry& entry) {
  const YamlNode* node = documents_.follow(entry.value);
  if (node == nullptr || !is_map(entry.key, *node, report_)) return;
  const Fields fields(*node, report_);
  SecurityScheme scheme;
  scheme.name = entry.key;
  scheme.span = entry.key_span;
  scheme.type = fields.text("type");
  scheme.description = fields.text("description");
  scheme.place = fields.text("in");
  scheme.parameter = fields.text("name");
  scheme.scheme = to_lower(fields.text("scheme"));
  scheme.bearer_format = fields.text("bearerFormat");
  scheme.open_id_url = fields.text("openIdConnectUrl");
  scheme.prefix = fields.text("x-gitbook-prefix");
  scheme.token_placeholder = fields.text("x-gitbook-token-placeholder");
  scheme.is_deprecated = fields.flag("deprecated");
  constexpr std::string_view kTypes[] = {"apiKey",        "http",      "oauth2",
                                         "openIdConnect", "mutualTLS", "basic"};
  if (std::find(std::begin(kTypes), std::end(kTypes), scheme.type) == std::end(kTypes)) {
    const YamlNode* type = fields.find("type");
    report_.mistake(type != nullptr ? type->span : entry.key_span,
                    scheme.type.empty()
                        ? fmt::format("the security scheme `{}` has no type", entry.key)
                        : fmt::format("unknown type `{}` of a security scheme", scheme.type),
                    "the types are apiKey, http, oauth2, openIdConnect and mutualTLS");
  }
  if (scheme.type == "basic") {
    scheme.type = "http";
    scheme.scheme = "basic";
  }
  if (const YamlNode* flows = fields.find("flows"); flows != nullptr) {
    for (const YamlEntry& flow : flows->entries) {
      if (!flow.key.starts_with("x-")) read_flow(flow.key, flow.value, scheme);
    }
  } else if (fields.has("flow")) {
    read_flow(fields.text("flow"), *node, scheme);
  }
  specification_.security_schemes.push_back(std::move(scheme));
}

void SpecificationReader::read_components(const Fields& fields) {
  const YamlNode* components = reading_.is_swagger() ? nullptr : fields.map("components");
  const YamlNode nothing;
  const Fields inner(components != nullptr ? *components : nothing, report_);
  const YamlNode* schemes =
      reading_.is_swagger() ? fields.map("securityDefinitions") : inner.map("securitySchemes");
  if (schemes != nullptr) {
    for (const YamlEntry& entry : schemes->entries) {
      if (!entry.key.starts_with("x-")) read_security_scheme(entry);
    }
  }
  const YamlNode* schemas =
      reading_.is_swagger() ? fields.map("definitions") : inner.map("schemas");
  if (schemas != nullptr) schemas_.read_named(*schemas);
}

void SpecificationReader::read_operations(const Fields& fields) {
  const YamlNode* paths = fields.map("paths");
  if (paths != nullptr) {
    for (const YamlEntry& entry : paths->entries) {
      if (entry.key.starts_with("x-")) continue;
      if (!entry.key.starts_with('/')) {
        report_.mistake(entry.key_span,
                        fmt::format("the path `{}` begins with no slash", entry.key),
                        fmt::format("write `/{}`", entry.key));
      }
      const std::size_t known = specification_.operations.size();
      operations_.read_path(entry.key, entry.value, specification_.operations);
      match_path_parameters(entry, std::span(specification_.operations).subspan(known), reading_);
    }
  } else if (!fields.has("webhooks") && !fields.has("components") && !fields.has("x-webhooks")) {
    const YamlNode* version = fields.find(fields.has("openapi") ? "openapi" : "swagger");
    report_.mistake(version->span, "`paths` is missing", "write `paths:` and the operations below");
  }
  for (const std::string_view key : {"webhooks", "x-webhooks"}) {
    const YamlNode* webhooks = fields.map(key);
    if (webhooks == nullptr) continue;
    for (const YamlEntry& entry : webhooks->entries) {
      if (entry.key.starts_with("x-")) continue;
      operations_.read_webhook(entry.key, entry.value, specification_.webhooks);
    }
  }
  specification_.hides_try_it = fields.flag("x-hideTryItPanel");
}

void SpecificationReader::read_tag(const YamlNode& node) {
  if (!is_map("tag", node, report_)) return;
  const Fields fields(node, report_);
  Tag tag;
  tag.name = fields.text("name");
  tag.span = node.span;
  if (tag.name.empty()) {
    report_.mistake(node.span, "this tag has no name", "write `name: ...` into it");
    return;
  }
  if (!tag_names_.insert(tag.name).second) {
    report_.mistake(node.span, fmt::format("the tag `{}` is there twice", tag.name),
                    "only the first one counts");
    return;
  }
  tag.display_name = fields.text("x-displayName");
  if (tag.display_name.empty()) tag.display_name = fields.text("summary");
  if (tag.display_name.empty()) tag.display_name = tag.name;
  tag.description = fields.text("x-page-description");
  if (tag.description.empty()) tag.description = fields.text("description");
  tag.parent = fields.text("x-parent");
  if (tag.parent.empty()) tag.parent = fields.text("parent");
  tag.page_title = fields.text("x-page-title");
  if (tag.page_title.empty()) tag.page_title = tag.display_name;
  tag.page_icon = fields.text("x-page-icon");
  if (const YamlNode* docs = fields.find("externalDocs")) {
    tag.external_docs = read_external_docs(*docs, report_);
  }
  specification_.tags.push_back(std::move(tag));
}

// A parent that is no tag, or below its own child, is none.
void SpecificationReader::cut_circles() {
  std::unordered_map<std::string_view, std::size_t> places;
  auto& tags = specification_.tags;
  for (std::size_t i = 0; i < tags.size(); ++i) places.emplace(tags[i].name, i);
  // Which walk met a tag first: if it is the same one, it goes round.
  constexpr std::size_t kNever = static_cast<std::size_t>(-1);
  std::vector<std::size_t> met(tags.size(), kNever);
  for (std::size_t start = 0; start < tags.size(); ++start) {
    std::size_t at = start;
    while (met[at] == kNever && !tags[at].parent.empty()) {
      met[at] = start;
      const auto above = places.find(tags[at].parent);
      if (above == places.end()) {
        report_.mistake(tags[at].span,
                        fmt::format("there is no tag `{}` for `x-parent`", tags[at].parent));
        tags[at].parent.clear();
      } else if (met[above->second] == start) {
        report_.mistake(tags[at].span, fmt::format("the tag `{}` is below itself", tags[at].name),
                        "take `x-parent` away from one of the tags");
        tags[at].parent.clear();
      } else {
        at = above->second;
      }
    }
  }
}

void SpecificationReader::read_tags(const Fields& fields) {
  if (const YamlNode* tags = fields.list("tags")) {
    for (const YamlNode& item : tags->items) {
      if (!is_hidden(item)) read_tag(item);
    }
  }
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < specification_.tags.size(); ++i) {
    places.emplace(specification_.tags[i].name, i);
  }
  for (std::size_t i = 0; i < specification_.operations.size(); ++i) {
    const Operation& operation = specification_.operations[i];
    for (const std::string& name : operation.tags) {
      const auto [place, is_new] = places.try_emplace(name, specification_.tags.size());
      if (is_new) {
        Tag tag;
        tag.name = tag.display_name = tag.page_title = name;
        tag.span = operation.span;
        specification_.tags.push_back(std::move(tag));
      }
      auto& operations = specification_.tags[place->second].operations;
      if (operations.empty() || operations.back() != i) operations.push_back(i);
    }
  }
  cut_circles();
}

}  // namespace

Specification read_specification(SourceId source, std::string_view path, const Sources& sources,
                                 const FindText& find_text, Diagnostics& diagnostics) {
  Specification specification;
  specification.source = source;
  specification.path = path;
  SpecificationReader(specification, sources, find_text, diagnostics).read();
  return specification;
}

}  // namespace carnet::openapi
