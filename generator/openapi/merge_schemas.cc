#include "openapi/merge_schemas.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/limits.h"

namespace carnet::openapi {
namespace {

enum class State : std::uint8_t { New, Open, Done };

bool same_value(const YamlNode& one, const YamlNode& other) {
  return one.kind == other.kind && one.text == other.text && one.kind == YamlNode::Kind::Scalar;
}

// "number" allows what "integer" allows.
std::vector<std::string> common_types(const Schema& one, const Schema& other) {
  std::vector<std::string> types;
  for (const std::string& type : one.types) {
    if (other.has_type(type)) types.push_back(type);
    if (type == "integer" && !other.has_type(type) && other.has_type("number")) {
      types.push_back(type);
    }
    if (type == "number" && !one.has_type("integer") && !other.has_type(type) &&
        other.has_type("integer")) {
      types.emplace_back("integer");
    }
  }
  return types;
}

std::vector<EnumValue> common_values(const std::vector<EnumValue>& one,
                                     const std::vector<EnumValue>& other) {
  std::unordered_set<std::string_view> texts;
  for (const EnumValue& value : other) texts.insert(value.value->text);
  std::vector<EnumValue> values;
  for (const EnumValue& value : one) {
    if (texts.count(value.value->text) > 0) values.push_back(value);
  }
  return values;
}

// Takes what `target` does not say itself.
template <typename T>
void take(T& target, const T& part) {
  if (target == T()) target = part;
}

template <typename T>
void take_list(std::vector<T>& target, const std::vector<T>& part) {
  if (target.empty()) target = part;
}

double number_of(const std::string& text) {
  double number = 0;
  std::from_chars(text.data() + (text.starts_with('+') ? 1 : 0), text.data() + text.size(), number);
  return number;
}

enum class Narrower : std::uint8_t { Greater, Less };

// Of two limits the one that allows less; true if it was that of the part.
bool take_limit(std::string& target, const std::string& part, Narrower narrower) {
  if (part.empty()) return false;
  if (!target.empty()) {
    const double one = number_of(target);
    const double other = number_of(part);
    if (narrower == Narrower::Greater ? other <= one : other >= one) return false;
  }
  target = part;
  return true;
}

void merge_limits(SchemaLimits& target, const SchemaLimits& part) {
  if (target.minimum == part.minimum) target.is_minimum_exclusive |= part.is_minimum_exclusive;
  if (target.maximum == part.maximum) target.is_maximum_exclusive |= part.is_maximum_exclusive;
  if (take_limit(target.minimum, part.minimum, Narrower::Greater)) {
    target.is_minimum_exclusive = part.is_minimum_exclusive;
  }
  if (take_limit(target.maximum, part.maximum, Narrower::Less)) {
    target.is_maximum_exclusive = part.is_maximum_exclusive;
  }
  take(target.multiple_of, part.multiple_of);
  take(target.pattern, part.pattern);
  target.has_unique_items |= part.has_unique_items;
  take_limit(target.min_length, part.min_length, Narrower::Greater);
  take_limit(target.max_length, part.max_length, Narrower::Less);
  take_limit(target.min_items, part.min_items, Narrower::Greater);
  take_limit(target.max_items, part.max_items, Narrower::Less);
  take_limit(target.min_contains, part.min_contains, Narrower::Greater);
  take_limit(target.max_contains, part.max_contains, Narrower::Less);
  take_limit(target.min_properties, part.min_properties, Narrower::Greater);
  take_limit(target.max_properties, part.max_properties, Narrower::Less);
}

bool contains(const std::vector<const Schema*>& schemas, const Schema* schema) {
  return std::find(schemas.begin(), schemas.end(), schema) != schemas.end();
}

class Merger {
 public:
  Merger(Specification& specification, Report& report)
      : specification_(specification), report_(report) {}

  void merge_all() {
    // Merging adds to the store.
    std::size_t next = 0;
    while (next < specification_.schema_store.size()) settle(specification_.schema_store[next++]);
  }

 private:
  struct Step {
    Schema* schema;
    std::size_t next = 0;  // The part to be settled.
  };

  // The parts of a schema, and their parts, before itself. Without recursion: allOf nests as deep
  // as a file likes.
  void settle(Schema& root) {
    if (states_[&root] == State::Done) return;
    std::vector<Step> steps;
    states_[&root] = State::Open;
    steps.push_back({&root});
    while (!steps.empty()) {
      Step& step = steps.back();
      Schema& schema = *step.schema;
      if (step.next == schema.all_of.size()) {
        if (!schema.all_of.empty()) merge_parts(schema);
        states_[&schema] = State::Done;
        steps.pop_back();
        continue;
      }
      // All schemas are in our own store.
      auto& part = const_cast<Schema&>(*schema.all_of[step.next]);
      ++step.next;
      State& state = states_[&part];
      if (state == State::Open) {
        if (reported_.insert(&schema).second) {
          report_.mistake(schema.span, "this schema contains itself by `allOf` or `$ref`",
                          "no value can be of such a schema; take that part out");
        }
      } else if (state == State::New) {
        state = State::Open;
        steps.push_back({&part});
      }
    }
  }

  void merge_parts(Schema& schema) {
    std::vector<const Schema*> parts = std::move(schema.all_of);
    schema.all_of.clear();
    const bool is_alone = parts.size() == 1;
    places_.clear();
    std::unordered_set<const Schema*> left;
    std::vector<SchemaProperty> own = std::move(schema.properties);
    schema.properties.clear();
    for (const Schema* part : parts) {
      const bool is_done = states_[part] == State::Done;
      if (!is_done || !can_merge(schema, *part)) {
        if (left.insert(part).second) schema.all_of.push_back(part);
        continue;
      }
      merge_part(schema, *part);
      for (const Schema* other : part->all_of) {
        if (other != &schema && left.insert(other).second) schema.all_of.push_back(other);
      }
      if (is_alone || part->name.empty()) take_words(schema, *part);
      if (is_alone) take_values(schema, *part);
    }
    add_properties(schema, own);
    settle_required(schema);
  }

  bool can_merge(const Schema& schema, const Schema& part) {
    merged_ += part.enumeration.size() + part.other_required.size();
    if (part.properties.size() + merged_ > kMaxMergedProperties) {
      report_.limit(schema.span, "`allOf` repeats more than 200,000 properties",
                    "the parts of such schemas are shown beside each other");
      return false;
    }
    if (part.all_of.size() > kMaxLeftParts || part.is_never != schema.is_never) return false;
    if (!schema.types.empty() && !part.types.empty() && common_types(schema, part).empty()) {
      return false;
    }
    if (!schema.enumeration.empty() && !part.enumeration.empty() &&
        common_values(schema.enumeration, part.enumeration).empty()) {
      return false;
    }
    if (schema.constant != nullptr && part.constant != nullptr &&
        !same_value(*schema.constant, *part.constant)) {
      return false;
    }
    const bool offers_schema = contains(part.one_of, &schema) || contains(part.any_of, &schema);
    if (!offers_schema) {
      if (!schema.one_of.empty() && !part.one_of.empty()) return false;
      if (!schema.any_of.empty() && !part.any_of.empty()) return false;
    }
    if (schema.not_schema != nullptr && part.not_schema != nullptr) return false;
    return schema.if_schema == nullptr || part.if_schema == nullptr;
  }

  void merge_part(Schema& schema, const Schema& part) {
    if (schema.types.empty()) {
      schema.types = part.types;
      schema.is_nullable |= part.is_nullable;
    } else if (!part.types.empty()) {
      schema.types = common_types(schema, part);
    }
    if (!part.name.empty()) schema.includes.push_back(&part);
    take(schema.format, part.format);
    take(schema.content_media_type, part.content_media_type);
    take(schema.content_encoding, part.content_encoding);
    take(schema.constant, part.constant);
    if (schema.enumeration.empty()) {
      schema.enumeration = part.enumeration;
    } else if (!part.enumeration.empty()) {
      schema.enumeration = common_values(schema.enumeration, part.enumeration);
    }
    merge_limits(schema.limits, part.limits);
    schema.is_read_only |= part.is_read_only;
    schema.is_write_only |= part.is_write_only;

    add_properties(schema, part.properties);
    take_list(schema.pattern_properties, part.pattern_properties);
    for (const std::string& name : part.other_required) schema.other_required.push_back(name);
    take(schema.additional_properties, part.additional_properties);
    schema.has_additional_properties |= part.has_additional_properties;
    schema.has_no_other_properties |= part.has_no_other_properties;
    take(schema.property_names, part.property_names);
    schema.items = combine(schema.items, part.items);
    take_list(schema.prefix_items, part.prefix_items);
    take(schema.contains, part.contains);
    for (const SchemaProperty& each : part.dependents) schema.dependents.push_back(each);

    // A base that offers its heirs: they are not offered again by each of them.
    if (!contains(part.one_of, &schema)) take_list(schema.one_of, part.one_of);
    if (!contains(part.any_of, &schema)) take_list(schema.any_of, part.any_of);
    take(schema.not_schema, part.not_schema);
    if (schema.if_schema == nullptr) {
      schema.if_schema = part.if_schema;
      schema.then_schema = part.then_schema;
      schema.else_schema = part.else_schema;
    }
  }

  // What describes the part describes the whole only if there is nothing else, or if the part is
  // nothing of its own.
  static void take_words(Schema& schema, const Schema& part) {
    take(schema.title, part.title);
    take(schema.description, part.description);
    take(schema.stability, part.stability);
    schema.is_deprecated |= part.is_deprecated;
    if (schema.external_docs.url.empty()) schema.external_docs = part.external_docs;
    if (schema.xml.name.empty()) schema.xml = part.xml;
    take(schema.default_value, part.default_value);
  }
  static void take_values(Schema& schema, const Schema& part) {
    take_list(schema.examples, part.examples);
    const bool is_heir =
        std::any_of(part.discriminator.targets.begin(), part.discriminator.targets.end(),
                    [&](const DiscriminatorTarget& target) { return target.schema == &schema; });
    if (schema.discriminator.property.empty() && !is_heir) {
      schema.discriminator = part.discriminator;
    }
  }

  void add_properties(Schema& schema, const std::vector<SchemaProperty>& properties) {
    merged_ += properties.size();
    if (schema.properties.empty()) {
      schema.properties = properties;
      return;
    }
    // Those of this schema, as far as they were needed before.
    for (std::size_t i = places_.size(); i < schema.properties.size(); ++i) {
      places_.emplace(schema.properties[i].name, i);
    }
    for (const SchemaProperty& property : properties) {
      const auto [place, is_new] = places_.emplace(property.name, schema.properties.size());
      if (is_new) {
        schema.properties.push_back(property);
        continue;
      }
      SchemaProperty& known = schema.properties[place->second];
      known.schema = combine(property.schema, known.schema);
      known.is_required |= property.is_required;
    }
  }

  static void settle_required(Schema& schema) {
    if (schema.other_required.empty()) return;
    std::unordered_map<std::string_view, SchemaProperty*> properties;
    for (SchemaProperty& property : schema.properties) properties[property.name] = &property;
    std::vector<std::string> others;
    for (std::string& name : schema.other_required) {
      const auto found = properties.find(name);
      if (found != properties.end()) {
        found->second->is_required = true;
      } else if (std::find(others.begin(), others.end(), name) == others.end()) {
        others.push_back(std::move(name));
      }
    }
    schema.other_required = std::move(others);
  }

  // What both allow; the words of the first one. Each set of schemas is combined once, so that this
  // ends for schemas that contain themselves.
  const Schema* combine(const Schema* one, const Schema* other) {
    if (one == nullptr || one == other) return other;
    if (other == nullptr) return one;
    std::vector<const Schema*> parts;
    for (const Schema* schema : {one, other}) {
      const auto known = combined_parts_.find(schema);
      if (known == combined_parts_.end()) {
        if (!contains(parts, schema)) parts.push_back(schema);
        continue;
      }
      for (const Schema* part : known->second) {
        if (!contains(parts, part)) parts.push_back(part);
      }
    }
    if (const auto known = combined_.find(parts); known != combined_.end()) return known->second;
    if (combined_.size() >= kMaxCombinedSchemas || parts.size() > kMaxCombinedParts) return one;
    Schema& schema = specification_.schema_store.emplace_back();
    schema.span = one->span;
    schema.title = one->title;
    schema.description = one->description;
    schema.all_of = parts;
    combined_parts_.emplace(&schema, parts);
    combined_.emplace(std::move(parts), &schema);
    return &schema;
  }

  // Parts that could not be merged, of a part that is.
  static constexpr std::size_t kMaxLeftParts = 16;
  static constexpr std::size_t kMaxCombinedSchemas = 10'000;
  static constexpr std::size_t kMaxCombinedParts = 16;

  Specification& specification_;
  Report& report_;
  std::unordered_map<const Schema*, State> states_;
  std::unordered_set<const Schema*> reported_;
  std::map<std::vector<const Schema*>, const Schema*> combined_;
  std::unordered_map<const Schema*, std::vector<const Schema*>> combined_parts_;
  // The properties of the schema that is merged now, by their names.
  std::unordered_map<std::string, std::size_t> places_;
  std::size_t merged_ = 0;
};

}  // namespace

void merge_schemas(Specification& specification, Report& report) {
  Merger(specification, report).merge_all();
}

}  // namespace carnet::openapi
