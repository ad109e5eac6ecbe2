#include "site/frame.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "base/path.h"
#include "markdown/check_icons.h"
#include "markdown/parse.h"

namespace carnet {
namespace {

class Reader {
 public:
  Reader(const Site& site, const Book& book, Sources& sources, Diagnostics& diagnostics)
      : site_(site),
        book_(book),
        sources_(sources),
        diagnostics_(diagnostics),
        icons_(diagnostics) {}

  FrameText read_text(const Located<std::string>& setting) {
    FrameText text;
    if (setting.value.empty()) return text;
    Diagnostics problems;
    const SourceId source =
        sources_.add(std::string(sources_.path(setting.span.source)), setting.value + "\n");
    const bool is_trusted = site_.config.html == Config::HtmlTrust::Trusted;
    text.document = std::make_unique<Document>(parse_document(
        sources_, source,
        {.dialect = ParseOptions::Dialect::Snippet,
         .html = is_trusted ? ParseOptions::Html::Trusted : ParseOptions::Html::Safe},
        problems));
    text.page = make_page(*text.document, book_.root);
    // No address leads into the frame, and an id of it could be one of a page.
    text.page->anchors.resize(text.document->anchors.size());
    for (const Link& link : text.document->links) {
      text.links.push_back(resolve(*text.page, link, setting.span.source, problems));
    }
    for (Diagnostic problem : problems.all()) {
      problem.where = place_in(setting, problem.where);
      diagnostics_.report(problem.kind, problem.where, std::move(problem.message),
                          std::move(problem.hint));
    }
    return text;
  }

  std::vector<FrameLink> read_links(const std::vector<LinkSetting>& settings) {
    std::vector<FrameLink> links;
    for (const LinkSetting& setting : settings) {
      FrameLink link{.title = setting.title.value, .icon = setting.icon.value};
      icons_.check(setting.icon.value, setting.icon.span);
      if (setting.url.is_written()) link.target = resolve(setting.url);
      link.links = read_links(setting.links);
      links.push_back(std::move(link));
    }
    return links;
  }

 private:
  std::unique_ptr<Page> make_page(const Document& document, std::string_view folder) const {
    auto page = std::make_unique<Page>();
    page->document = &document;
    page->book = &book_;
    page->source_path = join_path(folder, "carnet.yaml");
    page->permalink = "index.html";
    return page;
  }

  ResolvedLink resolve(const Located<std::string>& url) {
    const Document document(url.span.source);
    Link link;
    link.destination = url.value;
    link.begin = url.span.begin;
    link.end = url.span.end;
    link.is_exact = true;
    return resolve(*make_page(document, book_.root), link, url.span.source, diagnostics_);
  }

  // What the books of a site share may lead to a page that each of them has, or to one place.
  ResolvedLink resolve(const Page& page, const Link& link, SourceId written_in,
                       Diagnostics& problems) {
    if (!site_.has_several_books() || written_in != source_of(site_.config)) {
      return resolve_link(site_, page, link, sources_, problems);
    }
    Diagnostics of_book;
    ResolvedLink resolved = resolve_link(site_, page, link, sources_, of_book);
    if (resolved.target != ResolvedLink::Target::Nothing) {
      problems.merge(std::move(of_book));
      return resolved;
    }
    return resolve_link(site_, *make_page(*page.document, {}), link, sources_, problems);
  }

  // The file that says what stands around pages; kNoSource if none does.
  static SourceId source_of(const Config& config) {
    if (config.footer.text.is_written()) return config.footer.text.span.source;
    if (config.banner.text.is_written()) return config.banner.text.span.source;
    for (const std::vector<LinkSetting>* links : {&config.links, &config.footer.links}) {
      if (!links->empty()) return links->front().title.span.source;
    }
    return kNoSource;
  }

  // The place in carnet.yaml of a part of a text that stands there: the very words if their line
  // stands there as it is (no escapes, not folded), else the whole text.
  Span place_in(const Located<std::string>& setting, const Span& part) const {
    const std::string_view text = setting.value;
    if (part.begin >= text.size()) return setting.span;
    const std::size_t line_begin = part.begin == 0 ? 0 : text.rfind('\n', part.begin - 1) + 1;
    const std::size_t line_end = std::min(text.find('\n', line_begin), text.size());
    const std::size_t found =
        sources_.text(setting.span).find(text.substr(line_begin, line_end - line_begin));
    if (found == text.npos || part.end > line_end) return setting.span;
    const auto shift = static_cast<std::uint32_t>(setting.span.begin + found) -
                       static_cast<std::uint32_t>(line_begin);
    return {setting.span.source, shift + part.begin, shift + part.end};
  }

  const Site& site_;
  const Book& book_;
  Sources& sources_;
  Diagnostics& diagnostics_;
  IconChecker icons_;
};

}  // namespace

std::vector<BookFrame> read_frames(const Site& site, Sources& sources, Diagnostics& diagnostics) {
  std::vector<BookFrame> frames;
  for (const Book& book : site.books) {
    const Config& config = book.config;
    Reader reader(site, book, sources, diagnostics);
    BookFrame frame;
    frame.footer = reader.read_text(config.footer.text);
    frame.banner = reader.read_text(config.banner.text);
    frame.footer_links = reader.read_links(config.footer.links);
    frame.links = reader.read_links(config.links);
    frames.push_back(std::move(frame));
  }
  return frames;
}

}  // namespace carnet
