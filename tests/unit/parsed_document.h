// A text parsed as a page is, for expectations that can be read.

#pragma once

#include <string>

#include "diag/diagnostics.h"
#include "markdown/document.h"
#include "markdown/parse.h"

namespace carnet {

struct ParsedText {
  explicit ParsedText(std::string text, ParseOptions options = {})
      : document(parse(std::move(text), options)) {}

  std::string_view text() const { return sources.text(document.source()); }
  // The codes of all diagnostics, in the order of reporting, each with a space.
  std::string codes() const {
    std::string out;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
      out += std::string(info(diagnostic.kind).code) + " ";
    }
    return out;
  }

  Sources sources;
  Diagnostics diagnostics;
  Document document;

 private:
  Document parse(std::string text, ParseOptions options) {
    warm_up_parser();
    return parse_document(sources, sources.add("a.md", std::move(text)), options, diagnostics);
  }
};

}  // namespace carnet
