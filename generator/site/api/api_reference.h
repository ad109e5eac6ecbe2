// The specifications that a site shows, and what of them stands on which page.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "markdown/node.h"
#include "openapi/specification.h"

namespace carnet {

struct Page;
struct ShownChoice;
struct ShownField;

// A schema as a page shows it: a tree at last, cut where it would become too large.
struct ShownSchema {
  enum class Inside : std::uint8_t {
    None,    // There is nothing that the line of the schema does not say.
    Shown,   // `fields` and `choices` are what is inside.
    Named,   // What is inside is told elsewhere: on this page, or where schemas are.
    Itself,  // It stands inside of itself.
    Cut,     // It lies deeper than anybody reads, or the page is full.
  };

  const openapi::Schema* schema = nullptr;
  // Where what is inside comes from: the schema, or what its lists hold.
  const openapi::Schema* inner = nullptr;
  Inside inside = Inside::None;
  // The first on its page to show what is inside of `inner`, which has a name: others lead to it.
  bool is_first = false;
  // What is Named, or Itself, is told on the same page.
  bool is_on_page = false;
  std::vector<ShownField> fields;
  std::vector<ShownChoice> choices;
};

struct ShownField {
  enum class Role : std::uint8_t {
    Property,
    Pattern,  // Properties whose names match.
    Others,   // All other properties.
    Item,     // At a place in a list.
  };
  Role role = Role::Property;
  std::string_view name{};
  bool is_required = false;
  ShownSchema schema;
};

struct ShownChoice {
  enum class Kind : std::uint8_t { OneOf, AnyOf, AllOf, Not, If, Then, Else, Dependent };
  Kind kind = Kind::OneOf;
  // Of the discriminator, where it means this one; of Dependent, the property that must be given.
  std::string_view value{};
  ShownSchema schema;
};

// What a block of a page shows.
struct ApiBlock {
  enum class Kind : std::uint8_t { Overview, Operation, Webhook, Schemas };

  struct Model {
    const openapi::Schema* schema = nullptr;
    const Node* heading = nullptr;  // Null if the words above say it.
    ShownSchema shown;
  };

  Kind kind = Kind::Overview;
  const openapi::Specification* specification = nullptr;
  int level = 2;  // Of its heading; or what that would be.

  const openapi::Operation* operation = nullptr;
  const Node* heading = nullptr;  // Of the operation. Null if the words above say it.
  bool is_grouped = false;        // Schemas are folded up: a list of names.
  std::vector<Model> models;      // Of Schemas; of an operation, those that it refers to.

  // Parameters, headers and media types, by their addresses.
  std::unordered_map<const void*, ShownSchema> schemas;
  // Descriptions that are more than plain words, by their addresses: the children of these.
  std::unordered_map<const std::string*, const Node*> texts;

  const ShownSchema* find_schema(const void* owner) const {
    const auto found = schemas.find(owner);
    return found == schemas.end() ? nullptr : &found->second;
  }
};

// Where something of a specification can be read.
struct ApiPlace {
  const Page* page = nullptr;
  const Node* heading = nullptr;  // Null: the top of the page.
};

struct ApiReference {
  std::vector<std::unique_ptr<const openapi::Specification>> specifications;
  std::unordered_map<const Node*, ApiBlock> blocks;
  // The first place of each in the order of pages; filled by build_site.
  std::unordered_map<const openapi::Operation*, ApiPlace> operation_places;
  std::unordered_map<const openapi::Schema*, ApiPlace> schema_places;

  // What a block shows; null if its specification is not known, or has no such part.
  const ApiBlock* find(const Node& block) const {
    if (blocks.empty()) return nullptr;
    const auto found = blocks.find(&block);
    return found == blocks.end() ? nullptr : &found->second;
  }
};

}  // namespace carnet
