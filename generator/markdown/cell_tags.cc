#include "markdown/cell_tags.h"

#include <cmark-gfm.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>

#include <optional>

#include "base/limits.h"
#include "blocks/registry.h"
#include "markdown/quoted_parts.h"
#include "markdown/tag.h"

// As in convert.cc: Debian does not install the header that declares it.
extern "C" {
extern cmark_node_type CMARK_NODE_TABLE;  // NOLINT(readability-identifier-naming)
}

namespace carnet {
namespace {

// A mark is this, the number of the tag in three letters, and filling.
constexpr char kMark = '\x01';
constexpr char kFilling = '\x02';
constexpr std::size_t kMarkSize = 4;
constexpr std::size_t kMaxMarks = 26 * 26 * 26;

struct Found {
  std::size_t begin;
  std::size_t end;
  const BlockSpec* block;
  bool is_end;
  bool is_complete = false;
};

std::vector<Found> find_tags(std::string_view line) {
  std::vector<Found> found;
  QuotedParts quoted(line);
  for (std::size_t i = line.find('%', 1);
       i != std::string_view::npos && found.size() < kMaxTagsInLine; i = line.find('%', i + 1)) {
    if ((line[i - 1] != '{' && line[i - 1] != '<') || quoted.contain(i - 1)) continue;
    const std::optional<ParsedTag> tag = parse_tag(line.substr(i - 1));
    const BlockSpec* block = tag ? find_block(tag->name) : nullptr;
    if (block == nullptr || tag->length < kMarkSize) continue;
    found.push_back({i - 1, i - 1 + tag->length, block, tag->is_end});
    i = found.back().end - 1;
  }
  return found;
}

bool ends_cell(std::string_view text) {
  for (std::size_t i = text.find('|'); i != std::string_view::npos; i = text.find('|', i + 1)) {
    if (i == 0 || text[i - 1] != '\\') return true;
  }
  return false;
}

void find_pairs(std::string_view line, std::vector<Found>& tags) {
  std::vector<Found*> open;
  const auto leave = [&] {
    open.back()->is_complete = open.back()->block->closing == BlockSpec::Closing::Optional;
    open.pop_back();
  };
  for (Found& tag : tags) {
    if (!tag.is_end) {
      tag.is_complete = tag.block->closing == BlockSpec::Closing::Never;
      if (!tag.is_complete) open.push_back(&tag);
      continue;
    }
    bool is_open = false;
    for (const Found* other : open) is_open = is_open || other->block == tag.block;
    if (!is_open) continue;
    while (open.back()->block != tag.block) leave();
    Found& opening = *open.back();
    if (ends_cell(line.substr(opening.end, tag.begin - opening.end))) {
      leave();
    } else {
      opening.is_complete = tag.is_complete = true;
      open.pop_back();
    }
  }
  while (!open.empty()) leave();
}

std::string make_mark(std::size_t number, std::size_t length) {
  std::string mark(length, kFilling);
  mark[0] = kMark;
  for (std::size_t i = 3; i > 0; --i, number /= 26) mark[i] = static_cast<char>('A' + number % 26);
  return mark;
}

// The tag whose mark `text` begins with, or nullptr.
const CellTag* read_mark(std::string_view text, const std::vector<CellTag>& tags) {
  if (text.size() < kMarkSize) return nullptr;
  std::size_t number = 0;
  for (std::size_t i = 1; i < kMarkSize; ++i) {
    if (text[i] < 'A' || text[i] > 'Z') return nullptr;
    number = number * 26 + static_cast<std::size_t>(text[i] - 'A');
  }
  if (number >= tags.size()) return nullptr;
  return text.starts_with(make_mark(number, tags[number].length)) ? &tags[number] : nullptr;
}

class Placer {
 public:
  Placer(Document& document, std::string_view text, const std::vector<CellTag>& tags)
      : document_(document), text_(text), tags_(tags) {}

  void place(Node& parent) {
    for (Node* child = parent.first_child; child != nullptr;) {
      Node* next = child->next;
      if (parent.kind == NodeKind::TableCell && child->kind == NodeKind::Text) {
        cut(*child);
      } else {
        child->text = restore(child->text);
        child->detail = restore(child->detail);
        place(*child);
      }
      child = next;
    }
  }

 private:
  // Calls `visit` with each mark in `text`.
  template <typename Visit>
  void visit_marks(std::string_view text, const Visit& visit) const {
    for (std::size_t i = text.find(kMark); i != std::string_view::npos;
         i = text.find(kMark, i + 1)) {
      if (const CellTag* tag = read_mark(text.substr(i), tags_)) visit(i, *tag);
    }
  }

  void cut(Node& node) {
    const std::string_view text = node.text;
    std::size_t copied = 0;
    const auto copy = [&](std::size_t end) {
      if (end == copied) return;
      Node& piece = document_.create(NodeKind::Text, node.begin, node.end);
      piece.text = text.substr(copied, end - copied);
      insert_before(node, piece);
    };
    visit_marks(text, [&](std::size_t at, const CellTag& tag) {
      copy(at);
      insert_before(node, document_.create(NodeKind::Tag, tag.offset, tag.offset + tag.length));
      copied = at + tag.length;
    });
    if (copied == 0) return;
    copy(text.size());
    unlink(node);
  }

  std::string_view restore(std::string_view text) {
    std::string restored;
    visit_marks(text, [&](std::size_t at, const CellTag& tag) {
      if (restored.empty()) restored = text;
      restored.replace(at, tag.length, text_.substr(tag.offset, tag.length));
    });
    return restored.empty() ? text : document_.keep(restored);
  }

  Document& document_;
  std::string_view text_;
  const std::vector<CellTag>& tags_;
};

}  // namespace

bool is_in_table(const cmark_parser& parser) {
  const cmark_node* node = parser.current;
  for (int levels = 0; node != nullptr && levels < 3; node = node->parent, ++levels) {
    if (node->type == CMARK_NODE_TABLE) return true;
  }
  return false;
}

std::string mark_cell_tags(std::string_view line, std::uint32_t offset,
                           std::vector<CellTag>& tags) {
  std::vector<Found> found = find_tags(line);
  find_pairs(line, found);
  std::string marked(line);
  for (const Found& tag : found) {
    if (!tag.is_complete || tags.size() >= kMaxMarks) continue;
    const std::size_t length = tag.end - tag.begin;
    marked.replace(tag.begin, length, make_mark(tags.size(), length));
    tags.push_back(
        {offset + static_cast<std::uint32_t>(tag.begin), static_cast<std::uint32_t>(length)});
  }
  return marked;
}

void place_cell_tags(Document& document, std::string_view text, const std::vector<CellTag>& tags) {
  if (!tags.empty()) Placer(document, text, tags).place(document.root());
}

}  // namespace carnet
