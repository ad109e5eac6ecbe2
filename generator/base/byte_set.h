// A few bytes to look for at once: `std::string_view::find_first_of` asks for each of them at
// every place, which shows in a profile.

#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace carnet {

class ByteSet {
 public:
  static constexpr std::size_t kMost = 8;

  // Requires one to kMost bytes.
  constexpr explicit ByteSet(std::string_view bytes) : size_(bytes.size()) {
    for (std::size_t i = 0; i < size_; ++i) {
      bytes_[i] = bytes[i];
      table_[static_cast<unsigned char>(bytes[i])] = true;
    }
  }

  constexpr bool contains(char c) const { return table_[static_cast<unsigned char>(c)]; }

  // The first place from `from` on where one of them stands, or npos.
  std::size_t find(std::string_view text, std::size_t from = 0) const {
    std::size_t i = from;
#ifdef __SSE2__
    for (; i + 16 <= text.size(); i += 16) {
      const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + i));
      __m128i found = _mm_cmpeq_epi8(block, _mm_set1_epi8(bytes_[0]));
      for (std::size_t k = 1; k < size_; ++k) {
        found = _mm_or_si128(found, _mm_cmpeq_epi8(block, _mm_set1_epi8(bytes_[k])));
      }
      const auto mask = static_cast<unsigned>(_mm_movemask_epi8(found));
      if (mask != 0) return i + static_cast<std::size_t>(std::countr_zero(mask));
    }
#endif
    for (; i < text.size(); ++i) {
      if (contains(text[i])) return i;
    }
    return std::string_view::npos;
  }

 private:
  std::size_t size_;
  std::array<char, kMost> bytes_{};
  std::array<bool, 256> table_{};
};

}  // namespace carnet
