#include "site/anchors.h"

#include <doctest/doctest.h>

#include "parsed_document.h"

namespace carnet {
namespace {

struct AnchoredPage {
  explicit AnchoredPage(std::string text) : parsed(std::move(text)) {
    page.document = &parsed.document;
    page.anchors = make_anchors(parsed.document, nullptr);
  }
  ParsedText parsed;
  Page page;
};

void check_ids(std::string_view text, std::string_view expected) {
  CAPTURE(text);
  const AnchoredPage anchored{std::string(text)};
  std::string ids;
  for (const PageAnchor& anchor : anchored.page.anchors) {
    ids += anchor.id;
    for (const std::string& more : anchor.more) ids += "," + more;
    ids += " ";
  }
  CHECK(ids == expected);
}

void check_found(std::string_view text, std::string_view fragment, std::string_view expected) {
  CAPTURE(fragment);
  const AnchoredPage anchored{std::string(text)};
  CHECK(find_anchor(anchored.page, fragment).value_or("nothing") == expected);
}

TEST_SUITE("anchors") {
  TEST_CASE("each heading has an id of its own") {
    check_ids("# A\n\n# A\n\n# A 1\n\n# A", "a a-1 a-1-1 a-2 ");
  }
  TEST_CASE("the author's id takes the place of ours") {
    check_ids("# A <a id=\"x\"></a>\n\n# A", "x a ");
    check_ids("# A <a id=\"x\"></a><a id=\"y\"></a>", "x,y ");
  }
  TEST_CASE("an id that was written twice counts the first time") {
    check_ids("# A <a id=\"x\"></a>\n\n# B <a id=\"x\"></a>", "x b ");
  }
  TEST_CASE("ours avoid those that come later") {
    check_ids("# A\n\n# B <a id=\"a\"></a>", "a-1 a ");
  }
  TEST_CASE("headings of emoji, and of pictures") {
    check_ids("# 🎉\n\n# 🎉", "section section-1 ");
    check_ids("# ![](a.png)", " ");
  }

  constexpr std::string_view kText =
      "# L'impact\n\n# Un réseau de 19 incubateurs\n\n# Fan-out & fan-in\n\n# 2. Two\n\n"
      "# A <a id=\"Old.Id\"></a>\n\n# Comment demander une ressource\n\nb[^n]\n\n[^n]: c\n";

  TEST_CASE("a fragment as it is") {
    check_found(kText, "", "");
    check_found(kText, "limpact", "limpact");
    check_found(kText, "Old.Id", "Old.Id");
  }
  TEST_CASE("a fragment with percent signs") { check_found(kText, "Old%2EId", "Old.Id"); }
  TEST_CASE("a fragment as GitHub writes it") {
    check_found(kText, "un-réseau-de-19-incubateurs", "un-reseau-de-19-incubateurs");
    check_found(kText, "fan-out--fan-in", "fan-out-and-fan-in");
    check_found(kText, "2-two", "id-2.-two");
  }
  TEST_CASE("a fragment with other punctuation or letter case") {
    check_found(kText, "l-impact", "limpact");
    check_found(kText, "LIMPACT", "limpact");
    check_found(kText, "old-id", "Old.Id");
  }
  TEST_CASE("the beginning of an id, if it is long and the only one") {
    check_found(kText, "comment-demander-une", "comment-demander-une-ressource");
    check_found(kText, "comment", "nothing");
  }
  TEST_CASE("a footnote") { check_found(kText, "user-content-fn-n", "fn-1"); }
  TEST_CASE("nothing") {
    check_found(kText, "nowhere", "nothing");
    check_found(kText, "api%60.", "nothing");
  }
}

}  // namespace
}  // namespace carnet
