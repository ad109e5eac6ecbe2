#include "base/unicode.h"

#include <doctest/doctest.h>

namespace carnet {
namespace {

void check_emoji(std::string_view text, std::string_view expected) {
  CAPTURE(text);
  CHECK(leading_emoji(text) == expected);
}

TEST_SUITE("leading_emoji") {
  TEST_CASE("one character") {
    check_emoji("🪡 La vie", "🪡");
    check_emoji("🔟 La règle", "🔟");
    check_emoji("⭐ Star", "⭐");
  }
  TEST_CASE("with all that belongs to it") {
    check_emoji("❤️ Heart", "❤️");
    check_emoji("👋🏽 Skin", "👋🏽");
    check_emoji("👨‍👩‍👧‍👦 Family", "👨‍👩‍👧‍👦");
    check_emoji("🏴󠁧󠁢󠁥󠁮󠁧󠁿 England", "🏴󠁧󠁢󠁥󠁮󠁧󠁿");
  }
  TEST_CASE("a flag is two letters, and not three") {
    check_emoji("🇫🇷 France", "🇫🇷");
    check_emoji("🇫🇷🇩🇪", "🇫🇷");
  }
  TEST_CASE("a keycap, but no digit") {
    check_emoji("2️⃣ Two", "2️⃣");
    check_emoji("2 Two", "");
    check_emoji("#️⃣ Hash", "#️⃣");
  }
  TEST_CASE("a sign is one only if it asks for colours") {
    check_emoji("© 2025", "");
    check_emoji("©️ 2025", "©️");
    check_emoji("™ mark", "");
    check_emoji("→ next", "");
    check_emoji("↔️ both", "↔️");
  }
  TEST_CASE("symbols without a picture are words") {
    check_emoji("⌘K", "");
    check_emoji("─ line", "");
    check_emoji("■ square", "");
  }
  TEST_CASE("letters and nothing have none") {
    check_emoji("Été", "");
    check_emoji("漢字", "");
    check_emoji("", "");
    check_emoji("a🪡", "");
  }
}

TEST_SUITE("unicode") {
  TEST_CASE("decomposed letters are composed") {
    CHECK(to_nfc("e\u0301te\u0301") == "été");
    CHECK(to_nfc("été") == "été");
    CHECK(to_nfc("\xFF") == "\xFF");
  }
  TEST_CASE("folding forgets case, accents and compatibility") {
    CHECK(fold("Été") == "ete");
    CHECK(fold("ETE") == "ete");
    CHECK(fold("ﬁn") == "fin");
    CHECK(fold("Straße") == "strasse");
    CHECK(fold("Ж") == "ж");
  }
  TEST_CASE("lower case keeps accents") {
    CHECK(to_lower_unicode("ÉTÉ") == "été");
    CHECK(to_lower_unicode("E\u0301") == "é");
    CHECK(to_upper_unicode("été, œuf, ß") == "ÉTÉ, ŒUF, SS");
  }
  TEST_CASE("width in a terminal") {
    CHECK(display_width("été") == 3);
    CHECK(display_width("e\u0301") == 1);
    CHECK(display_width("漢字") == 4);
    CHECK(display_width("😀") == 2);
    CHECK(display_width("a\tb") == 3);
    CHECK(display_width("a\u200Bb") == 2);
    CHECK(display_width("") == 0);
  }
}

}  // namespace
}  // namespace carnet
