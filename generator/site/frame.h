// What a book says around each of its pages: header, banner and footer of carnet.yaml, with
// their links resolved.

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/source.h"
#include "diag/diagnostics.h"
#include "markdown/document.h"
#include "site/resolve_links.h"
#include "site/site.h"

namespace carnet {

// A text of carnet.yaml. It is like a page of its own at the root of the site: its links lead
// from there.
struct FrameText {
  std::unique_ptr<Document> document;
  std::unique_ptr<Page> page;
  PageLinks links;
};

// A link of carnet.yaml, seen from the root of the site. A group has `links` and no target.
struct FrameLink {
  std::string title;
  std::string icon;  // As icon_html() takes it.
  ResolvedLink target{};
  std::vector<FrameLink> links{};
};

struct BookFrame {
  FrameText footer;  // Without a document if there is none; so is `banner`.
  FrameText banner;
  std::vector<FrameLink> footer_links;
  std::vector<FrameLink> links{};
};

// Element i belongs to `site.books[i]`. Adds the texts to `sources`; what is wrong in them is
// reported at its place in carnet.yaml. `site` must outlive the frames.
std::vector<BookFrame> read_frames(const Site& site, Sources& sources, Diagnostics& diagnostics);

}  // namespace carnet
