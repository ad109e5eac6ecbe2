// The one place that decides what an address looks like.

#pragma once

#include <string>
#include <string_view>

namespace carnet {

enum class UrlStyle {
  File,       // a/b/page.html
  Directory,  // a/b/page/index.html
};

// Where the page of a source lies: "a/README.md" -> "a/index.html", "a/b.md" ->
// "a/b.html". Names stay byte for byte, but segments lose leading dots: hosts
// do not publish dot files. `readme` is the start page's name ("README.md").
std::string page_permalink(std::string_view source_path, std::string_view readme, UrlStyle style);

// What GitBook calls the page of a source: "a/README.md" -> "a", "a/b.md" -> "a/b", and "" for the
// start page.
std::string gitbook_address(std::string_view source_path, std::string_view readme);

// Where an asset lies: ".gitbook/assets/a.png" -> "gitbook/assets/a.png".
std::string asset_permalink(std::string_view source_path);

// Where a page lies whose front matter says `permalink: /a/b`: "a/b.html", or
// "a/b/index.html" for "/a/b/" and in the style Directory. Empty if the address
// is not one below the site's root.
std::string chosen_permalink(std::string_view permalink, UrlStyle style);

// The file that answers an old address: "old/path" -> "old/path/index.html",
// "old/page.html" -> itself.
std::string redirect_permalink(std::string_view from);

// True for README.md in any case.
bool is_readme(std::string_view source_path);

}  // namespace carnet
