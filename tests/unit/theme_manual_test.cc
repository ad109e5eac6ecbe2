// The manual's page about themes names all that a theme may use.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "io/real_file_system.h"
#include "theme/contracts.h"
#include "theme/embedded.h"

namespace carnet {
namespace {

const std::string kPage = "content/reference/themes.md";

// The tests run in the folder of the project.
std::string manual() {
  RealFileSystem files;
  Result<std::unique_ptr<Folder>> folder = files.open_folder(".", Links::Refuse);
  REQUIRE(folder);
  Result<std::string> page = (*folder)->read(kPage, 1u << 20);
  REQUIRE_MESSAGE(page, kPage << " cannot be read");
  return *page;
}

// "`a`, `b`"
template <typename Names>
std::string list_of(const Names& names) {
  std::string list;
  for (const std::string_view name : names) {
    if (!list.empty()) list += ", ";
    list.append("`").append(name).append("`");
  }
  return list;
}

// A row for all templates that may use the same names.
std::vector<std::string> rows_of_templates() {
  std::vector<std::string> rows;
  std::vector<std::string_view> seen;
  for (const TemplateContract& contract : template_contracts()) {
    if (std::ranges::find(seen, contract.name) != seen.end()) continue;
    std::vector<std::string_view> templates;
    for (const TemplateContract& other : template_contracts()) {
      if (std::ranges::equal(other.names, contract.names)) templates.push_back(other.name);
    }
    seen.insert(seen.end(), templates.begin(), templates.end());
    rows.push_back("| " + list_of(templates) + " | " + list_of(contract.names) + " |\n");
  }
  return rows;
}

// The names of the variables that tokens.css sets, once each.
std::vector<std::string> tokens() {
  std::vector<std::string> names;
  for (const EmbeddedTheme& theme : embedded_themes()) {
    for (const EmbeddedFile& file : theme.files) {
      if (file.path != "css/tokens.css") continue;
      for (std::size_t at = file.bytes.find("\n  --"); at != std::string_view::npos;
           at = file.bytes.find("\n  --", at + 1)) {
        names.emplace_back(file.bytes.substr(at + 3, file.bytes.find(':', at) - at - 3));
      }
    }
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

TEST_SUITE("the manual's page about themes") {
  TEST_CASE("has every template with the names it may use, as contracts.cc has them") {
    const std::string page = manual();
    for (const std::string& row : rows_of_templates()) {
      CHECK_MESSAGE(page.find(row) != std::string::npos, kPage << " lacks the line\n" << row);
    }
  }
  TEST_CASE("has every variable of the style sheets, and no other") {
    const std::string page = manual();
    const std::vector<std::string> all = tokens();
    REQUIRE(all.size() > 40);
    for (const std::string& name : all) {
      CHECK_MESSAGE(page.find("`" + name + "`") != std::string::npos, kPage << " lacks " << name);
    }
    for (std::size_t at = page.find("`--"); at != std::string::npos;
         at = page.find("`--", at + 1)) {
      const std::string name = page.substr(at + 1, page.find('`', at + 1) - at - 1);
      if (name == "--only") continue;
      CHECK_MESSAGE(std::ranges::find(all, name) != all.end(), "no theme has " << name);
    }
  }
  TEST_CASE("has every theme that carnet brings along") {
    const std::string page = manual();
    for (const EmbeddedTheme& theme : embedded_themes()) {
      CHECK(page.find("`" + std::string(theme.name) + "`") != std::string::npos);
    }
  }
}

}  // namespace
}  // namespace carnet
