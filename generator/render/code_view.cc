#include "render/code_view.h"

#include <utility>

#include "blocks/registry.h"
#include "highlight/languages.h"
#include "markdown/code_language.h"
#include "render/code/colours.h"
#include "render/code/lines.h"

namespace carnet {
namespace {

// So many lines of expandable code are shown; css/blocks/code.css has their height.
constexpr std::size_t kFirstLines = 10;

}  // namespace

CodeLook look_of_fence(const Node& code) {
  CodeLook look;
  look.language = code_language(code);
  const Node& block = *code.parent;
  if (block.is_block_of(kCode)) {
    look.title = attribute_value(block, "title");
    look.wraps = attribute_value(block, "overflow") == "wrap";
    look.has_numbers = attribute_value(block, "lineNumbers") == "true";
    look.is_wide = attribute_value(block, "fullWidth") == "true";
    look.is_expandable = attribute_value(block, "expandable") == "true";
  } else if (block.is_block_of(kPrompt)) {
    if (look.language.empty()) look.language = "markdown";
    look.wraps = true;
    look.is_expandable = attribute_value(block, "defaultExpanded") == "partial";
  } else if (block.is_block_of(kCodeTabsItem)) {
    // The title of several is that of the tab.
    const bool is_alone = block.previous == nullptr && block.next == nullptr;
    if (is_alone) look.title = attribute_value(block, "title");
  }
  return look;
}

Value code_view(const Node& code, const CodeLook& look, PageRenderer& renderer) {
  const MarkedCode marked = read_code_marks(code.text, look.language);
  CodeColours colours(marked.text, renderer.colour(marked.text, look.language));
  std::string html;
  colours.append(0, marked.text.size(), html);
  return code_view(std::move(html), marked.text, marked.lines, look);
}

Value code_view(std::string html, std::string_view text, const std::vector<LineMark>& marks,
                const CodeLook& look) {
  Value view = Value::object();
  const std::size_t lines = count_lines(text);
  const bool has_numbers = look.has_numbers && lines > 1;
  if (has_numbers || !marks.empty()) html = in_lines(html, marks);
  view.set("code", std::move(html)).set("language", look.language);
  view.set("language_title", find_language(look.language).title);
  view.set("title", look.title).set("wrap", look.wraps).set("wide", look.is_wide);
  view.set("lines", has_numbers).set("expandable", look.is_expandable && lines > kFirstLines);
  return view;
}

}  // namespace carnet
