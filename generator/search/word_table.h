// Numbers words in the order in which they come.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

namespace carnet {

// A hash of a text that is quick for words. The same on machines with the same order of bytes.
inline std::uint64_t hash_word(std::string_view word) {
  constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;
  std::uint64_t hash = word.size() * kMix;
  while (word.size() > 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, word.data(), 8);
    hash = (hash ^ eight) * kMix;
    hash ^= hash >> 32U;
    word.remove_prefix(8);
  }
  std::uint64_t rest = 0;
  std::memcpy(&rest, word.data(), word.size());
  hash = (hash ^ rest) * kMix;
  hash ^= hash >> 29U;
  hash *= kMix;
  return hash ^ (hash >> 32U);
}

// A hash table with open addressing; the words themselves are kept by who uses it.
class WordTable {
 public:
  WordTable() { slots_.resize(kFewest); }

  std::size_t size() const { return size_; }

  // Forgets all words; what it holds is kept for others.
  void clear() {
    // Not what a single large text took: it would be cleared for each small one.
    if (slots_.size() > kMostKept) slots_.resize(kMostKept);
    std::fill(slots_.begin(), slots_.end(), Slot());
    size_ = 0;
  }

  // The number of the word with this hash for which `is_same(number)` is true; or size(), before
  // the call, if it is new: then it has that number from now on.
  template <typename IsSame>
  std::uint32_t find_or_add(std::size_t word_hash, const IsSame& is_same) {
    const auto hash = static_cast<std::uint32_t>(word_hash);
    std::size_t i = hash & (slots_.size() - 1);
    while (slots_[i].number != kNone) {
      if (slots_[i].hash == hash && is_same(slots_[i].number)) return slots_[i].number;
      i = (i + 1) & (slots_.size() - 1);
    }
    const auto number = static_cast<std::uint32_t>(size_++);
    slots_[i] = {hash, number};
    if (size_ * 2 > slots_.size()) grow();
    return number;
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  static constexpr std::size_t kFewest = 1024;
  static constexpr std::size_t kMostKept = 8192;
  struct Slot {
    std::uint32_t hash = 0;  // Half of it, which is enough.
    std::uint32_t number = kNone;
  };

  void grow() {
    std::vector<Slot> larger(slots_.size() * 2);
    for (const Slot& slot : slots_) {
      if (slot.number == kNone) continue;
      std::size_t i = slot.hash & (larger.size() - 1);
      while (larger[i].number != kNone) i = (i + 1) & (larger.size() - 1);
      larger[i] = slot;
    }
    slots_ = std::move(larger);
  }

  std::vector<Slot> slots_;
  std::size_t size_ = 0;
};

}  // namespace carnet
