#include "render/code/marks.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace carnet {
namespace {

// One sign for each line: "+-*." and then the text.
void check(std::string_view code, std::string_view marks, std::string_view text,
           std::string_view language = "js") {
  CAPTURE(code);
  const MarkedCode marked = read_code_marks(code, language);
  std::string signs;
  for (const LineMark mark : marked.lines) signs += ".+-*"[static_cast<std::size_t>(mark)];
  CHECK(signs == marks);
  CHECK(marked.text == text);
}

TEST_SUITE("code_marks") {
  TEST_CASE("code without marks is itself") {
    check("", "", "");
    check("a\nb", "", "a\nb");
    check("a [!code", "", "a [!code");
  }

  TEST_CASE("a mark stands in a comment at the end of a line") {
    check("a // [!code ++]\nb", "+.", "a\nb");
    check("a # [!code --]\n", "-", "a\n");
    check("a <!-- [!code highlight] -->", "*", "a");
    check("a /* [!code hl] */ \nb", "*.", "a\nb");
    check("<a> {/* [!code focus] */}", "*", "<a>");
    check("a -- [!code ++]", "+", "a");
    check("a //[!code ++]", "+", "a");
  }

  TEST_CASE("elsewhere it is code") {
    check("a [!code ++]", "", "a [!code ++]");
    check("a // [!code ++] b", "", "a // [!code ++] b");
    check("a; [!code ++]", "", "a; [!code ++]");
    check("a-- [!code ++]", "", "a-- [!code ++]");
    check("a /* [!code ++]", "", "a /* [!code ++]");
    check("a // [!code +]", "", "a // [!code +]");
    check("a // [!code ++:]", "", "a // [!code ++:]");
    check("a // [!code ++:99999999999999999999999]", "", "a // [!code ++:99999999999999999999999]");
  }

  TEST_CASE("a text about marks can show them") {
    check("a // [!code ++]", "", "a // [!code ++]", "markdown");
    check("# [!code ++]", "", "# [!code ++]", "md");
    check("a <!-- [!code ++] -->", "+", "a", "markdown");
  }

  TEST_CASE("a mark may count, and stand alone before what it marks") {
    check("// [!code ++:2]\na\nb\nc", "++.", "a\nb\nc");
    check("a // [!code --:2]\nb\nc", "--.", "a\nb\nc");
    check("// [!code ++]", "", "");
    check("// [!code ++:0]\na", ".", "a");
  }

  TEST_CASE("lines are counted as an editor does") {
    CHECK(count_lines("") == 0);
    CHECK(count_lines("a") == 1);
    CHECK(count_lines("a\n") == 1);
    CHECK(count_lines("a\n\n") == 2);
    CHECK(count_lines("a\nb") == 2);
  }
}

TEST_SUITE("MarkedCode::place_of") {
  TEST_CASE("places move by what was cut out before them") {
    const MarkedCode code = read_code_marks("a // [!code ++]\n// [!code hl]\nb\n", "js");
    CHECK(code.text == "a\nb\n");
    CHECK(code.place_of(0) == 0);
    CHECK(code.place_of(1) == 1);
    CHECK(code.place_of(9) == 1);   // In the first mark.
    CHECK(code.place_of(15) == 1);  // The end of its line.
    CHECK(code.place_of(20) == 2);  // In the line that is all mark.
    CHECK(code.place_of(30) == 2);  // "b"
    CHECK(code.place_of(32) == 4);
  }
}

}  // namespace
}  // namespace carnet
