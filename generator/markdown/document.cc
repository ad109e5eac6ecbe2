#include "markdown/document.h"

#include <algorithm>
#include <limits>
#include <new>
#include <type_traits>

namespace carnet {
namespace {

// Enough for a page of a few screens; larger ones grow by themselves.
constexpr std::size_t kFirstBlock = 4096;

// The arena gives its memory back in one piece, without destructors.
static_assert(std::is_trivially_destructible_v<Node>);

void append_plain_text(const Node& node, std::string& out) {
  switch (node.kind) {
    case NodeKind::Text:
    case NodeKind::Code:
    case NodeKind::Formula:
    case NodeKind::CodeBlock: out += node.text; return;
    case NodeKind::SoftBreak:
    case NodeKind::LineBreak: out += ' '; return;
    case NodeKind::Element:
      if (node.text == "br") out += ' ';
      if (node.text == "img") out += attribute_value(node, "alt");
      break;
    default: break;
  }
  for (const Node& child : node.children()) append_plain_text(child, out);
}

}  // namespace

Document::Document(SourceId source)
    : origins_{{source, {}}},
      memory_(std::make_unique<std::pmr::monotonic_buffer_resource>(kFirstBlock)) {
  root_ = &create(NodeKind::Document, 0, 0);
}

Node& Document::create(NodeKind kind, std::uint32_t begin, std::uint32_t end) {
  Node* node = new (memory_->allocate(sizeof(Node), alignof(Node))) Node;
  node->kind = kind;
  node->begin = begin;
  node->end = end;
  return *node;
}

std::uint16_t Document::add_origin(SourceId source, std::string_view path) {
  for (std::size_t i = 1; i < origins_.size(); ++i) {
    if (origins_[i].source == source) return static_cast<std::uint16_t>(i);
  }
  if (origins_.size() > std::numeric_limits<std::uint16_t>::max()) return 0;
  origins_.push_back({source, std::string(path)});
  return static_cast<std::uint16_t>(origins_.size() - 1);
}

std::string_view Document::keep(std::string_view text) {
  if (text.empty()) return {};
  char* copy = static_cast<char*>(memory_->allocate(text.size(), 1));
  std::copy(text.begin(), text.end(), copy);
  return {copy, text.size()};
}

std::span<const Attribute> Document::keep(std::span<const Attribute> attributes) {
  if (attributes.empty()) return {};
  auto* copies = static_cast<Attribute*>(
      memory_->allocate(attributes.size() * sizeof(Attribute), alignof(Attribute)));
  std::uninitialized_copy(attributes.begin(), attributes.end(), copies);
  for (Attribute& attribute : std::span(copies, attributes.size())) {
    attribute.name = keep(attribute.name);
    attribute.value = keep(attribute.value);
  }
  return {copies, attributes.size()};
}

std::string to_plain_text(const Node& node) {
  std::string text;
  append_plain_text(node, text);
  return text;
}

}  // namespace carnet
