// Schemas are a graph; a page shows trees. Here is decided where these end.

#pragma once

#include <cstddef>
#include <unordered_set>
#include <vector>

#include "openapi/specification.h"
#include "site/api/api_reference.h"

namespace carnet {

// What one page shows of schemas. What is inside of a named schema is told once, where it is met
// first; small ones are repeated, because that is easier to read than a link.
class SchemaShaper {
 public:
  // `told_elsewhere`: schemas that have a place of their own in the site, which can be linked to.
  explicit SchemaShaper(const std::unordered_set<const openapi::Schema*>& told_elsewhere)
      : told_elsewhere_(told_elsewhere) {}

  // A body, a parameter, a header: what readers came for.
  ShownSchema shape(const openapi::Schema& schema);
  // The same for what they rarely look at, such as the body of an error.
  ShownSchema shape_aside(const openapi::Schema& schema);

  // Schemas that were named so far, but are told nowhere: to be shown below. Empties the list.
  std::vector<const openapi::Schema*> take_untold();

 private:
  ShownSchema shape(const openapi::Schema& schema, std::size_t depth);
  void add_inside(ShownSchema& shown, std::size_t depth);
  void add_choices(ShownSchema& shown, const std::vector<const openapi::Schema*>& schemas,
                   ShownChoice::Kind kind, std::size_t depth);
  void add_choice(ShownSchema& shown, const openapi::Schema* schema, ShownChoice::Kind kind,
                  std::size_t depth);

  const std::unordered_set<const openapi::Schema*>& told_elsewhere_;
  std::unordered_set<const openapi::Schema*> told_;
  std::unordered_set<const openapi::Schema*> named_;
  std::vector<const openapi::Schema*> untold_;
  std::vector<const openapi::Schema*> open_;  // That the one being shaped stands inside of.
  std::size_t fields_ = 0;
};

// What the lists of a schema hold: of an array of arrays of pets the pet.
const openapi::Schema& innermost(const openapi::Schema& schema);

}  // namespace carnet
