// The last stage: the site takes its place on the disk.
//
// The new site is made in a folder beside the output, which it replaces at
// once. Files that did not change are not written but linked, so they keep
// their time, and a build that changes nothing writes nothing. Where the disk
// cannot replace a folder, the files are replaced one by one, pages last.
//
// What carnet did not write stays: a manifest lists what it did. Until commit()
// has begun to replace, and whenever it fails, the old site is as it was.

#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "base/output_file.h"
#include "base/result.h"

namespace carnet {

class FileSystem;

struct WriteOptions {
  std::string output;  // The folder of the site; made if missing. As the user typed it.
  std::string book;    // The folder that `OutputFile::copy_of` starts from.
  unsigned jobs = 0;   // Threads that commit() uses; 0: as many as the machine has.
};

struct WriteReport {
  std::size_t written = 0;
  std::size_t unchanged = 0;
  std::size_t removed = 0;  // Files of the old site that the new one does not have.
  std::string note{};       // What the user should know though all went well. Often empty.
};

class SiteWriter {
 public:
  // Refuses an output folder that holds the book, that carnet did not write,
  // that a link leads out of the book, or that another build is writing.
  // Clears away what a killed build has left.
  static Result<std::unique_ptr<SiteWriter>> open(FileSystem& files, WriteOptions options);

  // Without a commit(), nothing has happened.
  ~SiteWriter();

  SiteWriter(const SiteWriter&) = delete;
  SiteWriter& operator=(const SiteWriter&) = delete;

  // For any number of threads. No path may be written twice.
  Result<Done> write(const OutputFile& file);

  // Replaces the old site by what was written. Once, after the last write().
  Result<WriteReport> commit();

 private:
  class State;

  explicit SiteWriter(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace carnet
