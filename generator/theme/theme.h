// A theme: how pages and blocks are drawn, what every page loads, and the words
// of the interface. theme.yaml says what is what; see themes/default.

#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/output_file.h"
#include "base/source.h"
#include "diag/diagnostics.h"
#include "theme/template.h"
#include "theme/texts.h"
#include "theme/theme_files.h"

namespace carnet {

class Theme {
 public:
  const std::string& name() const { return name_; }

  // The template of a contract (contracts.h): "page", "blocks/hint". Null if the
  // theme is broken, which has been reported.
  const Template* find_template(std::string_view name) const;

  // The words of a language (BCP 47), of the language it belongs to (`fr` for
  // `fr-CA`), or of the theme's first one. None lacks a word that another has.
  const Texts& texts(std::string_view language) const;

  // One word. Requires a key that is in required_texts() or in the theme; what
  // nobody knows is printed as it is.
  std::string_view text(std::string_view language, std::string_view key) const;

  // What only those pages load that show something of it.
  struct Part {
    std::vector<std::string>
        names;        // Of templates ("blocks/updates"), or `math`, `notes`, `footer`, ...
    std::string css;  // Paths in the site; empty if it has none.
    std::string js;
  };
  const std::vector<Part>& parts() const { return parts_; }

  // What pages load: `_carnet/theme.css`, `_carnet/theme.js`, and those of the parts;
  // and the fonts and pictures of style sheets and templates.
  const std::vector<OutputFile>& files() const { return files_; }
  // The one that every page loads; it is among the files.
  static constexpr std::string_view kStyleSheet = "_carnet/theme.css";
  std::string_view style_sheet() const {
    return files_.empty() ? std::string_view() : std::string_view(files_.front().bytes);
  }

 private:
  friend class ThemeParser;

  std::string name_;
  std::map<std::string, Template, std::less<>> templates_;
  std::vector<std::pair<std::string, Texts>> locales_;  // The first stands in for the others.
  std::vector<Part> parts_;
  std::vector<OutputFile> files_;
};

// A theme that says in theme.yaml that it `extends` another one stands above it:
// what it does not say, or does not have, is that of the layer below. Files of
// the folders `css`, `js`, `partials` and `locales` are used although no list names
// them. What a book changes of a theme is a layer on top of it, with or without a
// theme.yaml of its own.
//
// Everything that is wrong is an `invalid-theme` diagnostic, which is an error; a
// file of the book that nothing uses is an `unused-theme-file`.
Theme parse_theme(std::span<const ThemeLayer> layers, const Sources& sources,
                  Diagnostics& diagnostics);

}  // namespace carnet
