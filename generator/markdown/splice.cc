#include "markdown/splice.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace carnet {
namespace {

// A copy with everything below it. Numbers of footnotes grow by `footnotes`.
Node& copy(const Node& node, Document& to, std::uint16_t origin, std::uint32_t footnotes) {
  Node& made = to.create(node.kind, node.begin, node.end);
  made = node;
  made.parent = made.previous = made.next = made.first_child = made.last_child = nullptr;
  made.origin = origin;
  const bool is_footnote = node.kind == NodeKind::Footnote;
  if ((is_footnote || node.kind == NodeKind::FootnoteReference) && node.number != kNoNumber) {
    made.number += footnotes;
  }
  if (is_footnote) to.footnotes.push_back(&made);
  for (const Node& child : node.children()) {
    append_child(made, copy(child, to, origin, footnotes));
  }
  return made;
}

void collect_references(Node& node, std::vector<Node*>& references) {
  for (Node* child = node.first_child; child != nullptr; child = child->next) {
    if (child->kind == NodeKind::Footnote) continue;
    if (child->kind == NodeKind::FootnoteReference) references.push_back(child);
    collect_references(*child, references);
  }
}

void collect_definitions(Node& node, std::vector<Node*>& definitions) {
  for (Node* child = node.first_child; child != nullptr; child = child->next) {
    if (child->kind == NodeKind::Footnote && child->number - 1 < definitions.size()) {
      definitions[child->number - 1] = child;
    }
    collect_definitions(*child, definitions);
  }
}

}  // namespace

Node* splice(const Document& from, Document& to, std::uint16_t origin, Node& place) {
  const auto footnotes = static_cast<std::uint32_t>(to.footnotes.size());
  Node* first = nullptr;
  for (const Node& node : from.root().children()) {
    Node& made = copy(node, to, origin, footnotes);
    insert_before(place, made);
    if (first == nullptr) first = &made;
  }
  unlink(place);
  return first;
}

void renumber_footnotes(Document& document) {
  if (document.footnotes.empty()) return;
  std::vector<Node*> definitions(document.footnotes.size());
  collect_definitions(document.root(), definitions);
  std::vector<Node*> references;
  collect_references(document.root(), references);

  constexpr auto kMaxLevel = std::numeric_limits<std::uint8_t>::max();
  std::vector<std::size_t> calls(definitions.size());
  std::vector<std::uint32_t> numbers(definitions.size());
  document.footnotes.clear();
  // Footnotes that are called may call others: the list grows as it is read.
  for (std::size_t i = 0; i < references.size(); ++i) {
    Node& reference = *references[i];
    const std::size_t old = reference.number - 1;
    if (old >= definitions.size() || definitions[old] == nullptr) continue;
    if (calls[old]++ == 0) {
      document.footnotes.push_back(definitions[old]);
      numbers[old] = static_cast<std::uint32_t>(document.footnotes.size());
      collect_references(*definitions[old], references);
    }
    reference.number = numbers[old];
    reference.level = static_cast<std::uint8_t>(std::min<std::size_t>(calls[old], kMaxLevel));
  }
  for (std::size_t old = 0; old < definitions.size(); ++old) {
    if (definitions[old] != nullptr && calls[old] > 0) definitions[old]->number = numbers[old];
  }
}

TreeSize measure_tree(const Node& node) {
  TreeSize size;
  for (const Node& child : node.children()) {
    const TreeSize below = measure_tree(child);
    size.nodes += below.nodes + 1;
    size.levels = std::max(size.levels, below.levels + 1);
  }
  return size;
}

}  // namespace carnet
