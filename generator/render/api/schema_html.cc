#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "base/url.h"
#include "openapi/json_text.h"
#include "render/api/api_writer.h"

namespace carnet {
namespace {

using openapi::Schema;

// So many values are read in a line.
constexpr std::size_t kValuesInLine = 24;
// Lists of lists: nobody means more.
constexpr std::size_t kMaxTypeDepth = 6;

bool is_list(const Schema& schema) { return schema.has_type("array") || schema.items != nullptr; }

bool is_map(const Schema& schema) {
  return schema.additional_properties != nullptr && schema.properties.empty() &&
         schema.one_of.empty() && schema.any_of.empty();
}

// The schema whose name says what this one is: `$ref` with a description beside it has none.
const Schema& named_by(const Schema& schema) {
  const bool is_other = schema.name.empty() && schema.includes.size() == 1;
  return is_other ? *schema.includes.front() : schema;
}

std::string range_of(std::string_view least, std::string_view most) {
  if (least == most) return std::string(least);
  if (least.empty()) return "≤ " + std::string(most);
  if (most.empty()) return "≥ " + std::string(least);
  return std::string(least) + "–" + std::string(most);
}

std::string bounds_of(const openapi::SchemaLimits& limits) {
  std::string words;
  if (!limits.minimum.empty()) {
    words = (limits.is_minimum_exclusive ? "> " : "≥ ") + limits.minimum;
  }
  if (!limits.maximum.empty()) {
    if (!words.empty()) words += ", ";
    words += (limits.is_maximum_exclusive ? "< " : "≤ ") + limits.maximum;
  }
  return words;
}

std::string_view key_of(ShownChoice::Kind kind) {
  constexpr std::string_view kKeys[] = {"api_one_of", "api_any_of", "api_all_of", "api_not",
                                        "api_if",     "api_then",   "api_else",   "api_dependent"};
  return kKeys[static_cast<std::size_t>(kind)];
}

// A text without its quotes, unless one would not see it.
std::string value_words(const YamlNode& value) {
  std::string words = openapi::to_plain_text(value);
  return trim(words).size() < words.size() || words.empty() ? openapi::to_json_line(value) : words;
}

// How a value called `name` is written as XML, where that is no element of this name:
// `<photos><photo>`, `id="…"`.
std::string xml_words(const Schema& schema, std::string_view name) {
  const openapi::XmlForm& form = schema.xml;
  const auto name_of = [&](const openapi::XmlForm& xml) {
    const std::string own = xml.name.empty() ? std::string(name) : xml.name;
    return own.empty() || xml.prefix.empty() ? own : xml.prefix + ":" + own;
  };
  const std::string own = name_of(form);
  if (own.empty()) return {};
  if (form.is_attribute) return own + "=\"…\"";
  std::string element = own;
  if (!form.name_space.empty()) {
    element += form.prefix.empty() ? " xmlns" : " xmlns:" + form.prefix;
    element += "=\"" + form.name_space + "\"";
  }
  if (is_list(schema)) {
    const std::string item = schema.items == nullptr ? own : name_of(schema.items->xml);
    if (form.is_wrapped) return "<" + element + "><" + item + ">";
    return item == name ? std::string() : "<" + item + ">";
  }
  return element == name ? std::string() : "<" + element + ">";
}

std::string id_of_model(const Schema& schema) { return "model:" + schema.name; }

}  // namespace

// A name leads to where the schema is told, unless that is here.
void ApiWriter::schema_name(const Schema& schema, const ShownSchema& shown) {
  const bool is_elsewhere = &schema == shown.inner && (shown.inside == ShownSchema::Inside::Named ||
                                                       shown.inside == ShownSchema::Inside::Itself);
  if (!is_elsewhere) return text(schema.name);
  const auto& places = renderer_.context().site.api.schema_places;
  const auto place = places.find(&schema);
  if (place != places.end()) return link(url_of(&place->second), schema.name);
  if (shown.is_on_page) return link("#" + encode_url(id_of_model(schema)), schema.name);
  text(schema.name);
}

void ApiWriter::type_words(const Schema& schema, std::size_t depth, const ShownSchema& shown) {
  if (schema.is_never) {
    out() += "never";
    return;
  }
  std::string_view separator;
  const auto next = [&] {
    out() += separator;
    separator = " | ";
  };
  if (is_list(schema) && schema.items != nullptr && schema.prefix_items.empty() &&
      depth < kMaxTypeDepth) {
    next();
    const Schema& items = *schema.items;
    const bool is_sum = items.types.size() + (items.is_nullable ? 1 : 0) > 1;
    if (is_sum) out() += '(';
    type_words(items, depth + 1, shown);
    out() += is_sum ? ")[]" : "[]";
  } else if (const Schema& named = named_by(schema);
             !named.name.empty() && &named != told_ &&
             (schema.types.empty() || schema.has_type("object"))) {
    next();
    schema_name(named, shown);
  } else if (is_map(schema) && depth < kMaxTypeDepth) {
    next();
    out() += "Map&lt;string, ";
    const Schema& value = *schema.additional_properties;
    value.name.empty() ? type_words(value, depth + 1, shown) : text(value.name);
    out() += "&gt;";
  } else {
    for (const std::string& type : schema.types) {
      next();
      text(type);
    }
    if (schema.types.empty()) {
      next();
      if (schema.constant != nullptr || !schema.enumeration.empty()) {
        out() += "enum";
      } else {
        text(word(!schema.one_of.empty()   ? "api_one_of"
                  : !schema.any_of.empty() ? "api_any_of"
                                           : "api_any"));
      }
    }
  }
  if (schema.is_nullable) out() += " | null";
  std::string_view form = schema.format;
  if (form.empty()) form = schema.content_media_type;
  if (!form.empty()) {
    out() += " · ";
    text(form);
  }
}

void ApiWriter::type(const ShownSchema& shown) {
  out() += " <span class=\"type\">";
  type_words(*shown.schema, 0, shown);
  out() += "</span>";
  if (shown.inside == ShownSchema::Inside::Itself) badge(word("api_itself"));
}

void ApiWriter::marks(const Schema& schema) {
  if (schema.is_read_only) badge(word("api_read_only"));
  if (schema.is_write_only) badge(word("api_write_only"));
  if (schema.is_deprecated) badge(word("api_deprecated"));
  if (!schema.stability.empty()) badge(schema.stability);
}

void ApiWriter::values(std::string_view key, const std::vector<const YamlNode*>& values) {
  if (values.empty()) return;
  out() += "<span>";
  text(word(key));
  bool is_first = true;
  for (const YamlNode* value : values) {
    out() += is_first ? " " : ", ";
    is_first = false;
    std::string words = value_words(*value);
    if (words.size() > 200) words = std::string(prefix_of(words, 200)) + "…";
    code(words);
  }
  out() += "</span> ";
}

void ApiWriter::facts(const Schema& schema, std::string_view name) {
  facts_line([&] {
    if (schema.default_value != nullptr) values("api_default", {schema.default_value});
    if (schema.constant != nullptr) values("api_constant", {schema.constant});
    const auto add = [&](std::string_view key, std::string_view words) {
      if (!words.empty()) fact(key, words);
    };
    const openapi::SchemaLimits& limits = schema.limits;
    add("", bounds_of(limits));
    add("api_multiple_of", limits.multiple_of);
    add("api_length", limits.min_length.empty() && limits.max_length.empty()
                          ? std::string()
                          : range_of(limits.min_length, limits.max_length));
    add("api_pattern", limits.pattern);
    add("api_count", limits.min_items.empty() && limits.max_items.empty()
                         ? std::string()
                         : range_of(limits.min_items, limits.max_items));
    add("api_properties", limits.min_properties.empty() && limits.max_properties.empty()
                              ? std::string()
                              : range_of(limits.min_properties, limits.max_properties));
    if (limits.has_unique_items) fact("api_unique", {});
    std::vector<const YamlNode*> simple;
    for (const YamlNode* example : schema.examples) {
      if (example->kind == YamlNode::Kind::Scalar) simple.push_back(example);
    }
    values("api_example", simple);
    add("api_discriminator", schema.discriminator.property);
    if (schema.has_no_other_properties && !schema.properties.empty()) fact("api_no_others", {});
    if (!name.empty()) {
      if (const std::string xml = xml_words(schema, name); !xml.empty()) {
        out() += "<span>XML ";
        code(xml);
        out() += "</span> ";
      }
    }
  });
}

void ApiWriter::enumeration(const Schema& schema) {
  if (schema.enumeration.empty()) return;
  const auto& all = schema.enumeration;
  const bool is_described = std::any_of(
      all.begin(), all.end(), [](const auto& value) { return !value.description.empty(); });
  if (!is_described && all.size() <= kValuesInLine) {
    std::vector<const YamlNode*> plain;
    plain.reserve(all.size());
    for (const openapi::EnumValue& value : all) plain.push_back(value.value);
    facts_line([&] { values("api_values", plain); });
    return;
  }
  const bool is_long = all.size() > kValuesInLine;
  if (is_long) {
    open_fold("inside");
    out() += "><summary>";
    text(word("api_values"));
    out() += " <span class=\"type\">" + std::to_string(all.size()) + "</span></summary>\n";
  } else {
    out() += "\n<p class=\"facts\"><span>";
    text(word("api_values"));
    out() += "</span></p>\n";
  }
  out() += "<ul class=\"values\">\n";
  for (const openapi::EnumValue& value : all) {
    out() += "<li>";
    code(value_words(*value.value));
    out() += ' ';
    description(value.description);
    out() += "</li>\n";
  }
  out() += is_long ? "</ul>\n</details>\n" : "</ul>\n";
}

void ApiWriter::body_schema(const ShownSchema& shown) {
  const Schema& schema = *shown.schema;
  const bool has_id = shown.is_first && shown.inside == ShownSchema::Inside::Shown;
  out() += "\n<div class=\"model\"";
  if (has_id) renderer_.attribute("id", id_of_model(*shown.inner));
  out() += ">\n<p class=\"field\">";
  type(shown);
  told_ = nullptr;
  marks(schema);
  out() += "</p>";
  description(schema.description);
  facts(schema, named_by(schema).name);
  enumeration(schema);
  if (shown.inner != shown.schema) {
    description(shown.inner->description);
    facts(*shown.inner);
    enumeration(*shown.inner);
  }
  inside(shown);
  external_docs(schema.external_docs);
  out() += "</div>\n";
}

void ApiWriter::inside(const ShownSchema& shown) {
  if (!shown.fields.empty() || !shown.inner->other_required.empty()) {
    out() += "\n<ul class=\"fields\">\n";
    for (const ShownField& each : shown.fields) field(each);
    for (const std::string& name : shown.inner->other_required) {
      out() += "<li><p class=\"field\">";
      code(name);
      out() += " <span class=\"required\">";
      text(word("required"));
      out() += "</span></p></li>\n";
    }
    out() += "</ul>\n";
  }
  choices(shown);
}

void ApiWriter::field(const ShownField& field) {
  const Schema& schema = *field.schema.schema;
  out() += "<li><p class=\"field\">";
  switch (field.role) {
    case ShownField::Role::Property: code(field.name); break;
    case ShownField::Role::Pattern: code("/" + std::string(field.name) + "/"); break;
    case ShownField::Role::Others: text(word("api_others")); break;
    case ShownField::Role::Item: text(word("api_item")); break;
  }
  type(field.schema);
  if (field.is_required) {
    out() += " <span class=\"required\">";
    text(word("required"));
    out() += "</span>";
  }
  marks(schema);
  out() += "</p>";
  description(schema.description);
  facts(schema, field.role == ShownField::Role::Property ? field.name : std::string_view());
  enumeration(schema);
  if (field.schema.inner != &schema) {
    facts(*field.schema.inner);
    enumeration(*field.schema.inner);
  }
  external_docs(schema.external_docs);
  fold_of(field.schema);
  while (out().ends_with('\n')) out().pop_back();
  out() += "</li>\n";
}

void ApiWriter::fold_of(const ShownSchema& shown) {
  if (shown.inside == ShownSchema::Inside::Cut) {
    out() += "\n<p class=\"facts\">…</p>";
    return;
  }
  if (shown.inside != ShownSchema::Inside::Shown) return;
  open_fold("inside");
  if (shown.is_first) renderer_.attribute("id", id_of_model(*shown.inner));
  out() += "><summary>";
  const bool has_names = !shown.fields.empty() || !shown.inner->other_required.empty();
  text(word(has_names ? "api_properties" : "api_forms"));
  if (!shown.inner->name.empty()) {
    out() += ' ';
    code(shown.inner->name);
  }
  out() += "</summary>";
  if (shown.inner != shown.schema) description(shown.inner->description);
  inside(shown);
  out() += "</details>";
}

void ApiWriter::choices(const ShownSchema& shown) {
  for (std::size_t i = 0; i < shown.choices.size();) {
    const ShownChoice::Kind kind = shown.choices[i].kind;
    out() += "\n<p class=\"facts\"><span>";
    text(word(key_of(kind)));
    out() += "</span></p>\n<ul class=\"fields\">\n";
    for (; i < shown.choices.size() && shown.choices[i].kind == kind; ++i) {
      const ShownChoice& choice = shown.choices[i];
      const Schema& schema = *choice.schema.schema;
      out() += "<li><p class=\"field\">";
      if (!schema.title.empty() && schema.title != schema.name) {
        out() += "<span>";
        text(schema.title);
        out() += "</span>";
      }
      if (kind == ShownChoice::Kind::Dependent) {
        code(choice.value);
      } else {
        type(choice.schema);
      }
      if (!choice.value.empty() && kind != ShownChoice::Kind::Dependent) {
        out() += ' ';
        code(shown.inner->discriminator.property + " = " + std::string(choice.value));
      }
      marks(schema);
      out() += "</p>";
      description(schema.description);
      facts(schema);
      enumeration(schema);
      fold_of(choice.schema);
      while (out().ends_with('\n')) out().pop_back();
      out() += "</li>\n";
    }
    out() += "</ul>\n";
  }
}

}  // namespace carnet
