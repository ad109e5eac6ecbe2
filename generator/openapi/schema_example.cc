#include "openapi/schema_example.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "openapi/example_scalar.h"

namespace carnet::openapi {
namespace {

YamlNode make_map() {
  YamlNode node;
  node.kind = YamlNode::Kind::Map;
  return node;
}

// Counting stops at `limit`.
std::size_t count_nodes(const YamlNode& root, std::size_t limit) {
  std::size_t count = 0;
  std::vector<const YamlNode*> open = {&root};
  while (!open.empty() && count < limit) {
    const YamlNode* node = open.back();
    open.pop_back();
    ++count;
    for (const YamlNode& item : node->items) open.push_back(&item);
    for (const YamlEntry& entry : node->entries) open.push_back(&entry.value);
  }
  return count;
}

// Adds the entries of `part`, unless they are there.
void add_entries(YamlNode& map, YamlNode part) {
  for (YamlEntry& entry : part.entries) {
    if (map.find(entry.key) == nullptr) map.entries.push_back(std::move(entry));
  }
}

class ExampleMaker {
 public:
  explicit ExampleMaker(Direction direction) : direction_(direction) {}

  // Nothing where there is no end to it, or too much.
  std::optional<YamlNode> make(const Schema& schema) {
    if (schema.is_never || nodes_ >= kMaxExampleNodes) return std::nullopt;
    ++nodes_;
    if (const YamlNode* given = find_given(schema)) {
      const std::size_t count = count_nodes(*given, kMaxExampleNodes);
      if (nodes_ + count > kMaxExampleNodes && !open_.empty()) return std::nullopt;
      nodes_ += count;
      return *given;
    }
    if (open_.size() >= kMaxExampleDepth ||
        std::find(open_.begin(), open_.end(), &schema) != open_.end()) {
      return std::nullopt;
    }
    open_.push_back(&schema);
    std::optional<YamlNode> made = build(schema);
    open_.pop_back();
    return made;
  }

 private:
  static const YamlNode* find_given(const Schema& schema) {
    if (!schema.examples.empty()) return schema.examples.front();
    if (schema.default_value != nullptr) return schema.default_value;
    if (schema.constant != nullptr) return schema.constant;
    if (!schema.enumeration.empty()) return schema.enumeration.front().value;
    return nullptr;
  }

  std::optional<YamlNode> build(const Schema& schema) {
    std::optional<YamlNode> value;
    if (!schema.types.empty() || !schema.properties.empty()) value = build_type(schema);
    for (const Schema* part : schema.all_of) merge(value, make(*part));
    // A part that has no end is no choice; the next one may have.
    for (const auto* choices : {&schema.one_of, &schema.any_of}) {
      for (const Schema* choice : *choices) {
        std::optional<YamlNode> made = make(*choice);
        if (!made) continue;
        const bool is_base = value && value->kind != made->kind;
        if (is_base) value.reset();
        // What is chosen says more than what all have in common.
        if (value && value->kind == YamlNode::Kind::Map) {
          add_entries(*made, std::move(*value));
        }
        value = std::move(made);
        set_discriminator(schema, *choice, *value);
        break;
      }
    }
    if (!value && schema.types.empty()) {
      const bool is_left_open =
          schema.all_of.empty() && schema.one_of.empty() && schema.any_of.empty();
      if (is_left_open) value = schema.is_nullable ? YamlNode() : text_within(schema);
    }
    return value;
  }

  static void merge(std::optional<YamlNode>& value, std::optional<YamlNode> part) {
    if (!part) return;
    if (!value) {
      value = std::move(part);
    } else if (value->kind == YamlNode::Kind::Map) {
      add_entries(*value, std::move(*part));
    }
  }

  static void set_discriminator(const Schema& schema, const Schema& choice, YamlNode& value) {
    for (const DiscriminatorTarget& target : schema.discriminator.targets) {
      if (target.schema != &choice) continue;
      for (YamlEntry& entry : value.entries) {
        if (entry.key == schema.discriminator.property) entry.value = make_text(target.value);
      }
      return;
    }
  }

  std::optional<YamlNode> build_type(const Schema& schema) {
    const std::string_view type =
        schema.types.empty() ? std::string_view("object") : std::string_view(schema.types.front());
    if (type == "object") return build_object(schema);
    if (type == "array") return build_array(schema);
    if (type == "integer") return integer_within(schema.limits);
    if (type == "number") return number_within(schema.limits);
    if (type == "boolean") return make_word("true");
    if (type == "null") return YamlNode();
    if (type == "file") return make_text("(binary)");
    return text_within(schema);
  }

  bool is_left_out(const SchemaProperty& property) const {
    const Schema& schema = *property.schema;
    if (direction_ == Direction::Request ? schema.is_read_only : schema.is_write_only) return true;
    return schema.is_deprecated && !property.is_required;
  }

  YamlNode build_object(const Schema& schema) {
    YamlNode object = make_map();
    for (const SchemaProperty& property : schema.properties) {
      if (is_left_out(property)) continue;
      std::optional<YamlNode> value = make(*property.schema);
      if (!value && property.is_required && nodes_ < kMaxExampleNodes) {
        value = nothing_of(*property.schema);
      }
      if (value) object.entries.push_back({property.name, {}, std::move(*value)});
    }
    if (schema.properties.empty() && schema.additional_properties != nullptr &&
        schema.one_of.empty() && schema.any_of.empty()) {
      std::optional<YamlNode> value = make(*schema.additional_properties);
      if (value) object.entries.push_back({"key", {}, std::move(*value)});
    }
    return object;
  }

  // Where a schema has no end.
  static YamlNode nothing_of(const Schema& schema) {
    YamlNode nothing;
    if (schema.is_nullable) return nothing;
    if (schema.has_type("array")) nothing.kind = YamlNode::Kind::Sequence;
    if (schema.has_type("object")) nothing.kind = YamlNode::Kind::Map;
    return nothing;
  }

  YamlNode build_array(const Schema& schema) {
    YamlNode array;
    array.kind = YamlNode::Kind::Sequence;
    for (const Schema* item : schema.prefix_items) {
      std::optional<YamlNode> value = make(*item);
      array.items.push_back(value ? std::move(*value) : nothing_of(*item));
    }
    const Schema* item = schema.items != nullptr ? schema.items : schema.contains;
    if (item == nullptr || size_in_limit(schema.limits.max_items, 1) == 0) return array;
    constexpr std::size_t kMaxItems = 3;
    const std::size_t least = std::min(size_in_limit(schema.limits.min_items, 1), kMaxItems);
    const std::size_t wanted = schema.limits.has_unique_items ? 1 : std::max<std::size_t>(least, 1);
    while (array.items.size() < wanted) {
      std::optional<YamlNode> value = make(*item);
      if (!value) break;
      array.items.push_back(std::move(*value));
    }
    return array;
  }

  Direction direction_;
  std::size_t nodes_ = 0;
  std::vector<const Schema*> open_;
};

}  // namespace

std::optional<YamlNode> make_example(const Schema& schema, Direction direction) {
  return ExampleMaker(direction).make(schema);
}

YamlNode example_of(const Schema& schema, Direction direction) {
  return make_example(schema, direction).value_or(YamlNode());
}

}  // namespace carnet::openapi
