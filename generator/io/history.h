// Asks git when the files of a book changed, and who changed them: once for the
// whole book, beside everything else.
//
// A repository is untrusted, and its settings can make git run programs. So git
// never sees them: it is given a folder of our own as the repository, with our
// settings and links to what is only data (objects and refs). What product and
// user have set for git elsewhere is shut off as well.

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/history.h"
#include "diag/diagnostics.h"

namespace carnet {

class FileSystem;

struct HistoryOptions {
  std::string book;                // The folder of the book, as the user wrote it.
  std::string root;                // That of the sources, from there; mostly empty.
  std::vector<std::string> files;  // Paths from the root of the sources.

  std::string git;      // The program; empty if there is none.
  std::string folders;  // PATH, for those who have put a script in its place.
  std::string scratch;  // A folder for what git needs while it runs.
};

// Reads in a thread of its own, from the moment that it is made.
class HistoryReader {
 public:
  // `files` must outlive it.
  HistoryReader(FileSystem& files, HistoryOptions options);
  // Ends git if it is still running.
  ~HistoryReader();
  HistoryReader(const HistoryReader&) = delete;
  HistoryReader& operator=(const HistoryReader&) = delete;

  // Waits for git, which has a time limit, and returns what it knows. No failure is one
  // of the build: without a repository nothing is known, and where an editor can help
  // it there is a notice (`shallow-history`, `unreadable-history`).
  History finish(Diagnostics& diagnostics);

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

}  // namespace carnet
