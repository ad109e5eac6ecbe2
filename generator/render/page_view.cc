#include "render/page_view.h"

#include <algorithm>
#include <array>

#include "base/html_escape.h"
#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "config/language.h"
#include "render/child_cards.h"
#include "render/cover.h"
#include "render/history_view.h"
#include "render/icon_html.h"
#include "render/languages.h"
#include "render/meta_links.h"
#include "render/outline.h"
#include "render/page_renderer.h"
#include "render/search_files.h"
#include "render/site_icon.h"
#include "render/social_view.h"
#include "render/tag_html.h"

namespace carnet {
namespace {

std::string root_of(const Navigation::Place& place) {
  if (!place.absolute.empty()) return std::string(place.absolute);
  const auto depth = std::count(place.permalink.begin(), place.permalink.end(), '/');
  std::string root;
  for (std::ptrdiff_t i = 0; i < depth; ++i) root += "../";
  return root;
}

// A description is plain text, but for the code in it: authors write of `{% hint %}`.
std::string lede_html(std::string_view description) {
  std::string html;
  while (!description.empty()) {
    const std::size_t open = description.find('`');
    const std::size_t close =
        open == description.npos ? description.npos : description.find('`', open + 1);
    if (close == description.npos || close == open + 1) break;
    append_escaped(html, description.substr(0, open));
    html += "<code>";
    append_escaped(html, description.substr(open + 1, close - open - 1));
    html += "</code>";
    description.remove_prefix(close + 1);
  }
  append_escaped(html, description);
  return html;
}

Value::List parts_list(const Theme& theme, const PageNeeds& needs, const std::string& root) {
  Value::List list;
  for (const Theme::Part& part : theme.parts()) {
    const bool is_needed = std::ranges::any_of(
        part.names, [&](const std::string& name) { return needs.drawn.contains(name); });
    if (!is_needed) continue;
    Value view = Value::object();
    if (!part.css.empty()) view.set("css", root + part.css);
    if (!part.js.empty()) view.set("js", root + part.js);
    list.push_back(std::move(view));
  }
  return list;
}

std::string asset_url(const Site& site, std::string_view path, const std::string& root) {
  const Asset* asset = site.find_asset(path);
  return asset == nullptr ? std::string() : root + encode_path(asset->permalink);
}

// The path of a page's source in the repository.
std::string path_in_repository(const PageContext& context) {
  const Page& page = context.page;
  return join_path(context.site.config.root,
                   page.made_of.empty() ? page.source_path : page.made_of);
}

// What a reader can do with the page beyond reading it.
void set_actions(Value& view, const PageContext& context) {
  const Config& config = context.page.book->config;
  const std::string path = path_in_repository(context);
  if (config.edit_url.is_written()) {
    view.set("edit_url", replace_all(config.edit_url.value, "{path}", encode_path(path)));
  }
  if (config.feedback_url.is_written()) {
    std::string url = replace_all(config.feedback_url.value, "{path}", encode_component(path));
    view.set("feedback_url", encode_url(replace_all(std::move(url), "{title}",
                                                    encode_component(context.page.title))));
  }
  view.set("has_actions", config.edit_url.is_written() || config.feedback_url.is_written());
}

}  // namespace

std::string_view direction_of(std::string_view language) {
  constexpr std::array<std::string_view, 8> kRightToLeft = {"ar", "dv", "fa", "he",
                                                            "ps", "ur", "yi", "ku"};
  const std::string_view main = main_language(language);
  return std::find(kRightToLeft.begin(), kRightToLeft.end(), main) != kRightToLeft.end() ? "rtl"
                                                                                         : "ltr";
}

std::string title_in_book(std::string_view title, const Book& book) {
  if (title == book.title || book.title.empty()) return std::string(title);
  return std::string(title) + " · " + book.title;
}

std::string web_address(const Site& site, std::string_view permalink) {
  if (!site.config.url.is_written()) return {};
  if (permalink == "index.html") permalink = {};
  return site.config.url.value + "/" + encode_path(permalink);
}

std::string security_policy(const Config& config, const PageNeeds& needs) {
  if (config.html == Config::HtmlTrust::Trusted) {
    // The author's own scripts and styles run, as `html: trusted` says.
    return "base-uri 'none'; object-src 'none'";
  }
  std::string policy =
      "default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self' file: "
      "data:";
  for (const std::string& host : needs.image_hosts) {
    if (is_host_name(host)) policy += " https://" + host + " http://" + host;
  }
  // A script of the book's own may talk to the host of the site.
  if (config.head.is_written()) policy += "; connect-src 'self'";
  policy += "; font-src 'self' file:; media-src 'self' file:";
  for (const std::string& origin : needs.media_origins) policy += " " + origin;
  if (needs.diagrams || !needs.frame_origins.empty()) {
    policy += needs.diagrams ? "; frame-src 'self' file:" : "; frame-src";
    for (const std::string& origin : needs.frame_origins) policy += " " + origin;
  }
  return policy + "; base-uri 'none'; form-action 'none'";
}

Value frame_view(const Site& site, const Book& book, const Navigation::Place& place,
                 std::string_view language) {
  const std::string root = root_of(place);
  Value view = Value::object();
  view.set("language", language).set("direction", direction_of(language));
  view.set("root", root).set("book_title", book.title);
  view.set("author", book.config.author.value);
  view.set("home_url", root + encode_path(book.home_permalink()));
  view.set("toc_url", root + encode_path(toc_permalink(book)));
  view.set("logo", asset_url(site, book.config.logo.value, root));
  view.set("logo_dark", asset_url(site, book.config.logo_dark.value, root));
  set_site_icon(view, site, book.config, root);
  return view;
}

void set_needs(Value& view, const Config& config, const Theme& theme, const PageNeeds& needs,
               const Navigation::Place& place) {
  view.set("csp", security_policy(config, needs));
  view.set("parts", parts_list(theme, needs, root_of(place)));
}

void set_state(Value& view, const Shell& shell, const Navigation::Place& place,
               std::string_view language) {
  if (shell.state == nullptr) return;
  const std::string home = encode_path(shell.navigation.book().home_permalink());
  if (place.permalink == home || place.permalink == "index.html") {
    shell.state->add_with_words_to(view, root_of(place), language);
  } else {
    shell.state->add_to(view, root_of(place));
  }
}

Value shell_view(const Site& site, const Shell& shell, const Navigation::Place& place,
                 std::string_view language, const Theme& theme) {
  const Navigation& navigation = shell.navigation;
  const Book& book = navigation.book();
  Value view = frame_view(site, book, place, language);
  view.set("sidebar_html", navigation.sidebar(place));
  view.set("languages_html", languages_html(site, &book, place, theme));
  view.set("variants_html", variants_html(site, book, place, theme));
  if (!shell.sections.empty()) view.set("sections_html", shell.sections.print(root_of(place)));
  if (has_search(book)) {
    view.set("has_search", true);
    view.set("search_url", root_of(place) + encode_path(search_permalink(book)));
  }
  view.set("contents_url", root_of(place) + encode_path(contents_permalink(book)));
  shell.frame.add_to(view, root_of(place));
  shell.head.add_to(view, root_of(place));
  set_state(view, shell, place, language);
  return view;
}

Value page_view(const PageContext& context, const Shell& shell, PageNeeds& needs) {
  const Navigation& navigation = shell.navigation;
  const Page& page = context.page;
  const Book& book = *page.book;
  const Config& config = book.config;
  const FrontMatter& front = page.document->front_matter;
  const std::string here = encode_path(page.permalink);
  const Navigation::Place place{.permalink = here, .page = &page};

  std::string content;
  PageRenderer renderer(context, content);
  const std::string cover = cover_html(renderer);
  renderer.render_content();
  if (content.empty()) {
    content = child_cards_html(context);
    if (!content.empty()) renderer.note_drawn("blocks/cards");
  }

  Value view = shell_view(context.site, shell, place, context.language, context.theme);
  const bool is_home = &page == book.home;
  view.set("title", is_home ? book.title : title_in_book(page.title, book));
  view.set("page_title", page.title);
  view.set("description",
           page.description.empty() && is_home ? config.description.value : page.description);
  if (front.layout.description) view.set("lede_html", lede_html(page.description));
  view.set("title_visible", front.layout.title);
  if (!page.feed_permalink.empty()) view.set("feed_url", context.url_of(page.feed_permalink));
  if (front.layout.tags && !front.tags.empty()) {
    std::vector<std::string_view> tags;
    for (const PageTag& tag : front.tags) tags.push_back(tag.slug.value);
    view.set("tags_html", tag_list_html(tags, context));
  }
  needs = renderer.needs();
  needs.merge(shell.needs());
  set_needs(view, context.site.config, context.theme, needs, place);
  view.set("canonical_url", canonical_url(context));
  set_social(view, context);
  std::string alternates = alternates_html(context);
  const std::string translations = language_links_html(context.site, page);
  if (!alternates.empty() && !translations.empty()) alternates += '\n';
  view.set("alternates_html", alternates + translations);
  if (front.no_robots_index.value) view.set("robots", "noindex");

  const DisplayName name = split_name(page.title);
  view.set("emoji", name.emoji).set("icon_html", icon_html(front.icon.value));
  view.set(
      front.layout.cover_size == PageLayout::CoverSize::Hero ? "cover_html" : "cover_above_html",
      cover);
  std::string heading;
  // With `titles: summary` the H1 may say something else.
  std::string own;
  if (page.title_node != nullptr) own = page.document->headings[page.title_node->number].text;
  if (page.title_node != nullptr && (own.empty() || own == page.title)) {
    PageRenderer title(context, heading);
    title.render_title();
    std::string_view rest = trim(heading);
    if (rest.starts_with(name.emoji)) rest.remove_prefix(name.emoji.size());
    heading = trim(rest);
  }
  if (heading.empty()) {
    view.set("heading_html", escape_html(name.words));
  } else {
    view.set("heading_html", heading);
  }

  const bool is_wide = front.layout.width == PageLayout::Width::Wide || renderer.has_wide();
  const bool has_toc = front.layout.table_of_contents;
  view.set("wide", is_wide).set("has_toc", has_toc);
  // A wide page without the table of contents is a page of its own.
  const std::string breadcrumbs =
      is_wide && !has_toc ? std::string() : navigation.breadcrumbs(place);
  view.set("has_breadcrumbs", !breadcrumbs.empty()).set("breadcrumbs_html", breadcrumbs);
  const std::string outline = front.layout.outline ? outline_html(page) : std::string();
  view.set("has_outline", !outline.empty()).set("outline_html", outline);
  if (front.layout.pagination) {
    const auto neighbour = [&](std::string_view key, const Page* other) {
      if (other == nullptr) return;
      Value target = Value::object();
      target.set("url", context.url_of(other->permalink)).set("title", other->label);
      target.set("icon_html", icon_html(other->document->front_matter.icon.value));
      view.set(key, std::move(target));
    };
    neighbour("previous", page.previous);
    neighbour("next", page.next);
  }
  if (front.layout.actions) set_actions(view, context);
  view.set("has_copy", front.layout.actions);
  set_history(view, context);
  view.set("content_html", content);
  return view;
}

}  // namespace carnet
