#include "base/encoding.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace carnet {
namespace {

using namespace std::string_view_literals;

void check(std::string_view bytes, std::string_view text, std::size_t invalid = 0) {
  CAPTURE(bytes);
  const DecodedText decoded = decode_text(bytes);
  CHECK(decoded.text == text);
  CHECK(decoded.invalid_bytes == invalid);
  CHECK(decoded.repaired_runs == 0);
}

void check_repair(std::string_view garbled, std::string_view text, std::size_t runs = 1) {
  CAPTURE(garbled);
  const DecodedText decoded = repair_mojibake(std::string(garbled));
  CHECK(decoded.text == text);
  CHECK(decoded.repaired_runs == runs);
}

void check_untouched(std::string_view text) { check_repair(text, text, 0); }

TEST_SUITE("encoding") {
  TEST_CASE("every line end becomes a line feed") {
    check("a\r\nb\rc\nd\r", "a\nb\nc\nd\n");
    check("\r\r\n\n", "\n\n\n");
  }
  TEST_CASE("a byte-order mark goes, but only at the beginning") {
    check("\xEF\xBB\xBF# T", "# T");
    check("a\uFEFFb", "a\uFEFFb");
    check("\xEF\xBB\xBF", "");
  }
  TEST_CASE("what is no UTF-8 becomes visible") {
    check("a\0b"sv, "a\uFFFDb", 1);
    check("\xFF", "\uFFFD", 1);
    check("caf\xE9", "caf\uFFFD", 1);
    check("\xC0\x80", "\uFFFD\uFFFD", 2);
    check("\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", 3);
    check("\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD", 4);
    check("\xE2\x82", "\uFFFD\uFFFD", 2);
    check("\xE2\x82\xAC\xE2", "€\uFFFD", 1);
  }
  TEST_CASE("the first bad place is known") {
    CHECK(decode_text("ab\r\n\xFF\xFF").first_invalid == 3);
  }

  TEST_CASE("UTF-8 that was read as Mac Roman is repaired") {
    check_repair("d√©j√†", "déjà", 2);
    check_repair("l‚Äô√©t√©", "l’été", 2);
    check_repair("‚Ç¨", "€");
    check_repair("M√©thodologies", "Méthodologies");
  }
  TEST_CASE("UTF-8 that was read as Windows-1252 is repaired") {
    check_repair("dÃ©jÃ\u00A0", "déjà", 2);
    check_repair("lâ€™Ã©tÃ©", "l’été", 2);
    check_repair("cÅ“ur", "cœur");
    check_repair("ðŸ˜€", "😀");
    check_repair("5Â\u00A0%", "5\u00A0%");
  }
  TEST_CASE("the first repair is known") {
    CHECK(repair_mojibake("ab d√©").first_repair == 4);
    CHECK(repair_mojibake("Ã© √©").first_repair == 0);
  }

  TEST_CASE("correct French stays") {
    check_untouched("l’École, d’Évry, ’É");
    check_untouched("pâté, Âge, Bâle, pâtes, CHÂTEAU");
    check_untouched("À BIENTÔT, PÂTÉ, ÂGÉ, GOÛTÉ, FRANÇAIS, NAÏF");
    check_untouched("« À » – “Été” — l’œuvre… 5 €");
    check_untouched("Mr Â… et « Ã »");
  }
  TEST_CASE("correct texts in other languages stay") {
    check_untouched("São João, MAÇÃ, irmã, AMANHÃ, Ã");
    check_untouched("AMANHÃ… e ROMÃ” e «Å» og Å”");
    check_untouched("Größe, ÜBER, Ålesund, smørrebrød, ÆØÅ, Åäö");
    check_untouched("√2 ≈ 1,41; ¬p; ƒ(x); 2 √ 3");
    check_untouched("Tôi là người Việt, ĐÂU");
  }
  TEST_CASE("what may be the end of a quotation is repaired only beside others") {
    check_repair("dÃ© aoÃ»", "dé aoû", 2);
    check_untouched("aoÃ»");
  }
  TEST_CASE("a run that is only half garbled stays") { check_untouched("√©√"); }

  TEST_CASE("nothing is repaired in real books, whose texts are correct") {
    const std::filesystem::path corpora = "../shared/corpora";
    if (!std::filesystem::is_directory(corpora)) {
      MESSAGE("skipped: there is no ../shared/corpora");
      return;
    }
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(corpora)) {
      if (!entry.is_regular_file() || entry.path().extension() != ".md") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(file), {}};
      ++count;
      if (decode_text(bytes).repaired_runs > 0) FAIL_CHECK(entry.path().string());
    }
    CHECK(count > 0);
  }
}

}  // namespace
}  // namespace carnet
