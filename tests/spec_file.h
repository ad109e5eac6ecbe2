// The examples of a spec file: Markdown whose fences say what becomes of what.
//
//     ```` example
//     What an author writes
//     .
//     <p>What readers get</p>
//     .
//     1:1: warning: what the author is told [code]
//     ````
//
// The last part may be left out: then the author is told nothing. `→` stands for
// a tab, `␍` for a carriage return, in all parts.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace carnet::spec {

struct Example {
  std::string kind;      // The words behind `example`: "", "page", "summary", ...
  std::size_t line = 0;  // Of the fence, from 1.
  std::string source;
  std::string html;
  std::string messages;

  // Where the two expectations stand: lines [begin, end), from 0.
  std::size_t expected_begin = 0;
  std::size_t expected_end = 0;
};

// All examples, in their order. A fence that is not closed, or an example
// without a line `.`, is a mistake in the file: it is returned in `mistake`.
struct SpecFile {
  std::vector<std::string> lines;
  std::vector<Example> examples;
  std::string mistake;
};
SpecFile read_spec(std::string_view text);

// What an example would have to expect instead.
struct Actual {
  std::string html;
  std::string messages;
};

// The text of the file with other expectations; element i belongs to example i.
std::string with_expectations(const SpecFile& file, const std::vector<Actual>& actual);

}  // namespace carnet::spec
