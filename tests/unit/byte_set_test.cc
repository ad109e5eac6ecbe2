#include "base/byte_set.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace carnet {

TEST_SUITE("byte set") {
  TEST_CASE("finds what find_first_of finds, at every place and length") {
    constexpr std::string_view kBytes = ";!?:%\xc2\xe2";
    constexpr ByteSet kSet(kBytes);
    for (std::size_t size = 0; size < 70; ++size) {
      for (std::size_t at = 0; at <= size; ++at) {
        std::string text(size, 'x');
        if (at < size) text[at] = kBytes[at % kBytes.size()];
        for (const std::size_t from : {std::size_t{0}, at / 2, at, at + 1, size}) {
          CAPTURE(size);
          CAPTURE(at);
          CAPTURE(from);
          CHECK(kSet.find(text, from) == text.find_first_of(kBytes, from));
        }
      }
    }
  }

  TEST_CASE("bytes beyond ASCII are bytes") {
    constexpr ByteSet kSet("\xff");
    CHECK(kSet.contains('\xff'));
    CHECK(!kSet.contains('\x7f'));
    CHECK(kSet.find("aaaaaaaaaaaaaaaaaaaa\xff") == 20);
    CHECK(kSet.find("aaaaaaaaaaaaaaaaaaaa") == std::string_view::npos);
  }
}

}  // namespace carnet
