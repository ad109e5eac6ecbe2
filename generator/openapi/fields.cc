#include "openapi/fields.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/nearest.h"
#include "base/text.h"

namespace carnet::openapi {
namespace {

// A map with more keys than any object of OpenAPI has is something else.
constexpr std::size_t kMaxCheckedKeys = 100;

void report_type(std::string_view key, const YamlNode& value, std::string_view expected,
                 Report& report) {
  report.mistake(value.span, fmt::format("`{}` is {}, not {}", key, describe(value), expected));
}

}  // namespace

std::string read_text(std::string_view key, const YamlNode& value, Report& report) {
  if (value.kind == YamlNode::Kind::Scalar) return value.text;
  if (value.kind != YamlNode::Kind::Null) report_type(key, value, "a text", report);
  return {};
}

bool read_flag(std::string_view key, const YamlNode& value, Report& report) {
  if (const auto flag = value.as_bool()) return *flag;
  if (value.kind == YamlNode::Kind::Null) return false;
  report_type(key, value, "`true` or `false`", report);
  return value.kind == YamlNode::Kind::Scalar && value.text == "true";
}

bool is_map(std::string_view key, const YamlNode& value, Report& report) {
  if (value.kind == YamlNode::Kind::Map) return true;
  if (value.kind != YamlNode::Kind::Null) report_type(key, value, "a map", report);
  return false;
}

bool is_list(std::string_view key, const YamlNode& value, Report& report) {
  if (value.kind == YamlNode::Kind::Sequence) return true;
  if (value.kind != YamlNode::Kind::Null) report_type(key, value, "a list", report);
  return false;
}

const YamlNode* Fields::find(std::string_view key) const { return node_.find(key); }

std::string Fields::text(std::string_view key) const {
  const YamlNode* value = find(key);
  return value == nullptr ? std::string() : read_text(key, *value, report_);
}

bool Fields::flag(std::string_view key) const { return flag_or(key, false); }

bool Fields::flag_or(std::string_view key, bool otherwise) const {
  const YamlNode* value = find(key);
  if (value == nullptr || value->kind == YamlNode::Kind::Null) return otherwise;
  return read_flag(key, *value, report_);
}

const YamlNode* Fields::map(std::string_view key) const {
  const YamlNode* value = find(key);
  return value != nullptr && is_map(key, *value, report_) ? value : nullptr;
}

const YamlNode* Fields::list(std::string_view key) const {
  const YamlNode* value = find(key);
  return value != nullptr && is_list(key, *value, report_) ? value : nullptr;
}

std::vector<std::string> Fields::texts(std::string_view key) const {
  std::vector<std::string> texts;
  const YamlNode* value = list(key);
  if (value == nullptr) return texts;
  for (const YamlNode& item : value->items) {
    std::string text = read_text(key, item, report_);
    if (!text.empty()) texts.push_back(std::move(text));
  }
  return texts;
}

void Fields::check(std::span<const std::string_view> known) const {
  if (node_.entries.size() > kMaxCheckedKeys) return;
  for (const YamlEntry& entry : node_.entries) {
    if (entry.key.starts_with("x-") || entry.key.size() > 40) continue;
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
    const std::string_view nearest = find_nearest(entry.key, known);
    // One that is there as well was not meant.
    if (nearest.empty() || has(nearest)) continue;
    // Short words are near to many.
    const std::size_t limit = entry.key.size() <= 5 ? 1 : entry.key.size();
    if (edit_distance(entry.key, nearest, limit) > limit) continue;
    report_.mistake(entry.key_span, fmt::format("unknown key `{}`", entry.key),
                    did_you_mean(nearest));
  }
}

ExternalDocs read_external_docs(const YamlNode& value, Report& report) {
  if (!is_map("externalDocs", value, report)) return {};
  const Fields fields(value, report);
  return {fields.text("url"), fields.text("description")};
}

bool is_hidden(const YamlNode& node) {
  if (node.kind != YamlNode::Kind::Map) return false;
  for (const std::string_view key : {"x-internal", "x-gitbook-ignore"}) {
    const YamlNode* value = node.find(key);
    if (value != nullptr && value->as_bool().value_or(false)) return true;
  }
  return false;
}

}  // namespace carnet::openapi
