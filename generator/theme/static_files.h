// What the pages of a theme load: style sheets and scripts put together, and the
// fonts and pictures that they name.

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/output_file.h"
#include "base/source.h"
#include "diag/diagnostics.h"
#include "theme/theme_files.h"

namespace carnet {

class StaticFiles {
 public:
  StaticFiles(const ThemeFiles& files, const Sources& sources, Diagnostics& diagnostics)
      : files_(files), sources_(sources), diagnostics_(diagnostics) {}

  // Puts style sheets together into one file of the site. What they name with
  // `url()` is a file of the theme, as seen from the style sheet: it is copied, and
  // named as seen from the new place. Everything else is an `invalid-theme`.
  void add_style_sheet(std::string output_path, std::span<const SourceFile* const> parts);
  void add_script(std::string output_path, std::span<const SourceFile* const> parts);

  // Copies what a template names: `{{root}}_carnet/theme/pictures/door.svg`.
  void add_files_of_template(SourceId source);

  // In the order they were added; copies come last, by path.
  std::vector<OutputFile> take();

 private:
  // The path in the site of a file of the theme, which is copied; "" if there is none.
  std::string copy(const std::string& path, Span where);
  std::string address_in(std::string_view output_path, const SourceFile& sheet,
                         std::string_view address, Span where);
  void fail(Span where, std::string message, std::string hint);

  const ThemeFiles& files_;
  const Sources& sources_;
  Diagnostics& diagnostics_;
  std::vector<OutputFile> output_;
  std::vector<OutputFile> copies_;
};

}  // namespace carnet
