#include "openapi/documents.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <unordered_set>
#include <utility>

#include "base/limits.h"
#include "base/nearest.h"
#include "base/path.h"
#include "base/text.h"
#include "base/url.h"

namespace carnet::openapi {
namespace {

constexpr int kMaxPointerDepth = 16;
constexpr std::size_t kFewKeys = 16;

// Looking for the nearest of all keys takes its time, and no one reads more of these.
constexpr std::size_t kMaxSuggested = 50;

constexpr YamlLimits kLimits = {kMaxSpecificationBytes, kMaxSpecificationNodes,
                                kMaxSpecificationDepth};

// RFC 6901: `~1` is a slash, `~0` a tilde. In that order, so that `~01` stays `~1`.
std::string without_pointer_escapes(std::string_view token) {
  return replace_all(replace_all(std::string(token), "~1", "/"), "~0", "~");
}

}  // namespace

const YamlNode* find_reference(const YamlNode& node) {
  if (node.kind != YamlNode::Kind::Map) return nullptr;
  const YamlNode* reference = node.find("$ref");
  return reference != nullptr && reference->kind == YamlNode::Kind::Scalar ? reference : nullptr;
}

std::string name_in(std::string_view reference) {
  const std::size_t hash = reference.find('#');
  if (hash == std::string_view::npos || hash + 1 == reference.size()) {
    return std::string(without_extension(file_name_of(reference.substr(0, hash))));
  }
  const auto parts = split(reference.substr(hash + 1), '/');
  if (parts.size() < 2) return {};
  const std::string_view place = parts[parts.size() - 2];
  if (place != "schemas" && place != "definitions" && place != "$defs") return {};
  return without_pointer_escapes(decode_percent(parts.back()));
}

const YamlNode& Documents::add(SourceId source, std::string path) {
  specification_.documents.push_back(parse_yaml_or_json(
      sources_.text(source), {source, 0, static_cast<std::uint32_t>(sources_.text(source).size())},
      kLimits));
  YamlDocument& parsed = specification_.documents.back();
  for (YamlProblem& problem : parsed.problems) {
    report_.mistake(problem.where, std::move(problem.message), std::move(problem.hint));
  }
  specification_.files.push_back(path);
  Document& document = documents_.emplace_back();
  document.path = path;
  document.root = &parsed.root;
  by_path_[std::move(path)] = &document;
  by_source_[static_cast<std::uint32_t>(source)] = &document;
  return parsed.root;
}

Documents::Document* Documents::find_document(std::string_view path) {
  if (const auto known = by_path_.find(path); known != by_path_.end()) return known->second;
  const bool is_too_many = by_path_.size() >= kMaxSpecificationFiles;
  const std::optional<SourceId> source = is_too_many ? std::nullopt : find_text_(path);
  if (!source) return by_path_[std::string(path)] = nullptr;
  // The same text may have two paths.
  const auto same = by_source_.find(static_cast<std::uint32_t>(*source));
  if (same != by_source_.end()) return by_path_[std::string(path)] = same->second;
  add(*source, std::string(path));
  return &documents_.back();
}

const YamlNode* Documents::child(const YamlNode& node, std::string_view key) {
  if (node.kind == YamlNode::Kind::Map) {
    if (node.entries.size() <= kFewKeys) return node.find(key);
    auto& keys = keys_[&node];
    if (keys.empty()) {
      for (const YamlEntry& entry : node.entries) keys[entry.key] = &entry.value;
    }
    const auto found = keys.find(key);
    return found == keys.end() ? nullptr : found->second;
  }
  if (node.kind != YamlNode::Kind::Sequence) return nullptr;
  std::size_t index = 0;
  const char* end = key.data() + key.size();
  const auto [stopped, error] = std::from_chars(key.data(), end, index);
  if (error != std::errc() || stopped != end || index >= node.items.size()) return nullptr;
  return &node.items[index];
}

Documents::Target Documents::find_pointer(Document& document, std::string_view pointer) {
  const YamlNode* node = document.root;
  for (const std::string_view part : split(pointer.substr(1), '/')) {
    const std::string key = without_pointer_escapes(part);
    const YamlNode* next = child(*node, key);
    const YamlNode* reference = next == nullptr ? child(*node, "$ref") : nullptr;
    if (reference != nullptr && reference->kind == YamlNode::Kind::Scalar) {
      if (depth_ >= kMaxPointerDepth) return {nullptr, "this `$ref` leads round in circles", ""};
      ++depth_;
      const Target through = find(reference->text, reference->span.source);
      --depth_;
      if (through.node != nullptr) next = child(*through.node, key);
    }
    if (next == nullptr) {
      std::string hint;
      if (node->kind == YamlNode::Kind::Map && ++suggested_ <= kMaxSuggested) {
        std::vector<std::string_view> keys;
        for (const YamlEntry& entry : node->entries) keys.emplace_back(entry.key);
        hint = did_you_mean(find_nearest(key, keys));
      }
      return {nullptr, fmt::format("there is no `{}` where this `$ref` leads", key), hint};
    }
    node = next;
  }
  return {node};
}

const YamlNode* Documents::find_name(Document& document, std::string_view name) {
  if (!document.has_names) {
    document.has_names = true;
    std::vector<const YamlNode*> open = {document.root};
    while (!open.empty()) {
      const YamlNode* node = open.back();
      open.pop_back();
      for (const YamlNode& item : node->items) open.push_back(&item);
      for (const YamlEntry& entry : node->entries) {
        open.push_back(&entry.value);
        if (entry.value.kind != YamlNode::Kind::Scalar) continue;
        if (entry.key == "$id" || entry.key == "$anchor" || entry.key == "id") {
          document.names.emplace(entry.value.text, node);
        }
      }
    }
  }
  const auto found = document.names.find(name);
  return found == document.names.end() ? nullptr : found->second;
}

Documents::Target Documents::find(std::string_view reference, SourceId from) {
  const auto base = by_source_.find(static_cast<std::uint32_t>(from));
  if (base == by_source_.end()) return {nullptr, "this `$ref` leads nowhere", ""};
  Document* document = base->second;
  const std::size_t hash = reference.find('#');
  const std::string_view file = reference.substr(0, hash);
  const std::string fragment =
      hash == std::string_view::npos ? "" : decode_percent(reference.substr(hash + 1));
  if (const YamlNode* named = file.empty() ? nullptr : find_name(*document, file)) {
    if (fragment.empty()) return {named};
    if (!fragment.starts_with('/')) return {nullptr, "this `$ref` leads nowhere", ""};
    Document within;
    within.root = named;
    return find_pointer(within, fragment);
  }
  if (!scheme_of(file).empty() || is_protocol_relative(file)) {
    return {nullptr, "this `$ref` leads to the web",
            "put a copy of that file into the book, and write its path"};
  }
  if (!file.empty()) {
    const auto path = resolve_path(folder_of(document->path), decode_percent(file));
    if (!path) {
      return {nullptr, "this `$ref` leads out of the book", "put that file into the book"};
    }
    document = find_document(*path);
    if (document == nullptr) return {nullptr, fmt::format("there is no file `{}`", *path), ""};
  }
  if (fragment.empty()) return {document->root};
  if (fragment.starts_with('/')) return find_pointer(*document, fragment);
  if (const YamlNode* named = find_name(*document, fragment)) return {named};
  if (const YamlNode* named = find_name(*document, "#" + fragment)) return {named};
  return {nullptr, fmt::format("no schema has the `$anchor` `{}`", fragment),
          "write a path as in `#/components/schemas/Pet`"};
}

const YamlNode* Documents::resolve(const YamlNode& reference) {
  const std::string key =
      std::to_string(static_cast<std::uint32_t>(reference.span.source)) + ' ' + reference.text;
  auto found = found_.find(key);
  if (found == found_.end()) {
    // Not in one step: finding may read a file, and that may find.
    Target target = find(reference.text, reference.span.source);
    found = found_.emplace(key, std::move(target)).first;
  }
  const Target& target = found->second;
  if (target.node == nullptr) report_.unresolved(reference.span, target.message, target.hint);
  return target.node;
}

const YamlNode* Documents::follow(const YamlNode& node) {
  const YamlNode* here = &node;
  std::unordered_set<const YamlNode*> seen;
  while (const YamlNode* reference = find_reference(*here)) {
    if (!seen.insert(here).second) {
      report_.unresolved(find_reference(node)->span, "this `$ref` leads round in circles",
                         "let one of them say what it is");
      return nullptr;
    }
    here = resolve(*reference);
    if (here == nullptr) return nullptr;
  }
  return here;
}

}  // namespace carnet::openapi
