#include "site/resolve_links.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "base/nearest.h"
#include "base/parallel.h"
#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/url.h"
#include "markdown/locate.h"
#include "site/anchors.h"
#include "site/find_target.h"
#include "site/gitbook_link.h"
#include "site/own_address.h"
#include "site/space_links.h"
#include "site/suggest.h"

namespace carnet {
namespace {

// What GitBook writes where it has lost a page.
bool is_lost(std::string_view path) {
  return path == "broken-reference" || path.starts_with("broken-reference/") ||
         path.starts_with("/broken/") || path.ends_with("/broken-reference") ||
         path.ends_with("/broken-reference/README.md") || path.ends_with("/broken-reference/");
}

// Schemes that authors use. Another one may be an application's own; only one that nearly is one
// of these is a slip of the hand.
constexpr std::string_view kSchemes[] = {"https", "http", "mailto", "tel", "sms", "ftp", "ssh"};

bool is_known_scheme(std::string_view scheme) {
  return std::find(std::begin(kSchemes), std::end(kSchemes), scheme) != std::end(kSchemes);
}

class Resolver {
 public:
  Resolver(const Site& site, const Page& page, const Sources& sources, Diagnostics& diagnostics)
      : site_(site),
        page_(page),
        document_(*page.document),
        sources_(sources),
        root_(page.book->root),
        diagnostics_(diagnostics) {}

  ResolvedLink resolve(const Link& link) {
    // A link of an included text leads where it led there.
    const std::string_view included = document_.origin(link.origin).path;
    folder_ = folder_of(included.empty() ? std::string_view(page_.source_path) : included);
    std::string_view destination = trim(link.destination);
    if (destination.size() > 1 && destination.front() == '<' && destination.back() == '>') {
      destination = destination.substr(1, destination.size() - 2);
    }
    const UrlParts parts = split_url(destination);
    if (is_lost(parts.path)) {
      report(link, DiagnosticKind::BrokenLink, "GitBook has lost the page that this link led to",
             "write the path of the page again");
      return {};
    }
    if (!scheme_of(destination).empty() || is_protocol_relative(destination)) {
      return resolve_external(link, destination);
    }
    if (destination.empty()) {
      report(link, DiagnosticKind::BrokenLink, "this link has no target", {});
      return {};
    }
    if (parts.path.empty()) return to_page(link, page_, parts.fragment);
    return resolve_path(link, parts, destination);
  }

 private:
  ResolvedLink resolve_external(const Link& link, std::string_view destination) {
    if (const auto space_link = read_gitbook_link(destination)) {
      const auto space = site_.spaces.find(space_link->space);
      if (space != site_.spaces.end()) return to_space(link, space->second, *space_link);
    }
    const bool is_start =
        site_.has_several_books() && is_address_of_site(site_.config, destination);
    if (is_start && !site_.structure.empty() && site_.first_book().home != nullptr) {
      return to_page(link, *site_.first_book().home, split_url(destination).fragment);
    }
    // The page where readers choose a book has no source.
    const auto path = is_start ? std::nullopt : own_path(site_.config, destination);
    if (path) {
      const UrlParts parts = split_url(*path);
      const FoundFile found = find_target(site_.index, "", parts.path).found;
      if (found.target) return to_target(link, found.target, parts.fragment);
      if (const Redirect* redirect = site_.find_redirect(parts.path)) {
        return to_redirect(link, *redirect, parts.fragment);
      }
    }
    const std::string scheme = scheme_of(destination);
    if (scheme == "javascript" || scheme == "vbscript" || scheme == "data") {
      report(link, DiagnosticKind::BrokenLink,
             fmt::format("links with `{}:` are left out, because they could run code", scheme), {});
      return {};
    }
    if (!scheme.empty() && !is_known_scheme(scheme)) report_scheme(link, scheme);
    ResolvedLink resolved;
    resolved.target = ResolvedLink::Target::External;
    resolved.url = encode_url(destination);
    return resolved;
  }

  ResolvedLink to_space(const Link& link, const KnownSpace& space, const GitbookLink& to) {
    ResolvedLink resolved;
    if (space.book == nullptr) {
      resolved.target = ResolvedLink::Target::External;
      resolved.url = address_in(space, to);
      return resolved;
    }
    const Book& book = *space.book;
    const FoundInBook found = find_in_book(site_, book, to);
    if (found.target) return to_target(link, found.target, found.fragment);
    const std::string near = suggest_path(site_.index, book.root, to.path);
    const auto file = resolve_path_below(book.root, near);
    report(link, DiagnosticKind::BrokenLink,
           book.folder.empty()
               ? fmt::format("no page at `{}` in this book, which is the space `{}`", to.path,
                             to.space)
               : fmt::format("no page at `{}` in the space `{}`", to.path, book.folder),
           file ? fmt::format("did you mean `{}`?", relative_path(join_path(folder_, "x"), *file))
                : std::string());
    return resolved;
  }

  static std::optional<std::string> resolve_path_below(std::string_view folder,
                                                       const std::string& path) {
    return path.empty() ? std::nullopt : carnet::resolve_path(folder, path);
  }

  void report_scheme(const Link& link, std::string_view scheme) {
    const std::string_view meant = find_nearest(scheme, kSchemes);
    if (meant.empty()) return;
    report(link, DiagnosticKind::MisspeltScheme,
           fmt::format("browsers cannot open addresses that begin with `{}:`", scheme),
           did_you_mean(meant));
  }

  ResolvedLink resolve_path(const Link& link, const UrlParts& parts, std::string_view destination) {
    TargetSearch search = find_target(site_.index, folder_, parts.path, root_);
    // `#` and `?` may be part of a file's name.
    if (!search.found.target && parts.path.size() < destination.size()) {
      const TargetSearch whole = find_target(site_.index, folder_, destination, root_);
      if (whole.found.target) return to_target(link, whole.found.target, {});
    }
    if (search.found.target) {
      if (search.found.spelling == Spelling::Folded) report_spelling(link, search.found.target);
      return to_target(link, search.found.target, parts.fragment);
    }
    if (const std::optional<std::string> old = carnet::resolve_path(folder_, parts.path)) {
      if (const Redirect* redirect = site_.find_redirect(address_of(*old))) {
        return to_redirect(link, *redirect, parts.fragment);
      }
    }
    if (search.leaves_book) {
      report(link, DiagnosticKind::BrokenLink,
             fmt::format("`{}` leads out of the book", parts.path),
             "only files of the book can be linked to");
      return {};
    }
    if (find_target(site_.withheld_index, folder_, parts.path, root_).found.target) {
      report(link, DiagnosticKind::BrokenLink,
             fmt::format("`{}` is left out of the site by its `if`", parts.path),
             "put the link between `{% if %}` and `{% endif %}`, too");
      return {};
    }
    if (parts.path.starts_with("www.")) {
      report(link, DiagnosticKind::BrokenLink, fmt::format("no file at `{}`", parts.path),
             fmt::format("if this is an address on the web, write `https://{}`", parts.path));
      return {};
    }
    const std::string suggestion = suggest_path(site_.index, folder_, parts.path);
    report(
        link, DiagnosticKind::BrokenLink,
        fmt::format("no {} at `{}`", is_page_like(link, parts.path) ? "page" : "file", parts.path),
        suggestion.empty() ? std::string() : fmt::format("did you mean `{}`?", suggestion));
    return {};
  }

  // The address that a file at `path` would have, but for its ending.
  std::string address_of(const std::string& path) const {
    if (!is_inside(path, root_)) return path;
    return join_path(page_.book->folder, path_below(root_, path));
  }

  static bool is_page_like(const Link& link, std::string_view path) {
    if (link.kind != Link::Kind::Page) return false;
    const std::string extension = to_lower(extension_of(path));
    return extension.empty() || extension == ".md" || extension == ".html" || path.ends_with('/');
  }

  ResolvedLink to_target(const Link& link, FileTarget target, std::string_view fragment) {
    if (target.kind == FileTarget::Kind::Page) {
      return to_page(link, site_.pages[target.index], fragment);
    }
    const Asset& asset = site_.assets[target.index];
    ResolvedLink resolved;
    resolved.target = ResolvedLink::Target::File;
    resolved.asset = target.index;
    resolved.url = encode_path(relative_path(page_.permalink, asset.permalink));
    if (!fragment.empty()) resolved.url += "#" + encode_url(fragment);
    return resolved;
  }

  ResolvedLink to_page(const Link& link, const Page& target, std::string_view fragment) {
    ResolvedLink resolved;
    resolved.target = ResolvedLink::Target::Page;
    resolved.page = &target;
    const bool is_own = &target == &page_;
    if (!is_own) resolved.url = encode_path(relative_path(page_.permalink, target.permalink));
    // What an included text says of a page is the same for all pages that include it.
    const bool is_this = is_own && (link.origin == 0 || trim(link.destination).starts_with('#'));
    const std::optional<std::string> anchor = find_anchor(target, fragment);
    if (!anchor) {
      report(link, DiagnosticKind::BrokenAnchor,
             fmt::format("there is no heading `#{}` on {}", fragment,
                         is_this ? std::string("this page") : "`" + target.source_path + "`"),
             "the link leads to the top of the page");
    } else if (!anchor->empty()) {
      resolved.url += "#" + encode_url(*anchor);
      resolved.heading = find_heading(target, *anchor);
    }
    if (resolved.url.empty()) {
      resolved.url = encode_path(file_name_of(page_.permalink));
    }
    return resolved;
  }

  static const Heading* find_heading(const Page& page, std::string_view id) {
    const Document& document = *page.document;
    for (std::size_t i = 0; i < page.anchors.size(); ++i) {
      const Node& node = *document.anchors[i].node;
      if (page.anchors[i].id == id && node.kind == NodeKind::Heading) {
        return &document.headings[node.number];
      }
    }
    return nullptr;
  }

  ResolvedLink to_redirect(const Link& link, const Redirect& redirect, std::string_view fragment) {
    if (redirect.target) {
      return to_target(link, redirect.target, fragment.empty() ? redirect.fragment : fragment);
    }
    ResolvedLink resolved;
    resolved.target = ResolvedLink::Target::External;
    resolved.url = encode_url(redirect.external);
    return resolved;
  }

  Span locate(const Link& link) const {
    return locate_link(document_, sources_.text(document_.origin(link.origin).source), link);
  }

  void report(const Link& link, DiagnosticKind kind, std::string message, std::string hint) {
    diagnostics_.report(kind, locate(link), std::move(message), std::move(hint));
  }

  void report_spelling(const Link& link, FileTarget target) {
    const std::string& path = target.kind == FileTarget::Kind::Page
                                  ? site_.pages[target.index].source_path
                                  : site_.assets[target.index].source_path;
    report(link, DiagnosticKind::LinkSpelling,
           fmt::format("the file is called `{}`, in other letters", path),
           "write it as the file is called: many systems tell large and small letters apart");
  }

  const Site& site_;
  const Page& page_;
  const Document& document_;
  const Sources& sources_;
  std::string_view folder_;  // Of the text that the link stands in.
  std::string_view root_;    // Of the book.
  Diagnostics& diagnostics_;
};

}  // namespace

ResolvedLink resolve_link(const Site& site, const Page& page, const Link& link,
                          const Sources& sources, Diagnostics& diagnostics) {
  return Resolver(site, page, sources, diagnostics).resolve(link);
}

std::vector<PageLinks> resolve_links(const Site& site, const Sources& sources, unsigned jobs,
                                     Diagnostics& diagnostics) {
  std::vector<PageLinks> links(site.pages.size());
  std::vector<Diagnostics> problems(site.pages.size());
  parallel_for(site.pages.size(), jobs, [&](std::size_t i) {
    const Page& page = site.pages[i];
    Resolver resolver(site, page, sources, problems[i]);
    links[i].reserve(page.document->links.size());
    for (const Link& link : page.document->links) links[i].push_back(resolver.resolve(link));
  });
  for (Diagnostics& list : problems) diagnostics.merge(std::move(list));
  return links;
}

}  // namespace carnet
