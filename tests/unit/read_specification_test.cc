#include "openapi/read_specification.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "problem_text.h"

namespace carnet::openapi {
namespace {

// A specification of a book of texts, the first of which is `api.yaml`.
struct Read {
  explicit Read(const std::string& text, const std::map<std::string, std::string>& others = {}) {
    const SourceId source = sources.add("docs/api.yaml", text);
    const FindText find_text = [&](std::string_view path) -> std::optional<SourceId> {
      asked += (asked.empty() ? "" : " ") + std::string(path);
      const auto other = others.find(std::string(path));
      if (other == others.end()) return std::nullopt;
      return sources.add(other->first, other->second);
    };
    specification = read_specification(source, "docs/api.yaml", sources, find_text, diagnostics);
  }

  std::string problems() const { return problem_text(sources, diagnostics); }
  const Operation& operation(std::size_t i = 0) const { return specification.operations.at(i); }
  const Schema& schema(std::string_view name) const { return *specification.find_schema(name); }

  Sources sources;
  Diagnostics diagnostics;
  Specification specification;
  std::string asked;
};

TEST_CASE("a small API") {
  const Read api(
      "openapi: 3.1.0\n"
      "info: {title: Trains, version: '2'}\n"
      "paths:\n"
      "  /trains/{id}:\n"
      "    get:\n"
      "      operationId: train\n"
      "      parameters:\n"
      "        - {name: id, in: path, required: true, schema: {type: string}}\n"
      "      responses:\n"
      "        '200':\n"
      "          description: Fine\n"
      "          content:\n"
      "            application/json: {schema: {$ref: '#/components/schemas/Train'}}\n"
      "components:\n"
      "  schemas:\n"
      "    Train:\n"
      "      properties:\n"
      "        next: {$ref: '#/components/schemas/Train'}\n");
  CHECK(api.problems() == "");
  CHECK(api.specification.version == Version::OpenApi31);
  CHECK(api.specification.title == "Trains");
  CHECK(api.operation().method == "GET");
  CHECK(api.operation().path == "/trains/{id}");
  CHECK(api.operation().parameters.at(0).name == "id");
  const Schema* train = api.operation().responses.at(0).content.at(0).schema;
  CHECK(train == &api.schema("Train"));
  CHECK(train->properties.at(0).schema == train);
}

// The problems of the path "/a/{x}" with these parameters, and what its operation has then.
void check_path(const std::string& path, const std::string& parameters,
                const std::string& expected_names, const std::string& expected_problems) {
  const Read api("openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n  " + path +
                 ":\n    get:\n      parameters: [" + parameters + "]\n");
  std::string names;
  for (const Parameter* parameter : api.operation().parameters_in(ParameterPlace::Path)) {
    names += (names.empty() ? "" : " ") + parameter->name;
  }
  CAPTURE(path);
  CHECK(names == expected_names);
  CHECK(api.problems() == expected_problems);
}

TEST_CASE("a path and its parameters name the same") {
  const std::string x = "{name: x, in: path, required: true, schema: {type: string}}";
  check_path("/a/{x}", x, "x", "");
  check_path("/a/{+x}/{x*}/{x:[0-9]+}", x, "x", "");
  check_path("/a?y={y}", "", "", "");
  check_path("/a/{}", "", "", "");
  check_path("/a/{x}/{y}", x, "x y",
             "docs/api.yaml:4:3: no parameter describes the `{y}` of this path (/a/{x}/{y}) "
             "[invalid-openapi]; write below `parameters`: `- {name: y, in: path, required: true, "
             "schema: {type: string}}`");
  check_path("/a", x, "x",
             "docs/api.yaml:6:20: there is no `{x}` in the path `/a` (" + x +
                 ") [invalid-openapi]; write it into the path, or say where the parameter is: "
                 "`in: query`");
  check_path("/a/{trainId}", "{name: trainid, in: path, schema: {}}", "trainid trainId",
             "docs/api.yaml:6:20: there is no `{trainid}` in the path `/a/{trainId}` ({name: "
             "trainid, in: path, schema: {}}) [invalid-openapi]; did you mean `trainId`?");
}

TEST_CASE("a name that no operation of a path describes is told once") {
  const Read api(
      "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n  /a/{x}:\n    get: {}\n    put: "
      "{}\n"
      "    delete: {parameters: [{name: x, in: path, schema: {}}]}\n");
  CHECK(api.problems() ==
        "docs/api.yaml:4:3: no parameter describes the `{x}` of this path (/a/{x}) "
        "[invalid-openapi]; write below `parameters`: `- {name: x, in: path, required: true, "
        "schema: {type: string}}`");
  for (std::size_t i = 0; i < 3; ++i) CHECK(api.operation(i).parameters.at(0).name == "x");
}

TEST_CASE("code of an author may stand elsewhere") {
  const Read api(
      "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    get:\n"
      "      x-codeSamples:\n"
      "        - {lang: curl, source: {$ref: '#/x-code/get'}}\n"
      "        - {lang: curl, source: {$ref: 'get.sh'}}\n"
      "x-code: {get: curl https://example.org}\n");
  CHECK(api.problems() ==
        "docs/api.yaml:8:39: there is no file `docs/get.sh` ('get.sh') [unresolved-ref]");
  CHECK(api.operation().code_samples.at(0).source == "curl https://example.org");
}

TEST_CASE("a file that is no OpenAPI") {
  const Read api("name: x\n");
  CHECK(!api.specification.is_openapi());
  CHECK(api.diagnostics.all().at(0).kind == DiagnosticKind::InvalidOpenapi);
  CHECK(api.problems() ==
        "docs/api.yaml:1:1: this is no OpenAPI file: neither `openapi` nor `swagger` is in it (n) "
        "[invalid-openapi]; begin it with `openapi: 3.1.0`");
}

TEST_CASE("references that lead nowhere") {
  const Read api(
      "openapi: 3.0.3\n"
      "info: {title: Trains, version: '2'}\n"
      "paths:\n"
      "  /a: {$ref: '#/paths/~1b'}\n"
      "  /b: {$ref: '#/paths/~1a'}\n"
      "  /c: {$ref: '../../c.yaml'}\n"
      "  /d: {$ref: 'https://example.org/d.yaml'}\n"
      "  /e: {$ref: 'e.yaml'}\n");
  CHECK(api.problems() ==
        "docs/api.yaml:4:14: this `$ref` leads round in circles ('#/paths/~1b') [unresolved-ref]; "
        "let one of them say what it is\n"
        "docs/api.yaml:5:14: this `$ref` leads round in circles ('#/paths/~1a') [unresolved-ref]; "
        "let one of them say what it is\n"
        "docs/api.yaml:6:14: this `$ref` leads out of the book ('../../c.yaml') [unresolved-ref]; "
        "put that file into the book\n"
        "docs/api.yaml:7:14: this `$ref` leads to the web ('https://example.org/d.yaml') "
        "[unresolved-ref]; put a copy of that file into the book, and write its path\n"
        "docs/api.yaml:8:14: there is no file `docs/e.yaml` ('e.yaml') [unresolved-ref]");
  CHECK(api.asked == "docs/e.yaml");
  CHECK(api.diagnostics.all().at(0).kind == DiagnosticKind::UnresolvedRef);
}

// The same API in the words of three versions.
constexpr const char* kPet31 =
    "openapi: 3.1.0\n"
    "info: {title: Pets, version: '1'}\n"
    "servers: [{url: 'https://pets.example/v1'}]\n"
    "security: [{key: []}, {basic: []}]\n"
    "paths:\n"
    "  /pets:\n"
    "    parameters:\n"
    "      - {name: trace, in: header, schema: {type: string}}\n"
    "    post:\n"
    "      tags: [pets]\n"
    "      operationId: add\n"
    "      parameters:\n"
    "        - {name: ids, in: query, explode: false, schema: {type: array, items: {type: "
    "integer}}}\n"
    "      requestBody:\n"
    "        required: true\n"
    "        content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}\n"
    "      responses:\n"
    "        '200':\n"
    "          description: Fine\n"
    "          headers: {X-Rate: {description: Calls, schema: {type: integer}}}\n"
    "          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}\n"
    "components:\n"
    "  securitySchemes:\n"
    "    key: {type: apiKey, in: header, name: X-Key}\n"
    "    basic: {type: http, scheme: basic}\n"
    "  schemas:\n"
    "    Pet:\n"
    "      required: [name]\n"
    "      properties:\n"
    "        name: {type: [string, 'null']}\n"
    "        age: {type: integer, exclusiveMinimum: 0}\n";
constexpr const char* kPet30 =
    "openapi: 3.0.3\n"
    "info: {title: Pets, version: '1'}\n"
    "servers: [{url: 'https://pets.example/v1/'}]\n"
    "security: [{key: []}, {basic: []}]\n"
    "paths:\n"
    "  /pets:\n"
    "    parameters: [{$ref: '#/components/parameters/Trace'}]\n"
    "    post:\n"
    "      tags: [pets]\n"
    "      operationId: add\n"
    "      parameters:\n"
    "        - {name: ids, in: query, explode: false, schema: {type: array, items: {type: "
    "integer}}}\n"
    "      requestBody: {$ref: '#/components/requestBodies/Pet'}\n"
    "      responses:\n"
    "        200: {$ref: '#/components/responses/Pet'}\n"
    "components:\n"
    "  parameters:\n"
    "    Trace: {name: trace, in: header, schema: {type: string}}\n"
    "  requestBodies:\n"
    "    Pet:\n"
    "      required: true\n"
    "      content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}\n"
    "  responses:\n"
    "    Pet:\n"
    "      description: Fine\n"
    "      headers: {X-Rate: {description: Calls, schema: {type: integer}}}\n"
    "      content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}\n"
    "  securitySchemes:\n"
    "    key: {type: apiKey, in: header, name: X-Key}\n"
    "    basic: {type: http, scheme: basic}\n"
    "  schemas:\n"
    "    Pet:\n"
    "      required: [name]\n"
    "      properties:\n"
    "        name: {type: string, nullable: true}\n"
    "        age: {type: integer, minimum: 0, exclusiveMinimum: true}\n";
constexpr const char* kPet20 =
    "swagger: '2.0'\n"
    "info: {title: Pets, version: '1'}\n"
    "host: pets.example\n"
    "basePath: /v1\n"
    "consumes: [application/json]\n"
    "produces: [application/json]\n"
    "security: [{key: []}, {basic: []}]\n"
    "paths:\n"
    "  /pets:\n"
    "    parameters: [{name: trace, in: header, type: string}]\n"
    "    post:\n"
    "      tags: [pets]\n"
    "      operationId: add\n"
    "      parameters:\n"
    "        - {name: ids, in: query, type: array, items: {type: integer}}\n"
    "        - {name: body, in: body, required: true, schema: {$ref: '#/definitions/Pet'}}\n"
    "      responses:\n"
    "        200:\n"
    "          description: Fine\n"
    "          headers: {X-Rate: {description: Calls, type: integer}}\n"
    "          schema: {$ref: '#/definitions/Pet'}\n"
    "securityDefinitions:\n"
    "  key: {type: apiKey, in: header, name: X-Key}\n"
    "  basic: {type: basic}\n"
    "definitions:\n"
    "  Pet:\n"
    "    required: [name]\n"
    "    properties:\n"
    "      name: {type: string, x-nullable: true}\n"
    "      age: {type: integer, minimum: 0, exclusiveMinimum: true}\n";

std::string print(const Schema* schema) {
  if (schema == nullptr) return "nothing";
  if (!schema->name.empty()) return schema->name;
  std::string out;
  for (const std::string& type : schema->types) out += type;
  if (schema->is_nullable) out += "?";
  if (schema->items != nullptr) out += "<" + print(schema->items) + ">";
  if (!schema->limits.minimum.empty()) {
    out += (schema->limits.is_minimum_exclusive ? ">" : ">=") + schema->limits.minimum;
  }
  return out;
}

std::string print(const Specification& api) {
  std::string out = api.title + " " + api.api_version;
  for (const Server& server : api.servers) out += " at " + server.url;
  for (const Operation& operation : api.operations) {
    out += "\n" + operation.method + " " + operation.path + " " + operation.id;
    for (const std::string& tag : operation.tags) out += " #" + tag;
    for (const Parameter& parameter : operation.parameters) {
      out += "\n  " + std::string(name_of(parameter.place)) + " " + parameter.name + " " +
             parameter.style + (parameter.is_exploded ? "* " : " ") + print(parameter.schema);
    }
    for (const MediaType& body : operation.request_body.content) {
      out += std::string("\n  body") + (operation.request_body.is_required ? "! " : " ") +
             body.type + " " + print(body.schema);
    }
    for (const Response& response : operation.responses) {
      out += "\n  " + response.status + " " + response.description;
      for (const Parameter& header : response.headers) {
        out += " [" + header.name + " " + header.description + " " + print(header.schema) + "]";
      }
      for (const MediaType& body : response.content)
        out += " " + body.type + " " + print(body.schema);
    }
    for (const SecurityAlternative& alternative : operation.security) {
      out += "\n  or";
      for (const SecurityNeed& need : alternative.needs) {
        out += " " + need.scheme->type + need.scheme->scheme + need.scheme->parameter;
      }
    }
  }
  for (const Schema* schema : api.schemas) {
    out += "\n" + schema->name;
    for (const SchemaProperty& property : schema->properties) {
      out += " " + property.name + (property.is_required ? "!" : "") + ":" + print(property.schema);
    }
  }
  return out;
}

TEST_CASE("three versions, one model") {
  const std::string expected =
      "Pets 1 at https://pets.example/v1\n"
      "POST /pets add #pets\n"
      "  header trace simple string\n"
      "  query ids form array<integer>\n"
      "  body! application/json Pet\n"
      "  200 Fine [X-Rate Calls integer] application/json Pet\n"
      "  or apiKeyX-Key\n"
      "  or httpbasic\n"
      "Pet name!:string? age:integer>0";
  for (const char* text : {kPet31, kPet30, kPet20}) {
    const Read api(text);
    CHECK(api.problems() == "");
    CHECK(print(api.specification) == expected);
  }
}

std::string with_schemas(const std::string& schemas) {
  return "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n" +
         schemas;
}

TEST_CASE("forms of Swagger 2.0") {
  const Read api(
      "swagger: '2.0'\ninfo: {title: A, version: '1'}\npaths:\n  /a:\n    post:\n      "
      "parameters:\n"
      "        - {name: f, in: formData, type: file, required: true, description: A file}\n"
      "        - {name: t, in: formData, type: string}\n      responses: {}\n");
  CHECK(api.problems() == "");
  const MediaType& form = api.operation().request_body.content.at(0);
  CHECK(form.type == "multipart/form-data");
  CHECK(form.schema->properties.at(0).is_required);
  CHECK(form.schema->properties.at(0).schema->description == "A file");
  CHECK(form.schema->properties.at(1).name == "t");
}

TEST_CASE("allOf is merged") {
  const Read api(
      with_schemas("    Pet: {required: [kind], properties: {kind: {type: string}, n: {type: "
                   "integer, minimum: 1}}}\n"
                   "    Cat:\n"
                   "      allOf:\n"
                   "        - $ref: '#/components/schemas/Pet'\n"
                   "        - required: [n]\n"
                   "          properties: {kind: {enum: [cat]}, lives: {type: integer}}\n"
                   "      description: A cat\n"
                   "    Beside: {$ref: '#/components/schemas/Pet', description: Mine}\n"
                   "    Never: {allOf: [{type: string}, {type: integer}]}\n"));
  CHECK(api.problems() == "");
  const Schema& cat = api.schema("Cat");
  CHECK(cat.all_of.empty());
  CHECK(cat.includes == std::vector<const Schema*>{&api.schema("Pet")});
  CHECK(cat.properties.size() == 3);
  CHECK(cat.properties.at(0).name == "kind");
  CHECK(cat.properties.at(0).is_required);
  CHECK(cat.properties.at(0).schema->types == std::vector<std::string>{"string"});
  CHECK(cat.properties.at(0).schema->enumeration.size() == 1);
  CHECK(cat.properties.at(1).is_required);
  CHECK(api.schema("Beside").description == "Mine");
  CHECK(api.schema("Beside").properties.size() == 2);
  CHECK(api.schema("Never").all_of.size() == 1);
}

TEST_CASE("schemas that contain themselves by allOf are said to") {
  const Read api(
      with_schemas("    A: {allOf: [{$ref: '#/components/schemas/B'}]}\n"
                   "    B: {allOf: [{$ref: '#/components/schemas/A'}]}\n"));
  CHECK(api.problems().find("this schema contains itself by `allOf` or `$ref`") !=
        std::string::npos);
}

TEST_CASE("discriminators know their targets") {
  const Read api(with_schemas(
      "    Pet: {discriminator: {propertyName: kind, mapping: {c: Cat, d: "
      "'#/components/schemas/Dog'}}}\n"
      "    Base: {discriminator: {propertyName: kind}, properties: {kind: {type: string}}}\n"
      "    Cat: {allOf: [{$ref: '#/components/schemas/Base'}]}\n"
      "    Dog: {}\n"
      "    Any: {oneOf: [{$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: "
      "k}}\n"));
  CHECK(api.problems() == "");
  const auto targets = [&](std::string_view name) {
    std::string out;
    for (const DiscriminatorTarget& target : api.schema(name).discriminator.targets) {
      out += target.value + "=" + target.schema->name + " ";
    }
    return out;
  };
  CHECK(targets("Pet") == "c=Cat d=Dog ");
  CHECK(targets("Base") == "Cat=Cat ");
  CHECK(targets("Any") == "Dog=Dog ");
}

TEST_CASE("references into other files, with escapes, and by name") {
  const Read api(
      "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths:\n"
      "  /a: {$ref: 'parts/paths.yaml#/a~1b%20c'}\n"
      "components:\n  schemas:\n"
      "    Here: {$anchor: here, type: string}\n"
      "    There: {properties: {x: {$ref: '#here'}, y: {$ref: 'parts/Y.json'}}}\n",
      {{"docs/parts/paths.yaml",
        "a/b c:\n  get:\n    operationId: found\n    responses:\n"
        "      '200': {$ref: '../api.yaml#/nowhere'}\n"},
       {"docs/parts/Y.json", "{\"type\": \"integer\"}"}});
  CHECK(api.operation().id == "found");
  CHECK(api.schema("There").properties.at(0).schema == &api.schema("Here"));
  CHECK(api.schema("There").properties.at(1).schema->types.at(0) == "integer");
  CHECK(api.schema("There").properties.at(1).schema->name == "Y");
  CHECK(api.specification.files ==
        std::vector<std::string>{"docs/api.yaml", "docs/parts/paths.yaml", "docs/parts/Y.json"});
  CHECK(api.problems() ==
        "docs/parts/paths.yaml:5:21: there is no `nowhere` where this `$ref` leads "
        "('../api.yaml#/nowhere') [unresolved-ref]");
}

TEST_CASE("what GitBook hides is gone") {
  const Read api(
      "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths:\n"
      "  /a:\n    get: {x-internal: true}\n    put:\n      parameters:\n"
      "        - {name: p, in: query, schema: {}, x-gitbook-ignore: true}\n"
      "components:\n  schemas:\n    A: {x-internal: true}\n"
      "    B: {properties: {a: {$ref: '#/components/schemas/A'}, b: {type: string}}}\n");
  CHECK(api.specification.operations.size() == 1);
  CHECK(api.operation().method == "PUT");
  CHECK(api.operation().parameters.empty());
  CHECK(api.specification.schemas.size() == 1);
  CHECK(api.schema("B").properties.size() == 1);
}

TEST_CASE("tags in their order, with GitBook's keys") {
  const Read api(
      "openapi: 3.1.0\ninfo: {title: A, version: '1'}\n"
      "tags:\n  - {name: a, x-displayName: Ahh, x-page-icon: star, x-parent: b}\n"
      "  - {name: b, x-parent: a}\n"
      "paths:\n  /a:\n    get: {tags: [c, a]}\n");
  CHECK(api.specification.tags.size() == 3);
  CHECK(api.specification.tags.at(0).page_title == "Ahh");
  CHECK(api.specification.tags.at(0).page_icon == "star");
  CHECK(api.specification.tags.at(0).operations == std::vector<std::size_t>{0});
  CHECK(api.specification.tags.at(2).name == "c");
  CHECK(api.problems() ==
        "docs/api.yaml:5:5: the tag `b` is below itself ({name: b, x-parent: a}) "
        "[invalid-openapi]; take `x-parent` away from one of the tags");
}

TEST_CASE("mistakes have their places, and the rest is there") {
  const Read api(
      "openapi: 3.0.3\n"
      "info: {version: '1'}\n"
      "paths:\n"
      "  /a:\n"
      "    get:\n"
      "      sumary: Typo\n"
      "      tags: all\n"
      "      parameters:\n"
      "        - {name: x, in: querry, schema: {type: strnig, minimum: few}}\n"
      "        - {in: query}\n"
      "      security: [{nobody: []}]\n"
      "      responses: {'200': {description: [a]}}\n"
      "    post: text\n");
  CHECK(api.problems() ==
        "docs/api.yaml:2:7: the API has no title ({version: '1'}) [invalid-openapi]; write "
        "`title: ...` into `info`\n"
        "docs/api.yaml:6:7: unknown key `sumary` (sumary) [invalid-openapi]; did you mean "
        "`summary`?\n"
        "docs/api.yaml:7:13: `tags` is the text `all`, not a list (all) [invalid-openapi]\n"
        "docs/api.yaml:9:25: no parameter is in `querry` (querry) [invalid-openapi]; write `in: "
        "query`, `path`, `header` or `cookie`\n"
        "docs/api.yaml:10:11: this parameter has no name ({in: query}) [invalid-openapi]; write "
        "`name: ...` into it\n"
        "docs/api.yaml:12:40: `description` is a list, not a text ([a]) [invalid-openapi]\n"
        "docs/api.yaml:11:19: no security scheme `nobody` (nobody) [invalid-openapi]; describe it "
        "in `components`, `securitySchemes`\n"
        "docs/api.yaml:13:11: `post` is the text `text`, not a map (text) [invalid-openapi]\n"
        "docs/api.yaml:9:48: unknown type `strnig` (strnig) [invalid-openapi]; the types are "
        "string, number, integer, boolean, array, object and null\n"
        "docs/api.yaml:9:65: `minimum` is the text `few`, not a number (few) [invalid-openapi]");
  CHECK(api.operation().parameters.at(0).name == "x");
  CHECK(api.operation().responses.at(0).status == "200");
}

TEST_CASE("what an API asks of others is not asked of its own servers") {
  const Read api(
      "openapi: 3.1.0\ninfo: {title: A, version: '1'}\nservers: [{url: https://a.example}]\n"
      "security: [{key: []}]\ncomponents:\n  securitySchemes:\n"
      "    key: {type: apiKey, in: header, name: X-Key}\n"
      "paths:\n  /a:\n    post: {callbacks: {done: {'{$url}': {post: {}}}}}\n"
      "webhooks:\n  new:\n    post: {}\n    put: {security: [{key: []}]}\n");
  CHECK(api.operation().servers.size() == 1);
  CHECK(api.operation().security.size() == 1);
  const Operation& callback = api.operation().callbacks.at(0).operations.at(0);
  CHECK(callback.servers.empty());
  CHECK(callback.security.empty());
  const Operation* webhook = api.specification.find_webhook("new", "post");
  CHECK(webhook->servers.empty());
  CHECK(webhook->security.empty());
  CHECK(api.specification.find_webhook("new", "put")->security.size() == 1);
}

TEST_CASE("operations are found by what authors write") {
  const Read api(
      "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths:\n  /a/{id}:\n    get: {}\n"
      "webhooks:\n  new:\n    post: {}\n");
  const Specification& specification = api.specification;
  CHECK(specification.find_operation("get", "/a/{id}") == &api.operation());
  CHECK(specification.find_operation("GET", "/a/{other}/") == &api.operation());
  CHECK(specification.find_operation("", "a/{id}") == &api.operation());
  CHECK(specification.find_operation("post", "/a/{id}") == nullptr);
  CHECK(specification.find_webhook("new", "post") != nullptr);
}

}  // namespace
}  // namespace carnet::openapi
