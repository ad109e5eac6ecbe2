#include "io/write.h"

#include <algorithm>
#include <iterator>
#include <mutex>
#include <utility>
#include <vector>

#include "base/path.h"
#include "io/file_system.h"
#include "io/manifest.h"
#include "io/output_place.h"
#include "io/replace_site.h"
#include "io/stage.h"

namespace carnet {

class SiteWriter::State {
 public:
  State(WriteOptions options, OutputPlace place, std::unique_ptr<Folder> book)
      : options_(std::move(options)), place_(std::move(place)), book_(std::move(book)) {}

  Result<Done> write(const OutputFile& file);
  Result<WriteReport> commit();

 private:
  enum class Outcome { Written, Unchanged };

  struct Record {
    std::string path;
    Outcome outcome = Outcome::Written;
  };

  Result<bool> is_unchanged(const OutputFile& file) const;
  Result<Stage*> stage();
  Result<Stage*> begin_stage();
  Result<SiteChange> sum_up();
  Result<WriteReport> replace(const SiteChange& change);
  IoError as_typed(IoError error) const;
  std::string typed(const std::string& path) const { return join_path(options_.output, path); }

  const WriteOptions options_;
  OutputPlace place_;
  std::unique_ptr<Folder> book_;

  std::mutex mutex_;  // Guards what follows, until commit().
  std::vector<Record> records_;
  std::unique_ptr<Stage> stage_;  // None before something has to be written.
  // Why the stage lies in the output folder, so that files are replaced one by
  // one. Empty if it lies beside it.
  std::string reason_for_files_;
};

namespace {

// A time without a fraction of a second was rather set by a tool that unpacks
// archives than by a change, so that it does not prove anything.
bool is_telling(std::int64_t time) { return time % 1'000'000'000 != 0; }

}  // namespace

// ---- write() ----

Result<Done> SiteWriter::State::write(const OutputFile& file) {
  if (!is_plain_path(file.path) || is_inside(file.path, kManifestPath)) {
    return IoError{typed(file.path), "no path that a file of a site can have"};
  }
  const Result<bool> unchanged = is_unchanged(file);
  if (!unchanged) return as_typed(unchanged.error());
  if (!*unchanged) {
    const Result<Stage*> target = stage();
    if (!target) return as_typed(target.error());
    Result<Done> done = (*target)->make_parents(file.path);
    if (done) {
      Folder& folder = (*target)->folder();
      done = file.copy_of.empty() ? folder.write(file.path, file.bytes)
                                  : folder.copy(*book_, file.copy_of, file.path);
    }
    if (!done) return as_typed(done.error());
  }
  const std::lock_guard guard(mutex_);
  records_.push_back({file.path, *unchanged ? Outcome::Unchanged : Outcome::Written});
  return Done{};
}

Result<bool> SiteWriter::State::is_unchanged(const OutputFile& file) const {
  // What is not in the manifest is not ours, even if it has the same bytes.
  if (!place_.site || !place_.manifest.lists(file.path)) return false;
  if (file.copy_of.empty()) return place_.site->holds(file.path, file.bytes);

  const Result<FileInfo> ours = place_.site->info(file.path);
  const Result<FileInfo> source = book_->info(file.copy_of);
  if (!source) return source.error();
  if (!ours || ours->type != EntryType::File || ours->size != source->size) return false;
  if (ours->modified == source->modified && is_telling(source->modified)) return true;
  return place_.site->holds_copy(file.path, *book_, file.copy_of);
}

Result<Stage*> SiteWriter::State::stage() {
  const std::lock_guard guard(mutex_);
  if (stage_) return stage_.get();
  return begin_stage();
}

Result<Stage*> SiteWriter::State::begin_stage() {
  if (place_.site && place_.site->is_mount_point()) {
    reason_for_files_ = "it is a mount point";
  } else {
    Result<std::unique_ptr<Stage>> beside = Stage::begin(*place_.parent, place_.stage_name());
    if (beside) {
      stage_ = std::move(*beside);
      return stage_.get();
    }
    if (!place_.site || !is_irreplaceable(beside.error())) return beside.error();
    reason_for_files_ = "nothing can be made beside it: " + beside.error().reason;
  }
  Result<std::unique_ptr<Stage>> inside = Stage::begin(*place_.site, kInnerStageName);
  if (!inside) return inside.error();
  stage_ = std::move(*inside);
  return stage_.get();
}

// The user has never heard of the stage, and typed the output in his own way.
IoError SiteWriter::State::as_typed(IoError error) const {
  for (const std::string& inner :
       {place_.stage_name(), place_.name + "/" + kInnerStageName, place_.name}) {
    const std::string folder = join_path(place_.parent_path, inner);
    if (!is_inside(error.path, folder)) continue;
    error.path = options_.output + error.path.substr(folder.size());
    break;
  }
  return error;
}

// ---- commit() ----

Result<WriteReport> SiteWriter::State::commit() {
  Result<SiteChange> change = sum_up();
  if (!change) return as_typed(change.error());
  if (place_.site && change->written.empty() && place_.manifest == change->next) {
    return WriteReport{.unchanged = change->unchanged.size()};
  }
  if (place_.site) {
    Result<std::vector<std::string>> foreign =
        find_foreign(*place_.site, place_.manifest, change->next);
    if (!foreign) return as_typed(foreign.error());
    change->foreign = std::move(*foreign);
    std::erase(change->foreign, kInnerStageName);
    if (const std::string* path = find_conflict(change->foreign, change->next)) {
      return IoError{typed(*path),
                     "carnet did not write this, but the site needs its name; move it away"};
    }
  }
  if (const Result<Stage*> ready = stage(); !ready) return as_typed(ready.error());
  Result<WriteReport> report = replace(*change);
  stage_.reset();
  if (!report) return as_typed(report.error());
  return report;
}

Result<SiteChange> SiteWriter::State::sum_up() {
  SiteChange change;
  std::sort(records_.begin(), records_.end(),
            [](const Record& a, const Record& b) { return a.path < b.path; });
  change.next.files.reserve(records_.size() + 1);
  for (Record& record : records_) {
    if (!change.next.files.empty() && change.next.files.back() == record.path) {
      return IoError{typed(record.path), "two files of the site have this path"};
    }
    (record.outcome == Outcome::Written ? change.written : change.unchanged).push_back(record.path);
    change.next.files.push_back(std::move(record.path));
  }
  const std::string_view manifest = kManifestPath;
  std::vector<std::string>& files = change.next.files;
  files.insert(std::lower_bound(files.begin(), files.end(), manifest), std::string(manifest));
  std::set_difference(place_.manifest.files.begin(), place_.manifest.files.end(), files.begin(),
                      files.end(), std::back_inserter(change.stale));
  return change;
}

Result<WriteReport> SiteWriter::State::replace(const SiteChange& change) {
  WriteReport report;
  report.written = change.written.size();
  report.unchanged = change.unchanged.size();
  report.removed = change.stale.size();
  // An edited page is the most frequent change, and one file is replaced at once
  // without building all folders anew. Any failure leaves it to what follows.
  if (place_.site && change.written.size() == 1 && place_.manifest == change.next) {
    const std::string& path = change.written.front();
    if (place_.site->move(stage_->folder(), path, path, Existing::Replace)) return report;
  }
  if (reason_for_files_.empty()) {
    const Result<Done> replaced =
        replace_folder(place_, *stage_, change, options_.jobs, report.note);
    if (replaced) return report;
    if (!place_.site || !is_irreplaceable(replaced.error())) return replaced.error();
    reason_for_files_ = replaced.error().reason;
  }
  report.note = "the folder could not be replaced as a whole (" + reason_for_files_ +
                "), so its files were replaced one by one";
  const Result<Done> replaced = replace_files(place_, *stage_, change, options_.jobs);
  if (!replaced) return replaced.error();
  return report;
}

// ---- SiteWriter ----

Result<std::unique_ptr<SiteWriter>> SiteWriter::open(FileSystem& files, WriteOptions options) {
  Result<std::unique_ptr<Folder>> book = files.open_folder(options.book, Links::Follow);
  if (!book) return book.error();
  Result<OutputPlace> place = open_output_place(files, options.output, options.book);
  if (!place) return place.error();
  return std::unique_ptr<SiteWriter>(new SiteWriter(
      std::make_unique<State>(std::move(options), std::move(*place), std::move(*book))));
}

SiteWriter::SiteWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}

SiteWriter::~SiteWriter() = default;

Result<Done> SiteWriter::write(const OutputFile& file) { return state_->write(file); }

Result<WriteReport> SiteWriter::commit() { return state_->commit(); }

}  // namespace carnet
