// Reads what `git log` prints, in one pass and while it prints it.
//
// The log begins with the newest commit, so the first change of a file that comes
// by is its last one. Names are followed backwards: what a file was called before
// it was moved is the same file.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/history.h"

namespace carnet {

// What `git log` has to be asked for, beside `-z` and `--name-status`.
inline constexpr std::string_view kGitLogFormat =
    "--format=tformat:%x02%H %ct%x00%aN%x00%aE%x00"
    "%(trailers:key=Co-authored-by,valueonly,unfold,separator=%x1f)";

class GitLog {
 public:
  // `paths` are the files that matter, by path from the root of the repository.
  // `boundary` is where a shallow clone ends: these commits only seem to have
  // made every file.
  GitLog(std::vector<std::string> paths, std::unordered_set<std::string> boundary);

  // Reads on. False if this is no log: nothing of it is to be believed then.
  bool read(std::string_view bytes);

  // What is known at the end of the log.
  struct Result {
    std::optional<Commit> head;  // The first commit of the log.
    bool holds_files = false;    // Some of the files are in the repository.
    std::size_t undated = 0;     // Of these: how many only the end of the clone has.
    // Element i belongs to paths[i]; without value it is not known.
    std::vector<std::optional<FileHistory>> files;
  };
  Result finish() const;

 private:
  // Which part of the log the next token is.
  enum class Part : std::uint8_t { Status, Name, Mail, CoAuthors, Path, OldPath, NewPath };

  struct Person {
    std::string name;
    std::string mail;
  };
  static constexpr std::uint32_t kNobody = static_cast<std::uint32_t>(-1);
  struct Contribution {
    std::uint32_t person = 0;
    std::uint32_t changes = 0;
  };
  struct File {
    bool is_gone = false;      // The last thing that git knows of it is that it went.
    bool is_boundary = false;  // Not known when it changed.
    std::optional<std::int64_t> changed;
    std::vector<Contribution> contributions;

    bool is_settled() const { return is_gone || is_boundary || changed; }
  };

  bool read_token(std::string_view token);
  bool read_status(std::string_view token);
  bool read_header(std::string_view header);
  void change(std::string_view path);
  void move(std::string_view from, std::string_view to);
  void settle(File& file);
  void contribute(File& file);
  const std::vector<std::uint32_t>& authors();
  void add_author(std::string_view name, std::string_view mail);
  // kNobody if there are too many.
  std::uint32_t person_of(std::string_view name, std::string_view mail);
  std::vector<std::string> names_of(const File& file) const;

  std::vector<File> files_;
  std::unordered_map<std::string, std::uint32_t> names_;  // What a file is called, back then.
  std::unordered_set<std::string> boundary_;

  std::vector<Person> persons_;
  std::unordered_map<std::string, std::uint32_t> person_numbers_;

  Part part_ = Part::Status;
  std::string token_;  // What of it was read so far.
  std::optional<Commit> head_;

  // The commit that is being read.
  bool has_commit_ = false;
  bool is_at_boundary_ = false;
  std::int64_t time_ = 0;
  std::string name_;  // Of its author.
  std::string mail_;
  std::string co_authors_;
  bool has_authors_ = false;  // Only those of commits that matter are looked up.
  std::vector<std::uint32_t> authors_;
  std::string status_;
  std::string old_path_;
};

}  // namespace carnet
