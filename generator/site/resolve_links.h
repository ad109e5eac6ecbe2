// Link resolution: turns each link an author wrote into the URL a reader will
// follow, and reports the ones that lead nowhere.
//
// A link arrives as it stands in the source, `../guide/install.md#linux`, and
// leaves as `../guide/install.html#linux`: still relative, so that a built site
// works from any folder of any server, and straight from the disk.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/source.h"
#include "diag/diagnostics.h"
#include "site/site.h"

namespace carnet {

// Where one link leads, now that every page is known.
struct ResolvedLink {
  enum class Target : std::uint8_t {
    Page,      // A page of this site, perhaps at one of its headings.
    File,      // A file that is copied to the output unchanged.
    External,  // Anything with a scheme. We never fetch it.
    Nothing,   // Broken, and reported. Shown as plain text.
  };

  Target target = Target::Nothing;
  std::string url;                   // As it goes into an `href`: relative, encoded.
  const Page* page = nullptr;        // Set for Page.
  std::uint32_t asset = 0;           // Its number in Site::assets; for File.
  const Heading* heading = nullptr;  // The heading of `page` that it leads to, if it does.
};

// The links of one page: element i belongs to document->links[i].
using PageLinks = std::vector<ResolvedLink>;

// Resolves one link of `page`, which need not be one of `site.pages`: an address is relative to
// its permalink, and a path to the folder of its source or the root of its book.
ResolvedLink resolve_link(const Site& site, const Page& page, const Link& link,
                          const Sources& sources, Diagnostics& diagnostics);

// Resolves every link of every page. Element i belongs to site.pages[i].
//
// Cannot fail: a link to nowhere is a `broken-link` diagnostic, and its text
// stays on the page. Requires that no page or heading is added afterwards.
std::vector<PageLinks> resolve_links(const Site& site, const Sources& sources, unsigned jobs,
                                     Diagnostics& diagnostics);

}  // namespace carnet
