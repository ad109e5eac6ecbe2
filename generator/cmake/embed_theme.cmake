# Writes a C++ file that holds the files of a theme, and implements theme/embedded.h.
#
#   cmake -D ROOT=... -D FILES=... -D OUTPUT=... -P embed_theme.cmake
#
# FILES is a text file that names the theme's files, one per line, relative to ROOT.
# Every byte is written as \xNN, so a file may hold anything, fonts and images too.

file(STRINGS ${FILES} paths ENCODING UTF-8)
list(SORT paths COMPARE STRING)
list(LENGTH paths count)

set(entries "")
foreach(path IN LISTS paths)
  file(READ ${ROOT}/${path} bytes HEX)
  string(LENGTH "${bytes}" digits)
  math(EXPR size "${digits} / 2")
  string(REPEAT "." 128 line)
  # A new literal every 64 bytes; the compiler joins them.
  string(REGEX REPLACE "(${line})" "\\1\n" bytes "${bytes}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${bytes}")
  string(REPLACE "\n" "\"\n     \"" bytes "${bytes}")
  string(APPEND entries "    {\"${path}\",\n     {\"${bytes}\",\n      ${size}}},\n")
endforeach()

file(WRITE ${OUTPUT}
"// Written by generator/cmake/embed_theme.cmake.

#include \"theme/embedded.h\"

#include <array>

namespace carnet {
namespace {

constexpr std::array<EmbeddedFile, ${count}> kFiles{{
${entries}}};

}  // namespace

std::span<const EmbeddedFile> embedded_theme() { return kFiles; }

}  // namespace carnet
")
