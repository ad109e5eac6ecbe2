// Addresses by which GitBook's own editor leads to a page, in its own space or another one.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace carnet {

struct GitbookLink {
  std::string space;     // Its id; "@organization/space" in the form of 2020.
  std::string path;      // Of the page, as GitBook has it; empty for the start page.
  std::string fragment;  // Without `#`.
};

// `https://app.gitbook.com/s/ID/path#heading`, `…/o/ORGANIZATION/s/ID/path`, and
// `…/@organization/s/space/path`. What names a change or a draft (`~/changes/12/`) is left out of
// the path. Nothing for any other address, and for ids that are none, such as `{spaceId}`.
std::optional<GitbookLink> read_gitbook_link(std::string_view url);

}  // namespace carnet
