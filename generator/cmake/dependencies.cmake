# The libraries that carnet is made with, as imported targets `third_party::<name>`.
#
# All of them come from Debian packages. Where a package has a static archive we
# take it, in every preset, so that the binary is one file that needs libc only.

# Defines third_party::<name> from a header and, unless the library is
# header-only, an archive or a C file.
function(find_third_party name)
  cmake_parse_arguments(library "" "HEADER;ARCHIVE;SOURCE;PACKAGE" "DEFINES;USES" ${ARGN})
  set(missing "carnet needs ${name}: install it with `apt-get install ${library_PACKAGE}`")

  find_path(CARNET_${name}_INCLUDE ${library_HEADER})
  if(NOT CARNET_${name}_INCLUDE)
    message(FATAL_ERROR "${missing} (the header ${library_HEADER} was not found)")
  endif()

  add_library(third_party_${name} INTERFACE)
  add_library(third_party::${name} ALIAS third_party_${name})
  target_include_directories(third_party_${name} SYSTEM INTERFACE ${CARNET_${name}_INCLUDE})
  target_compile_definitions(third_party_${name} INTERFACE ${library_DEFINES})

  if(library_ARCHIVE)
    find_library(CARNET_${name}_ARCHIVE ${library_ARCHIVE})
    if(NOT CARNET_${name}_ARCHIVE)
      message(FATAL_ERROR "${missing} (the archive ${library_ARCHIVE} was not found)")
    endif()
    target_link_libraries(third_party_${name} INTERFACE ${CARNET_${name}_ARCHIVE} ${library_USES})
  endif()

  if(library_SOURCE)
    find_file(CARNET_${name}_SOURCE ${library_SOURCE} PATH_SUFFIXES share)
    if(NOT CARNET_${name}_SOURCE)
      message(FATAL_ERROR "${missing} (the file ${library_SOURCE} was not found)")
    endif()
    # Not ours to warn about, and slow without optimisation, in every preset.
    add_library(third_party_${name}_object STATIC ${CARNET_${name}_SOURCE})
    target_compile_options(third_party_${name}_object PRIVATE -O2 -w)
    target_link_libraries(third_party_${name} INTERFACE third_party_${name}_object m)
  endif()
endfunction()

find_third_party(boost_filesystem
  HEADER boost/filesystem.hpp
  ARCHIVE libboost_filesystem.a
  PACKAGE libboost-filesystem-dev)

find_third_party(cli11
  HEADER CLI/CLI.hpp
  PACKAGE libcli11-dev)

find_third_party(cmark_gfm
  HEADER cmark-gfm.h
  ARCHIVE libcmark-gfm.a
  PACKAGE libcmark-gfm-dev
  DEFINES CMARK_GFM_STATIC_DEFINE)

find_third_party(cmark_gfm_extensions
  HEADER cmark-gfm-core-extensions.h
  ARCHIVE libcmark-gfm-extensions.a
  PACKAGE libcmark-gfm-extensions-dev
  DEFINES CMARK_GFM_EXTENSIONS_STATIC_DEFINE
  USES third_party::cmark_gfm)

# Debian has a shared library of Duktape, and beside it the one file that it is compiled from.
find_third_party(duktape
  HEADER duktape.h
  SOURCE duktape/duktape.c
  PACKAGE duktape-dev)

find_third_party(fmt
  HEADER fmt/format.h
  PACKAGE libfmt-dev)
add_library(third_party_fmt_compiled STATIC ${CMAKE_CURRENT_LIST_DIR}/fmt.cc)
target_include_directories(third_party_fmt_compiled SYSTEM PRIVATE ${CARNET_fmt_INCLUDE})
target_link_libraries(third_party_fmt INTERFACE third_party_fmt_compiled)

find_third_party(gumbo
  HEADER gumbo.h
  ARCHIVE libgumbo.a
  PACKAGE libgumbo-dev)

find_third_party(mustache
  HEADER kainjow/mustache.hpp
  PACKAGE libkainjow-mustache-dev)

find_third_party(pcre2
  HEADER pcre2.h
  ARCHIVE libpcre2-8.a
  PACKAGE libpcre2-dev
  DEFINES PCRE2_STATIC)

find_third_party(stemmer
  HEADER libstemmer.h
  ARCHIVE libstemmer.a
  PACKAGE libstemmer-dev)

find_third_party(utf8proc
  HEADER utf8proc.h
  ARCHIVE libutf8proc.a
  PACKAGE libutf8proc-dev
  DEFINES UTF8PROC_STATIC)

find_third_party(yaml_cpp
  HEADER yaml-cpp/yaml.h
  ARCHIVE libyaml-cpp.a
  PACKAGE libyaml-cpp-dev)
