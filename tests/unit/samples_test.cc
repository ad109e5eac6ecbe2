#include "openapi/samples.h"

#include <doctest/doctest.h>

#include <string>

#include "openapi/example.h"
#include "openapi/json_text.h"
#include "openapi/read_specification.h"
#include "openapi/schema_example.h"
#include "openapi/xml_text.h"

namespace carnet::openapi {
namespace {

Specification read(Sources& sources, const std::string& text) {
  Diagnostics diagnostics;
  const SourceId source = sources.add("api.yaml", text);
  return read_specification(
      source, "api.yaml", sources,
      [](std::string_view) -> std::optional<SourceId> { return std::nullopt; }, diagnostics);
}

std::string source_of(const std::vector<CodeSample>& samples, std::string_view label) {
  for (const CodeSample& sample : samples) {
    if (sample.label == label) return sample.source;
  }
  return {};
}

// The samples of the only operation; what stands below the head of the file and its method.
std::vector<CodeSample> samples(const std::string& operation, const std::string& path = "/a",
                                const std::string& rest = "") {
  Sources sources;
  const Specification specification =
      read(sources,
           "openapi: 3.1.0\ninfo: {title: A, version: '1'}\n"
           "servers: [{url: 'https://{host}/v1/', variables: {host: {default: a.b}}}]\n" +
               rest + "paths:\n  " + path + ":\n" + operation);
  return samples_of(specification, specification.operations.at(0));
}

TEST_CASE("a call without anything") {
  const auto all = samples("    get: {responses: {}}\n");
  CHECK(source_of(all, "cURL") == "curl 'https://a.b/v1/a'");
  CHECK(source_of(all, "JavaScript") ==
        "const response = await fetch('https://a.b/v1/a');\n"
        "console.log(response.status, await response.text());");
  CHECK(source_of(all, "Python") ==
        "import requests\n\nresponse = requests.get(\n    'https://a.b/v1/a',\n)\n"
        "print(response.status_code, response.text)");
  CHECK(source_of(all, "Java").find("HttpRequest.newBuilder(URI.create(\"https://a.b/v1/a\"))") !=
        std::string::npos);
}

TEST_CASE("parameters by place and style") {
  const auto curl = [](const std::string& parameters, const std::string& path) {
    return source_of(samples("    get:\n      parameters:\n" + parameters, path), "cURL");
  };
  CHECK(curl("        - {name: id, in: path, schema: {type: string}}\n", "/a/{id}") ==
        "curl 'https://a.b/v1/a/id'");
  CHECK(curl("        - {name: id, in: path, example: 'a b/c', schema: {type: string}}\n",
             "/a/{id}") == "curl 'https://a.b/v1/a/a%20b%2Fc'");
  const std::string list = "required: true, example: [x, 'y&z'], schema: {type: array}";
  CHECK(curl("        - {name: l, in: path, style: label, " + list + "}\n", "/{l}") ==
        "curl 'https://a.b/v1/.x,y%26z'");
  CHECK(curl("        - {name: l, in: path, style: matrix, explode: true, " + list + "}\n",
             "/{l}") == "curl 'https://a.b/v1/;l=x;l=y%26z'");
  CHECK(curl("        - {name: l, in: query, " + list + "}\n", "/a") ==
        "curl 'https://a.b/v1/a?l=x&l=y%26z'");
  CHECK(curl("        - {name: l, in: query, style: pipeDelimited, explode: false, " + list + "}\n",
             "/a") == "curl 'https://a.b/v1/a?l=x%7Cy%26z'");
  CHECK(curl("        - {name: m, in: query, required: true, style: deepObject, example: {a: 1}}\n",
             "/a") == "curl 'https://a.b/v1/a?m%5Ba%5D=1'");
  CHECK(curl("        - {name: X-A, in: header, required: true, example: \"a'b\"}\n"
             "        - {name: c, in: cookie, required: true, example: 1}\n"
             "        - {name: q, in: query, example: 1}\n",
             "/a") == "curl 'https://a.b/v1/a' \\\n  -H 'X-A: a'\\''b' \\\n  -H 'Cookie: c=1'");
}

TEST_CASE("security") {
  const auto curl = [](const std::string& scheme) {
    return source_of(
        samples("    get: {}\n", "/a",
                "security: [{}, {s: []}]\ncomponents: {securitySchemes: {s: {" + scheme + "}}}\n"),
        "cURL");
  };
  const std::string begin = "curl 'https://a.b/v1/a' \\\n  ";
  CHECK(curl("type: http, scheme: bearer") == begin + "-H 'Authorization: Bearer YOUR_TOKEN'");
  CHECK(curl("type: oauth2") == begin + "-H 'Authorization: Bearer YOUR_TOKEN'");
  CHECK(curl("type: http, scheme: basic") == begin + "-u 'username:password'");
  CHECK(curl("type: apiKey, in: header, name: X-Key, x-gitbook-prefix: Token, "
             "x-gitbook-token-placeholder: abc") == begin + "-H 'X-Key: Token abc'");
  CHECK(curl("type: apiKey, in: query, name: key") == "curl 'https://a.b/v1/a?key=YOUR_API_KEY'");
  CHECK(curl("type: apiKey, in: cookie, name: sid") == begin + "-H 'Cookie: sid=YOUR_API_KEY'");
}

// What breaks out of quotes in one language or another.
constexpr const char* kTricky =
    "    post:\n      requestBody:\n        content:\n          application/json:\n"
    "            example: {text: \"it's \\\"q\\\" \\\\ $HOME `x` \\\\u0041 \\\"\\\"\\\" \\n %\", "
    "list: [1, true, null]}\n";

TEST_CASE("texts that break out of quotes") {
  const auto all = samples(kTricky);
  CHECK(source_of(all, "cURL") ==
        "curl -X POST 'https://a.b/v1/a' \\\n  -H 'Content-Type: application/json' \\\n"
        "  --data-raw '{\n"
        "  \"text\": \"it'\\''s \\\"q\\\" \\\\ $HOME `x` \\\\u0041 \\\"\\\"\\\" \\n %\",\n"
        "  \"list\": [\n    1,\n    true,\n    null\n  ]\n}'");
  CHECK(source_of(all, "Python").find(R"('text': 'it\'s "q" \\ $HOME `x` \\u0041 """ \n %',)") !=
        std::string::npos);
  CHECK(source_of(all, "Python").find("            1,\n            True,\n            None,\n") !=
        std::string::npos);
  CHECK(source_of(all, "JavaScript").find("body: JSON.stringify({\n    \"text\": \"it's ") !=
        std::string::npos);
  CHECK(source_of(all, "Java")
            .find(R"("text": "it's \\"q\\" \\\\ $HOME `x` \\\\u0041 \\"\\"\\" \\n %",)") !=
        std::string::npos);
}

TEST_CASE("forms") {
  const auto curl = [](const std::string& type) {
    return source_of(samples("    post:\n      requestBody:\n        content:\n          " + type +
                             ":\n            schema:\n              properties:\n"
                             "                name: {type: string, example: '@a b'}\n"
                             "                file: {type: string, format: binary}\n"),
                     "cURL");
  };
  CHECK(curl("multipart/form-data") ==
        "curl -X POST 'https://a.b/v1/a' \\\n  --form-string 'name=@a b' \\\n  -F 'file=@file'");
  CHECK(curl("application/x-www-form-urlencoded").find("--data-urlencode 'name=@a b'") !=
        std::string::npos);
}

TEST_CASE("the samples of the file come first, and stand for ours") {
  const auto all = samples(
      "    get:\n      x-codeSamples:\n        - {lang: Ruby, source: 'puts 1'}\n"
      "        - {lang: python, label: Our client, source: 'import ours'}\n");
  std::string labels;
  for (const CodeSample& sample : all) labels += sample.label + ";";
  CHECK(labels == "Ruby;Our client;cURL;JavaScript;Java;");
  CHECK(samples("    get: {x-hideSample: true}\n").empty());
}

// The example of the schema `A`.
std::string example(const std::string& schemas, Direction direction = Direction::Response) {
  Sources sources;
  const Specification specification =
      read(sources,
           "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\n"
           "components:\n  schemas:\n" +
               schemas);
  return to_json_line(example_of(*specification.find_schema("A"), direction));
}

TEST_CASE("examples made of schemas") {
  CHECK(example("    A: {type: string}\n") == "\"string\"");
  CHECK(example("    A: {type: string, format: date-time}\n") == "\"2024-01-15T09:30:00Z\"");
  CHECK(example("    A: {type: string, minLength: 8, maxLength: 8}\n") == "\"stringst\"");
  CHECK(example("    A: {type: integer, minimum: 10, multipleOf: 4}\n") == "12");
  CHECK(example("    A: {type: integer, exclusiveMinimum: 1}\n") == "2");
  CHECK(example("    A: {type: number, maximum: 0.5}\n") == "0.5");
  CHECK(example("    A: {type: string, enum: [b, a], default: a}\n") == "\"a\"");
  CHECK(example("    A: {type: array, items: {type: boolean}, minItems: 2}\n") == "[true, true]");
  CHECK(example("    A: {oneOf: [{type: 'null'}, {type: integer}]}\n") == "1");
  CHECK(example("    A: {const: 0x1F}\n") == "31");
  CHECK(example("    A: {additionalProperties: {type: integer}}\n") == "{\"key\": 1}");
  CHECK(example("    A: {properties: {id: {type: integer, readOnly: true}, b: {writeOnly: true, "
                "type: boolean}}}\n",
                Direction::Request) == "{\"b\": true}");
  CHECK(example("    A: {properties: {id: {type: integer, readOnly: true}, b: {writeOnly: true, "
                "type: boolean}}}\n") == "{\"id\": 1}");
}

TEST_CASE("schemas within themselves end") {
  CHECK(example("    A: {properties: {n: {type: integer}, next: {$ref: '#/components/schemas/A'}, "
                "all: {type: array, items: {$ref: '#/components/schemas/A'}}}}\n") ==
        "{\"n\": 1, \"all\": []}");
  CHECK(example(
            "    A: {required: [next], properties: {next: {$ref: '#/components/schemas/A'}}}\n") ==
        "{\"next\": {}}");
  // Ten properties of ten properties of...
  std::string deep;
  for (int i = 0; i < 9; ++i) {
    deep += "    " + std::string(1, static_cast<char>('A' + i)) + ":\n      properties:\n";
    for (int j = 0; j < 10; ++j) {
      deep += "        p" + std::to_string(j) + ": {$ref: '#/components/schemas/" +
              std::string(1, static_cast<char>('B' + i)) + "'}\n";
    }
  }
  CHECK(example(deep + "    J: {type: string}\n").size() < 50'000);
}

TEST_CASE("XML by the notes of the schema") {
  Sources sources;
  const Specification specification =
      read(sources,
           "openapi: 3.0.3\ninfo: {title: A, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
           "    Pet:\n      xml: {name: pet}\n      properties:\n"
           "        id: {type: integer, xml: {attribute: true}}\n        name: {example: 'a<b'}\n"
           "        tags: {type: array, items: {type: string, xml: {name: tag}}, xml: {wrapped: "
           "true}}\n");
  const Schema& pet = *specification.find_schema("Pet");
  CHECK(to_xml(example_of(pet, Direction::Response), &pet) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<pet id=\"1\">\n  <name>a&lt;b</name>\n"
        "  <tags>\n    <tag>string</tag>\n  </tags>\n</pet>");
}

}  // namespace
}  // namespace carnet::openapi
