#include "io/history.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdlib.h>
#include <unistd.h>

#include <array>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>

#include "base/limits.h"
#include "base/path.h"
#include "io/git_log.h"
#include "io/git_repository.h"
#include "io/posix.h"
#include "io/run_program.h"

namespace carnet {
namespace {

bool write_file(const std::string& path, std::string_view bytes) {
  Descriptor file(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!file) return false;
  const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
  return file.close() && written == static_cast<ssize_t>(bytes.size());
}

// A repository without settings of others, as long as this object lives: `objects`
// and `refs` are links to the real ones.
class ShieldedRepository {
 public:
  ShieldedRepository(const GitRepository& real, const std::string& scratch)
      : path_(scratch + "/carnet-XXXXXX") {
    if (mkdtemp(path_.data()) == nullptr) return;
    exists_ = true;
    is_ready_ = write_file(path_ + "/HEAD", real.head) &&
                write_file(path_ + "/config", settings_for(real)) && link(real, "objects") &&
                link(real, "refs") && (!real.has_packed_refs || link(real, "packed-refs")) &&
                (!real.has_reftable || link(real, "reftable")) &&
                (!real.is_shallow || link(real, "shallow"));
  }
  ShieldedRepository(const ShieldedRepository&) = delete;
  ShieldedRepository& operator=(const ShieldedRepository&) = delete;
  ~ShieldedRepository() {
    if (!exists_) return;
    for (std::string_view name : kNames) unlink((path_ + "/" + std::string(name)).c_str());
    rmdir(path_.c_str());
  }

  bool is_ready() const { return is_ready_; }
  const std::string& path() const { return path_; }

 private:
  static constexpr std::array<std::string_view, 7> kNames = {
      "HEAD", "config", "objects", "refs", "packed-refs", "reftable", "shallow"};

  // Bare: git looks at no file of the work tree, and takes .mailmap from HEAD.
  static std::string settings_for(const GitRepository& real) {
    std::string settings = "[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n";
    if (real.hash == GitRepository::Hash::Sha256) settings += "\tobjectFormat = sha256\n";
    if (real.has_reftable) settings += "\trefStorage = reftable\n";
    return settings;
  }

  bool link(const GitRepository& real, std::string_view name) {
    const std::string target = real.data + "/" + std::string(name);
    return symlink(target.c_str(), (path_ + "/" + std::string(name)).c_str()) == 0;
  }

  std::string path_;
  bool exists_ = false;
  bool is_ready_ = false;
};

// What could run a program or ask a host is shut off once more, by name.
Command log_command(const HistoryOptions& options, const GitRepository& repository,
                    const std::string& shielded) {
  Command command;
  command.program = options.git;
  command.seconds = kMaxHistorySeconds;
  command.memory = kMaxHistoryMemory;
  command.environment = {
      "GIT_DIR=" + shielded,
      "GIT_CONFIG_NOSYSTEM=1",
      "GIT_CONFIG_SYSTEM=/dev/null",
      "GIT_CONFIG_GLOBAL=/dev/null",
      "GIT_ATTR_NOSYSTEM=1",
      "GIT_NO_REPLACE_OBJECTS=1",
      "GIT_NO_LAZY_FETCH=1",
      "GIT_ALLOW_PROTOCOL=",
      "GIT_OPTIONAL_LOCKS=0",
      "GIT_TERMINAL_PROMPT=0",
      "GIT_PAGER=cat",
      "HOME=/nonexistent",
      "LC_ALL=C",
      "TZ=UTC",
      "PATH=" + options.folders,
  };
  command.arguments = {"--no-pager"};
  for (std::string_view setting :
       {"log.showSignature=false", "gpg.program=false", "core.fsmonitor=", "protocol.allow=never",
        "core.hooksPath=/dev/null", "core.bigFileThreshold=4m", "diff.renameLimit=100"}) {
    command.arguments.insert(command.arguments.end(), {"-c", std::string(setting)});
  }
  command.arguments.insert(
      command.arguments.end(),
      {"log", "-z", "--name-status", std::string(kGitLogFormat), "--encoding=UTF-8", "--no-color",
       "--no-notes", "--no-ext-diff", "--no-textconv",
       // Every commit, so that the first one is HEAD; of a merge what it changed itself.
       "--sparse", "--diff-merges=combined",
       // Comparing what was moved needs the texts, and a partial clone has not all of them.
       repository.lacks_blobs ? "-M100%" : "-M", "HEAD", "--", ":(glob)**/*.[mM][dD]"});
  return command;
}

}  // namespace

class HistoryReader::Work {
 public:
  Work(FileSystem& files, HistoryOptions options)
      : files_(files), options_(std::move(options)), thread_([this] { run(); }) {}
  Work(const Work&) = delete;
  Work& operator=(const Work&) = delete;
  ~Work() {
    stop_.send();
    if (thread_.joinable()) thread_.join();
  }

  History finish(Diagnostics& diagnostics) {
    thread_.join();
    diagnostics.merge(std::move(diagnostics_));
    return std::move(history_);
  }

 private:
  void run() {
    const FoundRepository found = find_repository(files_, options_.book);
    if (!found.refused.empty()) {
      return fail(fmt::format("`{}` leads to a folder that is not this book's", found.refused),
                  "build the book in a clone that `git clone` or `git worktree` has made");
    }
    if (!found.repository || found.repository->is_empty) return;
    if (options_.git.empty()) {
      return fail("there is no program `git` to ask for it", "install git");
    }
    const GitRepository& repository = *found.repository;
    const ShieldedRepository shielded(repository, options_.scratch);
    if (!shielded.is_ready()) {
      return fail(fmt::format("nothing can be written to `{}`", options_.scratch),
                  "set TMPDIR to a folder that can be written to");
    }
    GitLog log(paths_in(repository), repository.boundary);
    bool is_log = true;
    const CommandEnd end =
        run_program(log_command(options_, repository, shielded.path()), stop_,
                    [&](std::string_view bytes) { return is_log = log.read(bytes); });
    const GitLog::Result result = log.finish();
    if (end == CommandEnd::TooSlow) {
      return fail(fmt::format("git did not read it in {} seconds", kMaxHistorySeconds),
                  "if this is so every time, write `history: false` into carnet.yaml");
    }
    if (end == CommandEnd::Failed || !is_log) return fail_to_read();
    if (end == CommandEnd::Done) take(result, repository);
  }

  std::vector<std::string> paths_in(const GitRepository& repository) const {
    const std::string root = join_path(repository.book, options_.root);
    std::vector<std::string> paths;
    for (const std::string& file : options_.files) paths.push_back(join_path(root, file));
    return paths;
  }

  void take(const GitLog::Result& result, const GitRepository& repository) {
    // The repository around a book need not be the book's.
    if (!result.holds_files) return;
    history_.commit = result.head;
    for (std::size_t i = 0; i < options_.files.size(); ++i) {
      if (result.files[i]) history_.files.emplace(options_.files[i], *result.files[i]);
    }
    if (repository.boundary.empty()) return;
    diagnostics_.report(
        DiagnosticKind::ShallowHistory, {},
        result.undated == 0
            ? std::string("this clone has not all commits: contributors are not shown")
            : fmt::format(
                  "this clone has not all commits: of {} page{} the last change is not known",
                  result.undated, result.undated == 1 ? "" : "s"),
        "let CI fetch all of them (`fetch-depth: 0`), or run `git fetch --unshallow`");
  }

  void fail(const std::string& reason, std::string hint) {
    diagnostics_.report(DiagnosticKind::UnreadableHistory, {},
                        "the history of the book is not shown: " + reason, std::move(hint));
  }
  void fail_to_read() {
    fail("git could not read all of it",
         "`git fsck` says what is wrong, and `git fetch --refetch` completes a partial clone");
  }

  FileSystem& files_;
  HistoryOptions options_;
  StopSignal stop_;
  History history_;
  Diagnostics diagnostics_;
  std::thread thread_;  // The last one: it uses all the others.
};

HistoryReader::HistoryReader(FileSystem& files, HistoryOptions options)
    : work_(std::make_unique<Work>(files, std::move(options))) {}

HistoryReader::~HistoryReader() = default;

History HistoryReader::finish(Diagnostics& diagnostics) { return work_->finish(diagnostics); }

}  // namespace carnet
