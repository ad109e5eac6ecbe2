#include "render/render_site.h"

#include <array>
#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "base/parallel.h"
#include "base/path.h"
#include "render/diagram.h"
#include "render/feed.h"
#include "render/math_font.h"
#include "render/page_view.h"
#include "render/search_builder.h"
#include "render/shell.h"
#include "render/site_files.h"
#include "render/theme_colors.h"
#include "render/used_assets.h"

namespace carnet {
namespace {

// Passes files on until the sink has failed once, and keeps that failure.
class Output {
 public:
  explicit Output(const OutputSink& sink) : sink_(sink) {}

  void write(const OutputFile& file) {
    if (has_failed()) return;
    Result<Done> result = sink_(file);
    if (result) return;
    const std::scoped_lock lock(mutex_);
    if (!failure_) failure_ = result.error();
  }
  bool has_failed() const {
    const std::scoped_lock lock(mutex_);
    return failure_.has_value();
  }
  const std::optional<IoError>& failure() const { return failure_; }

 private:
  const OutputSink& sink_;
  mutable std::mutex mutex_;
  std::optional<IoError> failure_;
};

}  // namespace

Result<RenderReport> render_site(const Site& site, const std::vector<PageLinks>& links,
                                 const std::vector<PageFormulas>& formulas,
                                 const std::vector<BookFrame>& frames, const HeadPartial& head,
                                 const History& history, const Theme& theme, unsigned jobs,
                                 const OutputSink& sink) {
  Output output(sink);
  const Highlighter highlighter;
  const BookState state(site, history.commit, theme);
  std::vector<Shell> shells;
  shells.reserve(site.books.size());
  for (std::size_t i = 0; i < site.books.size(); ++i) {
    const Book& book = site.books[i];
    shells.push_back({Navigation(book, theme),
                      FrameHtml(site, frames[i], book.config.banner.style, theme, highlighter),
                      HeadHtml(head, theme), SectionsHtml(site, book, theme), &state});
  }
  RenderReport report;
  report.pages = site.pages.size();

  SearchBuilder search(site);
  std::atomic<bool> has_diagrams = false;
  std::atomic<bool> has_formulas = false;
  const Template* page_template = theme.find_template("page");
  parallel_for(site.pages.size(), jobs, [&](std::size_t i) {
    if (output.has_failed() || page_template == nullptr) return;
    const Page& page = site.pages[i];
    PageContext context = context_of(site, page, links[i], formulas[i], theme, highlighter);
    context.history = &history;
    const Shell& shell = shells[static_cast<std::size_t>(page.book - site.books.data())];
    OutputFile file;
    file.path = page.permalink;
    PageNeeds needs;
    const Value view = page_view(context, shell, needs);
    search.add(page, view, context.language);
    page_template->render(view, context.texts(), file.bytes);
    if (needs.diagrams) has_diagrams.store(true, std::memory_order_relaxed);
    if (needs.drawn.contains("math")) has_formulas.store(true, std::memory_order_relaxed);
    output.write(file);
    if (page.feed_permalink.empty()) return;
    OutputFile feed;
    feed.path = page.feed_permalink;
    feed.bytes = feed_xml(context);
    output.write(feed);
  });

  const std::vector<std::uint32_t> assets = used_assets(site, links, frames);
  report.assets = assets.size();
  parallel_for(assets.size(), jobs, [&](std::size_t i) {
    const Asset& asset = site.assets[assets[i]];
    OutputFile file;
    file.path = asset.permalink;
    file.copy_of = join_path(site.config.root, asset.source_path);
    output.write(file);
  });

  for (const HeadPartial::File& file : head.files) {
    output.write({.path = file.path, .bytes = {}, .copy_of = file.copied_of});
  }

  for (const OutputFile& file : theme.files()) {
    std::string more;
    if (file.path == Theme::kStyleSheet && !site.config.colors.empty()) {
      more = colors_css(site.config, theme.style_sheet());
    } else if (file.path == kMathStyleSheet && has_formulas) {
      more = math_font_css();
    }
    if (more.empty()) {
      output.write(file);
    } else {
      output.write({.path = file.path, .bytes = file.bytes + more, .copy_of = {}});
    }
  }
  if (has_formulas) output.write(math_font_file());
  if (const std::optional<OutputFile> script = state.script()) output.write(*script);
  if (has_diagrams) {
    for (const OutputFile& file : diagram_files()) output.write(file);
  }
  // Side by side: each of them has parts that only one thread does.
  std::array<std::vector<OutputFile>, 2> made;
  parallel_for(made.size(), jobs, [&](std::size_t i) {
    made.at(i) = i == 0 ? search.files(jobs) : site_files(site, theme, shells);
  });
  for (const std::vector<OutputFile>& files : made) {
    parallel_for(files.size(), jobs, [&](std::size_t i) { output.write(files[i]); });
  }

  if (output.failure()) return *output.failure();
  return report;
}

}  // namespace carnet
