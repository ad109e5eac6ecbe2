// Which repository a book lies in, and where git keeps what it knows of it.
//
// Found as git finds it, from the folder of the book upwards, but only what
// belongs there counts: a file `.git` that leads to somebody else's repository
// is refused, and so are links. Nothing in the repository is trusted.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>

namespace carnet {

class FileSystem;

struct GitRepository {
  enum class Hash : std::uint8_t { Sha1, Sha256 };

  std::string book;  // The path of the book's folder from the top of the work tree.
  std::string head;  // The bytes of HEAD.
  std::string data;  // The absolute path of the folder that holds objects and refs.
  bool has_reftable = false;
  bool has_packed_refs = false;
  bool is_shallow = false;
  bool is_empty = false;                     // Nothing was ever committed.
  bool lacks_blobs = false;                  // It is a partial clone.
  std::unordered_set<std::string> boundary;  // The last commits of a shallow clone.
  Hash hash = Hash::Sha1;
};

struct FoundRepository {
  std::optional<GitRepository> repository;
  std::string refused;  // A `.git` file that leads where it should not; else empty.
};

FoundRepository find_repository(FileSystem& files, const std::string& book);

}  // namespace carnet
