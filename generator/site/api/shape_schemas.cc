#include "site/api/shape_schemas.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "base/limits.h"

namespace carnet {
namespace {

using openapi::Schema;

// Trees inside each other that are shown at once: readers lose the thread below.
constexpr std::size_t kWholeDepth = 4;
// A named schema with so few fields is shown again rather than linked to.
constexpr std::size_t kSmallFields = 5;

std::size_t count_inside(const Schema& schema) {
  return schema.properties.size() + schema.pattern_properties.size() + schema.prefix_items.size() +
         schema.one_of.size() + schema.any_of.size() + schema.all_of.size() +
         (schema.not_schema != nullptr ? 1 : 0) + (schema.if_schema != nullptr ? 1 : 0) +
         (schema.then_schema != nullptr ? 1 : 0) + (schema.else_schema != nullptr ? 1 : 0) +
         (schema.contains != nullptr ? 1 : 0) + schema.other_required.size() +
         schema.dependents.size() + (schema.additional_properties != nullptr ? 1 : 0);
}

std::string_view value_of(const Schema& schema, const Schema& choice) {
  for (const openapi::DiscriminatorTarget& target : schema.discriminator.targets) {
    if (target.schema == &choice) return target.value;
  }
  return {};
}

}  // namespace

const Schema& innermost(const Schema& schema) {
  const Schema* inner = &schema;
  // A list may hold itself.
  for (std::size_t i = 0; i < kMaxShownDepth && inner->items != nullptr; ++i) {
    if (!inner->prefix_items.empty()) break;
    inner = inner->items;
  }
  // `$ref` with a description beside it: what is inside is that of the other.
  const bool is_other = inner->name.empty() && inner->includes.size() == 1 &&
                        count_inside(*inner) == count_inside(*inner->includes.front());
  return is_other ? *inner->includes.front() : *inner;
}

ShownSchema SchemaShaper::shape(const Schema& schema) { return shape(schema, 0); }

ShownSchema SchemaShaper::shape_aside(const Schema& schema) {
  return shape(schema, told_.contains(&innermost(schema)) ? kWholeDepth : 0);
}

std::vector<const Schema*> SchemaShaper::take_untold() {
  std::vector<const Schema*> untold;
  std::swap(untold, untold_);
  std::erase_if(untold, [&](const Schema* schema) { return told_.contains(schema); });
  return untold;
}

ShownSchema SchemaShaper::shape(const Schema& schema, std::size_t depth) {
  ShownSchema shown;
  shown.schema = &schema;
  const Schema& inner = innermost(schema);
  shown.inner = &inner;
  const std::size_t inside = count_inside(inner);
  if (inside == 0) return shown;
  if (std::find(open_.begin(), open_.end(), &inner) != open_.end()) {
    shown.inside = ShownSchema::Inside::Itself;
    shown.is_on_page = !inner.name.empty();
    return shown;
  }
  const bool is_named = !inner.name.empty();
  const bool is_told = told_.contains(&inner) || told_elsewhere_.contains(&inner);
  const bool is_full = fields_ >= kMaxShownFields;
  if (is_named && depth > 0) {
    const bool is_large = inside > kSmallFields;
    if ((is_told && is_large) || depth >= kWholeDepth || is_full) {
      shown.inside = ShownSchema::Inside::Named;
      if (!is_told && !is_full && named_.insert(&inner).second) untold_.push_back(&inner);
      shown.is_on_page = told_.contains(&inner) || named_.contains(&inner);
      return shown;
    }
  }
  if (open_.size() >= kMaxShownDepth || (is_full && depth > 0) || fields_ >= 4 * kMaxShownFields) {
    shown.inside = is_named ? ShownSchema::Inside::Named : ShownSchema::Inside::Cut;
    shown.is_on_page = told_.contains(&inner);
    return shown;
  }
  shown.inside = ShownSchema::Inside::Shown;
  if (is_named) shown.is_first = told_.insert(&inner).second;
  open_.push_back(&inner);
  add_inside(shown, depth);
  open_.pop_back();
  return shown;
}

void SchemaShaper::add_inside(ShownSchema& shown, std::size_t depth) {
  const Schema& schema = *shown.inner;
  const auto add = [&](ShownField::Role role, std::string_view name, const Schema& inside) {
    ++fields_;
    ShownField& field = shown.fields.emplace_back();
    field.role = role;
    field.name = name;
    field.schema = shape(inside, depth + 1);
    return &field;
  };
  for (const openapi::SchemaProperty& property : schema.properties) {
    add(ShownField::Role::Property, property.name, *property.schema)->is_required =
        property.is_required;
  }
  for (const openapi::SchemaProperty& property : schema.pattern_properties) {
    add(ShownField::Role::Pattern, property.name, *property.schema);
  }
  if (schema.additional_properties != nullptr) {
    add(ShownField::Role::Others, {}, *schema.additional_properties);
  }
  for (const Schema* item : schema.prefix_items) add(ShownField::Role::Item, {}, *item);
  if (!schema.prefix_items.empty() && schema.items != nullptr) {
    add(ShownField::Role::Others, {}, *schema.items);
  }
  add_choices(shown, schema.one_of, ShownChoice::Kind::OneOf, depth);
  add_choices(shown, schema.any_of, ShownChoice::Kind::AnyOf, depth);
  add_choices(shown, schema.all_of, ShownChoice::Kind::AllOf, depth);
  add_choice(shown, schema.not_schema, ShownChoice::Kind::Not, depth);
  add_choice(shown, schema.if_schema, ShownChoice::Kind::If, depth);
  add_choice(shown, schema.then_schema, ShownChoice::Kind::Then, depth);
  add_choice(shown, schema.else_schema, ShownChoice::Kind::Else, depth);
  for (const openapi::SchemaProperty& dependent : schema.dependents) {
    add_choice(shown, dependent.schema, ShownChoice::Kind::Dependent, depth);
    shown.choices.back().value = dependent.name;
  }
}

void SchemaShaper::add_choices(ShownSchema& shown, const std::vector<const Schema*>& schemas,
                               ShownChoice::Kind kind, std::size_t depth) {
  for (const Schema* schema : schemas) add_choice(shown, schema, kind, depth);
}

void SchemaShaper::add_choice(ShownSchema& shown, const Schema* schema, ShownChoice::Kind kind,
                              std::size_t depth) {
  if (schema == nullptr) return;
  ++fields_;
  ShownChoice& choice = shown.choices.emplace_back();
  choice.kind = kind;
  choice.value = value_of(*shown.inner, *schema);
  choice.schema = shape(*schema, depth + 1);
}

}  // namespace carnet
