// `{% include "part.md" %}`: another text of the book in the place of the tag.
//
// Trees are spliced, never texts: what an included text means does not depend on
// what stands around the tag. Its links, images and messages stay its own; its
// headings become the page's.

#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "base/source_tree.h"
#include "diag/diagnostics.h"
#include "markdown/parse.h"
#include "site/build_site.h"
#include "site/path_index.h"

namespace carnet {

class Includes {
 public:
  // `files` is all Markdown of the book, by paths from its root: any of it can be
  // included. `placeholders` is what they stand for in each, or empty. All arguments must
  // outlive the Includes.
  Includes(const std::vector<SourceFile>& files, const Sources& sources,
           const ParseOptions& options, const std::vector<const PlaceholderNames*>& placeholders);

  // Parses what `pages` include, and what that includes, each text once, on `jobs`
  // threads. Texts that nobody includes are not looked at.
  void load(const std::vector<ParsedPage>& pages, unsigned jobs, Diagnostics& diagnostics);

  // Splices into a page what it includes. What cannot be included is reported
  // (`broken-include`), and stays as a Block whose `detail` says why: "missing",
  // "loop" or "limit". To be called for one page after the other, in their order:
  // what all of them may include together has a limit.
  void splice_into(ParsedPage& page, Diagnostics& diagnostics);

  // The parsed texts; they must outlive the pages.
  std::vector<std::unique_ptr<const Document>> release();

 private:
  friend class Splicer;

  // One text that is included.
  struct Part {
    std::unique_ptr<const Document> document;
    std::size_t nodes = 0;
    std::size_t levels = 0;
  };

  // The number of the file that is meant, seen from the file at `path`.
  FileTarget find(std::string_view path, std::string_view written) const;
  // Adds what the includes of a tree name and is not parsed yet.
  void collect(const Node& node, std::string_view path, std::vector<std::size_t>& wanted) const;

  const std::vector<SourceFile>& files_;
  const Sources& sources_;
  const ParseOptions& options_;
  const std::vector<const PlaceholderNames*>& placeholders_;
  PathIndex index_;          // Of `files_`; filled by load.
  std::vector<Part> parts_;  // Element i belongs to files_[i].
  std::size_t spliced_ = 0;  // Nodes, for all pages so far.
};

}  // namespace carnet
