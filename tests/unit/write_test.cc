#include "io/write.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <thread>
#include <vector>

#include "base/parallel.h"
#include "written_site.h"

namespace carnet {

TEST_SUITE("write") {
  TEST_CASE("a site is written, with a manifest of its files") {
    MemoryDisk disk;
    CHECK(build(disk, "out/site", kOldSite) == "4 written, 0 unchanged, 0 removed");
    CHECK(disk.tree("out") ==
          "site/_carnet/manifest.txt\nsite/a/page.html\nsite/gone/x.html\nsite/image.png\n"
          "site/index.html\n");
    CHECK(disk.bytes("out/site/image.png") == "image");
    CHECK(disk.bytes("out/site/_carnet/manifest.txt") ==
          "carnet manifest 1\n_carnet/manifest.txt\na/page.html\ngone/x.html\nimage.png\n"
          "index.html\n");
  }

  TEST_CASE("the next site takes its place; what it does not have is gone") {
    MemoryDisk disk;
    build(disk, "site", kOldSite);
    CHECK(build(disk, "site", kNewSite) == "2 written, 2 unchanged, 1 removed");
    CHECK(disk.tree("site") == kNewTree);
    CHECK(disk.bytes("site/index.html") == "new");
    CHECK(disk.tree("") ==
          "book/image.png\nsite/_carnet/manifest.txt\nsite/a/page.html\nsite/b/page.html\n"
          "site/image.png\nsite/index.html\n");
  }

  TEST_CASE("the output may lie in the book") {
    MemoryDisk disk;
    build(disk, "book/_book", kOldSite);
    CHECK(build(disk, "book/_book/", kNewSite) == "2 written, 2 unchanged, 1 removed");
    CHECK(disk.tree("book/_book") == kNewTree);
  }

  TEST_CASE("without a commit, nothing has happened") {
    MemoryDisk disk;
    {
      auto writer = SiteWriter::open(disk, {"site", "book", 1});
      REQUIRE(writer);
      REQUIRE((*writer)->write({"index.html", "x"}));
    }
    CHECK(disk.tree("") == "book/image.png\n");
  }

  TEST_CASE("an unchanged site is not touched at all") {
    RealDisk disk;
    disk.build(kOldSite);
    const auto before = disk.status("site");
    CHECK(disk.build(kOldSite) == "0 written, 4 unchanged, 0 removed");
    CHECK(disk.status("site").st_ino == before.st_ino);
  }

  TEST_CASE("one changed file is replaced alone") {
    RealDisk disk;
    disk.build(kOldSite);
    const auto before = disk.status("site");
    Files files = kOldSite;
    files.front().bytes = "edited";
    CHECK(disk.build(files) == "1 written, 3 unchanged, 0 removed");
    CHECK(disk.folder.read("site/index.html") == "edited");
    CHECK(disk.status("site").st_ino == before.st_ino);
    CHECK_FALSE(disk.folder.has(".site.carnet-new"));
  }

  TEST_CASE("an unchanged file keeps its time, and its inode where the disk can link") {
    RealDisk disk;
    disk.build(kOldSite);
    const auto page = disk.status("site/a/page.html");
    const auto index = disk.status("site/index.html");
    const auto image = disk.status("site/image.png");
    disk.build(kNewSite);
    CHECK(disk.status("site/a/page.html").st_ino == page.st_ino);
    CHECK(disk.status("site/a/page.html").st_mtim.tv_nsec == page.st_mtim.tv_nsec);
    CHECK(disk.status("site/a/page.html").st_nlink == 1);
    CHECK(disk.status("site/index.html").st_ino != index.st_ino);
    CHECK(disk.status("site/image.png").st_ino == image.st_ino);
    CHECK(disk.status("site/image.png").st_ino != disk.status("book/image.png").st_ino);
  }

  TEST_CASE("an asset that changed is copied anew, even with its old size and time") {
    RealDisk disk;
    const timespec times[] = {{100, 0}, {100, 0}};  // As archives set it: no fraction.
    utimensat(AT_FDCWD, disk.folder.path("book/image.png").c_str(), times, 0);
    disk.build({{"image.png", "", "image.png"}});
    disk.folder.put("book/image.png", "IMAGE");
    utimensat(AT_FDCWD, disk.folder.path("book/image.png").c_str(), times, 0);
    CHECK(disk.build({{"image.png", "", "image.png"}}) == "1 written, 0 unchanged, 0 removed");
    CHECK(disk.folder.read("site/image.png") == "IMAGE");
  }

  TEST_CASE("a folder with other things in it is refused") {
    MemoryDisk disk;
    disk.put("site/photo.jpg", "mine");
    const std::string answer = build(disk, "site", kNewSite);
    CHECK(answer.starts_with("site: the folder is not empty, and carnet did not write"));
    CHECK(disk.tree("site") == "photo.jpg\n");
    disk.put("other/_carnet/manifest.txt", "carnet manifest 1\n../x\n");
    CHECK(build(disk, "other", kNewSite).starts_with("other: the folder is not empty"));
    disk.put("file", "");
    CHECK(build(disk, "file", kNewSite) == "file: a file, not a folder");
  }

  TEST_CASE("an empty folder is fine") {
    MemoryDisk disk;
    REQUIRE(disk.make_folders("site"));
    CHECK(build(disk, "site", kNewSite) == "4 written, 0 unchanged, 0 removed");
  }

  TEST_CASE("the book, and what it lies in, is no output") {
    MemoryDisk disk;
    disk.put("x/book/a.md", "");
    for (const char* output : {"x/book", "x/book/../../x", "x", "/", "."}) {
      CAPTURE(output);
      CHECK(build(disk, output, kNewSite, "x/book") ==
            std::string(output) + ": the book lies there; choose another folder for the site");
    }
  }

  TEST_CASE("a link in the book cannot make carnet write elsewhere") {
    RealDisk disk;
    disk.folder.put("elsewhere/x", "x");
    std::filesystem::remove(disk.folder.path("elsewhere/x"));
    std::filesystem::create_symlink("../elsewhere", disk.folder.path("book/_book"));
    const std::string output = disk.folder.path("book/_book");
    CHECK(build(disk, output, kNewSite, disk.folder.path("book"))
              .starts_with(output + ": a symbolic link leads out of the book"));
    CHECK(std::filesystem::is_empty(disk.folder.path("elsewhere")));
    std::filesystem::create_symlink("nowhere", disk.folder.path("site"));
    CHECK(disk.build(kNewSite) ==
          disk.folder.path("site") + ": a symbolic link that leads nowhere");
  }

  TEST_CASE("an output that the user reaches by a link stays behind it") {
    RealDisk disk;
    disk.folder.put("real/x", "x");
    std::filesystem::remove(disk.folder.path("real/x"));
    std::filesystem::create_symlink("real", disk.folder.path("site"));
    disk.build(kOldSite);
    CHECK(disk.build(kNewSite) == "2 written, 2 unchanged, 1 removed");
    CHECK(std::filesystem::is_symlink(disk.folder.path("site")));
    CHECK(disk.folder.read("real/index.html") == "new");
  }

  TEST_CASE("foreign files are carried over") {
    RealDisk disk;
    disk.build(kOldSite);
    disk.folder.put("site/CNAME", "example.org");
    disk.folder.put("site/.git/objects/1", "1");
    disk.folder.put("site/gone/notes.txt", "notes");
    std::filesystem::create_symlink("/etc/hostname", disk.folder.path("site/a/link"));
    std::filesystem::create_directory(disk.folder.path("site/empty"));
    CHECK(disk.build(kNewSite) == "2 written, 2 unchanged, 1 removed");
    CHECK(disk.folder.read("site/CNAME") == "example.org");
    CHECK(disk.folder.read("site/.git/objects/1") == "1");
    CHECK(disk.folder.read("site/gone/notes.txt") == "notes");
    CHECK_FALSE(disk.folder.has("site/gone/x.html"));
    CHECK(std::filesystem::is_symlink(disk.folder.path("site/a/link")));
    CHECK(disk.folder.has("site/empty"));
    CHECK_FALSE(disk.folder.has(".site.carnet-new"));
  }

  TEST_CASE("a foreign file is never overwritten") {
    for (const char* foreign : {"b/page.html", "b", "a/page.html/x"}) {
      CAPTURE(foreign);
      MemoryDisk disk;
      build(disk, "site", {{"index.html", "old"}});
      disk.put("site/" + std::string(foreign), "mine");
      const std::string answer = build(disk, "site", kNewSite);
      CHECK(
          answer.ends_with("carnet did not write this, but the site needs its name; move it away"));
      CHECK(disk.bytes("site/" + std::string(foreign)) == "mine");
      CHECK(disk.bytes("site/index.html") == "old");
      CHECK(disk.tree("") == "book/image.png\nsite/_carnet/manifest.txt\nsite/" +
                                 std::string(foreign) + "\nsite/index.html\n");
    }
  }

  TEST_CASE("paths that no site can have are refused") {
    MemoryDisk disk;
    for (const char* path : {"", "/x", "../x", "a/../../x", "a//b", "_carnet/manifest.txt"}) {
      CAPTURE(path);
      CHECK(build(disk, "site", {{path, "x"}}).find("no path that a file of a site can have") !=
            std::string::npos);
    }
    CHECK(build(disk, "site", {{"a", "x"}, {"a", "y"}}) ==
          "site/a: something with this name exists");
    build(disk, "site", {{"a", "x"}});
    CHECK(build(disk, "site", {{"a", "x"}, {"a", "x"}}) ==
          "site/a: two files of the site have this path");
  }

  TEST_CASE("an asset is read below the book only") {
    RealDisk disk;
    disk.folder.put("secret", "secret");
    std::filesystem::create_symlink("../secret", disk.folder.path("book/link"));
    for (const char* path : {"link", "../secret", "nowhere"}) {
      CAPTURE(path);
      CHECK(disk.build({{"x", "", path}}).starts_with(disk.folder.path("book/") + path + ": "));
      CHECK_FALSE(disk.folder.has("site"));
    }
  }

  TEST_CASE("links in an old site are replaced, not followed") {
    for (const Resolver resolver : {find_resolver(), Resolver::Steps}) {
      RealDisk disk(resolver);
      disk.build(kOldSite);
      disk.folder.put("victim/page.html", "victim");
      std::filesystem::remove(disk.folder.path("site/index.html"));
      std::filesystem::create_symlink("../victim/page.html", disk.folder.path("site/index.html"));
      std::filesystem::remove_all(disk.folder.path("site/a"));
      std::filesystem::create_directory_symlink("../victim", disk.folder.path("site/a"));
      const std::string answer = disk.build(kNewSite);
      // The link named `a` is not ours, and the site needs its name.
      CHECK(answer.starts_with(disk.folder.path("site/a") + ": carnet did not write this"));
      std::filesystem::remove(disk.folder.path("site/a"));
      CHECK(disk.build(kNewSite) == "3 written, 1 unchanged, 1 removed");
      CHECK(disk.folder.read("victim/page.html") == "victim");
      CHECK_FALSE(std::filesystem::is_symlink(disk.folder.path("site/index.html")));
    }
  }

  TEST_CASE("all names are fine, but for those that are too long") {
    RealDisk disk;
    const Files files = {{"é à/ü.html", "1"}, {"new\nline/a b.html", "2"}, {"back\\slash", "3"}};
    CHECK(disk.build(files) == "3 written, 0 unchanged, 0 removed");
    CHECK(disk.build(files) == "0 written, 3 unchanged, 0 removed");
    CHECK(disk.build({{"é à/ü.html", "1"}}) == "0 written, 1 unchanged, 2 removed");
    CHECK_FALSE(disk.folder.has("site/new\nline"));
    const std::string name(300, 'n');
    CHECK(disk.build({{name, "x"}}) ==
          disk.folder.path("site/") + name + ": the name is too long for this disk");
    CHECK(disk.folder.read("site/é à/ü.html") == "1");
  }

  TEST_CASE("files are written from many threads at once") {
    RealDisk disk;
    for (int round = 0; round < 2; ++round) {
      auto writer = SiteWriter::open(disk, {disk.folder.path("site"), disk.folder.path("book"), 4});
      REQUIRE(writer);
      std::atomic<int> failures = 0;
      parallel_for(500, 4, [&](std::size_t i) {
        const std::string path =
            std::to_string(i % 7) + "/" + std::to_string(i % 3) + "/" + std::to_string(i);
        if (!(*writer)->write({path, i % 2 == 0 ? "same" : std::to_string(round)})) ++failures;
      });
      CHECK(failures == 0);
      const Result<WriteReport> report = (*writer)->commit();
      REQUIRE(report);
      CHECK(report->written == (round == 0 ? 500 : 250));
    }
  }

  TEST_CASE("a reader never sees half a site") {
    RealDisk disk;
    const auto site = [](int version) {
      const std::string text(50'000, static_cast<char>('a' + version % 26));
      return Files{{"index.html", text}, {"other.html", text}, {"same.html", "same"}};
    };
    disk.build(site(0));
    std::atomic<bool> done = false;
    std::atomic<int> halves = 0;
    std::atomic<int> reads = 0;
    std::thread reader([&] {
      while (!done) {
        const std::string text = disk.folder.read("site/index.html");
        if (text.size() != 50'000 || text.front() != text.back()) ++halves;
        if (!disk.folder.has("site/same.html")) ++halves;
        ++reads;
      }
    });
    for (int version = 1; version < 100; ++version) disk.build(site(version));
    done = true;
    reader.join();
    CHECK(halves == 0);
    CHECK(reads > 0);
  }
}

}  // namespace carnet
