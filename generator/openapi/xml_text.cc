#include "openapi/xml_text.h"

#include <string>
#include <string_view>
#include <utility>

#include "base/html_escape.h"
#include "base/text.h"
#include "openapi/json_text.h"

namespace carnet::openapi {
namespace {

// Whatever the file calls it, an element must have a name that XML allows.
std::string element_name(std::string_view name) {
  std::string safe;
  for (const char c : name) {
    const bool is_allowed = is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.' ||
                            c == ':' || static_cast<unsigned char>(c) >= 0x80;
    safe += is_allowed ? c : '_';
  }
  if (safe.empty() || is_digit(safe[0]) || safe[0] == '-' || safe[0] == '.') safe.insert(0, 1, '_');
  return safe;
}

std::string name_of(const Schema* schema, std::string_view otherwise) {
  if (schema == nullptr || schema->xml.name.empty()) return element_name(otherwise);
  const XmlForm& form = schema->xml;
  return element_name(form.prefix.empty() ? form.name : form.prefix + ":" + form.name);
}

const Schema* find_property(const Schema* schema, std::string_view name) {
  if (schema == nullptr) return nullptr;
  for (const SchemaProperty& property : schema->properties) {
    if (property.name == name) return property.schema;
  }
  return nullptr;
}

class XmlWriter {
 public:
  void write(const YamlNode& value, const Schema* schema, const std::string& name,
             std::size_t depth) {
    const XmlForm* form = schema == nullptr ? nullptr : &schema->xml;
    if (value.kind == YamlNode::Kind::Sequence) {
      write_list(value, schema, name, depth);
      return;
    }
    open_line(depth);
    out_ += '<' + name;
    if (form != nullptr && !form->name_space.empty()) {
      const std::string key = form->prefix.empty() ? "xmlns" : "xmlns:" + form->prefix;
      out_ += ' ' + key + "=\"" + escape_html(form->name_space) + '"';
    }
    if (value.kind != YamlNode::Kind::Map) {
      const std::string text = value.kind == YamlNode::Kind::Null ? "" : value.text;
      out_ += text.empty() ? "/>" : ">" + escape_html(text) + "</" + name + ">";
      return;
    }
    bool has_children = false;
    for (const YamlEntry& entry : value.entries) {
      const Schema* property = find_property(schema, entry.key);
      if (property == nullptr || !property->xml.is_attribute) {
        has_children = true;
        continue;
      }
      out_ += ' ' + name_of(property, entry.key) + "=\"" + escape_html(to_plain_text(entry.value)) +
              '"';
    }
    out_ += has_children ? ">" : "/>";
    if (!has_children) return;
    for (const YamlEntry& entry : value.entries) {
      const Schema* property = find_property(schema, entry.key);
      if (property != nullptr && property->xml.is_attribute) continue;
      write(entry.value, property, name_of(property, entry.key), depth + 1);
    }
    open_line(depth);
    out_ += "</" + name + ">";
  }

  std::string take() { return std::move(out_); }

 private:
  // Each item is an element, of the name of the list unless the items have their own; a wrapped
  // list is an element around them.
  void write_list(const YamlNode& value, const Schema* schema, const std::string& name,
                  std::size_t depth) {
    const Schema* items = schema == nullptr ? nullptr : schema->items;
    // At the top there is one element, whatever the file says.
    const bool is_wrapped = depth == 0 || (schema != nullptr && schema->xml.is_wrapped);
    const std::string item_name =
        name_of(items, items != nullptr && depth == 0 && !items->name.empty() ? items->name : name);
    if (is_wrapped) {
      open_line(depth);
      out_ += '<' + name + '>';
    }
    for (const YamlNode& item : value.items) {
      write(item, items, item_name, is_wrapped ? depth + 1 : depth);
    }
    if (is_wrapped) {
      open_line(depth);
      out_ += "</" + name + ">";
    }
  }

  void open_line(std::size_t depth) {
    out_ += '\n';
    out_.append(2 * depth, ' ');
  }

  std::string out_ = R"(<?xml version="1.0" encoding="UTF-8"?>)";
};

}  // namespace

std::string to_xml(const YamlNode& value, const Schema* schema) {
  XmlWriter writer;
  const bool is_list = value.kind == YamlNode::Kind::Sequence;
  const std::string otherwise = schema != nullptr && !schema->name.empty() ? schema->name
                                : is_list                                  ? "list"
                                                                           : "root";
  writer.write(value, schema, name_of(schema, otherwise), 0);
  return writer.take();
}

}  // namespace carnet::openapi
