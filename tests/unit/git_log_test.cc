#include "io/git_log.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace carnet {
namespace {

// What is known of a.md and b.md after a log: "a.md 5 Ada, Bob". Commits are written
// `@ID TIME NAME MAIL CO-AUTHORS`, their files `STATUS PATH`, with `|` between all.
std::string read_log(std::string_view log, std::unordered_set<std::string> boundary = {},
                     std::size_t piece = 1000) {
  std::string bytes;
  for (char c : log) bytes += c == '|' ? '\0' : c == '@' ? '\x02' : c == '+' ? '\x1f' : c;
  GitLog reader({"a.md", "b.md"}, std::move(boundary));
  for (std::size_t i = 0; i < bytes.size(); i += piece) {
    if (!reader.read(std::string_view(bytes).substr(i, piece))) return "no log";
  }
  const GitLog::Result result = reader.finish();
  std::string text = result.head ? result.head->id : "none";
  if (!result.holds_files) text += " elsewhere";
  for (std::size_t i = 0; i < result.files.size(); ++i) {
    if (!result.files[i]) continue;
    text += i == 0 ? "; a" : "; b";
    text += " " + std::to_string(result.files[i]->changed);
    for (const std::string& name : result.files[i]->contributors) text += " " + name;
  }
  return text;
}

TEST_SUITE("git_log") {
  TEST_CASE("the first change that comes by is the last one") {
    CHECK(read_log("@c2 20|Bob|b@x||\nM|a.md|@c1 10|Ada|a@x||\nA|a.md|A|b.md|") ==
          "c2; a 20 Bob Ada; b 10 Ada");
  }
  TEST_CASE("it may come in pieces of any size") {
    for (std::size_t piece : {1, 2, 3, 7}) {
      CHECK(read_log("@c2 20|Bob|b@x||\nM|a.md|@c1 10|Ada|a@x||\nA|a.md|A|b.md|", {}, piece) ==
            "c2; a 20 Bob Ada; b 10 Ada");
    }
  }
  TEST_CASE("commits without files, and files of others") {
    CHECK(read_log("@c2 20|Bob|b@x||@c1 10|Ada|a@x||\nA|c.md|") == "c2 elsewhere");
    CHECK(read_log("") == "none elsewhere");
  }
  TEST_CASE("those with most changes come first") {
    CHECK(read_log("@c3 30|Ada|a@x||\nM|a.md|@c2 20|Bob|b@x||\nM|a.md|@c1 10|Bob|b@x||\nA|a.md|") ==
          "c3; a 30 Bob Ada");
  }
  TEST_CASE("people are known by their address, then by their name") {
    CHECK(
        read_log("@c3 3|Ada L|A@x||\nM|a.md|@c2 2|ada|a@X||\nM|a.md|@c1 1|ADA|other||\nA|a.md|") ==
        "c3; a 3 Ada L");
  }
  TEST_CASE("co-authors") {
    CHECK(read_log("@c1 1|Ada|a@x|Bob <b@x>+Cid <c@x>+<n@x>|\nA|a.md|") == "c1; a 1 Ada Bob Cid");
    CHECK(read_log("@c1 1|Ada|a@x|%(trailers:key=X)|\nA|a.md|") == "c1; a 1 Ada");
  }
  TEST_CASE("names are made fit to be shown, and machines have none") {
    CHECK(read_log("@c1 1|A\xFF\nb\xE2\x80\xAE|a@x||\nA|a.md|") == "c1; a 1 A\uFFFD b");
    CHECK(read_log("@c1 1|renovate[bot]|a@x||\nA|a.md|") == "c1; a 1");
    CHECK(read_log("@c1 1||a@x||\nA|a.md|") == "c1; a 1");
  }
  TEST_CASE("what was only moved has not changed") {
    CHECK(read_log("@c2 2|Bob|b@x||\nR100|old.md|a.md|@c1 1|Ada|a@x||\nA|old.md|") ==
          "c2; a 1 Ada");
    CHECK(read_log("@c2 2|Bob|b@x||\nR090|old.md|a.md|@c1 1|Ada|a@x||\nA|old.md|") ==
          "c2; a 2 Bob Ada");
  }
  TEST_CASE("a file that left its name is gone from there") {
    CHECK(read_log("@c2 2|Bob|b@x||\nR100|a.md|b.md|@c1 1|Ada|a@x||\nA|a.md|") == "c2; b 1 Ada");
    CHECK(read_log("@c2 2|Bob|b@x||\nD|a.md|@c1 1|Ada|a@x||\nA|a.md|") == "c2 elsewhere");
  }
  TEST_CASE("a file that came back") {
    CHECK(read_log("@c3 3|C|c||\nA|a.md|@c2 2|B|b||\nD|a.md|@c1 1|A|a||\nA|a.md|") ==
          "c3; a 3 C A");
  }
  TEST_CASE("a merge dates what it changed, and thanks nobody") {
    CHECK(read_log("@c2 2|Bob|b@x||\nMM|a.md|@c1 1|Ada|a@x||\nA|a.md|") == "c2; a 2 Ada");
  }
  TEST_CASE("at the end of a shallow clone nothing is known") {
    CHECK(read_log("@c2 2|Bob|b@x||\nM|a.md|@c1 1|Ada|a@x||\nA|a.md|A|b.md|", {"c1"}) == "c2; a 2");
  }
  TEST_CASE("what is no log") {
    CHECK(read_log("fatal: no repository|") == "no log");
    CHECK(read_log("M|a.md|") == "no log");
    CHECK(read_log("@c1 soon|Ada|a@x||") == "no log");
    CHECK(read_log("@c1|Ada|a@x||") == "no log");
    CHECK(read_log(std::string(100'000, 'x')) == "no log");
  }
}

}  // namespace
}  // namespace carnet
