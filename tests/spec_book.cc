#include "spec_book.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/encoding.h"
#include "base/html_escape.h"
#include "base/image_size.h"
#include "base/text.h"
#include "config/load_config.h"
#include "diag/printer.h"
#include "io/load.h"
#include "pipeline/add_apis.h"
#include "pipeline/foreign_pages.h"
#include "pipeline/load_book.h"
#include "pipeline/load_theme.h"
#include "pipeline/plan_books.h"
#include "render/navigation.h"
#include "render/page_renderer.h"
#include "render/page_view.h"
#include "site/build_site.h"
#include "site/formulas.h"
#include "site/resolve_links.h"

namespace carnet::spec {
namespace {

constexpr std::string_view kFileMark = "--- file: ";

struct File {
  std::string path;
  std::string text;
};

std::vector<File> read_files(const Example& example) {
  const bool is_summary = example.kind == "summary" || example.kind == "order";
  std::vector<File> files = {{is_summary ? "SUMMARY.md" : "README.md", {}}};
  bool is_first = true;
  std::vector<std::string_view> lines = split(example.source, '\n');
  if (lines.back().empty()) lines.pop_back();
  for (std::string_view line : lines) {
    if (line.starts_with(kFileMark)) {
      if (is_first) files.clear();
      files.push_back({std::string(line.substr(kFileMark.size())), {}});
    } else {
      files.back().text.append(line).append("\n");
    }
    is_first = false;
  }
  return files;
}

bool is_settings(const SourceFile& file) { return file.path == "carnet.yaml"; }

SourceTree add_files(const std::vector<File>& files, Sources& sources) {
  SourceTree tree;
  for (const File& file : files) {
    if (is_book_text(file.path)) {
      // As the door to the disk would read it.
      tree.texts.push_back({file.path, sources.add(file.path, decode_text(file.text).text)});
    } else {
      // SVG is a picture that can be written into an example, under any name.
      const ImageSize image =
          has_image_extension(file.path) ? read_svg_size(file.text) : ImageSize{};
      tree.assets.push_back({file.path, file.text.size(), image});
    }
  }
  const auto by_path = [](const auto& a, const auto& b) { return a.path < b.path; };
  std::sort(tree.texts.begin(), tree.texts.end(), by_path);
  std::sort(tree.assets.begin(), tree.assets.end(), by_path);
  return tree;
}

// Without what is only drawn, and with a sign for the space that looks like any other.
std::string readable(std::string html) {
  for (std::size_t begin = html.find("<svg"); begin != std::string::npos;
       begin = html.find("<svg", begin)) {
    const std::size_t end = html.find("</svg>", begin);
    html.erase(begin, end + 6 - begin);
  }
  return replace_all(std::move(html), "\u00A0", "&nbsp;");
}

std::string print_messages(const Diagnostics& diagnostics, const Severities& severities,
                           const Sources& sources, std::string_view first_path,
                           std::string_view expected) {
  std::string text;
  Positions positions(sources);
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    const Severity severity = severities[diagnostic.kind];
    if (severity == Severity::Off) continue;
    const std::size_t begin = text.size();
    if (diagnostic.where.source == kNoSource) {
      text += "book: ";
    } else {
      const Position place = positions.find(diagnostic.where.source, diagnostic.where.begin);
      const std::string_view path = sources.path(diagnostic.where.source);
      if (path != first_path) text.append(path).append(":");
      text += std::to_string(place.line) + ":" + std::to_string(place.column) + ": ";
    }
    text.append(name_of(severity)).append(": ").append(diagnostic.message);
    text.append(" [").append(info(diagnostic.kind).code).append("]\n");
    // A hint is printed where one is expected, and with messages that are new.
    const std::string line = text.substr(begin);
    const bool has_hint = expected.find(line) == std::string_view::npos
                              ? expected.find("= hint:") != std::string_view::npos
                              : expected.find(line + "= hint:") != std::string_view::npos;
    if (has_hint) text += "= hint: " + diagnostic.hint + "\n";
  }
  return text;
}

void print_entries(const std::vector<TocEntry*>& entries, std::size_t depth, std::string& out) {
  for (const TocEntry* entry : entries) {
    out.append(2 * depth, ' ');
    switch (entry->kind) {
      case TocEntry::Kind::Group: out += "group"; break;
      case TocEntry::Kind::Page: out += "page"; break;
      case TocEntry::Kind::Link: out += "link"; break;
      case TocEntry::Kind::Label: out += "label"; break;
    }
    out += " \"" + entry->label + "\"";
    if (entry->page != nullptr) out += " " + entry->page->source_path;
    if (!entry->url.empty()) out += " " + entry->url;
    if (!entry->icon.empty()) out += " (" + entry->icon + ")";
    if (!entry->is_visible()) out += " (hidden)";
    out += "\n";
    print_entries(entry->children, depth + 1, out);
  }
}

std::string print_order(const Site& site) {
  std::string out;
  for (const Page& page : site.pages) {
    if (page.previous != nullptr || page.next == nullptr) continue;
    for (const Page* next = &page; next != nullptr; next = next->next) {
      out += next->source_path + "\n";
    }
  }
  return out;
}

void print_text(const Value& view, std::string_view name, std::string& out) {
  const Value* value = view.find(name);
  if (value == nullptr || value->text() == nullptr || value->text()->empty()) return;
  out.append(name).append(": ").append(*value->text()).append("\n");
}

// What a page is called, and what it asks for.
std::string print_facts(const PageContext& context, const Value& view) {
  const Page& page = context.page;
  const FrontMatter& front = page.document->front_matter;
  std::string out;
  for (std::string_view name :
       {"title", "emoji", "heading_html", "lede_html", "description", "robots", "canonical_url",
        "alternates_html", "cover_html", "cover_above_html"}) {
    print_text(view, name, out);
  }
  if (page.label != page.title) out += "label: " + page.label + "\n";
  const auto list = [&](std::string_view name, bool is_so) {
    if (is_so) out.append(name).append("\n");
  };
  list("hidden", page.is_hidden);
  list("not searched", front.no_index.value);
  const auto is_set = [&](std::string_view name) {
    const Value* value = view.find(name);
    const bool* flag = value != nullptr ? value->flag() : nullptr;
    const std::string* words = value != nullptr ? value->text() : nullptr;
    return (flag != nullptr && *flag) || (words != nullptr && !words->empty());
  };
  list("icon", is_set("icon_html"));
  list("wide", is_set("wide"));
  list("without breadcrumbs", !is_set("has_breadcrumbs") && &page != page.book->home);
  list("without title", !front.layout.title);
  list("without table of contents", !front.layout.table_of_contents);
  list("without outline", !front.layout.outline);
  list("without pagination", !front.layout.pagination);
  if (page.permalink != "index.html") out += "permalink: " + page.permalink + "\n";
  for (const Redirect& redirect : context.site.redirects) {
    out += "redirect: " + redirect.from + "\n";
  }
  return out;
}

// What a click would load, each on a line with what the card is called.
std::string print_players(std::string_view html) {
  constexpr std::string_view kCard = "<div class=\"embed-card\">";
  std::string out;
  for (std::size_t at = html.find(kCard); at != std::string_view::npos;
       at = html.find(kCard, at + 1)) {
    const std::string_view card = html.substr(at, html.find("</div>", at) - at);
    const auto between = [&](std::string_view before, std::string_view after) {
      const std::size_t begin = card.find(before);
      if (begin == std::string_view::npos) return std::string_view("-");
      const std::string_view rest = card.substr(begin + before.size());
      return rest.substr(0, rest.find(after));
    };
    const std::string_view link = between("<a href=", "/a>");
    const std::size_t words = link.find('>');
    out += words == std::string_view::npos ? "-" : link.substr(words + 1, link.size() - words - 2);
    out.append(": ").append(between("data-src=\"", "\"")).append("\n");
  }
  return out;
}

}  // namespace

Theme default_theme() {
  Sources sources;
  Diagnostics diagnostics;
  return load_theme({}, {}, sources, diagnostics);
}

Actual run_example(const Theme& theme, const Example& example) {
  const std::vector<File> files = read_files(example);
  Sources sources;
  Diagnostics diagnostics;
  SourceTree tree = add_files(files, sources);
  Config config = load_config(tree, sources, diagnostics);
  if (!config.language.is_written()) config.language.value = "en";
  // An example need not say where it will live.
  if (tree.texts.end() == std::find_if(tree.texts.begin(), tree.texts.end(), is_settings)) {
    config.severities.set(DiagnosticKind::MissingUrl, Severity::Off);
  }
  const Severities severities = config.severities;
  const SitePlan plan = plan_books(tree, std::move(config), sources, diagnostics);
  const SiteFiles site_files = sort_files(tree, plan);
  report_foreign_pages(site_files, diagnostics);
  ParsedSite parsed = parse_site(site_files, sources, plan.config, 1, diagnostics);
  const LoadTexts load_texts = [&](const std::set<std::string>& paths, SourceTree& of) {
    for (const File& file : files) {
      if (!paths.contains(file.path)) continue;
      std::erase_if(of.assets, [&](const AssetFile& asset) { return asset.path == file.path; });
      of.texts.push_back({file.path, sources.add(file.path, decode_text(file.text).text)});
    }
    std::sort(of.texts.begin(), of.texts.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    return Result<Done>(Done{});
  };
  (void)add_apis(parsed, plan.config, tree, load_texts, sources, 1, diagnostics);
  Site site;
  build_site(site, plan.config, std::move(parsed.sources), sources, 1, diagnostics);
  const std::vector<PageLinks> links = resolve_links(site, sources, 1, diagnostics);
  const std::vector<PageFormulas> formulas = typeset_formulas(site, sources, 1, diagnostics);
  diagnostics.relocate(sources);
  diagnostics.sort();

  // All examples share what it has read.
  static const Highlighter highlighter;
  Actual actual;
  const std::string& path = files.front().path;
  actual.messages = print_messages(diagnostics, severities, sources, path, example.messages);
  if (example.kind == "summary") {
    print_entries(site.books.front().toc.roots, 0, actual.html);
    return actual;
  }
  if (example.kind == "order") {
    actual.html = print_order(site);
    return actual;
  }
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    const Page& page = site.pages[i];
    if (sources.path(page.document->source()) != path) continue;
    const PageContext context = context_of(site, page, links[i], formulas[i], theme, highlighter);
    std::string html;
    PageRenderer renderer(context, html);
    renderer.render_content();
    if (example.kind == "players") {
      actual.html = print_players(html) + security_policy(plan.config, renderer.needs()) + "\n";
      return actual;
    }
    if (example.kind == "page") {
      PageNeeds needs;
      const BookFrame frame;
      const HeadPartial no_head;
      const Shell shell{Navigation(*page.book, theme),
                        FrameHtml(site, frame, {}, theme, highlighter), HeadHtml(no_head, theme),
                        SectionsHtml(site, *page.book, theme)};
      const Value view = page_view(context, shell, needs);
      html = print_facts(context, view) + "\n" + *view.find("content_html")->text();
    }
    actual.html = readable(std::move(html));
  }
  return actual;
}

}  // namespace carnet::spec
