// The files of an index as they are written; the browser's tests read them.
#include "search/search_index.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "search/engine_files.h"
#include "search/numbers.h"
#include "search/pack_text.h"
#include "search/pair_shards.h"
#include "search/vocabulary.h"

namespace carnet {
namespace {

IndexedPage page_of(std::string_view title, std::string_view html) {
  SearchPage page;
  page.title = title;
  page.url = "x.html";
  page.language = "fr";
  page.html = html;
  return index_page(std::move(page));
}

const IndexedWord* find(const std::vector<IndexedWord>& words, std::string_view word) {
  const auto found = std::find_if(words.begin(), words.end(),
                                  [&](const IndexedWord& one) { return one.word == word; });
  return found == words.end() ? nullptr : &*found;
}

TEST_SUITE("search_index") {
  TEST_CASE("words know their sections, titles and headings count more") {
    std::vector<IndexedPage> pages;
    pages.push_back(
        page_of("Habilitation", "<p>Une demande.</p><h2 id=\"a\">Demande</h2><p>x</p>"));
    pages.push_back(page_of("Autre", "<p>demande demande demande, habilitations</p>"));
    const std::vector<IndexedWord> words = make_vocabulary(pages, 1);
    const IndexedWord* demande = find(words, "demande");
    REQUIRE(demande != nullptr);
    REQUIRE(demande->postings.size() == 3);
    CHECK(demande->postings[0].section == 0);
    CHECK(demande->postings[1].section == 1);
    CHECK(demande->postings[2].section == 2);
    CHECK(demande->postings[1].level > demande->postings[2].level);
    CHECK(demande->postings[2].level > demande->postings[0].level);
    const IndexedWord* title = find(words, "habilitation");
    REQUIRE(title != nullptr);
    CHECK(title->postings[0].level == kWordLevels - 1);
    CHECK(title->stems == find(words, "habilitations")->stems);
  }
  TEST_CASE("the same index whatever the number of threads") {
    const auto make = [](unsigned jobs) {
      SearchBook book;
      book.language = "fr";
      for (int i = 0; i < 40; ++i) {
        std::string html = "<p>";
        for (int k = 0; k < 50; ++k) html += "mot" + std::to_string(i * k) + " le la été ";
        book.pages.push_back(page_of("Page " + std::to_string(i), html));
      }
      std::string all;
      for (const OutputFile& file : make_search_index("s/", book, jobs))
        all += file.path + "\n" + file.bytes;
      return all;
    };
    CHECK(make(1) == make(4));
  }
  TEST_CASE("no pages, no files") { CHECK(make_search_index("s/", {}, 1).empty()); }
  TEST_CASE("no file is large, and hostile text stays within its quotes") {
    SearchBook book;
    book.language = "fr";
    std::string html;
    for (int i = 0; i < 60'000; ++i) html += "mot" + std::to_string(i) + " ";
    book.pages.push_back(page_of("`${alert(1)}\\ \"</script>", html + "`${x}\\u0041 \u3042\u4E00"));
    for (const OutputFile& file : make_search_index("s/", book, 2)) {
      CAPTURE(file.path);
      CHECK(file.bytes.size() < 120'000);
      for (std::size_t at = 0; (at = file.bytes.find("${", at)) != std::string::npos; ++at)
        CHECK(file.bytes[at - 1] == '\\');
    }
  }
  TEST_CASE("numbers take as many bytes as they need") {
    const std::vector<std::pair<std::uint32_t, std::size_t>> sizes = {
        {0, 1}, {55, 1}, {56, 2}, {2752, 2}, {2753, 3}, {63'295, 3}, {63'296, 5}, {70'000'000, 5}};
    for (const auto& [number, size] : sizes) {
      std::string text;
      append_number(text, number);
      CHECK(text.size() == size);
      CHECK(text.find_first_of("\"\\") == std::string::npos);
    }
  }
  TEST_CASE("packed text is shorter where it repeats itself") {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "le même texte, encore et encore ";
    std::string packed;
    append_packed(packed, text);
    CHECK(packed.size() < text.size() / 3);
  }
  TEST_CASE("pairs of frequent words are in one bucket, for each section once") {
    const std::vector<IndexedPage> pages(50, page_of("x", "<p>mise en œuvre, mise en œuvre</p>"));
    const PairShards pairs = make_pair_shards("s/", pages, make_vocabulary(pages, 1), 1);
    CHECK(pairs.least == 12);
    CHECK(pairs.buckets == 64);
    std::string all;
    for (const OutputFile& file : pairs.files) all += file.bytes;
    // Three pairs in 50 sections: the first number of each is 50, the others 0.
    CHECK(std::count(all.begin(), all.end(), ' ') >= 150);
    CHECK(pair_hash("mise", "en") != pair_hash("en", "mise"));
    CHECK(pair_hash("a", "b") == 0x10A3F9F2U);
  }
  TEST_CASE("the engine comes with the stems of the languages that are spoken") {
    std::vector<std::string> paths;
    for (const OutputFile& file : engine_files({"fr", "en-US", "ja"})) paths.push_back(file.path);
    CHECK(paths == std::vector<std::string>{"_carnet/search/search.js",
                                            "_carnet/search/stem-english.js",
                                            "_carnet/search/stem-french.js"});
  }
}

}  // namespace
}  // namespace carnet
