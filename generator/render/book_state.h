// Which state of the book a copy of the site shows: date, commit, where it comes from.
//
// All pages share one script that says it, so that a page keeps its bytes when
// another one changes. Only start pages carry the words themselves.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/history.h"
#include "base/output_file.h"
#include "base/value.h"
#include "site/site.h"
#include "theme/theme.h"

namespace carnet {

class BookState {
 public:
  // Nothing is shown without a commit. `site` and `theme` must outlive it.
  BookState(const Site& site, std::optional<Commit> commit, const Theme& theme);

  // Sets `state` for a page from which `root` leads to the root of the site, and for a
  // start page, in its language, what it says.
  void add_to(Value& view, std::string_view root) const;
  void add_with_words_to(Value& view, std::string_view root, std::string_view language) const;

  // The file that all pages share.
  std::optional<OutputFile> script() const;

 private:
  Value view_from(std::string_view root) const;
  std::string words_in(std::string_view language) const;

  const Site& site_;
  const Theme& theme_;
  std::optional<Commit> commit_;
  std::string url_;  // Of the commit, or of the repository; may be empty.
};

// Where a commit can be looked at on the web: known for GitHub, GitLab, Bitbucket, Gitea and
// Forgejo, by the name of the host; else it is the address of the repository, `source_url`.
std::string commit_address(std::string_view source_url, std::string_view commit);

}  // namespace carnet
