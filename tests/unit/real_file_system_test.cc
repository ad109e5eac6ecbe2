#include "io/real_file_system.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <vector>

#include "temporary_folder.h"

namespace carnet {
namespace {

constexpr std::uint64_t kNoLimit = 1u << 30;

std::unique_ptr<Folder> open(Resolver resolver, const std::string& path, Links links) {
  RealFileSystem files(resolver);
  Result<std::unique_ptr<Folder>> folder = files.open_folder(path, links);
  REQUIRE(folder);
  return std::move(*folder);
}

// Both ways to resolve paths must give the same answers, so each test of
// resolving runs with both.
template <typename Body>
void with_each_resolver(const Body& body) {
  body(Resolver::Steps);
  if (find_resolver() == Resolver::Kernel) body(Resolver::Kernel);
}

std::string read(const Folder& folder, const std::string& path) {
  const Result<std::string> text = folder.read(path, kNoLimit);
  return text ? *text : "(" + text.error().reason + ")";
}

std::errc error_of(const Result<std::string>& result) {
  return result ? std::errc{} : result.error().code;
}

}  // namespace

TEST_SUITE("RealFileSystem") {
  TEST_CASE("nothing leads out of an opened folder") {
    const TemporaryFolder disk;
    disk.put("secret.txt", "secret");
    disk.put("book/a/page.md", "page");
    std::filesystem::create_symlink("../secret.txt", disk.path("book/up"));
    std::filesystem::create_symlink(disk.path("secret.txt"), disk.path("book/absolute"));
    std::filesystem::create_symlink("..", disk.path("book/folder"));
    std::filesystem::create_symlink("a/../../secret.txt", disk.path("book/winding"));
    std::filesystem::create_symlink("/proc/self/root", disk.path("book/magic"));
    with_each_resolver([&](Resolver resolver) {
      const auto book = open(resolver, disk.path("book"), Links::Follow);
      for (const char* path : {"up", "absolute", "folder/secret.txt", "winding", "../secret.txt",
                               "a/../../secret.txt", "/etc/passwd", "magic/etc/passwd"}) {
        CAPTURE(path);
        CHECK(error_of(book->read(path, kNoLimit)) == std::errc::cross_device_link);
        const Result<FileInfo> info = book->info(path);
        CHECK_FALSE(info);
      }
      CHECK(read(*book, "a/../a/page.md") == "page");
    });
  }

  TEST_CASE("a link that stays inside is followed, unless links are refused") {
    const TemporaryFolder disk;
    disk.put("a/page.md", "page");
    disk.put("b/c/x", "x");
    std::filesystem::create_symlink("../a/page.md", disk.path("b/alias.md"));
    std::filesystem::create_symlink("../../b/../a", disk.path("b/c/folder"));
    std::filesystem::create_symlink("loop", disk.path("loop"));
    with_each_resolver([&](Resolver resolver) {
      const auto following = open(resolver, disk.path(), Links::Follow);
      CHECK(read(*following, "b/alias.md") == "page");
      CHECK(read(*following, "b/c/folder/page.md") == "page");
      CHECK(error_of(following->read("loop", kNoLimit)) ==
            std::errc::too_many_symbolic_link_levels);
      const auto refusing = open(resolver, disk.path(), Links::Refuse);
      for (const char* path : {"b/alias.md", "b/c/folder/page.md", "loop"}) {
        CAPTURE(path);
        CHECK(error_of(refusing->read(path, kNoLimit)) == std::errc::too_many_symbolic_link_levels);
        const Result<Done> written = refusing->write(path, "x");
        CHECK_FALSE(written);
      }
      const Result<FileInfo> info = refusing->info("b/alias.md");
      REQUIRE(info);
      CHECK(info->type == EntryType::Link);
    });
    CHECK(disk.read("a/page.md") == "page");
  }

  TEST_CASE("pipes and sockets are seen, but reading them does not wait") {
    const TemporaryFolder disk;
    REQUIRE(mkfifo(disk.path("pipe").c_str(), 0600) == 0);
    with_each_resolver([&](Resolver resolver) {
      const auto folder = open(resolver, disk.path(), Links::Follow);
      CHECK(error_of(folder->read("pipe", kNoLimit)) == std::errc::invalid_argument);
      const Result<std::vector<FolderEntry>> entries = folder->list("");
      REQUIRE(entries);
      REQUIRE(entries->size() == 1);
      CHECK(entries->front().info.type == EntryType::Other);
    });
  }

  TEST_CASE("a folder is listed in the order of bytes, with sizes") {
    const TemporaryFolder disk;
    for (const char* name : {"b", "é", "B", "a b", "new\nline", ".x"}) disk.put(name, name);
    const auto folder = open(find_resolver(), disk.path(), Links::Refuse);
    const Result<std::vector<FolderEntry>> entries = folder->list("");
    REQUIRE(entries);
    std::string names;
    for (const FolderEntry& entry : *entries) {
      names += entry.name + "|";
      CHECK(entry.info.size == entry.name.size());
    }
    CHECK(names == ".x|B|a b|b|new\nline|é|");
  }

  TEST_CASE("a name that is too long is an error with its path, not a crash") {
    const TemporaryFolder disk;
    const std::string name(300, 'n');
    with_each_resolver([&](Resolver resolver) {
      const auto folder = open(resolver, disk.path(), Links::Refuse);
      const Result<Done> written = folder->write(name, "x");
      REQUIRE_FALSE(written);
      CHECK(written.error().path == disk.path(name));
      CHECK(written.error().reason == "the name is too long for this disk");
      CHECK_FALSE(folder->make_folder(name));
      CHECK_FALSE(folder->read(name, kNoLimit));
    });
  }

  TEST_CASE("names with a zero byte are refused") {
    const TemporaryFolder disk;
    const std::string name("a\0b", 3);
    const auto folder = open(find_resolver(), disk.path(), Links::Refuse);
    CHECK_FALSE(folder->write(name, "x"));
    CHECK_FALSE(folder->make_folder(name));
    CHECK(std::filesystem::is_empty(disk.path()));
  }

  TEST_CASE("a file larger than the limit is not read") {
    const TemporaryFolder disk;
    disk.put("a", "12345");
    const auto folder = open(find_resolver(), disk.path(), Links::Refuse);
    CHECK(error_of(folder->read("a", 4)) == std::errc::file_too_large);
    CHECK(read(*folder, "a") == "12345");
  }

  TEST_CASE("a copy has the bytes and the time of its source, but not its rights") {
    const TemporaryFolder disk;
    const std::string bytes(200'000, 'x');
    disk.put("from", bytes);
    REQUIRE(chmod(disk.path("from").c_str(), 0700) == 0);
    const timespec times[] = {{1, 0}, {1234567890, 123456789}};
    REQUIRE(utimensat(AT_FDCWD, disk.path("from").c_str(), times, 0) == 0);
    const mode_t mask = umask(022);
    const auto folder = open(find_resolver(), disk.path(), Links::Refuse);
    REQUIRE(folder->copy(*folder, "from", "to"));
    umask(mask);
    CHECK(disk.read("to") == bytes);
    const Result<FileInfo> info = folder->info("to");
    REQUIRE(info);
    CHECK(info->modified == 1234567890'123456789);
    const auto rights = std::filesystem::status(disk.path("to")).permissions();
    CHECK(static_cast<unsigned>(rights) == 0644);
    CHECK(*folder->holds_copy("to", *folder, "from"));
    disk.put("to", std::string(199'999, 'x') + "y");
    CHECK_FALSE(*folder->holds_copy("to", *folder, "from"));
  }

  TEST_CASE("two folders trade places") {
    const TemporaryFolder disk;
    disk.put("a/1", "1");
    disk.put("b/2", "2");
    const auto folder = open(find_resolver(), disk.path(), Links::Refuse);
    REQUIRE(folder->exchange("a", "b"));
    CHECK(disk.read("a/2") == "2");
    CHECK(disk.read("b/1") == "1");
  }

  TEST_CASE("absolute() goes by the letters, resolve() by the links") {
    const TemporaryFolder disk;
    disk.put("real/inner/x", "x");
    std::filesystem::create_symlink("real/inner", disk.path("link"));
    RealFileSystem files;
    CHECK(*files.absolute(disk.path("link/../y/")) == disk.path("y"));
    CHECK(*files.resolve(disk.path("link/../y/")) == disk.path("real/y"));
    CHECK(*files.resolve(disk.path("link/new/folder")) == disk.path("real/inner/new/folder"));
    CHECK(*files.resolve(disk.path("link/")) == disk.path("real/inner"));
    CHECK(*files.absolute("/") == "/");
    CHECK(*files.absolute("") == *files.absolute("."));
  }

  TEST_CASE("a file without permission is an error in plain words") {
    if (geteuid() == 0) return;  // Root may read everything.
    const TemporaryFolder disk;
    disk.put("a", "x");
    REQUIRE(chmod(disk.path("a").c_str(), 0) == 0);
    const auto folder = open(find_resolver(), disk.path(), Links::Refuse);
    CHECK(read(*folder, "a") == "(permission denied)");
  }
}

}  // namespace carnet
