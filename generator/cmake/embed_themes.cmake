# Writes a C++ file that holds the files of all themes, and implements theme/embedded.h.
#
#   cmake -D ROOT=... -D FILES=... -D OUTPUT=... -P embed_themes.cmake
#
# FILES is a text file that names the files, one per line, relative to ROOT: NAME/page.html.
# Every byte is written as \xNN, so a file may hold anything, fonts and images too.

file(STRINGS ${FILES} paths ENCODING UTF-8)
list(SORT paths COMPARE STRING)

set(arrays "")
set(themes "")
set(names "")
foreach(path IN LISTS paths)
  string(REGEX MATCH "^[^/]+" name "${path}")
  list(APPEND names ${name})
endforeach()
list(REMOVE_DUPLICATES names)
list(LENGTH names theme_count)

foreach(name IN LISTS names)
  set(entries "")
  set(count 0)
  foreach(path IN LISTS paths)
    if(NOT path MATCHES "^${name}/")
      continue()
    endif()
    string(LENGTH "${name}/" begin)
    string(SUBSTRING "${path}" ${begin} -1 path_in_theme)
    file(READ ${ROOT}/${path} bytes HEX)
    string(LENGTH "${bytes}" digits)
    math(EXPR size "${digits} / 2")
    string(REPEAT "." 128 line)
    # A new literal every 64 bytes; the compiler joins them.
    string(REGEX REPLACE "(${line})" "\\1\n" bytes "${bytes}")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${bytes}")
    string(REPLACE "\n" "\"\n     \"" bytes "${bytes}")
    string(APPEND entries "    {\"${path_in_theme}\",\n     {\"${bytes}\",\n      ${size}}},\n")
    math(EXPR count "${count} + 1")
  endforeach()
  string(MAKE_C_IDENTIFIER "${name}" identifier)
  string(APPEND arrays
    "constexpr std::array<EmbeddedFile, ${count}> k_${identifier}{{\n${entries}}};\n\n")
  string(APPEND themes "    {\"${name}\", k_${identifier}},\n")
endforeach()

file(WRITE ${OUTPUT}
"// Written by generator/cmake/embed_themes.cmake.

#include \"theme/embedded.h\"

#include <array>

namespace carnet {
namespace {

${arrays}constexpr std::array<EmbeddedTheme, ${theme_count}> kThemes{{
${themes}}};

}  // namespace

std::span<const EmbeddedTheme> embedded_themes() { return kThemes; }

}  // namespace carnet
")
