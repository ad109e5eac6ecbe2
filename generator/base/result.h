// What a function returns that talks to the machine: a value, or the reason why
// the machine refused. Mistakes in the book are diagnostics, not IoErrors.

#pragma once

#include <string>
#include <system_error>
#include <utility>
#include <variant>

namespace carnet {

// A disk that is full, a folder that may not be read.
struct IoError {
  std::string path;    // What it is about, as the user would write it.
  std::string reason;  // For people: "permission denied". No full stop.
  std::errc code{};    // For code that knows another way; zero when there is none.
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}        // NOLINT(google-explicit-constructor)
  Result(IoError error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  explicit operator bool() const { return std::holds_alternative<T>(state_); }

  // Require that there is a value.
  T& operator*() { return std::get<T>(state_); }
  const T& operator*() const { return std::get<T>(state_); }
  T* operator->() { return &std::get<T>(state_); }
  const T* operator->() const { return &std::get<T>(state_); }

  // Requires that there is none.
  const IoError& error() const { return std::get<IoError>(state_); }

 private:
  std::variant<T, IoError> state_;
};

// For functions that have nothing to return but their failure.
struct Done {};

}  // namespace carnet
