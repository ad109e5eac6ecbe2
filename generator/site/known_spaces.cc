#include "site/known_spaces.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "base/limits.h"
#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/url.h"
#include "markdown/locate.h"
#include "site/find_target.h"
#include "site/gitbook_link.h"
#include "site/space_links.h"

namespace carnet {
namespace {

// Where a link stands: in a text, or as the target of a redirect.
struct Place {
  const Document* document = nullptr;
  const Link* link = nullptr;
  Span redirect = {};

  Span span(const Sources& texts) const {
    if (link == nullptr) return redirect;
    return locate_link(*document, texts.text(document->origin(link->origin).source), *link);
  }
};

// What links say of one space.
struct Mentions {
  Place first;
  std::size_t count = 0;
  std::set<std::string> paths;      // But for the start page, which every space has.
  std::set<const Book*> mentioned;  // By whom.
  std::set<std::string> titles;     // Of links to the whole space, folded; read where needed.
};

bool is_web_address(std::string_view url) {
  const std::string scheme = scheme_of(url);
  return (scheme == "http" || scheme == "https") && !host_of(url).empty();
}

class Finder {
 public:
  Finder(Site& site, const std::vector<const Document*>& summaries, const Sources& texts,
         Diagnostics& diagnostics)
      : site_(site), summaries_(summaries), texts_(texts), diagnostics_(diagnostics) {}

  void find() {
    for (const YamlEntry& entry : site_.config.spaces.entries) read(entry);
    collect();
    std::vector<std::string> open;
    for (const auto& [id, mentions] : mentions_) {
      if (site_.spaces.contains(id) || elsewhere_.contains(id)) continue;
      if (const Book* book = deduce(mentions)) {
        site_.spaces[id] = {book, {}};
        report_deduced(id, mentions, *book, reason_of(mentions, *book));
      } else {
        open.push_back(id);
      }
    }
    if (!open.empty()) read_titles(open);
    for (const std::string& id : open) {
      const Mentions& mentions = mentions_.at(id);
      if (const Book* book = find_titled(mentions)) {
        site_.spaces[id] = {book, {}};
        report_deduced(id, mentions, *book,
                       book->name.empty()
                           ? std::string("a link to it has that title")
                           : fmt::format("a link to it is called `{}`, as that is", book->name));
      } else {
        report_unknown(id, mentions);
      }
    }
  }

 private:
  // `ID: guides`, a folder or a key of docs.yaml, or an address on the web.
  void read(const YamlEntry& entry) {
    const auto text = entry.value.as_text();
    const std::string_view written = text ? trim(*text) : std::string_view();
    if (!text || written.empty()) {
      report_entry(entry, fmt::format("the space `{}` is {}", entry.key, describe(entry.value)));
      return;
    }
    if (is_web_address(written)) {
      std::string url(written);
      while (url.ends_with('/')) url.pop_back();
      site_.spaces[entry.key] = {nullptr, std::move(url)};
      return;
    }
    for (const Section& section : site_.structure.sections) {
      for (const Space& space : section.spaces) {
        if (space.key != written) continue;
        if (space.book == kNowhere) {
          elsewhere_.insert(entry.key);
        } else {
          site_.spaces[entry.key] = {&site_.books[space.book], {}};
        }
        return;
      }
    }
    const std::optional<std::string> folder = resolve_path("", written);
    for (const Book& book : site_.books) {
      if (folder != book.folder && folder != book.root) continue;
      site_.spaces[entry.key] = {&book, {}};
      return;
    }
    if (site_.structure.is_broken) {
      elsewhere_.insert(entry.key);  // Perhaps: docs.yaml does not say.
      return;
    }
    report_entry(entry, fmt::format("`{}` is no space of this site", written));
  }

  void report_entry(const YamlEntry& entry, std::string message) {
    const Span& value = entry.value.span;
    diagnostics_.report(DiagnosticKind::InvalidConfig,
                        value.begin == value.end ? entry.key_span : value, std::move(message),
                        "write its folder, its key in `docs.yaml`, or its address on the web");
  }

  void collect() {
    for (const Page& page : site_.pages) collect(*page.document, page.book);
    for (std::size_t i = 0; i < summaries_.size(); ++i) {
      if (summaries_[i] != nullptr) collect(*summaries_[i], &site_.books[i]);
    }
    for (const Redirect& redirect : site_.redirects) {
      if (redirect.external.empty()) continue;
      collect(redirect.external, {nullptr, nullptr, redirect.target_span}, redirect.book);
    }
  }

  void collect(const Document& document, const Book* book) {
    for (const Link& link : document.links) {
      collect(trim(link.destination), {&document, &link}, book);
    }
  }

  void collect(std::string_view url, const Place& place, const Book* book) {
    std::optional<GitbookLink> found = read_gitbook_link(url);
    if (!found) return;
    Mentions& mentions = mentions_[found->space];
    if (mentions.count++ == 0) mentions.first = place;
    mentions.mentioned.insert(book);
    if (!found->path.empty() && mentions.paths.size() < kMaxSpacePaths) {
      mentions.paths.insert(std::move(found->path));
    }
  }

  // The only book that a path can be meant to lead into: a page, or one that stood beside others.
  const Book* book_of(const std::string& path, bool& is_there) {
    const Book* only = nullptr;
    is_there = false;
    for (const Book& book : site_.books) {
      if (lookups_ >= kMaxSpaceLookups) return nullptr;
      ++lookups_;
      const bool has_page =
          find_target(site_.index, book.root, path, book.root).found.target.kind ==
          FileTarget::Kind::Page;
      const std::string_view above = folder_of(path);
      const bool has_folder =
          has_page ||
          (!above.empty() &&
           static_cast<bool>(site_.index.find_folder(join_path(book.root, above)).target));
      if (!has_folder) continue;
      if (only != nullptr) return nullptr;
      only = &book;
      is_there = has_page;
    }
    return only;
  }

  const Book* deduce(const Mentions& mentions) {
    std::map<const Book*, std::size_t> votes;
    std::map<const Book*, std::size_t> pages;
    for (const std::string& path : mentions.paths) {
      bool is_there = false;
      const Book* book = book_of(path, is_there);
      if (book == nullptr) continue;
      ++votes[book];
      if (is_there) ++pages[book];
    }
    const Book* best = nullptr;
    std::size_t others = 0;
    for (const Book& book : site_.books) {
      if (best == nullptr || votes[&book] > votes[best]) best = &book;
    }
    for (const auto& [book, count] : votes) others += book == best ? 0 : count;
    constexpr std::size_t kEnough = 3;
    constexpr std::size_t kEnoughOfItself = 2;
    const bool is_own = mentions.mentioned.size() == 1 && mentions.mentioned.contains(best);
    const bool is_certain = pages[best] >= (is_own ? kEnoughOfItself : kEnough) &&
                            2 * votes[best] >= mentions.paths.size() && votes[best] >= 10 * others;
    return is_certain ? best : nullptr;
  }

  // Notes what links to these spaces as a whole are called.
  void read_titles(const std::vector<std::string>& ids) {
    if (site_.structure.empty()) return;
    const auto is_open = [&](const std::string& id) {
      return mentions_.at(id).paths.empty() && std::ranges::binary_search(ids, id);
    };
    if (std::ranges::none_of(ids, is_open)) return;
    for (const Page& page : site_.pages) {
      const Document& document = *page.document;
      const bool has_any = std::ranges::any_of(document.links, [&](const Link& link) {
        const auto found = read_gitbook_link(trim(link.destination));
        return found && is_open(found->space);
      });
      if (has_any) read_titles(document, document.root());
    }
  }

  void read_titles(const Document& document, const Node& node) {
    const bool is_link = node.kind == NodeKind::Link || node.kind == NodeKind::Element;
    if (is_link && node.number < document.links.size()) {
      const auto found = read_gitbook_link(trim(document.links[node.number].destination));
      if (found) mentions_.at(found->space).titles.insert(fold(trim(to_plain_text(node))));
    }
    for (const Node& child : node.children()) read_titles(document, child);
  }

  const Book* find_titled(const Mentions& mentions) const {
    const Book* only = nullptr;
    for (const Book& book : site_.books) {
      if (mentions.titles.empty() || book.section == kNowhere) continue;
      const Space& space = site_.structure.sections[book.section].spaces[book.space];
      const auto is_meant = [&](const std::string& title) {
        return !title.empty() && mentions.titles.contains(fold(title));
      };
      if (!is_meant(space.title.text) &&
          std::ranges::none_of(space.title.translations,
                               [&](const auto& title) { return is_meant(title.second); })) {
        continue;
      }
      if (only != nullptr) return nullptr;
      only = &book;
    }
    const bool has_name = std::ranges::any_of(
        site_.spaces, [&](const auto& known) { return known.second.book == only; });
    return has_name ? nullptr : only;
  }

  // YAML does not let a name begin with `@`.
  static std::string yaml_key(const std::string& id) {
    return id.starts_with('@') ? "\"" + id + "\"" : id;
  }

  static std::string name_of(const Book& book) {
    return book.folder.empty() ? std::string("this book") : "the folder `" + book.folder + "`";
  }

  std::string reason_of(const Mentions& mentions, const Book& book) const {
    const auto there = std::ranges::count_if(mentions.paths, [&](const std::string& path) {
      return static_cast<bool>(find_in_book(site_, book, {{}, path, {}}).target);
    });
    return there == static_cast<std::ptrdiff_t>(mentions.paths.size())
               ? fmt::format("all {} pages that links to it name are there", there)
               : fmt::format("{} of the {} pages that links to it name are there", there,
                             mentions.paths.size());
  }

  void report_deduced(const std::string& id, const Mentions& mentions, const Book& book,
                      const std::string& reason) {
    diagnostics_.report(
        DiagnosticKind::DeducedSpace, mentions.first.span(texts_),
        fmt::format("GitBook's space `{}` is taken to be {}: {}", id, name_of(book), reason),
        fmt::format(
            "if it is, write `{}: {}` below `spaces:` in `carnet.yaml`; if not, write there "
            "where the space is",
            yaml_key(id), book.folder.empty() ? "." : book.folder));
  }

  void report_unknown(const std::string& id, const Mentions& mentions) {
    const std::string links =
        mentions.count == 1 ? "a link leads" : fmt::format("{} links lead", mentions.count);
    diagnostics_.report(
        DiagnosticKind::UnknownSpace, mentions.first.span(texts_),
        fmt::format("{} to the space `{}` in GitBook's editor, where readers need an account",
                    links, id),
        fmt::format("say below `spaces:` in `carnet.yaml` where it is: `{}: https://…`, or its "
                    "folder",
                    yaml_key(id)));
  }

  Site& site_;
  const std::vector<const Document*>& summaries_;
  const Sources& texts_;
  Diagnostics& diagnostics_;
  std::map<std::string, Mentions> mentions_;
  std::set<std::string> elsewhere_;  // Known, and not part of this copy.
  std::size_t lookups_ = 0;
};

}  // namespace

void find_known_spaces(Site& site, const std::vector<const Document*>& summaries,
                       const Sources& texts, Diagnostics& diagnostics) {
  Finder(site, summaries, texts, diagnostics).find();
}

}  // namespace carnet
