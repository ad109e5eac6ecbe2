#include "base/french_spacing.h"

#include <array>
#include <cstddef>

#include "base/byte_set.h"
#include "base/text.h"

namespace carnet {
namespace {

constexpr std::string_view kNoBreak = "\u00a0";
constexpr std::string_view kNarrow = "\u202f";
constexpr std::string_view kOpening = "«";
constexpr std::string_view kClosing = "»";

struct Mark {
  std::string_view text;
  std::string_view space;  // In front of it.
};
constexpr std::array<Mark, 7> kMarks = {{{";", kNarrow},
                                         {"!", kNarrow},
                                         {"?", kNarrow},
                                         {":", kNoBreak},
                                         {"%", kNoBreak},
                                         {"€", kNoBreak},
                                         {kClosing, kNoBreak}}};

// The bytes that one of these, or «, may begin with.
constexpr ByteSet kFirstBytes(";!?:%\xc2\xe2");

const Mark* mark_at(std::string_view text) {
  for (const Mark& mark : kMarks) {
    if (text.starts_with(mark.text)) return &mark;
  }
  return nullptr;
}

// What belongs to a word, and so makes one of a mark that stands before it.
bool begins_word(std::string_view text) {
  return !text.empty() && (is_letter(text[0]) || is_digit(text[0]) || text[0] == '=' ||
                           text[0] == '_' || text[0] == '-' || text[0] == '/' || text[0] == ':');
}

bool ends_with_space(std::string_view text) {
  return text.ends_with(' ') || text.ends_with(kNoBreak) || text.ends_with(kNarrow);
}

bool begins_with_space(std::string_view text) {
  return text.starts_with(' ') || text.starts_with(kNoBreak) || text.starts_with(kNarrow);
}

}  // namespace

bool may_need_french_spacing(std::string_view text) {
  return kFirstBytes.find(text) != std::string_view::npos;
}

std::string with_french_spacing(std::string_view text) {
  std::string result;
  std::size_t copied = 0;
  for (std::size_t at = kFirstBytes.find(text); at != std::string_view::npos;
       at = kFirstBytes.find(text, at + 1)) {
    const std::string_view here = text.substr(at);
    if (here.starts_with(kOpening)) {
      std::size_t next = at + kOpening.size();
      const std::string_view rest = text.substr(next);
      result += text.substr(copied, next - copied);
      if (rest.starts_with(' ') || !begins_with_space(rest)) result += kNoBreak;
      while (next < text.size() && text[next] == ' ') ++next;
      copied = next;
      at = next - 1;
      continue;
    }
    const Mark* mark = mark_at(here);
    if (mark == nullptr) continue;
    std::string_view before = text.substr(copied, at - copied);
    const bool is_closing = mark->text == kClosing;
    if (before.ends_with(' ') && !begins_word(here.substr(mark->text.size()))) {
      while (before.ends_with(' ')) before.remove_suffix(1);
      // Behind an opening mark there is a space already.
      const bool is_done = before.empty() && ends_with_space(result);
      result += before;
      if (!is_done) result += mark->space;
      copied = at;
    } else if (is_closing && !ends_with_space(before.empty() ? result : before)) {
      result += before;
      result += mark->space;
      copied = at;
    }
  }
  return result.append(text.substr(copied));
}

bool has_french_spacing(std::string_view language) {
  return language == "fr" || language.starts_with("fr-");
}

}  // namespace carnet
