#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "markdown/code_language.h"
#include "render/code/colours.h"
#include "render/code_view.h"
#include "render/elements/elements.h"
#include "render/elements/parts.h"
#include "symbols/emoji.h"

namespace carnet {
namespace {

// True if a `<pre>` holds nothing beside its `<code>`.
bool only_code(const Node& pre) {
  return std::all_of(pre.children().begin(), pre.children().end(), [](const Node& child) {
    return child.is_element("code") || (child.kind == NodeKind::Text && trim(child.text).empty());
  });
}

bool is_bold(const Node& node) {
  return node.kind == NodeKind::Strong || node.is_element("strong") || node.is_element("b");
}

// The words of a code that has elements in it.
class CodeText {
 public:
  CodeText(const Node& code, std::string_view language) {
    add(code, Weight::Normal);
    MarkedCode marked = read_code_marks(text, language);
    for (CodePiece& piece : pieces) {
      piece.begin = marked.place_of(piece.begin);
      piece.end = marked.place_of(piece.end);
    }
    text = std::move(marked.text);
    marks = std::move(marked.lines);
    mark_bold_lines();
  }

  std::string text;  // Without the comments that are marks.
  std::vector<CodePiece> pieces;
  std::vector<LineMark> marks;  // One for each line; empty if nothing is marked.

 private:
  enum class Weight : std::uint8_t { Normal, Bold };

  void add(const Node& node, Weight weight) {
    for (const Node& child : node.children()) {
      if (child.kind == NodeKind::Text) {
        pieces.push_back({&child, text.size(), text.size() + child.text.size()});
        weights_.push_back(weight);
        text += child.text;
      } else if (child.kind == NodeKind::SoftBreak) {
        text += '\n';
      }
      add(child, is_bold(child) ? Weight::Bold : weight);
    }
  }

  // A line that is bold throughout is GitBook's way of marking it.
  void mark_bold_lines() {
    if (std::find(weights_.begin(), weights_.end(), Weight::Bold) == weights_.end()) return;
    marks.resize(count_lines(text));
    std::size_t line = 0;
    bool has_bold = false;
    bool has_normal = false;
    const auto end_line = [&] {
      const bool is_marked = has_bold && !has_normal;
      if (is_marked && line < marks.size() && marks[line] == LineMark::None)
        marks[line] = LineMark::Marked;
      has_bold = has_normal = false;
      ++line;
    };
    std::size_t at = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      // Between pieces there are line ends only.
      for (; at < pieces[i].begin; ++at) end_line();
      for (; at < pieces[i].end; ++at) {
        if (text[at] == '\n') {
          end_line();
        } else if (!is_space(text[at])) {
          (weights_[i] == Weight::Bold ? has_bold : has_normal) = true;
        }
      }
    }
    end_line();
    const auto is_none = [](LineMark mark) { return mark == LineMark::None; };
    if (std::all_of(marks.begin(), marks.end(), is_none)) marks.clear();
  }

  std::vector<Weight> weights_;  // Of the pieces.
};

}  // namespace

// Code that GitBook wrote as HTML, because some of it is bold or linked.
void draw_pre(const Node& node, PageRenderer& renderer) {
  renderer.line();
  const Node* child = find_child(node, "code");
  const Node& code = child != nullptr && only_code(node) ? *child : node;
  CodeLook look;
  look.language = code_language(node);
  look.title = attribute_value(node, "data-title");
  const std::optional<std::string> title = replace_emoji_names(look.title);
  if (title) look.title = *title;
  look.wraps = attribute_value(node, "data-overflow") == "wrap";
  look.is_wide = attribute_value(node, "data-full-width") == "true";
  look.is_expandable = attribute_value(node, "data-expandable") == "true";
  // GitBook writes `data-line-numbers` without a value.
  const Attribute* numbers = find_attribute(node, "data-line-numbers");
  look.has_numbers = numbers != nullptr && numbers->value != "false";

  CodeText words(code, look.language);
  CodeColours colours(words.text, renderer.colour(words.text, look.language));
  std::string html = renderer.render_code(code, words.pieces, colours);
  renderer.render_template("blocks/code",
                           code_view(std::move(html), words.text, words.marks, look));
  renderer.line();
}

}  // namespace carnet
