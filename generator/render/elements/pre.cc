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
  explicit CodeText(const Node& code) { add(code, Weight::Normal); }

  std::string text;
  std::vector<CodePiece> pieces;

  // A line that is bold throughout is GitBook's way of marking it.
  std::vector<LineMark> marks() {
    end_line();
    const bool has_any = std::find(marks_.begin(), marks_.end(), LineMark::Marked) != marks_.end();
    return has_any ? std::move(marks_) : std::vector<LineMark>();
  }

 private:
  enum class Weight : std::uint8_t { Normal, Bold };

  void add(const Node& node, Weight weight) {
    for (const Node& child : node.children()) {
      if (child.kind == NodeKind::Text) {
        pieces.push_back({&child, text.size()});
        text += child.text;
        weigh(child.text, weight);
      } else if (child.kind == NodeKind::SoftBreak) {
        text += '\n';
        end_line();
      }
      add(child, is_bold(child) ? Weight::Bold : weight);
    }
  }

  void weigh(std::string_view words, Weight weight) {
    for (const char c : words) {
      if (c == '\n') {
        end_line();
      } else if (!is_space(c)) {
        (weight == Weight::Bold ? has_bold_ : has_normal_) = true;
      }
    }
  }

  void end_line() {
    marks_.push_back(has_bold_ && !has_normal_ ? LineMark::Marked : LineMark::None);
    has_bold_ = has_normal_ = false;
  }

  std::vector<LineMark> marks_;
  bool has_bold_ = false;
  bool has_normal_ = false;
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

  CodeText words(code);
  CodeColours colours(words.text, renderer.colour(words.text, look.language));
  std::string html = renderer.render_code(code, words.pieces, colours);
  renderer.render_template("blocks/code",
                           code_view(std::move(html), words.text, words.marks(), look));
  renderer.line();
}

}  // namespace carnet
