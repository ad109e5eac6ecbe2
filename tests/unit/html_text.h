// Raw HTML with slots as one line of text, and the tree it becomes as another, so that a
// test of them is one line, too. `[a]` is an inline slot, `{a}` a block, `[_]` a space.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/html_escape.h"
#include "base/text.h"
#include "html/parse_html.h"

namespace carnet {

inline bool is_slot_at(std::string_view text, std::size_t i) {
  return i + 2 < text.size() && (is_letter(text[i + 1]) || text[i + 1] == '_') &&
         ((text[i] == '[' && text[i + 2] == ']') || (text[i] == '{' && text[i + 2] == '}'));
}

// The slot's number is its letter. Views of `text`.
inline std::vector<HtmlPiece> to_pieces(std::string_view text) {
  std::vector<HtmlPiece> pieces;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && !is_slot_at(text, i)) continue;
    if (i > begin) {
      pieces.push_back(
          {.html = text.substr(begin, i - begin), .offset = static_cast<std::uint32_t>(begin)});
    }
    if (i == text.size()) break;
    HtmlSlotKind kind = text[i] == '{'       ? HtmlSlotKind::Block
                        : text[i + 1] == '_' ? HtmlSlotKind::Space
                                             : HtmlSlotKind::Inline;
    pieces.push_back(
        {.html = {}, .offset = static_cast<std::uint32_t>(i), .slot = text[i + 1], .kind = kind});
    begin = i + 3;
    i += 2;
  }
  return pieces;
}

inline void append_html(const HtmlFragment& fragment, HtmlFragment::Siblings nodes,
                        std::string& out) {
  for (const HtmlNode& node : nodes) {
    switch (node.kind) {
      case HtmlNode::Kind::Text: append_escaped(out, node.text); break;
      case HtmlNode::Kind::RawText: out += node.text; break;
      case HtmlNode::Kind::Slot:
        out += node.is_block ? '{' : '[';
        out += static_cast<char>(node.slot);
        out += node.is_block ? '}' : ']';
        break;
      case HtmlNode::Kind::Element:
        out += '<';
        out += node.name;
        for (const HtmlAttribute& attribute : fragment.attributes(node)) {
          out += ' ';
          out += attribute.name;
          if (attribute.value.empty()) continue;
          out += "=\"";
          append_escaped(out, attribute.value);
          out += '"';
        }
        out += '>';
        if (element(node.tag).is_void()) break;
        append_html(fragment, fragment.children(node), out);
        out += "</";
        out += node.name;
        out += '>';
    }
  }
}

inline std::string to_html(const HtmlFragment& fragment) {
  std::string out;
  append_html(fragment, fragment.roots(), out);
  return out;
}

// "dropped-html@3-9 " for each diagnostic: its code, and the bytes it is about.
inline std::string to_codes(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    out += info(diagnostic.kind).code;
    out += '@';
    out += std::to_string(diagnostic.where.begin) + '-' + std::to_string(diagnostic.where.end);
    out += ' ';
  }
  return out;
}

}  // namespace carnet
