#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "render/api/api_writer.h"

namespace carnet {

using openapi::Operation;

// Whom one can ask, and on which terms the API is offered.
void ApiWriter::people() {
  struct Named {
    std::string words;
    std::string url;
  };
  const openapi::Specification& about = *block_.specification;
  std::vector<Named> contact;
  const auto name = [](std::vector<Named>& list, const std::string& words, const std::string& url) {
    if (!words.empty() || !url.empty()) list.push_back({words.empty() ? url : words, url});
  };
  name(contact, about.contact_name, about.contact_url);
  if (!about.contact_email.empty()) {
    contact.push_back({about.contact_email, "mailto:" + about.contact_email});
  }
  std::vector<Named> license;
  name(license, about.license_name, about.license_url);
  const auto add = [&](std::string_view key, const std::vector<Named>& list) {
    if (list.empty()) return;
    out() += "<span>";
    text(word(key));
    for (const Named& each : list) {
      out() += &each == &list.front() ? " " : ", ";
      link(each.url, each.words);
    }
    out() += "</span> ";
  };
  facts_line([&] {
    add("api_contact", contact);
    add("api_license", license);
    if (about.terms_url.empty()) return;
    out() += "<span>";
    link(about.terms_url, word("api_terms"));
    out() += "</span> ";
  });
}

void ApiWriter::overview() {
  const openapi::Specification& specification = *block_.specification;
  const int inner = block_.level;
  out() += "\n<p class=\"openapi-name\"><strong>";
  text(specification.title.empty() ? std::string_view(specification.path)
                                   : std::string_view(specification.title));
  out() += "</strong>";
  if (!specification.api_version.empty()) badge(specification.api_version);
  out() += "</p>\n";
  description(specification.summary);
  description(specification.description);
  external_docs(specification.external_docs);
  people();
  if (!specification.servers.empty()) {
    label(word("api_servers"), inner);
    servers(specification.servers);
  }
  if (!specification.security_schemes.empty()) {
    label(word("api_authorization"), inner);
    out() += "<ul class=\"fields\">\n";
    for (const openapi::SecurityScheme& scheme : specification.security_schemes) {
      security_scheme({&scheme, {}});
    }
    out() += "</ul>\n";
  }
  if (specification.operations.empty()) return;
  label(word("api_operations"), inner);
  out() += "<ul class=\"fields operations\">\n";
  const auto& places = renderer_.context().site.api.operation_places;
  for (const Operation& operation : specification.operations) {
    out() += "<li data-method=\"" + to_lower(operation.method) + "\"><span class=\"method\">";
    text(operation.method);
    out() += "</span> ";
    code(operation.path);
    const std::string_view name = operation.summary.empty() ? operation.id : operation.summary;
    if (!name.empty()) out() += ' ';
    const auto place = places.find(&operation);
    if (place == places.end()) {
      text(name);
    } else {
      link(url_of(&place->second), name.empty() ? std::string_view(operation.path) : name);
    }
    if (operation.is_deprecated) badge(word("api_deprecated"));
    out() += "</li>\n";
  }
  out() += "</ul>\n";
}

}  // namespace carnet
