// The first stage: what a folder holds, and the texts in it.

#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "base/result.h"
#include "base/source.h"
#include "base/source_tree.h"
#include "diag/diagnostics.h"

namespace carnet {

class FileSystem;

// Whether a file of a book is read: Markdown, YAML, `book.json`, `.bookignore`.
// Below folders whose name begins with a dot only what GitBook keeps in
// `.gitbook` is: its YAML, and the Markdown of `.gitbook/includes`.
bool is_book_text(std::string_view path);

struct LoadOptions {
  // The folder of the built site, which is never its own source. It need not
  // exist, and it does not matter by which path it is reached.
  std::string output{};
  // Files and folders that are not there, for the caller. Paths are relative.
  std::function<bool(std::string_view path)> exclude{};
  // Files that are read; all others are only listed.
  std::function<bool(std::string_view path)> is_text = is_book_text;
  // A text that is larger becomes an asset, with a `text-too-large`.
  std::uint64_t max_text_bytes = kMaxTextBytes;
  unsigned jobs = 0;  // Threads that read; 0: as many as the machine has.
};

// Lists `folder` with all below it, and reads its texts into `sources`, where
// they are called as the user would write it: `folder`, then the path.
//
// Left out are `.git`, `node_modules`, the output folder, every other folder
// that carnet has built, and with a warning what cannot be read, what a link
// promises outside of `folder`, and pipes and devices. Only a `folder` that
// cannot be listed at all is an IoError. The result, ids included, depends on
// names and bytes alone, not on the order of the disk or on `jobs`.
Result<SourceTree> load(FileSystem& files, const std::string& folder, const LoadOptions& options,
                        Sources& sources, Diagnostics& diagnostics);

// Reads more texts of the same folder: those assets of `tree` that `options.is_text`
// names. For files whose names are known only when others have been read.
Result<Done> load_more(FileSystem& files, const std::string& folder, const LoadOptions& options,
                       SourceTree& tree, Sources& sources, Diagnostics& diagnostics);

}  // namespace carnet
