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

}  // namespace
}  // namespace carnet::openapi
