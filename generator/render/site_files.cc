#include "render/site_files.h"

#include <string>
#include <string_view>
#include <utility>

#include "base/html_escape.h"
#include "base/path.h"
#include "base/url.h"
#include "render/page_view.h"
#include "site/permalinks.h"

namespace carnet {
namespace {

class Builder {
 public:
  Builder(const Site& site, const Theme& theme, const Navigation& navigation)
      : site_(site), theme_(theme), navigation_(navigation), texts_(theme.texts(site.language)) {}

  std::vector<OutputFile> build() {
    add_contents(std::string(kContentsPermalink), word("contents"));
    if (site_.home == nullptr) {
      add_contents("index.html", site_.title.empty() ? word("contents") : site_.title);
    }
    add({.path = std::string(kTocPermalink), .bytes = navigation_.toc_script()});
    add_not_found();
    for (const Redirect& redirect : site_.redirects) add_redirect(redirect);
    add_redirect_list();
    add_sitemap();
    add({.path = ".nojekyll", .bytes = {}});
    return std::move(files_);
  }

 private:
  std::string word(std::string_view key) const {
    return std::string(theme_.text(site_.language, key));
  }

  void add(OutputFile file) { files_.push_back(std::move(file)); }

  void add_rendered(std::string path, std::string_view name, const Value& view) {
    const Template* found = theme_.find_template(name);
    if (found == nullptr) return;
    OutputFile file;
    file.path = std::move(path);
    found->render(view, texts_, file.bytes);
    add(std::move(file));
  }

  // `title` and what else a page needs that no author wrote.
  void set_head(Value& view, std::string_view title) const {
    const bool is_own = title == site_.title || site_.title.empty();
    view.set("title", is_own ? std::string(title) : std::string(title) + " · " + site_.title);
    view.set("page_title", title);
    view.set("csp", security_policy(site_.config, {}));
  }

  void add_contents(const std::string& permalink, const std::string& title) {
    const Navigation::Place place{.permalink = permalink};
    Value view = shell_view(site_, navigation_, place, site_.language);
    set_head(view, title);
    view.set("contents_html", navigation_.contents(place));
    if (permalink == kContentsPermalink) view.set("robots", "noindex");
    add_rendered(permalink, "contents", view);
  }

  // The path that the site has on its host; hosts show 404.html at any depth.
  std::string base_path() const {
    std::string_view url = site_.config.url.value;
    const std::size_t host = url.find("//");
    if (host == std::string_view::npos) return "/";
    const std::size_t path = url.find('/', host + 2);
    return path == std::string_view::npos ? "/" : std::string(url.substr(path)) + "/";
  }

  void add_not_found() {
    const std::string base = base_path();
    const Navigation::Place place{.permalink = "404.html", .absolute = base};
    Value view = shell_view(site_, navigation_, place, site_.language);
    set_head(view, word("not_found"));
    view.set("robots", "noindex");
    add_rendered("404.html", "404", view);
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
    const std::string title =
        is_page ? site_.pages[redirect.target.index].title : target_url(redirect, permalink);
    Value view = Value::object();
    std::string root;
    for (char c : permalink) root += c == '/' ? "../" : "";
    view.set("language", site_.language).set("root", root);
    view.set("title", title).set("target", target_url(redirect, permalink));
    view.set("csp", security_policy(site_.config, {}));
    if (redirect.target)
      view.set("canonical_url", web_address(site_, permalink_of(redirect.target)));
    add_rendered(permalink, "redirect", view);
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
    std::string xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    for (const Page& page : site_.pages) {
      if (!page.is_listed() || page.document->front_matter.no_robots_index.value) continue;
      xml += "<url><loc>" + escape_html(web_address(site_, page.permalink)) + "</loc></url>\n";
    }
    add({.path = "sitemap.xml", .bytes = xml + "</urlset>\n"});
  }

  const Site& site_;
  const Theme& theme_;
  const Navigation& navigation_;
  const Texts& texts_;
  std::vector<OutputFile> files_;
};

}  // namespace

std::vector<OutputFile> site_files(const Site& site, const Theme& theme,
                                   const Navigation& navigation) {
  return Builder(site, theme, navigation).build();
}

}  // namespace carnet
