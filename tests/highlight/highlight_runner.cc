// The tokens of many pieces of code, for tests/highlight/prism_test.mjs.
//
// Standard input: `language <space> bytes <line end>`, and so many bytes of code, again and again.
// Standard output: for each token `begin <space> end <space> classes`, and an empty line for each
// piece of code.

#include <iostream>
#include <iterator>
#include <sstream>
#include <string>

#include "highlight/highlighter.h"

int main() {
  const std::string input(std::istreambuf_iterator<char>(std::cin), {});
  std::istringstream requests(input);
  const carnet::Highlighter highlighter;
  std::string name;
  std::size_t size = 0;
  while (requests >> name >> size) {
    requests.get();
    std::string code(size, '\0');
    requests.read(code.data(), static_cast<std::streamsize>(size));
    for (const carnet::Token& token : highlighter.colour(code, carnet::find_language(name))) {
      std::cout << token.begin << ' ' << token.end << ' ' << token.classes << '\n';
    }
    std::cout << '\n';
  }
  return 0;
}
