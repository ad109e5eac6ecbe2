// A mustache template, ready to be filled in.
//
//   {{name}} escaped text      {{{name}}} ready HTML      {{> partial}}
//   {{#name}} if it is there, or for each of it {{/name}}   {{^name}} if not {{/name}}
//
// `{{text.KEY}}` is a word of the interface in the reader's language.

#pragma once

#include <memory>
#include <string>

#include "base/value.h"
#include "theme/scan_template.h"
#include "theme/texts.h"

namespace carnet {

class Template {
 public:
  Template();  // Prints nothing.
  // Requires a valid one.
  explicit Template(const ScannedTemplate& scanned);
  Template(Template&&) noexcept;
  Template& operator=(Template&&) noexcept;
  ~Template();

  // Appends to `out`. An empty text, like nothing, counts as false. Any number
  // of threads may render the same template.
  void render(const Value& view, const Texts& texts, std::string& out) const;

 private:
  struct Compiled;  // Mentions the mustache library, which stays in template.cc.
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace carnet
