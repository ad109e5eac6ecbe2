#include "openapi/read_servers.h"

#include <fmt/format.h>

#include <utility>

#include "base/text.h"
#include "openapi/fields.h"

namespace carnet::openapi {

std::vector<Server> read_servers(const YamlNode& list, Reading& reading) {
  std::vector<Server> servers;
  for (const YamlNode& item : list.items) {
    if (!is_map("server", item, reading.report) || is_hidden(item) || !reading.spend(item.span)) {
      continue;
    }
    const Fields fields(item, reading.report);
    Server server;
    server.url_template = fields.text("url");
    server.name = fields.text("name");
    server.description = fields.text("description");
    if (const YamlNode* variables = fields.map("variables")) {
      for (const YamlEntry& entry : variables->entries) {
        const Fields variable(entry.value, reading.report);
        server.variables.push_back({entry.key, variable.text("default"), variable.texts("enum"),
                                    variable.text("description")});
        if (!variable.has("default")) {
          reading.report.mistake(entry.key_span,
                                 fmt::format("the variable `{}` has no default", entry.key),
                                 "write one below it: `default: value`");
        }
      }
    }
    server.url = trim(server.url_template);
    for (const ServerVariable& variable : server.variables) {
      if (variable.default_value.empty() || variable.name.empty()) continue;
      server.url =
          replace_all(std::move(server.url), "{" + variable.name + "}", variable.default_value);
    }
    while (server.url.size() > 1 && server.url.ends_with('/')) server.url.pop_back();
    if (server.url == "/") server.url.clear();
    if (server.url_template.empty()) {
      reading.report.mistake(item.span, "this server has no `url`");
      continue;
    }
    servers.push_back(std::move(server));
  }
  return servers;
}

}  // namespace carnet::openapi
