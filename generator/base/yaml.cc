// yaml-cpp's events are turned into our own tree. Its marks say where a value
// begins, as a byte offset, but neither where it ends nor how it was quoted:
// that is read from the text.

#include "base/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <unordered_set>
#include <utility>

#include "base/json.h"
#include "base/limits.h"
#include "base/text.h"
#include "base/yaml_extent.h"

namespace carnet {
namespace {

// Thrown by the TreeBuilder to leave yaml-cpp, and caught below.
struct StopReading {
  YamlProblem problem;
};

// yaml-cpp writes the escapes `\_` and `\N` as one byte each, which is no
// UTF-8. All else is valid, so a continuation byte that follows nothing is one.
std::string repair_escapes(const std::string& value) {
  std::string repaired;
  for (std::size_t i = 0; i < value.size();) {
    const std::size_t begin = i;
    if (is_continuation(value[i])) repaired += '\xC2';
    next_code_point(value, i);
    repaired.append(value, begin, i - begin);
  }
  return repaired;
}

// More of them help nobody: they are the same mistake again.
constexpr std::size_t kMaxProblems = 20;

// "200,000".
std::string with_commas(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, 1, ',');
  return digits;
}

// What an alias costs in memory, in nodes.
std::size_t cost_of(const YamlNode& node) { return 1 + node.text.size() / 32; }

class TreeBuilder final : public YAML::EventHandler {
 public:
  TreeBuilder(std::string_view text, Span where, const YamlLimits& limits)
      : text_(text), where_(where), limits_(limits) {}

  void OnDocumentStart(const YAML::Mark& mark) override { last_end_ = offset(mark); }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    open(YamlNode::Kind::Sequence, mark, tag, anchor, style);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    open(YamlNode::Kind::Map, mark, tag, anchor, style);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override { close(); }

  // The tree, and what is wrong with it.
  YamlDocument finish();
  // The same, of a text that was not read to its end.
  YamlDocument finish_broken(YamlProblem problem);
  // Forgets what was read last: it may be half of what the author meant.
  void drop_last();

  YamlFailure failure(const YAML::ParserException& error) const;

 private:
  struct Frame {
    YamlNode node;
    bool is_flow = false;
    int column = 0;
    YAML::anchor_t anchor = 0;
    std::size_t cost = 1;
    // Of a map, between a key and its value.
    bool has_key = false;
    bool is_key_text = false;  // Other keys are reported, and dropped with their value.
    std::string key{};
    Span key_span{};
  };
  struct Anchored {
    YamlNode node;
    std::size_t cost;
  };

  std::size_t offset(const YAML::Mark& mark) const {
    return std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), text_.size());
  }
  // What yaml-cpp makes of tags and anchors in odd places is not always where
  // we look for it, so places are kept in the text.
  Span span(std::size_t begin, std::size_t end) const {
    begin = std::min(begin, text_.size());
    end = std::clamp(end, begin, text_.size());
    return {where_.source, where_.begin + static_cast<std::uint32_t>(begin),
            where_.begin + static_cast<std::uint32_t>(end)};
  }
  void report(Span where, std::string message, std::string hint = {}) {
    if (problems_.size() == kMaxProblems) return;
    problems_.push_back({where, std::move(message), std::move(hint)});
  }
  void spend(std::size_t cost, std::size_t at) {
    spent_ += cost;
    if (spent_ > limits_.nodes) {
      throw StopReading{{span(at, at), "more than " + with_commas(limits_.nodes) + " values",
                         "aliases (`*name`) repeat what they stand for; write it once"}};
    }
  }

  std::size_t end_of_quoted_or_stop(std::size_t at) const;
  bool is_next_key(const YAML::Mark& mark) const;
  std::size_t place_of_nothing() const;

  void open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag,
            YAML::anchor_t anchor, YAML::EmitterStyle::value style);
  void close();
  void check_tag(const std::string& tag, std::size_t at);
  void check_keys(const YamlNode& map);
  void add(YamlNode node, YAML::anchor_t anchor, std::size_t cost);
  void add_to_map(Frame& frame, YamlNode node);

  std::string_view text_;
  Span where_;
  YamlLimits limits_;
  std::vector<Frame> open_;
  YamlNode root_;
  std::vector<YamlProblem> problems_;
  std::map<YAML::anchor_t, Anchored> anchored_;
  std::size_t spent_ = 0;
  std::size_t last_end_ = 0;
  std::optional<std::size_t> last_quote_;
};

// yaml-cpp takes the end of the text for a closing quote.
std::size_t TreeBuilder::end_of_quoted_or_stop(std::size_t at) const {
  if (const auto end = end_of_quoted(text_, at)) return *end;
  throw StopReading{{span(at, at + 1), std::string("the quote `") + text_[at] + "` is never closed",
                     std::string("write another `") + text_[at] + "` where the text ends"}};
}

// yaml-cpp has the same event for `null` and for nothing at all, and the mark
// of the latter is that of whatever comes next, perhaps of a key named `null`.
bool TreeBuilder::is_next_key(const YAML::Mark& mark) const {
  return !open_.empty() && !open_.back().is_flow && open_.back().has_key &&
         mark.column <= open_.back().column;
}

// Behind the `:` or `-` that announces a value which does not come.
std::size_t TreeBuilder::place_of_nothing() const {
  std::size_t at = skip_yaml_space(text_, last_end_);
  if (at < text_.size() && text_[at] == ',') at = skip_yaml_space(text_, at + 1);
  const bool is_announced =
      at < text_.size() && (text_[at] == ':' || text_[at] == '-' || text_[at] == '?');
  return is_announced ? at + 1 : last_end_;
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  YamlNode node;
  const std::size_t begin = skip_yaml_properties(text_, offset(mark));
  const std::size_t length = is_next_key(mark) ? 0 : length_of_null(text_, begin);
  if (length > 0) {
    node.span = span(begin, begin + length);
    last_end_ = begin + length;
  } else {
    const std::size_t place = place_of_nothing();
    node.span = span(place, place);
    last_end_ = place;
  }
  last_quote_.reset();
  add(std::move(node), anchor, 1);
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const std::size_t begin = offset(mark);
  std::size_t end = begin;
  while (end < text_.size() && !is_yaml_blank(text_[end]) && text_[end] != ',' &&
         text_[end] != ']' && text_[end] != '}') {
    ++end;
  }
  last_end_ = end;
  last_quote_.reset();
  const auto found = anchored_.find(anchor);
  if (found == anchored_.end()) {
    report(span(begin, end), "an alias inside of what it stands for");
    YamlNode nothing;
    nothing.span = span(begin, end);
    add(std::move(nothing), 0, 1);
    return;
  }
  // Spent before the copy is made.
  spend(found->second.cost, begin);
  add(found->second.node, 0, found->second.cost);
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
  check_tag(tag, offset(mark));
  const std::size_t begin = skip_yaml_properties(text_, offset(mark));
  const char first = begin < text_.size() ? text_[begin] : ' ';
  const bool is_in_flow = !open_.empty() && open_.back().is_flow;
  YamlNode node;
  node.kind = YamlNode::Kind::Scalar;
  node.text = first == '"' ? repair_escapes(value) : value;
  last_quote_.reset();
  if (first == '"' || first == '\'') {
    node.style = YamlNode::Style::Quoted;
    last_end_ = end_of_quoted_or_stop(begin);
    last_quote_ = begin;
  } else if ((first == '|' || first == '>') && !is_in_flow) {
    node.style = YamlNode::Style::Block;
    std::optional<std::size_t> parent_column;
    if (!open_.empty()) parent_column = static_cast<std::size_t>(open_.back().column);
    last_end_ = end_of_block_scalar(text_, begin, parent_column);
  } else {
    last_end_ = end_of_plain(text_, begin, value);
  }
  if (tag.ends_with(":str") && node.style == YamlNode::Style::Plain) {
    node.style = YamlNode::Style::Quoted;
  }
  node.span = span(begin, last_end_);
  const std::size_t cost = cost_of(node);
  spend(1, begin);
  add(std::move(node), anchor, cost);
}

void TreeBuilder::open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag,
                       YAML::anchor_t anchor, YAML::EmitterStyle::value style) {
  check_tag(tag, offset(mark));
  const std::size_t begin = skip_yaml_properties(text_, offset(mark));
  spend(1, begin);
  if (open_.size() >= limits_.depth) {
    throw StopReading{
        {span(begin, std::min(begin + 1, text_.size())),
         "lists and maps are nested more than " + std::to_string(limits_.depth) + " deep", ""}};
  }
  Frame frame;
  frame.node.kind = kind;
  frame.node.span = span(begin, begin);
  frame.is_flow = style == YAML::EmitterStyle::Flow;
  frame.column = mark.column;
  frame.anchor = anchor;
  last_end_ = frame.is_flow ? begin + 1 : begin;
  open_.push_back(std::move(frame));
  last_quote_.reset();
}

void TreeBuilder::close() {
  Frame frame = std::move(open_.back());
  open_.pop_back();
  if (frame.is_flow) {
    std::size_t at = skip_yaml_space(text_, last_end_);
    while (at < text_.size() && text_[at] == ',') at = skip_yaml_space(text_, at + 1);
    if (at < text_.size() && (text_[at] == ']' || text_[at] == '}')) last_end_ = at + 1;
  }
  frame.node.span = span(frame.node.span.begin - where_.begin, last_end_);
  last_quote_.reset();
  if (frame.node.kind == YamlNode::Kind::Map) check_keys(frame.node);
  add(std::move(frame.node), frame.anchor, frame.cost);
}

void TreeBuilder::check_tag(const std::string& tag, std::size_t at) {
  constexpr std::string_view kCore = "tag:yaml.org,2002:";
  if (tag.empty() || tag == "?" || tag == "!") return;
  if (tag.starts_with(kCore)) {
    const std::string_view name = std::string_view(tag).substr(kCore.size());
    for (const std::string_view known : {"str", "int", "float", "bool", "null", "map", "seq"}) {
      if (name == known) return;
    }
  }
  std::size_t end = at;
  while (end < text_.size() && !is_yaml_blank(text_[end])) ++end;
  report(span(at, end),
         "the tag `" + std::string(text_.substr(at, end - at)) + "` means nothing here",
         "put a text that begins with `!` between quotes");
}

void TreeBuilder::check_keys(const YamlNode& map) {
  std::unordered_set<std::string_view> seen;
  for (const YamlEntry& entry : map.entries) {
    if (!seen.insert(entry.key).second) {
      report(entry.key_span, "the key `" + entry.key + "` is there twice",
             "only this one counts; remove the other");
    } else if (entry.key == "<<") {
      report(entry.key_span, "`<<` does not merge anything here", "write the keys out");
    }
  }
}

void TreeBuilder::add(YamlNode node, YAML::anchor_t anchor, std::size_t cost) {
  if (anchor != 0) {
    spend(cost, last_end_);
    anchored_.insert_or_assign(anchor, Anchored{node, cost});
  }
  if (open_.empty()) {
    root_ = std::move(node);
    return;
  }
  Frame& frame = open_.back();
  frame.cost += cost;
  if (frame.node.kind == YamlNode::Kind::Map) {
    add_to_map(frame, std::move(node));
  } else {
    frame.node.items.push_back(std::move(node));
  }
}

void TreeBuilder::add_to_map(Frame& frame, YamlNode node) {
  if (frame.has_key) {
    if (frame.is_key_text) {
      frame.node.entries.push_back({std::move(frame.key), frame.key_span, std::move(node)});
    }
    frame.has_key = false;
    return;
  }
  frame.has_key = true;
  frame.key_span = node.span;
  frame.is_key_text = true;
  if (node.kind == YamlNode::Kind::Scalar) {
    frame.key = std::move(node.text);
  } else if (node.kind == YamlNode::Kind::Null && node.span.begin != node.span.end) {
    frame.key = text_.substr(node.span.begin - where_.begin, node.span.end - node.span.begin);
  } else {
    frame.is_key_text = false;
    report(node.span,
           node.kind == YamlNode::Kind::Null ? "a value without a key" : "a key that is no text",
           "put a text with `{`, `[` or `:` in it between quotes");
  }
}

YamlDocument TreeBuilder::finish() {
  YamlDocument document;
  document.root = std::move(root_);
  document.problems = std::move(problems_);
  return document;
}

void TreeBuilder::drop_last() {
  const bool is_in_flow = !open_.empty() && open_.back().is_flow;
  while (!open_.empty() && open_.back().is_flow) open_.pop_back();
  if (is_in_flow || open_.empty()) return;
  YamlNode& last = open_.back().node;
  if (!last.entries.empty() && !open_.back().has_key) last.entries.pop_back();
  if (!last.items.empty()) last.items.pop_back();
}

YamlDocument TreeBuilder::finish_broken(YamlProblem problem) {
  while (!open_.empty()) {
    Frame& frame = open_.back();
    frame.anchor = 0;
    const bool is_key = open_.size() > 1 &&
                        open_[open_.size() - 2].node.kind == YamlNode::Kind::Map &&
                        !open_[open_.size() - 2].has_key;
    if (is_key) {
      open_.pop_back();
    } else {
      close();
    }
  }
  problems_.push_back(std::move(problem));
  YamlDocument document = finish();
  document.is_broken = true;
  return document;
}

YamlFailure TreeBuilder::failure(const YAML::ParserException& error) const {
  YamlFailure failure;
  failure.message = error.msg;
  failure.offset = offset(error.mark);
  failure.last_end = last_end_;
  failure.last_quote = last_quote_;
  for (const Frame& frame : open_) {
    if (frame.is_flow) failure.open_bracket = frame.node.span.begin - where_.begin;
  }
  return failure;
}

// Sees only that there is a second document.
struct SecondDocument final : YAML::EventHandler {
  struct Found {
    int offset;
  };
  void OnDocumentStart(const YAML::Mark& mark) override { throw Found{mark.pos}; }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

// From `offset` to the end of its line.
Span rest_of_line(std::string_view text, Span where, std::size_t offset) {
  const std::size_t end = yaml_line_at(text, offset).end;
  return {where.source, where.begin + static_cast<std::uint32_t>(offset),
          where.begin + static_cast<std::uint32_t>(end)};
}

// What no YAML may contain, or nobody would read to the end.
std::optional<YamlProblem> find_unreadable(std::string_view text, Span where,
                                           const YamlLimits& limits) {
  if (text.size() > limits.bytes) {
    return YamlProblem{rest_of_line(text, where, 0),
                       "more than " + std::to_string(limits.bytes / 1'000'000) + " MB of YAML", ""};
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 || c == '\n' || c == '\t' || c == '\r') continue;
    return YamlProblem{{where.source, where.begin + static_cast<std::uint32_t>(i),
                        where.begin + static_cast<std::uint32_t>(i) + 1},
                       "a control character",
                       "remove it"};
  }
  return std::nullopt;
}

// A first document was read: nothing but comments may follow.
void check_rest(YAML::Parser& parser, std::string_view text, Span where, YamlDocument& document) {
  SecondDocument second;
  try {
    parser.HandleNextDocument(second);
  } catch (const SecondDocument::Found& found) {
    const std::size_t offset =
        std::min(static_cast<std::size_t>(std::max(found.offset, 0)), text.size());
    if (text.substr(offset).starts_with("---")) {
      document.problems.push_back({rest_of_line(text, where, offset),
                                   "a second document begins here",
                                   "only the first one is read; remove the `---`"});
    } else {
      document.problems.push_back(
          {rest_of_line(text, where, offset), "this line does not belong to what stands above it",
           "begin it in the same column as the first line, as `key: value`"});
      document.is_broken = true;
    }
  } catch (const std::exception&) {
    // Behind a first document that was fine stands something that is no YAML.
    const std::size_t end =
        std::min<std::size_t>(document.root.span.end - where.begin, text.size());
    document.problems.push_back(
        {rest_of_line(text, where, std::min(text.find_first_not_of(" \n", end), text.size())),
         "nothing of what follows can be read", ""});
    document.is_broken = true;
  }
}

// A text without a document may be empty; but `%` makes yaml-cpp drop a line.
void check_nothing_lost(std::string_view text, Span where, YamlDocument& document) {
  std::size_t line = 0;
  while (line < text.size()) {
    if (text[line] == '%') {
      document.problems.push_back(
          {rest_of_line(text, where, line), "a line that begins with `%`", "remove it"});
      return;
    }
    line = std::min(text.find('\n', line), text.size()) + 1;
  }
}

}  // namespace

YamlDocument parse_yaml(std::string_view text, Span where, const YamlLimits& limits) {
  YamlDocument document;
  if (auto problem = find_unreadable(text, where, limits)) {
    document.problems.push_back(std::move(*problem));
    document.is_broken = true;
    return document;
  }
  TreeBuilder builder(text, where, limits);
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    if (parser.HandleNextDocument(builder)) {
      document = builder.finish();
      check_rest(parser, text, where, document);
    }
  } catch (StopReading& stop) {
    return builder.finish_broken(std::move(stop.problem));
  } catch (const YAML::ParserException& error) {
    YamlProblem problem = explain(builder.failure(error), text, where);
    builder.drop_last();
    return builder.finish_broken(std::move(problem));
  } catch (const std::exception&) {
    return builder.finish_broken({rest_of_line(text, where, 0), "this cannot be read as YAML", ""});
  }
  if (document.root.kind == YamlNode::Kind::Null) check_nothing_lost(text, where, document);
  return document;
}

YamlDocument parse_yaml_or_json(std::string_view text, Span where, const YamlLimits& limits) {
  const std::size_t begin = text.find_first_not_of(" \t\n\r");
  if (begin != std::string_view::npos && (text[begin] == '{' || text[begin] == '[') &&
      text.size() <= limits.bytes) {
    if (auto document = parse_json(text, where, limits)) return std::move(*document);
  }
  return parse_yaml(text, where, limits);
}

YamlDocument parse_yaml(const Sources& sources, SourceId source) {
  const std::string_view text = sources.text(source);
  return parse_yaml(text, {source, 0, static_cast<std::uint32_t>(text.size())});
}

}  // namespace carnet
