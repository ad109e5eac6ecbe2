// Paths inside a book or a site: relative, with `/`, never the disk's business.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace carnet {

// "a/b/c.md" -> "a/b", "c.md" -> "".
std::string_view folder_of(std::string_view path);
// "a/b/c.md" -> "c.md".
std::string_view file_name_of(std::string_view path);
// "a/c.tar.gz" -> ".gz", "a/b" -> "", ".x" -> "".
std::string_view extension_of(std::string_view path);

// "a/b.tar.gz" -> "a/b.tar", "a/b" -> "a/b".
std::string_view without_extension(std::string_view path);

// "a" and "b" -> "a/b"; either may be empty.
std::string join_path(std::string_view folder, std::string_view path);

// `path` as seen from `folder`, with `.` and `..` and doubled slashes taken
// out; a leading `/` means the root. Nothing if it leaves the root.
// A trailing slash is dropped, so the root itself is "".
std::optional<std::string> resolve_path(std::string_view folder, std::string_view path);

// The way from the folder of `from` to `to`: ("a/b.html", "a/c/d.html") ->
// "c/d.html". Both from the same root; never empty.
std::string relative_path(std::string_view from, std::string_view to);

// True for `folder` itself and everything below it; "" is the root.
bool is_inside(std::string_view path, std::string_view folder);

// The rest of a path that is inside `folder`: ("a/b/c.md", "a") -> "b/c.md".
std::string_view path_below(std::string_view folder, std::string_view path);

// True if some segment begins with a dot.
bool has_dot_segment(std::string_view path);

}  // namespace carnet
