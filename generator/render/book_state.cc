#include "render/book_state.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/javascript.h"
#include "base/text.h"
#include "base/url.h"
#include "render/date_text.h"
#include "site/space_words.h"

namespace carnet {
namespace {

constexpr std::string_view kScript = "_carnet/book.js";

// "owner/name" -> 2, "" -> 0.
std::size_t count_segments(std::string_view path) {
  const auto parts = split(path, '/');
  return static_cast<std::size_t>(std::count_if(
      parts.begin(), parts.end(), [](std::string_view part) { return !part.empty(); }));
}

std::string_view path_of(std::string_view url) {
  const std::size_t slash = url.find('/', url.find("//") + 2);
  return slash == url.npos ? std::string_view() : url.substr(slash + 1);
}

}  // namespace

std::string commit_address(std::string_view source_url, std::string_view commit) {
  std::string_view repository = source_url;
  if (repository.ends_with(".git")) repository.remove_suffix(4);
  const std::string host = host_of(repository);
  const std::size_t segments = count_segments(path_of(repository));
  const auto is_like = [&](std::string_view name) { return host.find(name) != host.npos; };

  std::string_view way;
  if (is_like("gitlab") || host == "framagit.org" || host == "salsa.debian.org") {
    const bool is_repository = segments >= 2 && repository.find("/-/") == repository.npos;
    if (is_repository) way = "/-/commit/";
  } else if (segments != 2) {
    // A folder of the repository, or something else altogether.
  } else if (is_like("github") || is_like("gitea") || is_like("forgejo") ||
             host == "codeberg.org") {
    way = "/commit/";
  } else if (is_like("bitbucket")) {
    way = "/commits/";
  }
  if (way.empty()) return std::string(source_url);
  return std::string(repository).append(way).append(commit);
}

BookState::BookState(const Site& site, std::optional<Commit> commit, const Theme& theme)
    : site_(site), theme_(theme), commit_(std::move(commit)) {
  const std::string& source = site.config.source_url.value;
  if (commit_ && !source.empty()) url_ = commit_address(source, commit_->id);
}

std::string BookState::words_in(std::string_view language) const {
  std::optional<Date> date = date_at(commit_->time);
  if (!date) return {};
  std::string words(theme_.text(language, "state"));
  words = replace_all(std::move(words), "{date}", date_text(*date, DateFormat::Full, language));
  return replace_all(std::move(words), "{commit}", commit_->id.substr(0, 7));
}

Value BookState::view_from(std::string_view root) const {
  Value view = Value::object();
  view.set("src", std::string(root).append(kScript));
  return view;
}

void BookState::add_to(Value& view, std::string_view root) const {
  if (commit_) view.set("state", view_from(root));
}

void BookState::add_with_words_to(Value& view, std::string_view root,
                                  std::string_view language) const {
  if (!commit_) return;
  Value state = view_from(root);
  state.set("label", words_in(language)).set("url", url_);
  view.set("state", std::move(state));
}

std::optional<OutputFile> BookState::script() const {
  if (!commit_) return std::nullopt;
  std::set<std::string_view> languages;
  for (const Book& book : site_.books) languages.insert(book.language);
  for (const Page& page : site_.pages) languages.insert(language_of(page));
  const std::string& config_language = site_.config.language.value;
  if (!config_language.empty()) languages.insert(config_language);

  std::string script = "carnetState={\ntime:" + std::to_string(commit_->time);
  script += ",\ncommit:" + quote_javascript(commit_->id);
  const std::string& site = site_.config.url.value;
  if (!url_.empty()) script += ",\nurl:" + quote_javascript(url_);
  if (!site.empty()) script += ",\nsite:" + quote_javascript(site + "/");
  script += ",\nwords:{";
  std::string_view separator = "\n";
  for (const std::string_view language : languages) {
    script.append(separator).append(quote_javascript(language)).append(":[");
    script += quote_javascript(words_in(language)) + ",";
    script += quote_javascript(theme_.text(language, "copy_age"));
    if (!site.empty()) {
      const std::string current(theme_.text(language, "copy_current"));
      script += "," + quote_javascript(replace_all(current, "{site}", host_of(site)));
    }
    script += ']';
    separator = ",\n";
  }
  return OutputFile{.path = std::string(kScript), .bytes = script + "\n}}\n"};
}

}  // namespace carnet
