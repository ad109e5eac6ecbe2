#include "app/build.h"

#include <fmt/format.h>

#include <chrono>
#include <memory>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/failures.h"
#include "base/limits.h"
#include "config/load_config.h"
#include "diag/printer.h"
#include "io/file_system.h"
#include "io/history.h"
#include "io/load.h"
#include "io/write.h"
#include "pipeline/add_apis.h"
#include "pipeline/foreign_pages.h"
#include "pipeline/load_book.h"
#include "pipeline/load_theme.h"
#include "pipeline/plan_books.h"
#include "render/render_site.h"
#include "render/theme_colors.h"
#include "site/build_site.h"
#include "site/formulas.h"
#include "site/frame.h"
#include "site/head_partial.h"
#include "site/resolve_links.h"

namespace carnet {
namespace {

// A mistake in carnet.yaml, a theme or a head is the user's own, not the content's.
ExitStatus status_of_errors(const Diagnostics& diagnostics, const Severities& severities) {
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (severities[diagnostic.kind] != Severity::Error) continue;
    if (diagnostic.kind == DiagnosticKind::InvalidConfig ||
        diagnostic.kind == DiagnosticKind::InvalidTheme ||
        diagnostic.kind == DiagnosticKind::InvalidHead) {
      return ExitStatus::WrongUsage;
    }
  }
  return ExitStatus::ProblemsFound;
}

std::string count_of(std::size_t count, std::string_view thing) {
  return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

// "3 errors, 12 warnings, 4 notices"
std::string problems_of(const Diagnostics& diagnostics, const Severities& severities) {
  std::string summary;
  for (Severity severity : {Severity::Error, Severity::Warning, Severity::Notice}) {
    const std::size_t count = severities.count(diagnostics, severity);
    if (count == 0) continue;
    if (!summary.empty()) summary += ", ";
    summary += count_of(count, name_of(severity));
  }
  return summary.empty() ? "0 problems" : summary;
}

// Pages, and what they may include.
HistoryOptions history_options(const Options& options, const Config& config,
                               const SiteFiles& files) {
  HistoryOptions history;
  history.book = options.book;
  history.root = config.root;
  for (const SourceFile& file : files.markdown) history.files.push_back(file.path);
  history.git = options.git;
  history.folders = options.folders;
  history.scratch = options.scratch;
  return history;
}

}  // namespace

ExitStatus build(const Options& options, FileSystem& files, const Terminal& terminal) {
  const auto begin = std::chrono::steady_clock::now();
  const std::string output = options.output.empty() ? options.book + "/_book" : options.output;
  Sources sources;
  Diagnostics diagnostics;

  // Read everything once. From here to SiteWriter nothing touches the disk.
  terminal.progress("reading");
  LoadOptions load_options;
  load_options.output = output;
  load_options.jobs = options.jobs;
  load_options.is_text = [](std::string_view path) {
    return is_book_text(path) || is_theme_override(path);
  };
  Result<SourceTree> folder = load(files, options.book, load_options, sources, diagnostics);
  if (!folder) return fail_to_read(terminal, folder.error());

  const Config own_config = load_config(*folder, sources, diagnostics);
  load_options.is_text = [&](std::string_view path) {
    return is_text_of_theme(own_config, path) || is_head_partial(own_config, path);
  };
  const Result<Done> more =
      load_more(files, options.book, load_options, *folder, sources, diagnostics);
  if (!more) return fail(terminal, more.error());
  // Mostly one book; with docs.yaml one for each space, with LANGS.md one for each language.
  const SitePlan plan = plan_books(*folder, own_config, sources, diagnostics);
  const Config& config = plan.config;
  const Severities severities = config.severities;
  const SiteFiles site_files = sort_files(*folder, plan);
  report_foreign_pages(site_files, diagnostics);
  const Theme theme = load_theme(*folder, config, sources, diagnostics);
  const HeadPartial head = read_head_partial(*folder, config, sources, diagnostics);
  check_colors(config, theme.style_sheet(), diagnostics);

  // Git is asked beside all that follows.
  std::optional<HistoryReader> history_reader;
  if (config.history) history_reader.emplace(files, history_options(options, config, site_files));

  // One document per Markdown file. Files do not see each other yet, so this
  // is the stage that runs on all cores.
  terminal.progress(fmt::format("parsing {}", count_of(site_files.pages.size(), "page")));
  ParsedSite parsed = parse_site(site_files, sources, config, options.jobs, diagnostics);

  // What pages show of APIs, and the pages that are made of their specifications.
  const LoadTexts load_specifications = [&](const std::set<std::string>& paths, SourceTree& tree) {
    LoadOptions of_specifications = load_options;
    of_specifications.is_text = [&](std::string_view path) {
      return paths.contains(std::string(path));
    };
    of_specifications.max_text_bytes = kMaxSpecificationBytes;
    return load_more(files, options.book, of_specifications, tree, sources, diagnostics);
  };
  const Result<Done> apis =
      add_apis(parsed, config, *folder, load_specifications, sources, options.jobs, diagnostics);
  if (!apis) return fail(terminal, apis.error());

  // Give each document its place: title, permalink, neighbours.
  Site site;
  build_site(site, config, std::move(parsed.sources), sources, options.jobs, diagnostics);

  // Beyond this point no page, heading or permalink is added or renamed.

  const std::vector<PageLinks> links = resolve_links(site, sources, options.jobs, diagnostics);
  const std::vector<PageFormulas> formulas =
      typeset_formulas(site, sources, options.jobs, diagnostics);
  const std::vector<BookFrame> frames = read_frames(site, sources, diagnostics);
  const History history = history_reader ? history_reader->finish(diagnostics) : History();

  diagnostics.relocate(sources);
  diagnostics.sort();
  terminal.clear_progress();
  const bool is_quiet = options.verbosity == Options::Verbosity::Quiet;
  const bool is_verbose = options.verbosity == Options::Verbosity::Verbose;
  terminal.messages << print(diagnostics, severities, sources,
                             {.use_color = terminal.use_color,
                              .least = is_verbose ? Severity::Notice : Severity::Warning});
  const std::string problems = problems_of(diagnostics, severities);
  if (severities.count(diagnostics, Severity::Error) > 0) {
    terminal.messages << fmt::format("carnet: nothing was written: {}\n", problems);
    return status_of_errors(diagnostics, severities);
  }
  if (options.is_strict && severities.count(diagnostics, Severity::Warning) > 0) {
    terminal.messages << fmt::format("carnet: nothing was written (--strict): {}\n", problems);
    return ExitStatus::ProblemsFound;
  }

  // The new site takes the old one's place in one step, or not at all. Pages
  // are rendered and written in one parallel loop; none is kept.
  terminal.progress("writing");
  Result<std::unique_ptr<SiteWriter>> writer =
      SiteWriter::open(files, {.output = output, .book = options.book, .jobs = options.jobs});
  if (!writer) return fail(terminal, writer.error());
  const Result<RenderReport> rendered =
      render_site(site, links, formulas, frames, head, history, theme, options.jobs,
                  [&](const OutputFile& file) { return (*writer)->write(file); });
  if (!rendered) return fail(terminal, rendered.error());
  const Result<WriteReport> written = (*writer)->commit();
  if (!written) return fail(terminal, written.error());

  terminal.clear_progress();
  if (!written->note.empty()) terminal.messages << fmt::format("carnet: {}\n", written->note);
  if (!is_quiet) {
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    terminal.results << fmt::format("{}, {}, {}, {:.2f} s\n", count_of(rendered->pages, "page"),
                                    count_of(rendered->assets, "asset"), problems, seconds.count());
  }
  return ExitStatus::Success;
}

}  // namespace carnet
