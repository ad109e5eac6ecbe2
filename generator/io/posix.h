// The few POSIX things that the standard library has no words for.

#pragma once

#include <string>
#include <utility>

#include "base/result.h"

namespace carnet {

// An open file descriptor and its owner.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() { close(); }

  explicit operator bool() const { return number_ >= 0; }
  int number() const { return number_; }
  int release() { return std::exchange(number_, -1); }

  // False if the disk refused late what it had promised to write; see errno.
  // On a full network disk, this is the only place that tells.
  bool close();

 private:
  int number_ = -1;
};

// "permission denied", "the disk is full": the same in every locale.
std::string reason_for(std::errc code);

// From `errno` as a failed call left it.
IoError io_error(std::string path, int error_number);
IoError io_error(std::string path, std::errc code);

}  // namespace carnet
