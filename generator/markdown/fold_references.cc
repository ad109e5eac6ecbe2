#include "markdown/fold_references.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.h"

namespace carnet {
namespace {

constexpr std::string_view kNotePrefix = "#user-content-fn-";
constexpr std::uint8_t kMaxLevel = 255;

bool leads_to_person(std::string_view url) {
  for (std::string_view prefix :
       {"https://app.gitbook.com/u/", "http://app.gitbook.com/u/", "//app.gitbook.com/u/"}) {
    if (url.starts_with(prefix)) return true;
  }
  return false;
}

std::string_view destination_of(const Node& node) {
  if (node.kind == NodeKind::Link) return node.text;
  return node.is_element("a") ? attribute_value(node, "href") : std::string_view();
}

class Folder {
 public:
  explicit Folder(Document& document)
      : document_(document), references_(document.footnotes.size(), 0) {
    for (const Node* note : document.footnotes) notes_.emplace(to_lower(note->detail), note);
  }

  void fold_children(Node& node) {
    for (Node* child = node.first_child; child != nullptr;) {
      Node* next = fold(*child);
      fold_children(*child);
      child = next;
    }
  }

 private:
  // Returns what is to be folded next; `node` may have gone into it.
  Node* fold(Node& node) {
    const std::string_view url = destination_of(node);
    if (url.starts_with(kNotePrefix)) {
      if (Node* reference = find_reference(node, url.substr(kNotePrefix.size()))) {
        insert_reference(node, *reference);
        return reference;
      }
    } else if (leads_to_person(url)) {
      Node* first = node.first_child;
      Node* next = node.next;
      while (Node* child = node.first_child) {
        unlink(*child);
        insert_before(node, *child);
      }
      unlink(node);
      return first != nullptr ? first : next;
    } else if (node.kind == NodeKind::FootnoteReference) {
      count(node);
    }
    return node.next;
  }

  // The reference that stands behind these words, or a new one; nullptr if there is no note.
  Node* find_reference(const Node& words, std::string_view label) {
    if (words.next != nullptr && words.next->kind == NodeKind::FootnoteReference) return words.next;
    const auto note = notes_.find(to_lower(label));
    if (note == notes_.end()) return nullptr;
    Node& reference = document_.create(NodeKind::FootnoteReference, words.begin, words.end);
    reference.number = note->second->number;
    reference.detail = note->second->detail;
    return &reference;
  }

  static void insert_reference(Node& words, Node& reference) {
    if (reference.parent == nullptr) insert_before(words, reference);
    while (Node* child = words.first_child) {
      unlink(*child);
      append_child(reference, *child);
    }
    unlink(words);
  }

  void count(Node& reference) {
    if (reference.number == 0 || reference.number > references_.size()) return;
    std::uint8_t& count = references_[reference.number - 1];
    if (count < kMaxLevel) ++count;
    reference.level = count;
  }

  Document& document_;
  std::unordered_map<std::string, const Node*> notes_;  // By their labels.
  std::vector<std::uint8_t> references_;                // To each note, so far.
};

}  // namespace

void fold_references(Document& document, std::string_view text) {
  if (document.footnotes.empty() && text.find("app.gitbook.com/u/") == text.npos) return;
  Folder(document).fold_children(document.root());
}

}  // namespace carnet
