#include "html/parse_html.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "base/limits.h"
#include "base/text.h"
#include "html/attributes.h"
#include "html/entities.h"
#include "html/run.h"
#include "html/tokens.h"
#include "html/tree.h"

namespace carnet {
namespace {

using Fate = HtmlElement::Fate;

// Decides for each token what becomes of it; HtmlTree knows where it goes.
class Reader {
 public:
  Reader(std::span<const HtmlPiece> pieces, HtmlContext context, HtmlPolicy policy, SourceId source,
         HtmlFragment& fragment, Diagnostics& diagnostics)
      : pieces_(pieces),
        policy_(policy),
        source_(source),
        fragment_(fragment),
        diagnostics_(diagnostics),
        tree_(context, source, fragment, diagnostics) {}

  void read_all() {
    auto is_slot = [](const HtmlPiece& piece) { return piece.slot >= 0; };
    for (auto piece = pieces_.begin(); piece != pieces_.end();) {
      if (is_slot(*piece)) {
        is_after_pre_ = false;
        position_ = std::max(position_, piece->offset);
        tree_.append_slot(*piece, position_);
        ++piece;
        continue;
      }
      auto end = std::find_if(piece, pieces_.end(), is_slot);
      read(HtmlRun(std::span(piece, end), fragment_));
      piece = end;
    }
    tree_.close_all(position_);
  }

 private:
  void read(const HtmlRun& run) {
    run_ = &run;
    HtmlTokens tokens = tokenize_html(run.text());
    for (std::size_t i = 0; i < tokens.tokens.size(); ++i) {
      const HtmlToken& token = tokens.tokens[i];
      bool is_after_pre = std::exchange(is_after_pre_, false);
      switch (token.kind) {
        case HtmlToken::Kind::Text:
        case HtmlToken::Kind::LiteralText: read_text(token, is_after_pre); break;
        case HtmlToken::Kind::UnfinishedTag: read_unfinished_tag(token, is_after_pre); break;
        case HtmlToken::Kind::StartTag: read_start_tag(tokens, i); break;
        case HtmlToken::Kind::EndTag: read_end_tag(token); break;
        case HtmlToken::Kind::RawText:  // Dealt with at its start tag.
        case HtmlToken::Kind::Comment: break;
        case HtmlToken::Kind::Declaration:
          report(DiagnosticKind::DroppedHtml,
                 "`" + std::string(prefix_of(written(token), 20)) + "` was left out", {}, token);
          break;
      }
    }
    position_ = run.source_end(run.text().size());
  }

  void read_text(const HtmlToken& token, bool is_after_pre) {
    std::string_view text = token.text;
    // Authors begin the content of `<pre>` on a line of its own; that line end is not part of it.
    if (is_after_pre && text.starts_with('\n')) text.remove_prefix(1);
    if (token.kind == HtmlToken::Kind::Text && has_entities(text)) {
      text = fragment_.keep(decode_entities(text, EntityPlace::Text));
    }
    if (!text.empty()) tree_.append_text(text, begin_of(token), end_of(token));
  }

  void read_unfinished_tag(const HtmlToken& token, bool is_after_pre) {
    if (find_element(token.name) != nullptr) {
      report(DiagnosticKind::UnknownHtml,
             "`" + std::string(token.text) + "` begins a tag that has no end",
             "a quote or a `>` may be missing; it is shown as text", token);
    }
    read_text(token, is_after_pre);
  }

  void read_start_tag(const HtmlTokens& tokens, std::size_t i) {
    const HtmlToken& token = tokens.tokens[i];
    const HtmlElement* found = find_element(token.name);
    if (policy_ == HtmlPolicy::Trusted && may_be_name(token.name)) {
      return open_trusted(tokens, i, found);
    }
    if (found == nullptr) return read_unknown_tag(token);

    bool is_foreign = is_in_foreign(token);
    switch (found->fate) {
      case Fate::Unwrap: return;
      case Fate::Drop:
      case Fate::DropContent:
        if (!is_foreign) report_dropped(found->name, token);
        return;
      case Fate::Keep:
      case Fate::KeepAsCard: break;
    }
    // A picture inside of a drawing has another syntax.
    if (is_foreign && found->tag == HtmlTag::Image) return;
    const HtmlElement& shown = element(found->shown_as);
    open(tokens, i,
         {.kind = HtmlNode::Kind::Element,
          .tag = shown.tag,
          .is_block = shown.is_block(),
          .name = shown.name},
         *found);
  }

  void open_trusted(const HtmlTokens& tokens, std::size_t i, const HtmlElement* found) {
    const HtmlToken& token = tokens.tokens[i];
    if (found != nullptr && is_page_frame(found->tag)) return;
    HtmlNode node{.kind = HtmlNode::Kind::Element};
    if (found != nullptr) {
      node.tag = found->tag;
      node.is_block = found->is_block();
      node.name = found->name;
      return open(tokens, i, node, *found);
    }
    node.name = fragment_.keep(to_lower(token.name));
    HtmlElement unknown;
    unknown.name = node.name;
    // `<path/>` of a drawing.
    if (token.is_self_closing) unknown.shape = HtmlElement::Shape::Void;
    open(tokens, i, node, unknown);
  }

  void open(const HtmlTokens& tokens, std::size_t i, HtmlNode node, const HtmlElement& what) {
    const HtmlToken& token = tokens.tokens[i];
    bool has_content = !what.is_void() && !holds_raw_text(what);
    if (has_content && tree_.depth() >= kMaxTreeDepth) {
      ++tags_beyond_limit_;
      if (std::exchange(has_reported_limit_, true) == false) {
        diagnostics_.report(DiagnosticKind::LimitReached, span(token),
                            "HTML is nested more than " + std::to_string(kMaxTreeDepth) + " deep",
                            "deeper tags are shown as text");
      }
      return show(token);
    }
    if (!tree_.make_room(node.tag, begin_of(token))) return report_dropped(what.name, token);
    node.begin = begin_of(token);
    node.tag_end = node.end = end_of(token);
    add_attributes({*run_, tokens, token}, policy_, source_, fragment_, node, diagnostics_);
    if (has_content) {
      tree_.open_element(node, what.name);
      is_after_pre_ = node.tag == HtmlTag::Pre;
    } else if (policy_ == HtmlPolicy::Trusted && holds_raw_text(what)) {
      tree_.open_element(node, what.name);
      std::uint32_t end = node.end;
      if (i + 1 < tokens.tokens.size() && tokens.tokens[i + 1].kind == HtmlToken::Kind::RawText) {
        const HtmlToken& raw = tokens.tokens[i + 1];
        tree_.append_raw_text(raw.text, begin_of(raw), end = end_of(raw));
      }
      tree_.close_element(node.tag, node.name, end, end);
    } else {
      tree_.append_element(node);
    }
  }

  void read_end_tag(const HtmlToken& token) {
    const HtmlElement* found = find_element(token.name);
    if (tags_beyond_limit_ > 0 && may_enclose(found)) {
      --tags_beyond_limit_;
      return show(token);
    }
    if (policy_ == HtmlPolicy::Trusted && may_be_name(token.name)) {
      return close_trusted(token, found);
    }
    if (found == nullptr) return read_unknown_tag(token);
    if (found->tag == HtmlTag::Svg || found->tag == HtmlTag::Math) {
      foreign_depth_ = std::max(foreign_depth_ - 1, 0);
      if (foreign_ends_ > 0) --foreign_ends_;
    }
    if (found->fate != Fate::Keep || is_void_end(token, found)) return;
    close(token, found->shown_as, element(found->shown_as).name);
  }

  bool may_enclose(const HtmlElement* found) const {
    if (policy_ == HtmlPolicy::Safe) {
      return found != nullptr && found->fate == Fate::Keep && !found->is_void();
    }
    return found == nullptr || !(found->is_void() || holds_raw_text(*found));
  }

  void close_trusted(const HtmlToken& token, const HtmlElement* found) {
    if (found == nullptr) return close(token, HtmlTag::Other, to_lower(token.name));
    if (is_page_frame(found->tag) || holds_raw_text(*found) || is_void_end(token, found)) return;
    close(token, found->tag, found->name);
  }

  void close(const HtmlToken& token, HtmlTag tag, std::string_view name) {
    if (tree_.close_element(tag, name, begin_of(token), end_of(token))) return;
    report(DiagnosticKind::DroppedHtml, "`" + std::string(written(token)) + "` closes nothing",
           "remove it, or open its element before", token);
  }

  // `</img>` says nothing; `</br>` is a line break, for browsers.
  bool is_void_end(const HtmlToken& token, const HtmlElement* found) {
    if (!found->is_void()) return false;
    if (found->tag != HtmlTag::Br) return true;
    tree_.make_room(HtmlTag::Br, begin_of(token));
    tree_.append_element({.kind = HtmlNode::Kind::Element,
                          .tag = HtmlTag::Br,
                          .name = found->name,
                          .begin = begin_of(token),
                          .tag_end = end_of(token),
                          .end = end_of(token)});
    return true;
  }

  // `<your-name>`: a reader should see it.
  void read_unknown_tag(const HtmlToken& token) {
    if (foreign_depth_ > 0) return;
    if (reported_names_.insert(to_lower(token.name)).second) {
      report(DiagnosticKind::UnknownHtml,
             "HTML has no element `" + std::string(prefix_of(token.name, 40)) + "`",
             "it is shown as text; write `&lt;` for a `<` that begins no tag", token);
    }
    show(token);
  }

  void show(const HtmlToken& token) {
    tree_.append_text(written(token), begin_of(token), end_of(token));
  }

  // Whether this tag is part of a drawing or a formula, whose own tags say nothing to us. A
  // drawing that nobody closed has no inside.
  bool is_in_foreign(const HtmlToken& token) {
    const HtmlElement* found = find_element(token.name);
    bool was_inside = foreign_depth_ > 0;
    if (found->tag != HtmlTag::Svg && found->tag != HtmlTag::Math) return was_inside;
    if (token.is_self_closing) return was_inside;
    if (foreign_ends_ < 0) foreign_ends_ = count_foreign_ends();
    if (foreign_ends_ > foreign_depth_) ++foreign_depth_;
    return was_inside;
  }

  int count_foreign_ends() const {
    int count = 0;
    for (const HtmlPiece& piece : pieces_) {
      for (std::size_t i = piece.html.find("</"); i != piece.html.npos;
           i = piece.html.find("</", i + 2)) {
        if (equals_ignoring_case(piece.html.substr(i, 5), "</svg") ||
            equals_ignoring_case(piece.html.substr(i, 6), "</math")) {
          ++count;
        }
      }
    }
    return count;
  }

  // Browsers take anything for a name, `b<i` for one.
  static bool may_be_name(std::string_view name) {
    return std::ranges::all_of(name, [](char c) {
      return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == ':' || c == '.';
    });
  }

  static bool is_page_frame(HtmlTag tag) {
    return tag == HtmlTag::Html || tag == HtmlTag::Head || tag == HtmlTag::Body;
  }

  std::string_view written(const HtmlToken& token) const {
    return run_->text().substr(token.begin, token.end - token.begin);
  }
  std::uint32_t begin_of(const HtmlToken& token) const { return run_->source_begin(token.begin); }
  std::uint32_t end_of(const HtmlToken& token) const { return run_->source_end(token.end); }
  Span span(const HtmlToken& token) const { return {source_, begin_of(token), end_of(token)}; }

  void report(DiagnosticKind kind, std::string message, std::string hint, const HtmlToken& token) {
    diagnostics_.report(kind, span(token), std::move(message), std::move(hint));
  }
  void report_dropped(std::string_view name, const HtmlToken& token) {
    report(DiagnosticKind::DroppedHtml, "`<" + std::string(name) + ">` was left out", {}, token);
  }

  std::span<const HtmlPiece> pieces_;
  HtmlPolicy policy_;
  SourceId source_;
  HtmlFragment& fragment_;
  Diagnostics& diagnostics_;
  HtmlTree tree_;
  const HtmlRun* run_ = nullptr;       // What is being read.
  std::uint32_t position_ = 0;         // In the source: as far as has been read.
  bool is_after_pre_ = false;          // A `<pre>` was the last token.
  std::size_t tags_beyond_limit_ = 0;  // Shown as text; so will be their end tags.
  bool has_reported_limit_ = false;
  int foreign_depth_ = 0;  // Inside of `<svg>` and `<math>`.
  int foreign_ends_ = -1;  // How many of their end tags are to come; -1: not counted yet.
  std::unordered_set<std::string> reported_names_;
};

}  // namespace

HtmlFragment parse_html(std::span<const HtmlPiece> pieces, HtmlContext context, HtmlPolicy policy,
                        SourceId source, Diagnostics& diagnostics) {
  HtmlFragment fragment;
  Reader(pieces, context, policy, source, fragment, diagnostics).read_all();
  return fragment;
}

}  // namespace carnet
