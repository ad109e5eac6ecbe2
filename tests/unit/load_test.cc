#include "io/load.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "io/memory_file_system.h"
#include "io/real_file_system.h"
#include "temporary_folder.h"

namespace carnet {
namespace {

// What load() makes of a folder, one line each: texts with their display path,
// assets with their size, and diagnostics.
std::string load_as_text(FileSystem& files, const std::string& folder,
                         const LoadOptions& options = {}) {
  Sources sources;
  Diagnostics diagnostics;
  const Result<SourceTree> tree = load(files, folder, options, sources, diagnostics);
  if (!tree) return "error: " + tree.error().path + ": " + tree.error().reason + "\n";
  std::string text;
  for (const SourceFile& file : tree->texts) {
    text += "text " + file.path + " = " + std::string(sources.path(file.source)) + "\n";
  }
  for (const AssetFile& file : tree->assets) {
    text += "asset " + file.path + " " + std::to_string(file.size) + "\n";
  }
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    text += std::string(sources.path(diagnostic.where.source)) + ":" +
            std::to_string(diagnostic.where.begin) + "-" + std::to_string(diagnostic.where.end) +
            " " + std::string(info(diagnostic.kind).code) + ": " + diagnostic.message + "\n";
  }
  return text;
}

}  // namespace

TEST_SUITE("load") {
  TEST_CASE("texts are read, everything else is listed, in the order of bytes") {
    MemoryFileSystem disk;
    for (const char* path :
         {"b/page.md", "b/Page.MD", "a.yaml", "a.yml", "README.md", "book.json", ".bookignore",
          ".gitbook.yaml", "x/book.json", "image.png", "other.json", "été 1.md"}) {
      disk.put("book/" + std::string(path), path);
    }
    CHECK(load_as_text(disk, "book/") ==
          "text .bookignore = book/.bookignore\n"
          "text .gitbook.yaml = book/.gitbook.yaml\n"
          "text README.md = book/README.md\n"
          "text a.yaml = book/a.yaml\n"
          "text a.yml = book/a.yml\n"
          "text b/Page.MD = book/b/Page.MD\n"
          "text b/page.md = book/b/page.md\n"
          "text book.json = book/book.json\n"
          "text x/book.json = book/x/book.json\n"
          "text été 1.md = book/été 1.md\n"
          "asset image.png 9\n"
          "asset other.json 10\n");
  }

  TEST_CASE("of pictures the size is read, and nothing else") {
    MemoryFileSystem disk;
    disk.put("book/a.svg", "<svg width='4' height='5'>");
    disk.put("book/b.PNG", "<svg width='6' height='7'>");
    disk.put("book/c.png", "no picture");
    disk.put("book/d.png", "");
    disk.put("book/e.svg", "<svg width='4' height='5'>");
    disk.put("book/f.txt", "<svg width='4' height='5'>");
    disk.fail(MemoryOperation::Read, std::errc::io_error, 0, "e.svg");
    disk.fail(MemoryOperation::Read, std::errc::io_error, 0, "f.txt");
    Sources sources;
    Diagnostics diagnostics;
    const Result<SourceTree> tree = load(disk, "book", {}, sources, diagnostics);
    REQUIRE(tree);
    std::string sizes;
    for (const AssetFile& file : tree->assets) {
      sizes += file.path + " " + std::to_string(file.image.width) + "x" +
               std::to_string(file.image.height) + "\n";
    }
    CHECK(sizes == "a.svg 4x5\nb.PNG 6x7\nc.png 0x0\nd.png 0x0\ne.svg 0x0\nf.txt 0x0\n");
    CHECK(diagnostics.all().empty());
  }

  TEST_CASE("in the working folder, paths are shown without it") {
    MemoryFileSystem disk;
    disk.put("a.md", "");
    for (const char* folder : {".", "./", ""}) {
      CHECK(load_as_text(disk, folder) == "text a.md = a.md\n");
    }
  }

  TEST_CASE("folders that begin with a dot hold no pages, but GitBook's own parts") {
    CHECK(is_book_text(".gitbook/includes/part.md"));
    CHECK(is_book_text("docs/.gitbook/includes/deep/part.md"));
    CHECK(is_book_text(".gitbook/vars.yaml"));
    CHECK(is_book_text(".gitbook.yaml"));
    CHECK_FALSE(is_book_text(".gitbook/assets/download.md"));
    CHECK_FALSE(is_book_text(".github/workflows/ci.yml"));
    CHECK_FALSE(is_book_text(".github/.gitbook/includes/part.md"));
    CHECK_FALSE(is_book_text("docs/.obsidian/page.md"));
    CHECK_FALSE(is_book_text("page.md.txt"));
    CHECK_FALSE(is_book_text(".md"));
  }

  TEST_CASE("what is no source is left out") {
    MemoryFileSystem disk;
    disk.put("book/a.md", "");
    disk.put("book/.git/config", "");
    disk.put("book/sub/.git", "gitdir: elsewhere");
    disk.put("book/node_modules/x/README.md", "");
    disk.put("book/site/a.md", "");
    disk.put("book/old/_carnet/manifest.txt", "carnet manifest 1\n");
    disk.put("book/old/a.md", "");
    disk.put("book/half/_carnet/manifest.txt", "carnet manifest 1, incomplete\n");
    disk.put("book/half/a.md", "");
    disk.put("book/kept/_carnet/manifest.txt", "something else\n");
    disk.put("book/private/a.md", "");
    disk.put("book/b.md", "");
    LoadOptions options;
    options.output = "book/../book/site";
    options.exclude = [](std::string_view path) { return path == "private" || path == "b.md"; };
    CHECK(load_as_text(disk, "book", options) ==
          "text a.md = book/a.md\nasset kept/_carnet/manifest.txt 15\n");
  }

  TEST_CASE("the output is known by what it is, not by its path") {
    const TemporaryFolder disk;
    disk.put("book/a.md", "");
    disk.put("book/site/a.md", "");
    std::filesystem::create_symlink("book", disk.path("alias"));
    std::filesystem::create_symlink("site", disk.path("book/alias"));
    RealFileSystem files;
    LoadOptions options;
    options.output = disk.path("alias/site");
    CHECK(load_as_text(files, disk.path("book"), options) ==
          "text a.md = " + disk.path("book/a.md") + "\n");
  }

  TEST_CASE("links are followed inside the book, and reported when they leave it") {
    MemoryFileSystem disk;
    disk.put("secret.md", "secret");
    disk.put("book/a/page.md", "page");
    disk.put_link("book/alias.md", "a/page.md");
    disk.put_link("book/b", "a");
    disk.put_link("book/c", "../book/a");
    disk.put_link("book/gone.md", "nowhere.md");
    disk.put_link("book/out.md", "../secret.md");
    disk.put_link("book/absolute", "/");
    CHECK(load_as_text(disk, "book") ==
          "text a/page.md = book/a/page.md\n"
          "text alias.md = book/alias.md\n"
          "text b/page.md = book/b/page.md\n"
          "book/absolute:0-0 link-out-of-book: `absolute` is a symbolic link that leads out of the "
          "book\n"
          "book/c:0-0 link-out-of-book: `c` is a symbolic link that leads out of the book\n"
          "book/gone.md:0-0 unreadable-file: `gone.md` is a symbolic link to nothing\n"
          "book/out.md:0-0 link-out-of-book: `out.md` is a symbolic link that leads out of the "
          "book\n");
  }

  TEST_CASE("links that lead in circles, and many links to one place, come to an end") {
    MemoryFileSystem disk;
    disk.put("book/a/page.md", "");
    disk.put_link("book/a/up", "..");
    disk.put_link("book/a/self", "self");
    for (int i = 0; i < 50; ++i) {
      const std::string folder = "book/f" + std::to_string(i);
      for (const char* name : {"/x", "/y"}) {
        disk.put_link(folder + name, "../f" + std::to_string(i + 1));
      }
    }
    disk.put("book/f50/deep.md", "");
    const std::string text = load_as_text(disk, "book");
    CHECK(text.find("`a/up` is a symbolic link to a folder that it lies in") != std::string::npos);
    CHECK(text.find("the link `a/self` cannot be read") != std::string::npos);
    CHECK(text.find("text f50/deep.md") != std::string::npos);
    CHECK(text.size() < 20'000);
  }

  TEST_CASE("pipes are left out with a warning") {
    MemoryFileSystem disk;
    disk.put("a.md", "");
    disk.put_special("pipe.md");
    CHECK(load_as_text(disk, ".") ==
          "text a.md = a.md\n"
          "pipe.md:0-0 unreadable-file: `pipe.md` is neither a file nor a folder\n");
  }

  TEST_CASE("what cannot be read is a warning, and the build goes on") {
    MemoryFileSystem disk;
    disk.put("a.md", "");
    disk.put("b.md", "");
    disk.put("closed/c.md", "");
    disk.fail(MemoryOperation::Read, std::errc::permission_denied, 0, "b.md");
    disk.fail(MemoryOperation::List, std::errc::permission_denied, 0, "closed");
    CHECK(load_as_text(disk, ".") ==
          "text a.md = a.md\n"
          "closed:0-0 unreadable-file: the folder `closed` cannot be read: permission denied\n"
          "b.md:0-0 unreadable-file: the file cannot be read: permission denied\n");
  }

  TEST_CASE("a book that is not there is an error") {
    MemoryFileSystem disk;
    disk.put("file", "");
    CHECK(load_as_text(disk, "nowhere") == "error: nowhere: no such file or folder\n");
    CHECK(load_as_text(disk, "file") == "error: file: not a folder\n");
  }

  TEST_CASE("a text that is too large is a download") {
    MemoryFileSystem disk;
    disk.put("a.md", std::string(2u << 20, 'x') + "y");
    LoadOptions options;
    options.max_text_bytes = 2u << 20;
    CHECK(load_as_text(disk, ".", options) ==
          "asset a.md 2097153\n"
          "a.md:0-0 text-too-large: the file is larger than 2 MB, so it is not read as a text\n");
  }

  TEST_CASE("a wrong encoding is reported once a file, with the count and the first place") {
    MemoryFileSystem disk;
    disk.put("a.md", "caf\xE9 \xE9\n");
    disk.put("b.md", "d√©j√†, caf√©\n");
    disk.put("c.md", "\xEF\xBB\xBFun\r\ndeux\n");
    CHECK(load_as_text(disk, ".") ==
          "text a.md = a.md\n"
          "text b.md = b.md\n"
          "text c.md = c.md\n"
          "a.md:3-6 invalid-utf8: 2 bytes are not UTF-8, the first one here\n"
          "b.md:1-3 repaired-encoding: 3 places were saved in a wrong encoding and repaired, the "
          "first one here\n");
  }

  TEST_CASE("the number of threads changes nothing, ids included") {
    MemoryFileSystem disk;
    for (int i = 0; i < 300; ++i) disk.put("book/" + std::to_string(i) + ".md", std::to_string(i));
    const auto load_with = [&](unsigned jobs) {
      Sources sources;
      Diagnostics diagnostics;
      LoadOptions options;
      options.jobs = jobs;
      const Result<SourceTree> tree = load(disk, "book", options, sources, diagnostics);
      REQUIRE(tree);
      std::string text;
      for (const SourceFile& file : tree->texts) {
        text += std::to_string(static_cast<std::uint32_t>(file.source)) + " " + file.path + " " +
                std::string(sources.text(file.source)) + "\n";
      }
      return text;
    };
    CHECK(load_with(1) == load_with(8));
  }

  TEST_CASE("other texts can be asked for") {
    MemoryFileSystem disk;
    disk.put("theme/page.html", "");
    disk.put("theme/logo.svg", "");
    LoadOptions options;
    options.is_text = [](std::string_view path) { return path.ends_with(".html"); };
    CHECK(load_as_text(disk, "theme", options) ==
          "text page.html = theme/page.html\nasset logo.svg 0\n");
  }
}

}  // namespace carnet
