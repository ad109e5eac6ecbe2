// Prints the model of an OpenAPI file as JSON, for openapi_test.py, which reads the file itself
// and compares.
//
//   carnet_api_model [--problems] BOOK FILE...
//
// One line of JSON for each FILE, a path from the folder BOOK: what was read, what was wrong, and
// how long it took in seconds; with --problems without what was read.

#include <cstdint>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "diag/diagnostics.h"
#include "diag/printer.h"
#include "openapi/example.h"
#include "openapi/json_text.h"
#include "openapi/read_specification.h"
#include "openapi/samples.h"
#include "openapi/schema_example.h"

namespace carnet::openapi {
namespace {

YamlNode text(std::string_view value) {
  YamlNode node;
  node.kind = YamlNode::Kind::Scalar;
  node.style = YamlNode::Style::Quoted;
  node.text = value;
  return node;
}

YamlNode list() {
  YamlNode node;
  node.kind = YamlNode::Kind::Sequence;
  return node;
}

class Map {
 public:
  Map() { node_.kind = YamlNode::Kind::Map; }
  Map& set(std::string key, YamlNode value) {
    node_.entries.push_back({std::move(key), {}, std::move(value)});
    return *this;
  }
  YamlNode take() { return std::move(node_); }

 private:
  YamlNode node_;
};

YamlNode bodies(const std::vector<MediaType>& content, Direction direction) {
  YamlNode out = list();
  for (const MediaType& media_type : content) {
    YamlNode examples = list();
    for (const BodyExample& example : examples_of(media_type, direction)) {
      examples.items.push_back(text(example.text));
    }
    out.items.push_back(
        Map().set("type", text(media_type.type)).set("examples", std::move(examples)).take());
  }
  return out;
}

YamlNode describe_operation(const Specification& specification, const Operation& operation) {
  YamlNode parameters = list();
  for (const Parameter& parameter : operation.parameters) {
    parameters.items.push_back(
        Map().set("name", text(parameter.name)).set("in", text(name_of(parameter.place))).take());
  }
  YamlNode responses = list();
  for (const Response& response : operation.responses) {
    YamlNode headers = list();
    for (const Parameter& header : response.headers) headers.items.push_back(text(header.name));
    responses.items.push_back(Map()
                                  .set("status", text(response.status))
                                  .set("headers", std::move(headers))
                                  .set("content", bodies(response.content, Direction::Response))
                                  .take());
  }
  YamlNode samples = list();
  for (const CodeSample& sample : samples_of(specification, operation)) {
    samples.items.push_back(Map()
                                .set("language", text(sample.language))
                                .set("label", text(sample.label))
                                .set("source", text(sample.source))
                                .take());
  }
  YamlNode callbacks = list();
  for (const Callback& callback : operation.callbacks) {
    callbacks.items.push_back(text(callback.name));
  }
  return Map()
      .set("method", text(operation.method))
      .set("path", text(operation.path))
      .set("id", text(operation.id))
      .set("parameters", std::move(parameters))
      .set("body", bodies(operation.request_body.content, Direction::Request))
      .set("responses", std::move(responses))
      .set("callbacks", std::move(callbacks))
      .set("samples", std::move(samples))
      .take();
}

YamlNode describe(const Specification& specification) {
  YamlNode operations = list();
  for (const Operation& operation : specification.operations) {
    operations.items.push_back(describe_operation(specification, operation));
  }
  YamlNode webhooks = list();
  for (const Operation& webhook : specification.webhooks) {
    webhooks.items.push_back(describe_operation(specification, webhook));
  }
  YamlNode schemas = list();
  for (const Schema* schema : specification.schemas) {
    schemas.items.push_back(
        Map()
            .set("name", text(schema->name))
            .set("example", text(to_json(example_of(*schema, Direction::Response))))
            .take());
  }
  YamlNode tags = list();
  for (const Tag& tag : specification.tags) tags.items.push_back(text(tag.name));
  return Map()
      .set("title", text(specification.title))
      .set("operations", std::move(operations))
      .set("webhooks", std::move(webhooks))
      .set("schemas", std::move(schemas))
      .set("tags", std::move(tags))
      .take();
}

YamlNode describe(const Diagnostics& diagnostics, const Sources& sources) {
  YamlNode problems = list();
  Positions positions(sources);
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    const Position place = positions.find(diagnostic.where.source, diagnostic.where.begin);
    problems.items.push_back(text(std::to_string(place.line) + ":" + std::to_string(place.column) +
                                  ": " + diagnostic.message + " [" +
                                  std::string(info(diagnostic.kind).code) + "]"));
  }
  return problems;
}

std::optional<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

enum class Wanted : std::uint8_t { All, Problems };

int run(const std::string& book, const std::string& path, Wanted wanted) {
  Sources sources;
  Diagnostics diagnostics;
  const FindText find_text = [&](std::string_view other) -> std::optional<SourceId> {
    auto content = read_file(book + "/" + std::string(other));
    if (!content) return std::nullopt;
    return sources.add(std::string(other), std::move(*content));
  };
  const auto source = find_text(path);
  if (!source) {
    std::cerr << "no file " << path << "\n";
    return 1;
  }
  const std::clock_t begin = std::clock();
  const Specification specification =
      read_specification(*source, path, sources, find_text, diagnostics);
  // Of the processor, whatever else it has to do.
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  YamlNode model = wanted == Wanted::All ? describe(specification) : Map().take();
  model.entries.push_back({"problems", {}, describe(diagnostics, sources)});
  YamlNode time = text(std::to_string(seconds));
  time.style = YamlNode::Style::Plain;
  model.entries.push_back({"seconds", {}, std::move(time)});
  std::cout << to_json_line(model) << "\n";
  return 0;
}

}  // namespace
}  // namespace carnet::openapi

int main(int count, char** arguments) {
  using carnet::openapi::Wanted;
  const bool is_brief = count > 1 && std::string_view(arguments[1]) == "--problems";
  const int book = is_brief ? 2 : 1;
  int failures = 0;
  for (int i = book + 1; i < count; ++i) {
    failures += carnet::openapi::run(arguments[book], arguments[i],
                                     is_brief ? Wanted::Problems : Wanted::All);
  }
  return failures == 0 && count > book + 1 ? 0 : 1;
}
