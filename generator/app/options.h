// What the user asked for on the command line.

#pragma once

#include <string>
#include <vector>

namespace carnet {

struct Options {
  enum class Verbosity { Quiet, Normal, Verbose };
  enum class Color { Auto, Always, Never };

  std::string book = ".";
  std::string output{};  // Empty: `_book` in the book.
  bool is_strict = false;
  std::vector<std::string> only{};  // Files and folders of a theme; empty: all.
  unsigned jobs = 0;                // 0: all cores.
  Verbosity verbosity = Verbosity::Normal;
  Color color = Color::Auto;

  // --- Of the environment, see HistoryOptions.
  std::string git{};      // The program; empty: it is not there.
  std::string folders{};  // PATH.
  std::string scratch = "/tmp";
};

}  // namespace carnet
