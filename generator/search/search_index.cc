#include "search/search_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>

#include "base/javascript.h"
#include "base/parallel.h"
#include "search/numbers.h"
#include "search/pair_shards.h"
#include "search/spelling_shards.h"
#include "search/stemmer.h"
#include "search/text_shards.h"
#include "search/vocabulary.h"
#include "search/word_shards.h"
#include "search/word_table.h"

namespace carnet {
namespace {

void move_to(std::vector<OutputFile>& all, std::vector<OutputFile>& files) {
  for (OutputFile& file : files) all.push_back(std::move(file));
}

}  // namespace

std::vector<OutputFile> make_search_index(std::string_view folder, const SearchBook& book,
                                          unsigned jobs) {
  if (book.pages.empty()) return {};
  TextShards texts;
  WordShards word_shards;
  SpellingShards spelling;
  PairShards pairs;
  // Texts and words have nothing to do with each other, and each has parts that one thread does.
  parallel_for(2, jobs, [&](std::size_t i) {
    if (i == 0) {
      texts = make_text_shards(folder, book.pages, jobs);
      return;
    }
    const std::vector<IndexedWord> words = make_vocabulary(book.pages, jobs);
    parallel_for(2, jobs, [&](std::size_t k) {
      if (k == 0) {
        word_shards = make_word_shards(folder, words, jobs);
        return;
      }
      spelling = make_spelling_shards(folder, words);
      pairs = make_pair_shards(folder, book.pages, words, jobs);
    });
  });

  std::string sections;
  std::set<std::string_view> stems;
  for (const IndexedPage& page : book.pages) {
    append_number(sections, static_cast<std::uint32_t>(page.sections.size()));
    stems.insert(stemmer_name(page.language));
  }
  stems.erase(std::string_view());
  std::string root = "carnetSearch.take({\nlanguage:" + quote_javascript(book.language);
  root += ",\nstems:[";
  for (const std::string_view name : stems) {
    if (name != *stems.begin()) root += ',';
    root += quote_javascript(name);
  }
  root += "],\ngroups:[";
  for (const SearchGroup& group : book.groups) {
    if (&group != &book.groups.front()) root += ',';
    root += fmt::format("[{},{}]", quote_javascript(group.name), group.first_page);
  }
  root += fmt::format("],\npairs:[{},{},{}]", pairs.least, pairs.buckets, pairs.per_file);
  root += ",\nsections:\"" + sections + "\",\ntexts:\"" + texts.counts + "\",\nspelling:\"" +
          spelling.counts + "\",\nwords:\"" + word_shards.first_keys + "\"";

  std::vector<OutputFile> files;
  move_to(files, word_shards.files);
  move_to(files, spelling.files);
  move_to(files, pairs.files);
  move_to(files, texts.files);
  // Files of two states of a book are never mixed by a browser that has some of them still.
  std::uint64_t hash = hash_word(root);
  for (const OutputFile& file : files)
    hash = hash_word(fmt::format("{} {}", hash, hash_word(file.bytes)));
  root += fmt::format(",\nversion:\"{:x}\"\n}})\n", hash);
  files.push_back({.path = std::string(folder) + "index.js", .bytes = std::move(root)});
  return files;
}

}  // namespace carnet
