#include "io/memory_file_system.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <functional>

#include "io/real_file_system.h"
#include "temporary_folder.h"

namespace carnet {
namespace {

// What a call has answered, in a form that can be compared.
std::string answer(const Result<Done>& result) {
  return result ? "done\n" : result.error().reason + "\n";
}
std::string answer(const Result<std::string>& result) {
  return (result ? *result : result.error().reason) + "\n";
}
std::string answer(const Result<bool>& result) {
  return result ? (*result ? "yes\n" : "no\n") : result.error().reason + "\n";
}
std::string answer(const Result<FileInfo>& result) {
  if (!result) return result.error().reason + "\n";
  return "type " + std::to_string(static_cast<int>(result->type)) + ", size " +
         std::to_string(result->size) + "\n";
}
std::string answer(const Result<std::vector<FolderEntry>>& result) {
  if (!result) return result.error().reason + "\n";
  std::string names;
  for (const FolderEntry& entry : *result) names += entry.name + " ";
  return names + "\n";
}

// Does everything that can be done to a folder, and writes down the answers.
std::string exercise(FileSystem& files, const std::string& root) {
  const auto folder = std::move(*files.open_folder(root, Links::Refuse));
  const auto following = std::move(*files.open_folder(root, Links::Follow));
  std::string log;
  log += answer(folder->make_folder("a"));
  log += answer(folder->make_folder("a"));
  log += answer(folder->make_folder("x/y"));
  log += answer(folder->write("a/1", "one"));
  log += answer(folder->write("a/1", "again"));
  log += answer(folder->write("x/1", "no folder"));
  log += answer(folder->write("a/1/2", "below a file"));
  log += answer(folder->write(std::string(300, 'n'), "long"));
  log += answer(folder->write("a", "a folder"));
  log += answer(folder->make_folder("a/1"));
  log += answer(folder->read("a/1", 3));
  log += answer(folder->read("a/1", 2));
  log += answer(folder->read("a", 100));
  log += answer(folder->read("../a/1", 100));
  log += answer(folder->read_part("a/1", 0, 2));
  log += answer(folder->read_part("a/1", 1, 100));
  log += answer(folder->read_part("a/1", 3, 1));
  log += answer(folder->read_part("a/1", 1u << 30, 1));
  log += answer(folder->read_part("a", 0, 1));
  log += answer(folder->read_part("nowhere", 0, 1));
  log += answer(folder->holds("a/1", "one"));
  log += answer(folder->holds("a/1", "two"));
  log += answer(folder->holds("nowhere", "one"));
  log += answer(folder->holds("a", "one"));
  log += answer(folder->copy(*folder, "a/1", "copy"));
  log += answer(folder->copy(*folder, "nowhere", "copy2"));
  log += answer(folder->copy(*folder, "a/1", "copy"));
  log += answer(folder->holds_copy("copy", *folder, "a/1"));
  log += answer(folder->link(*folder, "a/1", "linked"));
  log += answer(folder->link(*folder, "a/1", "copy"));
  log += answer(folder->info("linked"));
  const bool same = folder->info("a/1")->identity == folder->info("linked")->identity;
  const bool other = folder->info("a/1")->identity == folder->info("copy")->identity;
  log += std::string(same ? "same" : "other") + (other ? "same" : "other") + "\n";
  log += answer(folder->info("link"));
  log += answer(following->info("link"));
  log += answer(following->read("link", 100));
  log += answer(folder->read("link", 100));
  log += answer(following->read("out", 100));
  log += answer(following->info("loop"));
  log += answer(folder->read("pipe", 100));
  log += answer(folder->info("pipe"));
  log += answer(folder->make_folder("b"));
  log += answer(folder->write("b/2", "two"));
  log += answer(folder->move(*folder, "b/2", "copy", Existing::Keep));
  log += answer(folder->move(*folder, "b/2", "copy", Existing::Replace));
  log += answer(folder->read("copy", 100));
  log += answer(folder->move(*folder, "copy", "a", Existing::Replace));
  log += answer(folder->move(*folder, "nowhere", "copy", Existing::Replace));
  log += answer(folder->exchange("a", "b"));
  log += answer(folder->exchange("a", "nowhere"));
  log += answer(folder->list("a"));
  log += answer(folder->list("b"));
  log += answer(folder->list("nowhere"));
  log += answer(folder->list("copy"));
  log += answer(folder->remove_folder("b"));
  log += answer(folder->remove_file("b"));
  log += answer(folder->remove_file("b/1"));
  log += answer(folder->remove_file("b/1"));
  log += answer(folder->remove_folder("b"));
  log += answer(folder->remove_folder("b"));
  log += answer(folder->remove_folder("copy"));
  log += answer(folder->remove_file("link"));
  log += answer(folder->remove_file("nowhere/at/all"));
  const auto inner = std::move(*folder->open("a", Links::Refuse));
  const auto again = std::move(*folder->open("a", Links::Refuse));
  log += answer(inner->lock());
  log += answer(again->lock());
  log += answer(folder->move(*folder, "a", "moved", Existing::Keep));
  log += answer(inner->write("3", "still the same folder"));
  log += answer(folder->list("moved"));
  log += answer(folder->list(""));
  return log;
}

}  // namespace

TEST_SUITE("MemoryFileSystem") {
  TEST_CASE("it answers as the disk does") {
    const TemporaryFolder disk;
    disk.put("target", "target");
    std::filesystem::create_symlink("target", disk.path("link"));
    std::filesystem::create_symlink("../target", disk.path("out"));
    std::filesystem::create_symlink("loop", disk.path("loop"));
    REQUIRE(mkfifo(disk.path("pipe").c_str(), 0600) == 0);
    RealFileSystem real;

    MemoryFileSystem memory;
    memory.put("root/target", "target");
    memory.put_link("root/link", "target");
    memory.put_link("root/out", "../target");
    memory.put_link("root/loop", "loop");
    memory.put_special("root/pipe");

    CHECK(exercise(memory, "root") == exercise(real, disk.path()));
  }

  TEST_CASE("it fails on demand") {
    MemoryFileSystem memory;
    REQUIRE(memory.make_folders("a"));
    const auto folder = std::move(*memory.open_folder("a", Links::Refuse));
    memory.fail(MemoryOperation::Write, std::errc::no_space_on_device, 1);
    CHECK(answer(folder->write("1", "")) == "done\n");
    CHECK(answer(folder->write("2", "")) == "the disk is full\n");
    CHECK(answer(folder->write("3", "")) == "the disk is full\n");
    memory.heal();
    CHECK(answer(folder->write("4", "")) == "done\n");
    CHECK(memory.tree("a") == "1\n4\n");
  }
}

}  // namespace carnet
