// GitBook writes a block as two lines of text:
//
//     {% hint style="info" %}
//     Anything, even another block.
//     {% endhint %}
//
// The cmark-gfm extension in tag_extension.cc only recognises such a line and
// makes it a leaf of the tree. Which opening line belongs to which closing line
// is decided here, after the Markdown is parsed, because only then do we know
// that a tag inside a code fence is not a tag, and that a tag inside a list
// item cannot be closed outside of it.
//
// A tag can therefore only be closed by a later *sibling*.

#include "markdown/fold_tags.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "base/nearest.h"
#include "base/text.h"
#include "blocks/registry.h"
#include "markdown/block_attributes.h"
#include "markdown/tag.h"
#include "markdown/wrap_inlines.h"

namespace carnet {
namespace {

// What Nunjucks, Jinja, Twig and Liquid do, and no book of GitBook's does today.
constexpr std::string_view kTemplateWords[] = {
    "set",    "for",    "extends", "block", "macro",  "import",    "from",     "call",
    "filter", "assign", "capture", "case",  "unless", "asyncEach", "asyncAll", "autoescape",
};

bool is_template_word(std::string_view name) {
  return std::any_of(std::begin(kTemplateWords), std::end(kTemplateWords),
                     [&](std::string_view word) { return equals_ignoring_case(word, name); });
}

// Where the template words of a document stand first. A page made with templates has many of
// them: each is reported once.
using TemplateWords = std::map<std::string, Span>;

// Folds the children of one node.
class Siblings {
 public:
  Siblings(Document& document, std::string_view text, Node& parent, std::size_t depth,
           TemplateWords& templates, Diagnostics& diagnostics)
      : document_(document),
        text_(text),
        parent_(parent),
        depth_(depth),
        templates_(templates),
        diagnostics_(diagnostics) {}

  void fold() {
    std::vector<Node*> children;
    while (Node* child = parent_.first_child) {
      unlink(*child);
      children.push_back(child);
    }
    for (std::size_t i = 0; i < children.size(); ++i) {
      if (children[i]->kind == NodeKind::Tag) {
        add_tag(*children[i], children, i);
      } else {
        add_content(*children[i]);
      }
    }
    while (!open_.empty()) close_last(Closed::ByEnd);
  }

 private:
  enum class Closed { ByTag, ByEnd };

  struct Open {
    Node* block;
    bool is_implied = false;      // Made for a `tab` that stands outside `tabs`.
    std::vector<Node*> behind{};  // What stood between the tabs, and follows them.
  };

  const BlockSpec& spec(const Open& open) const { return *open.block->block; }
  bool is_group(const Open& open) const { return spec(open).body == BlockSpec::Body::Children; }
  bool is_spliced(const Open& open) const { return spec(open).body == BlockSpec::Body::Spliced; }
  Node& target() { return open_.empty() ? parent_ : *open_.back().block; }

  std::optional<ParsedTag> read(const Node& node) const {
    return parse_tag(text_.substr(node.begin));
  }
  std::string_view source_of(const Node& node, const ParsedTag& tag) const {
    return text_.substr(node.begin, tag.length);
  }
  Span span_of(const Node& node, const ParsedTag& tag) const {
    return document_.span(node.begin, node.begin + static_cast<std::uint32_t>(tag.length));
  }

  void add_content(Node& node) {
    // The implied group of a lost `tab` ends with the run of tabs.
    while (!open_.empty() && open_.back().is_implied) close_last(Closed::ByTag);
    if (open_.empty() || !is_group(open_.back())) {
      append_child(target(), node);
      return;
    }
    if (is_comment(node) || is_empty_text(node)) return;
    Open& group = open_.back();
    diagnostics_.report(
        DiagnosticKind::MisplacedBlock, document_.span(node),
        fmt::format("this stands in `{}`, but in no `{}`", spec(group).name, spec(group).child),
        fmt::format("move it into a `{}`, or out of the block", spec(group).child));
    if (group.block->first_child == nullptr) {
      outer_target_of(open_.size() - 1, node);
    } else {
      group.behind.push_back(&node);
    }
  }

  // Puts `node` before the group that is open at `index`.
  void outer_target_of(std::size_t index, Node& node) { insert_before(*open_[index].block, node); }

  static bool is_comment(const Node& node) {
    const std::string_view text = trim(node.text);
    return node.kind == NodeKind::RawHtml && text.starts_with("<!--") && text.ends_with("-->");
  }

  static bool is_empty_text(const Node& node) {
    return node.kind == NodeKind::Text && trim(node.text).empty();
  }

  void add_tag(Node& node, const std::vector<Node*>& children, std::size_t i) {
    const std::optional<ParsedTag> tag = read(node);
    if (!tag) return add_content(make_text(node, text_.substr(node.begin, node.end - node.begin)));
    const BlockSpec* block = find_block(tag->name);
    if (block == nullptr && is_branch_name(tag->name)) {
      add_branch(node, *tag);
    } else if (block == nullptr) {
      report_unknown(node, *tag);
      add_content(make_text(node, source_of(node, *tag)));
    } else if (tag->is_end) {
      close(node, *tag, *block);
    } else {
      open(node, *tag, *block, children, i);
    }
  }

  // `{% else %}`: parts the content of the `if` around it.
  void add_branch(Node& node, const ParsedTag& tag) {
    const auto open = std::find_if(open_.rbegin(), open_.rend(), [](const Open& candidate) {
      return candidate.block->block == &kIf;
    });
    if (open == open_.rend() || tag.is_end) {
      diagnostics_.report(DiagnosticKind::StrayTag, span_of(node, tag),
                          fmt::format("`{}` stands outside of `if`", tag.name),
                          "the tag is shown as it was written");
      add_content(make_text(node, source_of(node, tag)));
      return;
    }
    while (open_.back().block != open->block) close_last(Closed::ByEnd);
    Node& branch = document_.create(NodeKind::Block, node.begin,
                                    node.begin + static_cast<std::uint32_t>(tag.length));
    branch.block = &kBranch;
    if (!equals_ignoring_case(tag.name, "else")) {
      branch.attributes = read_attributes(document_, node.begin, tag, kBranch, diagnostics_);
    }
    append_child(*open_.back().block, branch);
  }

  // A tag that stays visible, as it was written.
  Node& make_text(Node& node, std::string_view source) {
    Node& paragraph = document_.create(NodeKind::Paragraph, node.begin, node.end);
    Node& text = document_.create(NodeKind::Text, node.begin, node.end);
    text.text = source;
    append_child(paragraph, text);
    return paragraph;
  }

  void report_unknown(const Node& node, const ParsedTag& tag) {
    if (is_template_word(tag.name)) return note_template(node, tag);
    if (tag.is_end && reported_unknown_ == tag.name) return;  // With its opening tag.
    reported_unknown_ = tag.name;
    Nearest nearest(tag.name);
    std::string_view meant;
    for (const BlockSpec* block : block_registry()) {
      if (nearest.offer(block->name)) meant = block->name;
    }
    diagnostics_.report(DiagnosticKind::UnknownBlock,
                        document_.span(node.begin + static_cast<std::uint32_t>(tag.name_begin),
                                       node.begin + static_cast<std::uint32_t>(tag.name_end)),
                        fmt::format("there is no block `{}`", tag.name),
                        meant.empty() ? "the tag is shown as it was written" : did_you_mean(meant));
  }

  void note_template(const Node& node, const ParsedTag& tag) {
    const Span where = document_.span(node.begin + static_cast<std::uint32_t>(tag.name_begin),
                                      node.begin + static_cast<std::uint32_t>(tag.name_end));
    const auto [known, is_new] = templates_.emplace(to_lower(tag.name), where);
    if (!is_new && where.begin < known->second.begin) known->second = where;
  }

  void open(Node& node, const ParsedTag& tag, const BlockSpec& block,
            const std::vector<Node*>& children, std::size_t i) {
    if (depth_ + open_.size() >= kMaxBlockDepth) {
      if (refused_++ == 0) {
        diagnostics_.report(DiagnosticKind::LimitReached, span_of(node, tag),
                            fmt::format("blocks are nested deeper than {} levels", kMaxBlockDepth),
                            "the inner ones are shown as text");
      }
      add_content(make_text(node, source_of(node, tag)));
      return;
    }
    if (!block.parent.empty()) {
      open_parent(node, tag, block);
    } else {
      while (!open_.empty() && open_.back().is_implied) close_last(Closed::ByTag);
      if (!open_.empty() && is_group(open_.back()) && &block != &kIf) {
        // A block between the tabs of a group: as any other content there.
        add_block(node, tag, block, children, i, /*place=*/Place::BehindGroup);
        return;
      }
    }
    add_block(node, tag, block, children, i, Place::Here);
  }

  enum class Place { Here, BehindGroup };

  void add_block(Node& node, const ParsedTag& tag, const BlockSpec& block,
                 const std::vector<Node*>& children, std::size_t i, Place place) {
    Node& made = document_.create(NodeKind::Block, node.begin,
                                  node.begin + static_cast<std::uint32_t>(tag.length));
    made.block = &block;
    if (&block == &kInclude || &block == &kIf) document_.is_dynamic = true;
    if (block.takes_any_attribute) made.detail = document_.keep(tag.name);
    made.attributes = read_attributes(document_, node.begin, tag, block, diagnostics_);
    if (place == Place::BehindGroup) {
      add_content(made);
    } else {
      append_child(target(), made);
    }
    const bool waits =
        block.closing == BlockSpec::Closing::Required ||
        (block.closing == BlockSpec::Closing::Optional && is_closed_later(block, children, i));
    if (waits) open_.push_back({&made});
  }

  // Sees to it that a `tab` stands in `tabs`.
  void open_parent(const Node& node, const ParsedTag& tag, const BlockSpec& block) {
    // A `tab` that was not closed before the next one ends here.
    for (std::size_t k = open_.size(); k-- > 0;) {
      if (spec(open_[k]).name == block.parent) {
        // Not the condition that the `tab` stands in.
        while (open_.size() > k + 1 && !is_spliced(open_.back())) close_last(Closed::ByEnd);
        return;
      }
      if (is_spliced(open_[k])) continue;
      if (open_[k].block->block != &block && k + 1 < open_.size()) break;
    }
    const BlockSpec* parent = find_block(block.parent);
    diagnostics_.report(DiagnosticKind::MisplacedBlock, span_of(node, tag),
                        fmt::format("`{}` stands outside of `{}`", block.name, block.parent),
                        fmt::format("write `{{% {0} %}}` before the first one and `{{% end{0} %}}` "
                                    "behind the last one",
                                    block.parent));
    Node& group = document_.create(NodeKind::Block, node.begin, node.end);
    group.block = parent;
    append_child(target(), group);
    open_.push_back({.block = &group, .is_implied = true});
  }

  // An embed or a file is closed only if its end tag comes before the next one
  // of its kind, and before the block around it ends.
  bool is_closed_later(const BlockSpec& block, const std::vector<Node*>& children,
                       std::size_t i) const {
    std::size_t inner = 0;
    for (std::size_t k = i + 1; k < children.size(); ++k) {
      if (children[k]->kind != NodeKind::Tag) continue;
      const std::optional<ParsedTag> tag = read(*children[k]);
      if (!tag) continue;
      const BlockSpec* other = find_block(tag->name);
      if (other == nullptr) continue;
      if (other == &block) return tag->is_end;
      if (other->closing != BlockSpec::Closing::Required) continue;
      if (!tag->is_end) {
        ++inner;
      } else if (inner-- == 0) {
        return false;
      }
    }
    return false;
  }

  void close(const Node& node, const ParsedTag& tag, const BlockSpec& block) {
    for (std::size_t k = open_.size(); k-- > 0;) {
      if (open_[k].block->block != &block) continue;
      while (open_.size() > k + 1) close_last(Closed::ByEnd);
      open_.back().block->end = node.begin + static_cast<std::uint32_t>(tag.length);
      close_last(Closed::ByTag);
      return;
    }
    if (refused_ > 0) {
      --refused_;  // It belongs to a tag that was nested too deep.
      return;
    }
    const bool has_opening = block.closing != BlockSpec::Closing::Never;
    const std::string_view name = block.takes_any_attribute ? tag.name : block.name;
    diagnostics_.report(
        DiagnosticKind::StrayTag, span_of(node, tag),
        fmt::format("`{{% end{} %}}` closes nothing", name),
        has_opening ? fmt::format("delete it, or write `{{% {} %}}` where the block begins", name)
                    : fmt::format("delete it: `{}` needs no closing tag", name));
  }

  void close_last(Closed how) {
    Open open = std::move(open_.back());
    open_.pop_back();
    if (how == Closed::ByEnd && !open.is_implied) {
      const bool is_condition = open.block->block == &kIf;
      diagnostics_.report(
          DiagnosticKind::UnclosedBlock, opening_tag_of(*open.block),
          fmt::format("`{}` is not closed", spec(open).name),
          is_end_in_code(*open.block)
              ? fmt::format("its `{{% end{} %}}` stands in code: close that with ``` before it",
                            spec(open).name)
              : fmt::format("write `{{% end{} %}}` where the block ends{}", spec(open).name,
                            is_condition ? "; until then all that follows is shown" : ""));
      if (is_condition) show_always(*open.block);
    }
    if (parent_.kind == NodeKind::TableCell) wrap_inlines(document_, *open.block);
    if (spec(open).body == BlockSpec::Body::Fallback) keep_fallback(*open.block, how, open.behind);
    if (spec(open).body == BlockSpec::Body::Caption) unindent_caption(*open.block);
    if (!open.behind.empty()) {
      // Into the block around this one, which stands there itself.
      for (Node* node : open.behind) append_child(target(), *node);
    }
    if (open.block->block == &kRaw) return unwrap_raw(*open.block);
    finish_block(document_, *open.block, diagnostics_);
  }

  // True if a fence that nobody closed has taken the closing tag for code.
  static bool is_end_in_code(const Node& block) {
    const Node* last = block.last_child;
    while (last != nullptr && last->kind != NodeKind::CodeBlock) last = last->last_child;
    if (last == nullptr) return false;
    for (std::size_t i = last->text.find("{%"); i != std::string_view::npos;
         i = last->text.find("{%", i + 2)) {
      const std::optional<ParsedTag> tag = parse_tag(last->text.substr(i));
      if (tag && tag->is_end && find_block(tag->name) == block.block) return true;
    }
    return false;
  }

  // Nobody knows how much an `if` without an end was meant to hide.
  static void show_always(Node& block) {
    block.attributes = {};
    for (Node* child = block.first_child; child != nullptr;) {
      Node* next = child->next;
      if (child->is_block_of(kBranch)) unlink(*child);
      child = next;
    }
  }

  // What stood in `{% raw %}` is as if the tags were not there.
  static void unwrap_raw(Node& block) {
    if (block.parent == nullptr) return mark_raw(block);  // It goes behind its group first.
    while (Node* node = block.first_child) {
      unlink(*node);
      insert_before(block, *node);
      mark_raw(*node);
    }
    unlink(block);
  }
  static void mark_raw(Node& node) {
    node.is_raw = true;
    for (Node* child = node.first_child; child != nullptr; child = child->next) mark_raw(*child);
  }

  // A fallback is one line, which is shown only if nothing better is known. What
  // follows was written for readers.
  void keep_fallback(Node& block, Closed how, std::vector<Node*>& behind) {
    Node* first = block.first_child;
    const bool is_fallback = first != nullptr && first->kind == NodeKind::Paragraph &&
                             (how == Closed::ByTag || is_one_link(*first));
    Node* node = is_fallback ? first->next : first;
    if (is_fallback) {
      if (Node* rest = cut_first_line(*first)) {
        if (node != nullptr) {
          insert_before(*node, *rest);
        } else {
          append_child(block, *rest);
        }
        node = rest;
      }
    }
    if (node != nullptr && how == Closed::ByTag) {
      diagnostics_.report(DiagnosticKind::MisplacedBlock, document_.span(*node),
                          fmt::format("`{}` holds more than one link", block.block->name),
                          "move the rest behind the block");
    }
    while (node != nullptr) {
      Node* next = node->next;
      unlink(*node);
      behind.push_back(node);
      node = next;
    }
  }

  // A paragraph of what follows the first line, or nullptr.
  Node* cut_first_line(Node& paragraph) {
    Node* line_break = paragraph.first_child;
    while (line_break != nullptr && line_break->kind != NodeKind::SoftBreak &&
           line_break->kind != NodeKind::LineBreak) {
      line_break = line_break->next;
    }
    if (line_break == nullptr || line_break->next == nullptr) return nullptr;
    Node& rest = document_.create(NodeKind::Paragraph, line_break->next->begin, paragraph.end);
    while (Node* node = line_break->next) {
      unlink(*node);
      append_child(rest, *node);
    }
    unlink(*line_break);
    return &rest;
  }

  static bool is_one_link(const Node& paragraph) {
    const Node* only = paragraph.first_child;
    return only != nullptr && only->next == nullptr && only->kind == NodeKind::Link;
  }

  // A caption may be indented, which does not make it code.
  void unindent_caption(Node& block) {
    Node* only = block.first_child;
    if (only == nullptr || only->next != nullptr || only->kind != NodeKind::CodeBlock) return;
    const std::string_view source = text_.substr(only->begin);
    if (source.starts_with("```") || source.starts_with("~~~")) return;
    unlink(*only);
    append_child(block, make_text(*only, trim(only->text)));
  }

  Span opening_tag_of(const Node& block) const {
    const std::optional<ParsedTag> tag = read(block);
    return tag ? span_of(block, *tag) : document_.span(block);
  }

  Document& document_;
  std::string_view text_;
  Node& parent_;
  std::size_t depth_;  // Blocks around `parent_`.
  TemplateWords& templates_;
  Diagnostics& diagnostics_;
  std::vector<Open> open_;
  std::size_t refused_ = 0;  // Tags nested too deep, and not closed yet.
  std::string reported_unknown_;
};

void fold_below(Document& document, std::string_view text, Node& node, std::size_t depth,
                TemplateWords& templates, Diagnostics& diagnostics) {
  bool has_tags = false;
  for (Node* child = node.first_child; child != nullptr; child = child->next) {
    has_tags = has_tags || child->kind == NodeKind::Tag;
    // Lines of text hold no tags, except in cells.
    const bool is_container = child->kind == NodeKind::List || child->kind == NodeKind::ListItem ||
                              child->kind == NodeKind::BlockQuote ||
                              child->kind == NodeKind::Footnote || child->kind == NodeKind::Table ||
                              child->kind == NodeKind::TableRow ||
                              child->kind == NodeKind::TableCell;
    if (is_container) fold_below(document, text, *child, depth, templates, diagnostics);
  }
  if (has_tags) Siblings(document, text, node, depth, templates, diagnostics).fold();
}

}  // namespace

void fold_tags(Document& document, std::string_view text, Diagnostics& diagnostics) {
  TemplateWords templates;
  fold_below(document, text, document.root(), 0, templates, diagnostics);
  for (const auto& [name, where] : templates) {
    diagnostics.report(
        DiagnosticKind::UnknownBlock, where,
        fmt::format("`{}` belongs to a language of templates, which carnet does not run", name),
        "all such tags on this page are shown as they were written");
  }
}

}  // namespace carnet
