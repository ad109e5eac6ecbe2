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
#include "io/memory_file_system.h"
#include "io/real_file_system.h"
#include "temporary_folder.h"

namespace carnet {
namespace {

using Files = std::vector<OutputFile>;

std::string to_text(const IoError& error) { return error.path + ": " + error.reason; }

// Builds a site of `files`. The answer is what a user would be told.
std::string build(FileSystem& disk, const std::string& output, const Files& files,
                  const std::string& book = "book") {
  Result<std::unique_ptr<SiteWriter>> writer = SiteWriter::open(disk, {output, book, 2});
  if (!writer) return to_text(writer.error());
  for (const OutputFile& file : files) {
    const Result<Done> written = (*writer)->write(file);
    if (!written) return to_text(written.error());
  }
  const Result<WriteReport> report = (*writer)->commit();
  if (!report) return to_text(report.error());
  return std::to_string(report->written) + " written, " + std::to_string(report->unchanged) +
         " unchanged, " + std::to_string(report->removed) + " removed" +
         (report->note.empty() ? "" : ", " + report->note);
}

// A disk in memory with a book on it.
struct MemoryDisk : MemoryFileSystem {
  MemoryDisk() { put("book/image.png", "image"); }
};

// A real disk with a book on it.
struct RealDisk : RealFileSystem {
  explicit RealDisk(Resolver resolver = find_resolver()) : RealFileSystem(resolver) {
    folder.put("book/image.png", "image");
  }
  std::string build(const Files& files) {
    return carnet::build(*this, folder.path("site"), files, folder.path("book"));
  }
  struct stat status(const std::string& path) const {
    struct stat result {};
    REQUIRE(lstat(folder.path(path).c_str(), &result) == 0);
    return result;
  }
  TemporaryFolder folder;
};

const Files kOldSite = {{"index.html", "old"},
                        {"a/page.html", "page"},
                        {"gone/x.html", "x"},
                        {"image.png", "", "image.png"}};
const Files kNewSite = {{"index.html", "new"},
                        {"a/page.html", "page"},
                        {"b/page.html", "page"},
                        {"image.png", "", "image.png"}};
constexpr const char* kOldTree =
    "_carnet/manifest.txt\na/page.html\ngone/x.html\nimage.png\nindex.html\n";
constexpr const char* kNewTree =
    "_carnet/manifest.txt\na/page.html\nb/page.html\nimage.png\nindex.html\n";

}  // namespace

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

  TEST_CASE("a disk that gets full at any moment leaves the old site as it was") {
    for (const MemoryOperation operation :
         {MemoryOperation::Write, MemoryOperation::Copy, MemoryOperation::MakeFolder,
          MemoryOperation::Move, MemoryOperation::Exchange}) {
      std::size_t failures = 0;
      for (std::size_t successes = 0; successes < 12; ++successes) {
        CAPTURE(static_cast<int>(operation));
        CAPTURE(successes);
        MemoryDisk disk;
        build(disk, "site", kOldSite);
        disk.put("site/CNAME", "example.org");
        const std::string before = disk.tree("");
        disk.put("book/image.png", "another");
        disk.fail(operation, std::errc::no_space_on_device, successes, "site");
        const std::string answer = build(disk, "site", kNewSite);
        disk.heal();
        if (answer == "3 written, 1 unchanged, 1 removed") continue;
        ++failures;
        CHECK(answer.ends_with(": the disk is full"));
        CHECK(answer.starts_with("site"));
        CHECK(disk.tree("") == before);
        CHECK(disk.bytes("site/index.html") == "old");
        CHECK(disk.bytes("site/CNAME") == "example.org");
      }
      CHECK(failures > 0);
    }
  }

  TEST_CASE("where a folder cannot be replaced, its files are, and the user is told") {
    const std::string note =
        ", the folder could not be replaced as a whole (it leads to another place or disk), so its "
        "files were replaced one by one";
    MemoryDisk disk;
    build(disk, "site", kOldSite);
    disk.put("site/gone/notes.txt", "notes");
    disk.fail(MemoryOperation::Exchange, std::errc::cross_device_link);
    CHECK(build(disk, "site", kNewSite) == "2 written, 2 unchanged, 1 removed" + note);
    CHECK(disk.tree("") ==
          "book/image.png\nsite/_carnet/manifest.txt\nsite/a/page.html\nsite/b/page.html\n"
          "site/gone/notes.txt\nsite/image.png\nsite/index.html\n");
    CHECK(disk.bytes("site/index.html") == "new");
    CHECK(build(disk, "site", kNewSite) == "0 written, 4 unchanged, 0 removed");
  }

  TEST_CASE("where nothing can be made beside the output, the new files wait inside") {
    MemoryDisk disk;
    build(disk, "site", kOldSite);
    disk.fail(MemoryOperation::MakeFolder, std::errc::permission_denied, 0, ".site.carnet-new");
    CHECK(build(disk, "site", kNewSite).find("nothing can be made beside it") != std::string::npos);
    CHECK(disk.tree("site") == kNewTree);
  }

  TEST_CASE("file by file, a page may become a folder, and a folder a page") {
    MemoryDisk disk;
    build(disk, "site", {{"index.html", ""}, {"a", "file"}, {"b/c", "file"}});
    disk.fail(MemoryOperation::Exchange, std::errc::device_or_resource_busy);
    build(disk, "site", {{"index.html", ""}, {"a/c", "file"}, {"b", "file"}});
    CHECK(disk.tree("site") == "_carnet/manifest.txt\na/c\nb\nindex.html\n");
  }

  TEST_CASE("file by file, pages come after what they need") {
    MemoryDisk disk;
    build(disk, "site", {{"a.html", "old"}, {"z.css", "old"}});
    disk.fail(MemoryOperation::Exchange, std::errc::device_or_resource_busy);
    disk.fail(MemoryOperation::Move, std::errc::io_error, 0, "a.html");
    CHECK(build(disk, "site", {{"a.html", "new"}, {"z.css", "new"}}) ==
          "site/a.html: the disk reports a failure");
    CHECK(disk.bytes("site/z.css") == "new");
    CHECK(disk.bytes("site/a.html") == "old");
    disk.heal();
    build(disk, "site", {{"a.html", "new"}, {"z.css", "new"}});
    CHECK(disk.tree("") == "book/image.png\nsite/_carnet/manifest.txt\nsite/a.html\nsite/z.css\n");
  }

  TEST_CASE("a disk without exchange renames twice") {
    MemoryDisk disk;
    build(disk, "site", kOldSite);
    disk.put("site/CNAME", "example.org");
    disk.fail(MemoryOperation::Exchange, std::errc::not_supported);
    CHECK(build(disk, "site", kNewSite) == "2 written, 2 unchanged, 1 removed");
    CHECK(disk.bytes("site/CNAME") == "example.org");
    CHECK(disk.tree("").find("carnet-") == std::string::npos);
  }

  TEST_CASE("a disk without hard links copies, and keeps the time") {
    MemoryDisk disk;
    build(disk, "site", kOldSite);
    disk.fail(MemoryOperation::Link, std::errc::operation_not_permitted);
    CHECK(build(disk, "site", kNewSite) == "2 written, 2 unchanged, 1 removed");
    CHECK(disk.tree("site") == kNewTree);
  }

  TEST_CASE("what a killed build has left is cleared away") {
    MemoryDisk disk;
    build(disk, "site", kOldSite);
    disk.put(".site.carnet-new/_carnet/manifest.txt", "carnet manifest 1, incomplete\n");
    disk.put(".site.carnet-new/a/half.html", "half");
    disk.put("site/.carnet-new/_carnet/manifest.txt", "carnet manifest 1, incomplete\n");
    CHECK(build(disk, "site", kNewSite) == "2 written, 2 unchanged, 1 removed");
    CHECK(disk.tree("") ==
          "book/image.png\nsite/_carnet/manifest.txt\nsite/a/page.html\nsite/b/page.html\n"
          "site/image.png\nsite/index.html\n");
  }

  TEST_CASE("killed before the stage was marked, or after, it is still recognised") {
    for (const char* left :
         {".site.carnet-new/_carnet/manifest.next", "site/.carnet-new/_carnet/manifest.next"}) {
      MemoryDisk disk;
      build(disk, "site", kOldSite);
      disk.put(left, "carnet mani");
      CHECK(build(disk, "site", kNewSite) == "2 written, 2 unchanged, 1 removed");
      CHECK(disk.tree("").find("carnet-") == std::string::npos);
    }
    MemoryDisk disk;
    disk.put("site/_carnet/manifest.next", "carnet mani");
    CHECK(build(disk, "site", kNewSite) == "4 written, 0 unchanged, 0 removed");
  }

  TEST_CASE("a clean-up that was killed itself can be taken up again") {
    for (std::size_t successes = 0; successes < 20; ++successes) {
      CAPTURE(successes);
      MemoryDisk disk;
      build(disk, "site", kOldSite);
      // Half a site is left behind, and then an old one.
      disk.fail(MemoryOperation::Write, std::errc::no_space_on_device, 2);
      disk.fail(MemoryOperation::Remove, std::errc::io_error, successes);
      build(disk, "site", kNewSite);
      disk.heal();
      disk.fail(MemoryOperation::Remove, std::errc::io_error, successes);
      build(disk, "site", kNewSite);
      disk.heal();
      const std::string answer = build(disk, "site", kNewSite);
      CHECK(answer.find(" written, ") != std::string::npos);
      CHECK(disk.tree("").find("carnet-") == std::string::npos);
      CHECK(disk.tree("site") == kNewTree);
    }
  }

  TEST_CASE("killed around the moment of replacing, nothing foreign is lost") {
    MemoryDisk disk;
    build(disk, "site", kOldSite);
    // The other site of the two, with what was to be carried over.
    disk.put(".site.carnet-new/_carnet/manifest.txt", "carnet manifest 1\nindex.html\n");
    disk.put(".site.carnet-new/index.html", "x");
    disk.put(".site.carnet-new/CNAME", "example.org");
    CHECK(build(disk, "site", kOldSite) == "0 written, 4 unchanged, 0 removed");
    CHECK(disk.bytes("site/CNAME") == "example.org");
    CHECK(disk.tree("").find("carnet-") == std::string::npos);
  }

  TEST_CASE("killed between two renames, the old site comes back") {
    MemoryDisk disk;
    build(disk, ".site.carnet-old", kOldSite);
    CHECK(build(disk, "site", kOldSite) == "0 written, 4 unchanged, 0 removed");
    CHECK(disk.tree("site") == kOldTree);
    CHECK(disk.tree("").find("carnet-") == std::string::npos);
  }

  TEST_CASE("somebody else's folder with the name of the stage is left alone") {
    MemoryDisk disk;
    disk.put(".site.carnet-new/mine.txt", "mine");
    CHECK(build(disk, "site", kNewSite).ends_with("move them to another place"));
    CHECK(disk.tree(".site.carnet-new") == "mine.txt\n");
  }

  TEST_CASE("two builds do not share an output") {
    RealDisk disk;
    disk.build(kOldSite);
    const WriteOptions options{disk.folder.path("site"), disk.folder.path("book"), 1};
    auto first = SiteWriter::open(disk, options);
    REQUIRE(first);
    CHECK(disk.build(kNewSite).ends_with(
        "another build is writing this site; wait until it has ended"));
    REQUIRE((*first)->write({"index.html", "first"}));
    REQUIRE((*first)->commit());
    first->reset();
    CHECK(disk.build(kNewSite) == "4 written, 0 unchanged, 0 removed");
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
