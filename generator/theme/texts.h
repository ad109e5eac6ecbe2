// The words of the interface in one language: "On this page", "Previous".

#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace carnet {

class Texts {
 public:
  // Sets or replaces the text of a key.
  void set(std::string key, std::string text) {
    texts_.insert_or_assign(std::move(key), std::move(text));
  }

  // Null if there is no such key.
  const std::string* find(std::string_view key) const {
    const auto found = texts_.find(key);
    return found == texts_.end() ? nullptr : &found->second;
  }

  const std::map<std::string, std::string, std::less<>>& all() const { return texts_; }

 private:
  std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace carnet
