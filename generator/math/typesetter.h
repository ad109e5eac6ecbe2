// Formulas in TeX -> MathML, which browsers draw without a script.
//
// Temml (https://temml.org, MIT) does it, a program in JavaScript that is built into ours and
// run by Duktape (https://duktape.org, MIT). What it understands is what KaTeX understands.

#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace carnet {

struct Formula {
  std::string mathml;     // `<math ...>...</math>` with the source as annotation, or "" ...
  std::string error;      // ... and then what is wrong. Lower case, no full stop.
  std::size_t begin = 0;  // What of the source is wrong, in bytes; all of it if it is
  std::size_t end = 0;    // not known more exactly.
};

// One engine, for one thread. It takes 50 ms to make, and a formula half a millisecond; so make
// one only where there are formulas.
class Typesetter {
 public:
  enum class Display {
    Inline,  // In a line of text.
    Block,   // On lines of its own.
  };

  Typesetter();
  ~Typesetter();
  Typesetter(const Typesetter&) = delete;
  Typesetter& operator=(const Typesetter&) = delete;

  // Cannot fail: a formula that is wrong, or longer than kMaxFormulaBytes, has an `error`. The
  // MathML holds no styles, ids or addresses. `source` is UTF-8.
  Formula typeset(std::string_view source, Display display);

 private:
  struct Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace carnet
