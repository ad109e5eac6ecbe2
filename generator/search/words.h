// A text -> the words in it that can be looked up.
//
// assets/search/words.js reads questions in the same way. Both follow these rules:
// * A word is letters, digits and marks. Between two of them `-`, `_`, `.`, an apostrophe
//   or a middle dot may stand: then the parts are words, and so is the whole without what
//   joins it, unless it is an apostrophe or a middle dot ("beta.gouv" -> beta, gouv, betagouv).
// * In such a part a capital letter after a small one begins another ("camelCase" ->
//   camel, case, camelcase).
// * Scripts without spaces are read in pairs of letters that overlap, and alone if there
//   is only one.
// * Words are in lower case and NFC, and cut after 40 letters. A mark begins no word.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace carnet {

// Reads texts one after the other; what it holds is for their sake.
class WordReader {
 public:
  enum class Kind : std::uint8_t {
    Part,   // Stands in the text.
    Whole,  // The parts before it together.
  };

  // Calls `use(word, kind)` for each word of a text in NFC, in order. The view is valid during the
  // call.
  template <typename Use>
  void read(std::string_view text, Use&& use) {
    split(text);
    std::size_t begin = 0;
    for (const End end : ends_) {
      use(std::string_view(words_).substr(begin, end.at - begin), end.kind);
      begin = end.at;
    }
  }

 private:
  struct End {
    std::size_t at = 0;  // In words_.
    Kind kind = Kind::Part;
  };

  void split(std::string_view text);
  void end_part();
  void end_compound();
  void read_pairs(std::string_view text, std::size_t& i);
  void put(std::string_view word);
  bool is_in_part() const { return size_ > part_begin_; }

  std::string words_;     // One behind the other, and at last what is read of a part; and room.
  std::size_t size_ = 0;  // Of what is in words_.
  std::vector<End> ends_;
  std::size_t part_begin_ = 0;
  std::size_t part_size_ = 0;    // Code points.
  std::size_t parts_begin_ = 0;  // Where the first part of the compound begins.
  std::size_t whole_size_ = 0;   // Code points.
  std::size_t parts_ = 0;
  bool is_joined_ = true;  // Nothing but what joins words stood between the parts.
};

}  // namespace carnet
