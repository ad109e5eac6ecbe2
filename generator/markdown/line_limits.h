// Lines that would cost cmark-gfm time or memory out of all proportion.
//
// It completes short rows of a table, reads a whole paragraph again for each
// table head, and walks through all open containers at each line. No book has
// lines that are worth a limit; texts made to stop a machine have. So each line
// is looked at before cmark-gfm reads it.

#pragma once

#include <cstddef>
#include <string_view>

namespace carnet {

// What is to be done with a line.
struct LineLimit {
  enum class Measure {
    None,      // Nothing: nearly always.
    Escape,    // A backslash goes in at `escape_at`, which makes the rest plain text.
    EndTable,  // An empty line goes before it.
  };
  enum class Where {
    Everywhere,
    OutsideOfCode,  // Only if the line is no code or literal HTML.
    InParagraph,    // Only if it follows a line of a paragraph.
  };

  Measure measure = Measure::None;
  Where where = Where::Everywhere;
  std::size_t escape_at = 0;
  std::string_view message{};  // What was found, for the author.
};

class LineLimits {
 public:
  // To be asked for each line of a text, in their order. Costs a look at the
  // line's first characters, and in tables one at all of it.
  LineLimit check(std::string_view line);

 private:
  LineLimit check_table(std::string_view line);

  std::size_t paragraph_bytes_ = 0;  // Since the last empty line.
  std::size_t columns_ = 0;          // Of the table that the line may belong to.
  std::size_t completed_ = 0;        // Cells that short rows were completed with.
};

}  // namespace carnet
