#include "io/replace_site.h"

#include <doctest/doctest.h>

#include "written_site.h"

namespace carnet {

TEST_SUITE("replace_site") {
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
}

}  // namespace carnet
