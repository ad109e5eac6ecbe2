// The text of a page as readers see it, cut at its headings.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace carnet {

// What stands between one heading and the next.
struct SearchSection {
  std::string anchor;   // The id of its heading; empty for the beginning of the page.
  std::string heading;  // With those above it: "Install › Linux". Empty for the beginning.
  std::string text;     // One line, in NFC, with single spaces; without the heading.
};

// What separates the headings in SearchSection::heading.
inline constexpr std::string_view kHeadingSeparator = " › ";

// Reads the HTML of a page's content, which carnet wrote: well-formed. Left out is what is not
// text for readers: buttons, drawings, formulas, what is `hidden`, `aria-hidden`, in class `vh`
// or marked with `data-no-search`. The alternative texts of pictures are part of it. The first
// section is the beginning of the page, and may be empty. Texts of more than `kLongestSection`
// bytes are cut into several sections with the same heading.
std::vector<SearchSection> read_page_text(std::string_view html);

inline constexpr std::size_t kLongestSection = 12'000;

// Text without what is not seen in it, in NFC, white space as single spaces.
std::string tidy_text(std::string_view text);

}  // namespace carnet
