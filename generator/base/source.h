// Every text the generator has read, and every place in it.
//
// A text is read once and kept until the build ends; a Span is a byte range in
// it. Everything a reader or an author can see carries a span, so that a
// diagnostic can always say where.

#pragma once

#include <cstdint>
#include <deque>
#include <limits>
#include <string>
#include <string_view>

namespace carnet {

// Names one text of a Sources. Cheap to copy and to store.
enum class SourceId : std::uint32_t {};

// A span without a place: a diagnostic about the book as a whole.
inline constexpr SourceId kNoSource{std::numeric_limits<std::uint32_t>::max()};

// A half-open byte range [begin, end) in one text.
struct Span {
  SourceId source = kNoSource;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool operator==(const Span&) const = default;
};

// The texts, by id. Append-only: views handed out stay valid as long as the
// Sources lives. `add` is for one thread; reading is for any number.
class Sources {
 public:
  // Keeps `text`, which must be valid UTF-8 with `\n` as its only line end
  // (see decode_text). `path` is what diagnostics show to people.
  SourceId add(std::string path, std::string text);

  // Keeps a text that was taken out of another: a description in a YAML file, for
  // instance, without its indentation and quotes. It goes by the path of that file.
  // `where` is the place to look for it in.
  SourceId add_part(Span where, std::string text);

  // Of a place in a part, the place that it was taken from: the very words, if their line
  // stands there as it is, else the beginning of where the part was looked for. All
  // other places stay what they are.
  Span place_of(const Span& span) const;

  std::string_view path(SourceId id) const { return entry(id).path; }
  std::string_view text(SourceId id) const { return entry(id).text; }
  std::string_view text(const Span& span) const {
    return text(span.source).substr(span.begin, span.end - span.begin);
  }
  std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::string path;
    std::string text;
    Span taken_from{};  // Of a part.
  };

  const Entry& entry(SourceId id) const { return entries_[static_cast<std::size_t>(id)]; }

  std::deque<Entry> entries_;  // Not a vector: texts must not move.
};

}  // namespace carnet
