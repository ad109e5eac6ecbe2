#include "search/text_shards.h"

#include <cstddef>
#include <cstdint>
#include <utility>

#include "base/parallel.h"
#include "search/numbers.h"
#include "search/pack_text.h"
#include "search/shard.h"

namespace carnet {
namespace {

// Before it is packed.
constexpr std::size_t kShardSize = 10'000;

// A run of sections: the first one, and the one behind the last.
struct Place {
  std::size_t page = 0;
  std::size_t section = 0;
};

std::vector<Place> cut(const std::vector<IndexedPage>& pages, std::string& counts) {
  std::vector<Place> begins;
  std::size_t size = kShardSize + 1;
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    for (std::size_t k = 0; k < pages[i].sections.size(); ++k) {
      if (size > kShardSize) {
        if (!begins.empty()) append_number(counts, count);
        begins.push_back({i, k});
        size = 0;
        count = 0;
      }
      const SearchSection& section = pages[i].sections[k];
      size += section.text.size() + section.heading.size() + section.anchor.size();
      if (k == 0) size += pages[i].title.size() + pages[i].url.size();
      ++count;
    }
  }
  if (!begins.empty()) append_number(counts, count);
  return begins;
}

std::string text_of(const std::vector<IndexedPage>& pages, Place begin, Place end) {
  std::string text;
  bool is_new = true;
  for (Place at = begin; at.page != end.page || at.section != end.section;) {
    const IndexedPage& page = pages[at.page];
    if (is_new) {
      text.append("\x02").append(page.title).append("\t").append(page.url);
      for (const std::string& name : page.above) text.append("\t").append(name);
      text += '\n';
      is_new = false;
    }
    const SearchSection& section = page.sections[at.section];
    text.append(section.heading).append("\t").append(section.anchor).append("\t");
    text.append(section.text).append("\n");
    if (++at.section == page.sections.size()) {
      at = {at.page + 1, 0};
      is_new = true;
    }
  }
  return text;
}

}  // namespace

TextShards make_text_shards(std::string_view folder, const std::vector<IndexedPage>& pages,
                            unsigned jobs) {
  TextShards shards;
  std::vector<Place> begins = cut(pages, shards.counts);
  shards.files.resize(begins.size());
  begins.push_back({pages.size(), 0});
  parallel_for(shards.files.size(), jobs, [&](std::size_t i) {
    std::string packed;
    append_packed(packed, text_of(pages, begins[i], begins[i + 1]));
    shards.files[i] = make_shard(folder, "text", i, packed);
  });
  return shards;
}

}  // namespace carnet
