#include "io/stage.h"

#include <doctest/doctest.h>

#include "written_site.h"

namespace carnet {

TEST_SUITE("stage") {
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
}

}  // namespace carnet
