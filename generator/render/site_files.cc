#include "render/site_files.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/html_escape.h"
#include "base/path.h"
#include "base/url.h"
#include "render/languages.h"
#include "render/page_view.h"
#include "render/search_files.h"
#include "site/permalinks.h"

namespace carnet {
namespace {

class Builder {
 public:
  Builder(const Site& site, const Theme& theme, const std::vector<Shell>& shells)
      : site_(site), theme_(theme), shells_(shells) {}

  std::vector<OutputFile> build() {
    for (const Shell& shell : shells_) add_book(shell);
    if (site_.has_several_books()) {
      if (site_.structure.empty()) {
        add_start();
      } else {
        add_way_in();
      }
    }
    add_not_found(shells_.front());
    for (const Redirect& redirect : site_.redirects) add_redirect(redirect);
    add_redirect_list();
    add_sitemap();
    for (OutputFile& file : search_dialogs(site_, theme_)) add(std::move(file));
    add({.path = ".nojekyll", .bytes = {}});
    return std::move(files_);
  }

 private:
  std::string word(const Book& book, std::string_view key) const {
    return std::string(theme_.text(book.language, key));
  }

  void add(OutputFile file) { files_.push_back(std::move(file)); }

  void add_rendered(std::string path, std::string_view name, const Value& view,
                    std::string_view language) {
    const Template* found = theme_.find_template(name);
    if (found == nullptr) return;
    OutputFile file;
    file.path = std::move(path);
    found->render(view, theme_.texts(language), file.bytes);
    add(std::move(file));
  }

  void add_book(const Shell& shell) {
    const Navigation& navigation = shell.navigation;
    const Book& book = navigation.book();
    add_contents(shell, contents_permalink(book), word(book, "contents"));
    if (book.home == nullptr) {
      // A title that nobody wrote is that of another page.
      const bool has_title = book.config.title.is_written() || site_.has_several_books();
      add_contents(shell, book.home_permalink(),
                   has_title && !book.title.empty() ? book.title : word(book, "contents"));
    }
    add({.path = toc_permalink(book), .bytes = navigation.toc_script()});
    if (has_search(book)) add_search(shell);
  }

  // Where readers choose a book: a page of links, so that it needs no script.
  void add_start() {
    const Shell& shell = shells_.front();
    const Book& first = shell.navigation.book();
    const Config& config = site_.config;
    const std::string& language =
        config.language.is_written() ? config.language.value : first.language;
    const std::string& title = config.title.is_written() ? config.title.value : first.title;
    const Navigation::Place place{.permalink = "index.html"};
    Value view = frame_view(site_, first, place, language);
    view.set("title", title).set("page_title", title);
    view.set("description", config.description.value);
    shell.frame.add_to(view, {});
    shell.head.add_to(view, {});
    set_state(view, shell, place, language);
    set_needs(view, config, theme_, shell.needs(), place);
    view.set("canonical_url", web_address(site_, "index.html"));
    view.set("languages_html", languages_html(site_, nullptr, place, theme_));
    const auto searched = std::ranges::find_if(site_.books, has_search);
    if (searched != site_.books.end()) {
      view.set("has_search", true).set("search_url", encode_path(search_permalink(*searched)));
    }
    add_rendered("index.html", "languages", view, language);
  }

  // Readers of a site with sections come to the first book, as on GitBook.
  void add_way_in() {
    const Book& book = site_.first_book();
    const std::string home = book.home_permalink();
    Value view = forward_view("index.html", encode_path(home), book.title, book.language,
                              web_address(site_, home));
    view.set("start", true);
    add_rendered("index.html", "redirect", view, book.language);
  }

  // `title` and what else a page needs that no author wrote.
  void set_head(Value& view, const Shell& shell, const Navigation::Place& place,
                std::string_view title, const PageNeeds& needs) const {
    view.set("title", title_in_book(title, shell.navigation.book()));
    view.set("page_title", title);
    set_needs(view, site_.config, theme_, needs, place);
  }

  void add_contents(const Shell& shell, const std::string& permalink, const std::string& title) {
    const Navigation& navigation = shell.navigation;
    const Book& book = navigation.book();
    const std::string here = encode_path(permalink);
    const Navigation::Place place{.permalink = here};
    Value view = shell_view(site_, shell, place, book.language, theme_);
    set_head(view, shell, place, title, shell.needs());
    view.set("contents_html", navigation.contents(place));
    if (permalink == contents_permalink(book)) {
      view.set("robots", "noindex");
    } else {
      view.set("description", book.config.description.value);
      view.set("canonical_url", web_address(site_, permalink));
    }
    add_rendered(permalink, "contents", view, book.language);
  }

  // Where all results are, with an address that can be passed on. Its needs are a dialog's.
  void add_search(const Shell& shell) {
    const Book& book = shell.navigation.book();
    const std::string permalink = search_permalink(book);
    const std::string here = encode_path(permalink);
    const Navigation::Place place{.permalink = here};
    Value view = shell_view(site_, shell, place, book.language, theme_);
    PageNeeds needs = shell.needs();
    needs.drawn.emplace("search");
    set_head(view, shell, place, word(book, "search"), needs);
    view.set("robots", "noindex");
    add_rendered(permalink, "search", view, book.language);
  }

  // The path that the site has on its host; hosts show 404.html at any depth.
  std::string base_path() const {
    std::string_view url = site_.config.url.value;
    const std::size_t host = url.find("//");
    if (host == std::string_view::npos) return "/";
    const std::size_t path = url.find('/', host + 2);
    return path == std::string_view::npos ? "/" : std::string(url.substr(path)) + "/";
  }

  // Of the first book: hosts ask for the one at the top, whatever was not found.
  void add_not_found(const Shell& shell) {
    const std::string permalink = "404.html";
    const Book& book = shell.navigation.book();
    const std::string base = base_path();
    const Navigation::Place place{.permalink = permalink, .absolute = base};
    Value view = shell_view(site_, shell, place, book.language, theme_);
    set_head(view, shell, place, word(book, "not_found"), shell.needs());
    view.set("robots", "noindex");
    add_rendered(permalink, "404", view, book.language);
  }

  // The target of a redirect as seen from `from`, or from the site's root if it
  // is empty. For people and browsers.
  std::string target_url(const Redirect& redirect, std::string_view from) const {
    std::string url = redirect.external.empty() ? std::string() : encode_url(redirect.external);
    if (redirect.target) url = encode_path(relative_path(from, permalink_of(redirect.target)));
    if (!redirect.fragment.empty()) url += "#" + encode_url(redirect.fragment);
    return url;
  }

  std::string_view permalink_of(FileTarget target) const {
    return target.kind == FileTarget::Kind::Page
               ? std::string_view(site_.pages[target.index].permalink)
               : std::string_view(site_.assets[target.index].permalink);
  }

  void add_redirect(const Redirect& redirect) {
    const std::string permalink = redirect_permalink(redirect.from);
    const bool is_page = redirect.target.kind == FileTarget::Kind::Page;
    const std::string target = target_url(redirect, permalink);
    const std::string& language = redirect.book->language;
    const Value view = forward_view(
        permalink, target, is_page ? site_.pages[redirect.target.index].title : target, language,
        redirect.target ? web_address(site_, permalink_of(redirect.target)) : "");
    add_rendered(permalink, "redirect", view, language);
  }

  // Of a page that is only the way to another one.
  Value forward_view(std::string_view permalink, std::string_view target, std::string_view title,
                     std::string_view language, std::string_view canonical) const {
    std::string root;
    for (char c : permalink) root += c == '/' ? "../" : "";
    Value view = Value::object();
    view.set("language", language).set("root", root);
    view.set("title", title).set("target", target);
    view.set("csp", security_policy(site_.config, {}));
    view.set("canonical_url", canonical);
    return view;
  }

  // For hosts that answer old addresses themselves (Netlify, Cloudflare Pages).
  void add_redirect_list() {
    if (site_.redirects.empty()) return;
    const std::string base = base_path();
    std::string list;
    for (const Redirect& redirect : site_.redirects) {
      list += base + encode_path(redirect.from) + " ";
      list += redirect.target ? base + target_url(redirect, {}) : target_url(redirect, {});
      list += " 301\n";
    }
    add({.path = "_redirects", .bytes = std::move(list)});
  }

  // https://www.sitemaps.org/protocol.html
  void add_sitemap() {
    if (!site_.config.url.is_written()) return;
    const auto add_address = [this](std::string& xml, std::string_view permalink) {
      xml += "<url><loc>" + escape_html(web_address(site_, permalink)) + "</loc></url>\n";
    };
    std::string xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    if (site_.has_several_books() && site_.structure.empty()) add_address(xml, "index.html");
    for (const Page& page : site_.pages) {
      if (!page.is_listed() || page.book->is_hidden ||
          page.document->front_matter.no_robots_index.value)
        continue;
      add_address(xml, page.permalink);
    }
    add({.path = "sitemap.xml", .bytes = xml + "</urlset>\n"});
  }

  const Site& site_;
  const Theme& theme_;
  const std::vector<Shell>& shells_;
  std::vector<OutputFile> files_;
};

}  // namespace

std::vector<OutputFile> site_files(const Site& site, const Theme& theme,
                                   const std::vector<Shell>& shells) {
  return Builder(site, theme, shells).build();
}

}  // namespace carnet
