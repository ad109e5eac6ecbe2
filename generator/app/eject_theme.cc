#include "app/eject_theme.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "app/failures.h"
#include "base/nearest.h"
#include "base/path.h"
#include "config/load_config.h"
#include "diag/printer.h"
#include "io/file_system.h"
#include "io/load.h"
#include "pipeline/load_theme.h"

namespace carnet {
namespace {

constexpr std::string_view kFolder = "theme";

using Files = std::map<std::string_view, std::string_view>;  // From paths to bytes.

// What a theme of carnet's consists of, with what it takes from those below it.
Files files_of(std::string_view theme) {
  Files all;
  for (const EmbeddedTheme& layer : embedded_layers(theme)) {
    for (const EmbeddedFile& file : layer.files) all.insert_or_assign(file.path, file.bytes);
  }
  return all;
}

// The files among `all` that the user asked for. What nobody knows is reported, and
// then there is nothing to do.
Files choose(const Files& all, const std::vector<std::string>& only, const Terminal& terminal) {
  if (only.empty()) return all;
  Files chosen;
  bool is_known = true;
  for (const std::string& name : only) {
    std::string_view path = name;
    while (path.ends_with('/')) path.remove_suffix(1);
    const std::size_t before = chosen.size();
    bool is_there = false;
    for (const auto& [file, bytes] : all) {
      if (!is_inside(file, path)) continue;
      is_there = true;
      chosen.emplace(file, bytes);
    }
    if (is_there || chosen.size() > before) continue;
    is_known = false;
    std::vector<std::string_view> paths;
    for (const auto& [file, bytes] : all) paths.push_back(file);
    const std::string hint = did_you_mean(find_meant_path(path, paths));
    terminal.messages << fmt::format("carnet: error: the theme has no file `{}`{}{}\n", name,
                                     hint.empty() ? "" : "; ", hint);
  }
  return is_known ? chosen : Files();
}

Result<Done> make_folders(Folder& book, std::string_view path, std::set<std::string>& made) {
  if (path.empty() || made.contains(std::string(path))) return Done{};
  Result<Done> parent = make_folders(book, folder_of(path), made);
  if (!parent) return parent;
  made.emplace(path);
  return book.make_folder(std::string(path));
}

}  // namespace

ExitStatus eject_theme(const Options& options, FileSystem& files, const Terminal& terminal) {
  Sources sources;
  Diagnostics diagnostics;
  LoadOptions load_options;
  load_options.jobs = options.jobs;
  const Result<SourceTree> tree = load(files, options.book, load_options, sources, diagnostics);
  if (!tree) return fail_to_read(terminal, tree.error());
  diagnostics = {};
  const Config config = load_config(*tree, sources, diagnostics);
  if (config.severities.count(diagnostics, Severity::Error) > 0) {
    terminal.messages << print(diagnostics, config.severities, sources,
                               {.use_color = terminal.use_color, .least = Severity::Error});
    return ExitStatus::WrongUsage;
  }
  if (const std::string folder = theme_folder(config); !folder.empty()) {
    terminal.messages << fmt::format(
        "carnet: error: this book has a theme of its own, in the folder `{}`\n"
        "  = hint: change its files there\n",
        folder);
    return ExitStatus::WrongUsage;
  }
  const Files chosen = choose(files_of(config.theme.value), options.only, terminal);
  if (chosen.empty()) return ExitStatus::WrongUsage;

  Result<std::unique_ptr<Folder>> book = files.open_folder(options.book, Links::Follow);
  if (!book) return fail(terminal, book.error());
  std::set<std::string> made;
  std::size_t written = 0;
  for (const auto& [path, bytes] : chosen) {
    const std::string place = join_path(kFolder, path);
    Result<Done> done = make_folders(**book, folder_of(place), made);
    if (done) done = (*book)->write(place, bytes);
    if (done) {
      ++written;
    } else if (done.error().code == std::errc::file_exists) {
      terminal.messages << fmt::format("carnet: `{}` is there already, and stays as it is\n",
                                       place);
    } else {
      return fail(terminal, done.error());
    }
  }
  if (options.verbosity != Options::Verbosity::Quiet) {
    const std::string folder = join_path(options.book == "." ? "" : options.book, kFolder);
    terminal.results << fmt::format(
        "{} file{} of the theme `{}` copied into {}\n"
        "Change what you like, and delete the rest: what is not there comes from the theme.\n"
        "`carnet build` uses these files from now on.\n",
        written, written == 1 ? "" : "s", config.theme.value, folder);
  }
  return ExitStatus::Success;
}

}  // namespace carnet
