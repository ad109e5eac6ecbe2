#include "render/code/lines.h"

#include <algorithm>

#include "html/elements.h"

namespace carnet {
namespace {

std::string_view name_of(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  return tag.substr(0, tag.find_first_of(" />"));
}

bool is_void(std::string_view tag) {
  const HtmlElement* element = find_element(name_of(tag));
  return tag.ends_with("/>") || (element != nullptr && element->is_void());
}

class LineWriter {
 public:
  LineWriter(std::string& out, const std::vector<LineMark>& marks) : out_(out), marks_(marks) {}

  void text(std::string_view text) {
    if (text.empty()) return;
    begin_line();
    out_ += text;
  }
  void tag(std::string_view tag) {
    if (tag.starts_with("</")) {
      if (!open_.empty()) open_.pop_back();
      // Outside of a line nothing is open.
      if (is_in_line_) out_ += tag;
      return;
    }
    begin_line();
    out_ += tag;
    if (!is_void(tag)) open_.push_back(tag);
  }
  void end_line() {
    begin_line();
    out_ += '\n';
    close();
  }
  void close() {
    if (!is_in_line_) return;
    for (auto tag = open_.rbegin(); tag != open_.rend(); ++tag) {
      out_.append("</").append(name_of(*tag)).append(">");
    }
    out_ += "</span>";
    is_in_line_ = false;
  }

 private:
  void begin_line() {
    if (is_in_line_) return;
    is_in_line_ = true;
    switch (line_ < marks_.size() ? marks_[line_] : LineMark::None) {
      case LineMark::None: out_ += "<span class=\"line\">"; break;
      case LineMark::Added: out_ += "<span class=\"line\" data-diff=\"add\">"; break;
      case LineMark::Removed: out_ += "<span class=\"line\" data-diff=\"remove\">"; break;
      case LineMark::Marked: out_ += "<span class=\"line\" data-mark>"; break;
    }
    ++line_;
    for (const std::string_view tag : open_) open_again(tag);
  }

  // An id stands on a page once.
  void open_again(std::string_view tag) {
    const std::size_t id = tag.find(" id=\"");
    if (id == std::string_view::npos) {
      out_ += tag;
      return;
    }
    out_.append(tag.substr(0, id)).append(tag.substr(tag.find('"', id + 5) + 1));
  }

  std::string& out_;
  const std::vector<LineMark>& marks_;
  std::vector<std::string_view> open_;  // Tags of what was opened, outermost first.
  std::size_t line_ = 0;
  bool is_in_line_ = false;
};

}  // namespace

std::string in_lines(std::string_view html, const std::vector<LineMark>& marks) {
  const std::size_t limit = html.size() * 64 + 4096;
  std::string result;
  LineWriter writer(result, marks);
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t stop = std::min(html.find_first_of("<\n", at), html.size());
    writer.text(html.substr(at, stop - at));
    at = stop;
    if (at == html.size()) break;
    if (html[at] == '\n') {
      writer.end_line();
      ++at;
    } else {
      const std::size_t end = std::min(html.find('>', at), html.size() - 1) + 1;
      writer.tag(html.substr(at, end - at));
      at = end;
    }
    if (result.size() > limit) return std::string(html);
  }
  writer.close();
  return result;
}

}  // namespace carnet
