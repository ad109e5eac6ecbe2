#include "pipeline/foreign_pages.h"

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "base/path.h"
#include "base/text.h"

namespace carnet {

void report_foreign_pages(const SiteFiles& files, Diagnostics& diagnostics) {
  std::size_t mdx_count = 0;
  std::string_view first_mdx;
  for (const AssetFile& file : files.assets) {
    const std::string extension = to_lower(extension_of(file.path));
    if (extension == ".adoc" || extension == ".asciidoc") {
      diagnostics.report(DiagnosticKind::UnsupportedPage, {},
                         fmt::format("`{}` is AsciiDoc, which carnet does not read", file.path),
                         "write it as Markdown, or add it to `exclude` in `carnet.yaml`");
    } else if (extension == ".mdx") {
      if (mdx_count++ == 0) first_mdx = file.path;
    }
  }
  if (mdx_count == 0) return;
  const std::string others = mdx_count == 1 ? std::string()
                                            : fmt::format(" and {} other file{}", mdx_count - 1,
                                                          mdx_count == 2 ? "" : "s");
  diagnostics.report(DiagnosticKind::IgnoredFile, {},
                     fmt::format("`{}`{} {} MDX, which carnet does not read", first_mdx, others,
                                 mdx_count == 1 ? "is" : "are"),
                     "rename what is Markdown to `.md`");
}

}  // namespace carnet
