#include "openapi/example.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "base/limits.h"
#include "base/text.h"
#include "base/url.h"

namespace carnet::openapi {
namespace {

YamlNode make_text(std::string text) {
  YamlNode node;
  node.kind = YamlNode::Kind::Scalar;
  node.style = YamlNode::Style::Quoted;
  node.text = std::move(text);
  return node;
}

YamlNode make_word(std::string word) {
  YamlNode node = make_text(std::move(word));
  node.style = YamlNode::Style::Plain;
  return node;
}

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

std::optional<double> number_of(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// Of a limit such as `minLength`; `otherwise` where none is given, or none that makes sense.
std::size_t size_of(std::string_view text, std::size_t otherwise) {
  std::size_t size = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
  return error == std::errc() && end == text.data() + text.size() ? size : otherwise;
}

std::string print_number(double number) {
  constexpr double kLargest = 1e15;
  if (number > -kLargest && number < kLargest &&
      number == static_cast<double>(static_cast<std::int64_t>(number))) {
    return std::to_string(static_cast<std::int64_t>(number));
  }
  char buffer[32];
  const auto [end, error] = std::to_chars(std::begin(buffer), std::end(buffer), number);
  return error == std::errc() ? std::string(buffer, end) : "1";
}

// 1 where that is allowed, or else the number that is next to a limit.
YamlNode number_within(const SchemaLimits& limits, bool is_integer) {
  double number = 1;
  const double step = is_integer ? 1 : 0.5;
  const auto minimum = number_of(limits.minimum);
  const auto maximum = number_of(limits.maximum);
  const auto multiple = number_of(limits.multiple_of);
  if (multiple && *multiple > 0) number = *multiple;
  if (minimum && (number < *minimum || (number == *minimum && limits.is_minimum_exclusive))) {
    number = *minimum + (limits.is_minimum_exclusive ? step : 0);
    if (multiple && *multiple > 0 && *minimum / *multiple < 1e15 && *minimum / *multiple > -1e15) {
      auto times = static_cast<std::int64_t>(*minimum / *multiple);
      while (static_cast<double>(times) * *multiple < number) ++times;
      number = static_cast<double>(times) * *multiple;
    }
  }
  if (maximum && (number > *maximum || (number == *maximum && limits.is_maximum_exclusive))) {
    number = *maximum - (limits.is_maximum_exclusive ? step : 0);
  }
  return make_word(print_number(number));
}

std::string text_of_format(const Schema& schema) {
  static constexpr std::pair<std::string_view, std::string_view> kFormats[] = {
      {"date", "2024-01-15"},
      {"date-time", "2024-01-15T09:30:00Z"},
      {"time", "09:30:00Z"},
      {"duration", "P1D"},
      {"email", "user@example.com"},
      {"idn-email", "user@example.com"},
      {"hostname", "example.com"},
      {"idn-hostname", "example.com"},
      {"ipv4", "192.0.2.1"},
      {"ipv6", "2001:db8::1"},
      {"uri", "https://example.com"},
      {"url", "https://example.com"},
      {"iri", "https://example.com"},
      {"uri-reference", "/path"},
      {"uri-template", "/items/{id}"},
      {"uuid", "3fa85f64-5717-4562-b3fc-2c963f66afa6"},
      {"byte", "dGV4dA=="},
      {"binary", "(binary)"},
      {"password", "********"},
      {"json-pointer", "/items/0"},
      {"regex", "^[a-z]+$"},
  };
  for (const auto& [format, text] : kFormats) {
    if (equals_ignoring_case(schema.format, format)) return std::string(text);
  }
  std::string text = "string";
  constexpr std::size_t kMaxPadding = 64;
  const std::size_t least = std::min(size_of(schema.limits.min_length, 0), kMaxPadding);
  const std::size_t most = size_of(schema.limits.max_length, text.size());
  const std::string word = text;
  while (text.size() < least) text += word;
  if (least > word.size()) text.resize(std::max(least, std::min(text.size(), most)));
  if (text.size() > most) text.resize(std::max(most, least));
  return text;
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
      if (is_left_open) value = schema.is_nullable ? YamlNode() : make_text(text_of_format(schema));
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
    if (type == "integer") return number_within(schema.limits, true);
    if (type == "number") return number_within(schema.limits, false);
    if (type == "boolean") return make_word("true");
    if (type == "null") return YamlNode();
    if (type == "file") return make_text("(binary)");
    return make_text(text_of_format(schema));
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
    if (item == nullptr || size_of(schema.limits.max_items, 1) == 0) return array;
    constexpr std::size_t kMaxItems = 3;
    const std::size_t least = std::min(size_of(schema.limits.min_items, 1), kMaxItems);
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

// "application/json; charset=utf-8" -> "application/json".
std::string bare_type(std::string_view media_type) {
  return to_lower(trim(media_type.substr(0, media_type.find(';'))));
}

bool is_json_lines(std::string_view type) {
  return type.ends_with("ndjson") || type.ends_with("jsonl") || type.ends_with("json-seq") ||
         type.ends_with("x-json-stream");
}

// Bytes that nobody reads: nothing can be made up for them.
bool is_binary(std::string_view type) {
  for (const std::string_view prefix : {"image/", "audio/", "video/", "font/"}) {
    if (type.starts_with(prefix) && type != "image/svg+xml") return true;
  }
  return type == "application/octet-stream" || type == "application/pdf" ||
         type == "application/zip" || type == "application/gzip";
}

std::string form_text(const YamlNode& value, std::string_view between,
                      std::string (*write)(std::string_view)) {
  std::string out;
  for (const YamlEntry& entry : value.entries) {
    const bool is_list = entry.value.kind == YamlNode::Kind::Sequence;
    const std::size_t count = is_list ? entry.value.items.size() : 1;
    for (std::size_t i = 0; i < count; ++i) {
      const YamlNode& item = is_list ? entry.value.items[i] : entry.value;
      if (!out.empty()) out += between;
      out += write(entry.key) + "=" + write(to_plain_text(item));
    }
  }
  return out;
}

std::string as_it_is(std::string_view text) { return std::string(text); }

bool looks_like_json(std::string_view text) {
  const std::string_view trimmed = trim(text);
  return trimmed.starts_with('{') || trimmed.starts_with('[');
}

void set_text(BodyExample& example, const MediaType& media_type, const YamlNode& value) {
  const std::string type = bare_type(media_type.type);
  const bool is_text = value.kind == YamlNode::Kind::Scalar && !is_json_word(value);
  if (is_text && (!is_json(type) || looks_like_json(value.text))) {
    // It stands there as it is sent.
    example.text = trim_end(value.text);
    example.language = is_json(type) ? "json" : is_xml(type) ? "xml" : "";
    if (type.ends_with("yaml")) example.language = "yaml";
    if (type == "text/html") example.language = "html";
    if (type == "text/csv") example.language = "csv";
    return;
  }
  if (is_xml(type)) {
    example.text = to_xml(value, media_type.schema);
    example.language = "xml";
  } else if (is_form(type) && value.kind == YamlNode::Kind::Map) {
    const bool is_encoded = type == "application/x-www-form-urlencoded";
    example.text =
        is_encoded ? form_text(value, "&", encode_component) : form_text(value, "\n", as_it_is);
  } else if (is_json_lines(type) && value.kind == YamlNode::Kind::Sequence) {
    for (const YamlNode& item : value.items) {
      example.text += (example.text.empty() ? "" : "\n") + to_json_line(item);
    }
    example.language = "json";
  } else if (type.starts_with("text/") && value.kind == YamlNode::Kind::Scalar) {
    example.text = value.text;
  } else {
    example.text = to_json(value);
    example.language = type.ends_with("yaml") ? "yaml" : "json";
  }
}

}  // namespace

YamlNode example_of(const Schema& schema, Direction direction) {
  return ExampleMaker(direction).make(schema).value_or(YamlNode());
}

bool is_json(std::string_view media_type) {
  const std::string type = bare_type(media_type);
  return type.ends_with("/json") || type.ends_with("+json") || type == "*/*" ||
         type == "application/*" || type.empty();
}

bool is_xml(std::string_view media_type) {
  const std::string type = bare_type(media_type);
  return type.ends_with("/xml") || type.ends_with("+xml");
}

bool is_form(std::string_view media_type) {
  const std::string type = bare_type(media_type);
  return type.starts_with("multipart/") || type == "application/x-www-form-urlencoded";
}

YamlNode example_value(const MediaType& media_type, Direction direction) {
  for (const Example& example : media_type.examples) {
    if (example.value != nullptr) return *example.value;
  }
  if (media_type.schema == nullptr) return {};
  return example_of(*media_type.schema, direction);
}

YamlNode example_value(const Parameter& parameter) {
  for (const Example& example : parameter.examples) {
    if (example.value != nullptr) return *example.value;
  }
  if (!parameter.content.empty()) {
    return example_value(parameter.content.front(), Direction::Request);
  }
  if (parameter.schema == nullptr) return make_text("string");
  return example_of(*parameter.schema, Direction::Request);
}

std::vector<BodyExample> examples_of(const MediaType& media_type, Direction direction) {
  std::vector<BodyExample> examples;
  for (const Example& given : media_type.examples) {
    BodyExample example;
    example.name = given.name;
    example.summary = given.summary;
    example.description = given.description;
    example.external_url = given.external_url;
    if (given.value != nullptr) set_text(example, media_type, *given.value);
    if (given.value != nullptr || !example.external_url.empty()) {
      examples.push_back(std::move(example));
    }
  }
  if (!examples.empty() || media_type.schema == nullptr) return examples;
  const Schema& schema = *media_type.schema;
  if (is_binary(bare_type(media_type.type)) && schema.examples.empty()) return examples;
  if (is_any(schema) && schema.examples.empty() && schema.default_value == nullptr) return examples;
  // Named ones of the schema are all worth seeing.
  if (schema.examples.size() > 1) {
    for (const YamlNode* value : schema.examples) {
      set_text(examples.emplace_back(), media_type, *value);
    }
    return examples;
  }
  const std::optional<YamlNode> made = ExampleMaker(direction).make(schema);
  if (made) set_text(examples.emplace_back(), media_type, *made);
  return examples;
}

}  // namespace carnet::openapi
