#include "spec_file.h"

#include <algorithm>

#include "base/text.h"

namespace carnet::spec {
namespace {

constexpr std::string_view kTabSign = "→";
constexpr std::string_view kReturnSign = "␍";
constexpr std::string_view kInfo = "example";

std::string join(const std::vector<std::string>& lines, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) text += lines[i] + "\n";
  text = replace_all(std::move(text), kReturnSign, "\r");
  return replace_all(std::move(text), kTabSign, "\t");
}

// The back-ticks that a line begins with, if there are at least four.
std::string_view fence_of(std::string_view line) {
  const std::size_t length = std::min(line.find_first_not_of('`'), line.size());
  return length >= 4 ? line.substr(0, length) : std::string_view();
}

std::size_t find_line(const std::vector<std::string>& lines, std::size_t begin, std::size_t end,
                      std::string_view wanted) {
  while (begin < end && lines[begin] != wanted) ++begin;
  return begin;
}

void append_lines(std::string& out, std::string_view text) {
  out += replace_all(std::string(text), "\t", kTabSign);
  if (!out.ends_with('\n')) out += '\n';
}

}  // namespace

SpecFile read_spec(std::string_view text) {
  SpecFile file;
  for (std::string_view line : split(text, '\n')) file.lines.emplace_back(line);
  if (!file.lines.empty() && file.lines.back().empty()) file.lines.pop_back();
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    const std::string_view fence = fence_of(file.lines[i]);
    if (fence.empty()) continue;
    const std::size_t end = find_line(file.lines, i + 1, file.lines.size(), fence);
    const std::string_view info = trim(std::string_view(file.lines[i]).substr(fence.size()));
    if (end == file.lines.size()) {
      file.mistake = "line " + std::to_string(i + 1) + ": this fence is not closed";
      return file;
    }
    if (info == kInfo || info.starts_with(std::string(kInfo) + " ")) {
      const std::size_t first = find_line(file.lines, i + 1, end, ".");
      if (first == end) {
        file.mistake = "line " + std::to_string(i + 1) + ": this example has no line `.`";
        return file;
      }
      const std::size_t second = find_line(file.lines, first + 1, end, ".");
      Example& example = file.examples.emplace_back();
      example.kind = trim(info.substr(kInfo.size()));
      example.line = i + 1;
      example.source = join(file.lines, i + 1, first);
      example.html = join(file.lines, first + 1, second);
      if (second < end) example.messages = join(file.lines, second + 1, end);
      example.expected_begin = first + 1;
      example.expected_end = end;
    }
    i = end;
  }
  return file;
}

std::string with_expectations(const SpecFile& file, const std::vector<Actual>& actual) {
  std::string text;
  std::size_t line = 0;
  for (std::size_t i = 0; i < file.examples.size(); ++i) {
    for (; line < file.examples[i].expected_begin; ++line) text += file.lines[line] + "\n";
    if (!actual[i].html.empty()) append_lines(text, actual[i].html);
    if (!actual[i].messages.empty()) {
      text += ".\n";
      append_lines(text, actual[i].messages);
    }
    line = file.examples[i].expected_end;
  }
  for (; line < file.lines.size(); ++line) text += file.lines[line] + "\n";
  return text;
}

}  // namespace carnet::spec
