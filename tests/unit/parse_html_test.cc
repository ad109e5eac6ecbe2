#include "html/parse_html.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "html_text.h"

namespace carnet {
namespace {

void check(std::string_view input, std::string_view expected, std::string_view expected_codes = "",
           HtmlContext context = HtmlContext::Block, HtmlPolicy policy = HtmlPolicy::Safe) {
  Diagnostics diagnostics;
  std::vector<HtmlPiece> pieces = to_pieces(input);
  HtmlFragment fragment = parse_html(pieces, context, policy, SourceId{0}, diagnostics);
  INFO("input: ", std::string(input));
  CHECK(to_html(fragment) == expected);
  CHECK(to_codes(diagnostics) == expected_codes);
}

void check_inline(std::string_view input, std::string_view expected,
                  std::string_view expected_codes = "") {
  check(input, expected, expected_codes, HtmlContext::Inline);
}

void check_trusted(std::string_view input, std::string_view expected,
                   std::string_view expected_codes = "") {
  check(input, expected, expected_codes, HtmlContext::Block, HtmlPolicy::Trusted);
}

void check_same(std::string_view html) { check(html, html); }

TEST_SUITE("parse_html: what GitBook writes") {
  TEST_CASE("an expandable with its Markdown between blank lines") {
    check("<details>\n{a}\n<summary>Title with <code>code</code></summary>\n{b}{c}</details>\n",
          "<details>{a}<summary>Title with <code>code</code></summary>{b}{c}</details>");
  }
  TEST_CASE("an expandable that is open") {
    check("<details open>\n<summary>T</summary>\n{b}</details>",
          "<details open><summary>T</summary>{b}</details>");
  }
  TEST_CASE("expandables nest") {
    check(
        "<details><summary>A</summary>{a}<details><summary>B</summary>{b}</details>{c}</details>",
        "<details><summary>A</summary>{a}<details><summary>B</summary>{b}</details>{c}</details>");
  }
  TEST_CASE("a summary over several lines") {
    check("<summary>\n\n{a}\n</summary>", "<summary>{a}</summary>");
  }
  TEST_CASE("a figure with a caption") {
    check_same(
        "<figure><img src=\".gitbook/assets/x (1).png\" alt "
        "width=\"375\"><figcaption><p>Caption</p>"
        "</figcaption></figure>");
  }
  TEST_CASE("an aligned gallery, in three HTML blocks") {
    check("<div align=\"center\">\n{a}\n<figure><img src=\"a.png\"></figure>\n{b}\n</div>",
          "<div data-align=\"center\">{a}<figure><img src=\"a.png\"></figure>{b}</div>");
  }
  TEST_CASE("full width and frames") {
    check_same("<div data-full-width=\"true\"><figure><img src=\"a.png\"></figure></div>");
    check_same("<div data-with-frame=\"true\"><img src=\"a.png\"></div>");
  }
  TEST_CASE("a dark picture, with raw spaces in its address") {
    check_same(
        "<picture><source srcset=\"a b (1).png\" media=\"(prefers-color-scheme: dark)\">"
        "<img src=\"c d.png\" data-size=\"line\"></picture>");
  }
  TEST_CASE("widths of images") {
    check("<img width=\"375\"><img width='100%'><img width=12.5px><img width=wide>",
          "<img width=\"375\"><img width=\"100%\"><img width=\"12.5\"><img>");
  }
  TEST_CASE("cards") {
    check_same(
        "<table data-view=\"cards\" data-card-size=\"large\"><thead><tr><th></th>"
        "<th data-hidden data-card-target data-type=\"content-ref\"></th></tr></thead><tbody><tr>"
        "<td><strong>A</strong></td><td><a href=\"b.md\">b.md</a></td></tr></tbody></table>");
  }
  TEST_CASE("a column of choices") {
    check_same(
        "<table><thead><tr><th data-type=\"select\" data-multiple><select multiple>"
        "<option value=\"id\" label=\"In progress\" color=\"blue\"></option></select></th></tr>"
        "</thead><tbody><tr><td><span data-option=\"id\">In progress</span></td></tr></tbody>"
        "</table>");
  }
  TEST_CASE("alignment of columns") {
    check(
        "<table><thead><tr><th width=\"269.77\" align=\"RIGHT\" valign=\"top\">A</th>"
        "<th style=\"text-align:left\">B</th></tr></thead></table>",
        "<table><thead><tr><th width=\"269.77\" data-align=\"right\" data-valign=\"top\">A</th>"
        "<th data-align=\"left\">B</th></tr></thead></table>");
  }
  TEST_CASE("a table over several blocks, with Markdown in its cells") {
    check("<table>\n<tr>\n<td>\n{a}\n</td>\n{b}<td>x</td>\n</tr>\n</table>\n",
          "<table><tbody><tr><td>{a}</td><td>{b}</td><td>x</td></tr></tbody></table>");
  }
  TEST_CASE("code with marks") {
    check(
        "<pre class=\"language-yaml\" data-title=\"a.yaml\" data-overflow=\"wrap\" "
        "data-line-numbers><code class=\"lang-yaml\">\na: &#x3C;b>\n\n<strong>---\n</strong>"
        "</code></pre>",
        "<pre class=\"language-yaml\" data-title=\"a.yaml\" data-overflow=\"wrap\" "
        "data-line-numbers><code class=\"lang-yaml\">\na: &lt;b&gt;\n\n<strong>---\n</strong>"
        "</code></pre>");
  }
  TEST_CASE("the line end after <pre> is not part of the code") {
    check("<pre>\n\na\n</pre>", "<pre>\na\n</pre>");
    check("<pre><code>\na\n</code></pre>", "<pre><code>\na\n</code></pre>");
  }
  TEST_CASE("the HTML twins of blocks keep every data attribute") {
    check_same(
        "<div data-gb-custom-block data-tag=\"hint\" data-style=\"success\" "
        "class=\"hint hint-success\"><p>x</p></div>");
    check_same("<div data-gb-custom-block data-tag=\"if\" data-0=\"expr\">{a}</div>");
    check("<div data-tag=\"hint\" data-0='x'>{a}</div>", "<div>{a}</div>");
  }
  TEST_CASE("an emoji") {
    check_inline("[a]<span data-gb-custom-inline data-tag=\"emoji\" data-code=\"1f680\">🚀</span>",
                 "[a]<span data-gb-custom-inline data-tag=\"emoji\" data-code=\"1f680\">🚀</span>");
  }
  TEST_CASE("colours") {
    check_inline("<mark style=\"color:red;background-color:$primary;\">[a]</mark>",
                 "<mark data-color=\"red\" data-background=\"primary\">[a]</mark>");
    check_inline("<mark style=\"color:#ff0000;position:fixed\">[a]</mark>", "<mark>[a]</mark>");
  }
  TEST_CASE("buttons and icons") {
    check_inline("<a href=\"https://a.b/\" class=\"button primary x\" data-icon=\"github\">[a]</a>",
                 "<a href=\"https://a.b/\" class=\"button primary\" data-icon=\"github\">[a]</a>");
    check_inline(
        "<button type=\"button\" class=\"button secondary\" data-action=\"ask\" "
        "data-query=\"q\" onclick=\"f()\">[a]</button>",
        "<button type=\"button\" class=\"button secondary\" data-action=\"ask\" "
        "data-query=\"q\">[a]</button>",
        "dropped-html@80-93 ");
    check_inline("<i class=\"fa-github\" style=\"color:$primary;\">[a]</i>",
                 "<i class=\"fa-github\" data-color=\"primary\">[a]</i>");
  }
  TEST_CASE("anchors, their ids decoded once") {
    check_inline("<a id=\"Questions--&#xC9;changes\"></a>", "<a id=\"Questions--Échanges\"></a>");
    check_inline("<a name=\"old\"></a>", "<a id=\"old\"></a>");
  }
  TEST_CASE("mentions") {
    check_inline("<a data-mention href=\"b.md\">[a]</a>", "<a data-mention href=\"b.md\">[a]</a>");
  }
}

TEST_SUITE("parse_html: what authors write") {
  TEST_CASE("any spelling of tags and attributes") {
    check_inline("<BR/><Img SRC=a.png ALT='x \"y\"' />[a]<bR >",
                 "<br><img src=\"a.png\" alt=\"x &quot;y&quot;\">[a]<br>");
  }
  TEST_CASE("HTML in a table cell or in a paragraph") {
    check_inline("<ul><li>[a]</li><li>[b]</li></ul>", "<ul><li>[a]</li><li>[b]</li></ul>");
  }
  TEST_CASE("end tags that HTML lets one leave out") {
    check("<ul><li>1<li>2</ul>", "<ul><li>1</li><li>2</li></ul>");
    check("<p>1<p>2", "<p>1</p><p>2</p>");
    check("<dl><dt>a<dd>b<dt>c</dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>");
    check("<table><tr><td>1<td>2<tr><th>3</table>",
          "<table><tbody><tr><td>1</td><td>2</td></tr><tr><th>3</th></tr></tbody></table>");
    check("<ul><li>1<ul><li>2</ul><li>3</ul>", "<ul><li>1<ul><li>2</li></ul></li><li>3</li></ul>");
  }
  TEST_CASE("tags that overlap") {
    check_inline("<b>1<i>2</b>3</i>4", "<b>1<i>2</i></b><i>3</i>4");
    check_inline("<b>1<i>2</b></i>", "<b>1<i>2</i></b>");
    check_inline("<a href=x>1<a href=y>2</a>", "<a href=\"x\">1</a><a href=\"y\">2</a>");
  }
  TEST_CASE("an end that is missing is reported where the element begins") {
    check("<details>{a}", "<details>{a}</details>", "unclosed-html@0-9 ");
    check("{a}<div align=left><figure>{b}",
          "{a}<div data-align=\"left\"><figure>{b}</figure></div>",
          "unclosed-html@19-27 unclosed-html@3-19 ");
    check("<details><summary>T{a}</details>", "<details><summary>T</summary>{a}</details>",
          "unclosed-html@9-18 ");
    check("<table><tr><td>{a}", "<table><tbody><tr><td>{a}</td></tr></tbody></table>",
          "unclosed-html@0-7 ");
  }
  TEST_CASE("an end without a beginning") {
    check("{a}</div>{b}", "{a}{b}", "dropped-html@3-9 ");
    check("<td>{a}</td>", "{a}", "dropped-html@0-4 dropped-html@7-12 ");
    check("<div><table><tr><td></div>{a}</table></div>",
          "<div><table><tbody><tr><td>{a}</td></tr></tbody></table></div>", "dropped-html@20-26 ");
    check_inline("[a]</img>[b]</br>", "[a][b]<br>");
  }
  TEST_CASE("what is no cell gets one") {
    check("<table>x<tr>{a}<td>y</td></tr></table>",
          "<table><tbody><tr><td>x</td></tr><tr><td>{a}</td><td>y</td></tr></tbody></table>");
    check("<table><caption>c</caption><colgroup><col width=5>{a}</table>",
          "<table><caption>c</caption><colgroup><col width=\"5\"></colgroup><tbody><tr><td>{a}</td>"
          "</tr></tbody></table>");
    check_inline("<table>[_]<tr>[_]<td>[a][_][b]</td></tr></table>",
                 "<table><tbody><tr><td>[a][_][b]</td></tr></tbody></table>");
  }
  TEST_CASE("a paragraph cannot enclose blocks") {
    check("<p align=\"center\">\n{a}\n</p>", "<div data-align=\"center\">{a}</div>");
    check("<p>1<ul><li>2</li></ul>3<p>4", "<p>1</p><ul><li>2</li></ul>3<p>4</p>");
    check("<p><img></p>", "<p><img></p>");
  }
  TEST_CASE("inline elements cannot enclose blocks, except for links") {
    check("<a href=x>{a}</a>", "<a href=\"x\">{a}</a>");
    check("<mark>{a}</mark>", "{a}", "dropped-html@0-6 ");
    check("<p><b><i>{a}</i></b></p>", "<div>{a}</div>", "dropped-html@6-9 dropped-html@3-6 ");
    check("<b><div>1</b>2</div>", "<div>12</div>", "dropped-html@9-13 dropped-html@0-3 ");
  }
  TEST_CASE("a link around a block is a block") {
    Diagnostics diagnostics;
    std::vector<HtmlPiece> pieces = to_pieces("[a]<ins><a href=x><div>b</div></a></ins><b>c</b>");
    HtmlFragment fragment =
        parse_html(pieces, HtmlContext::Inline, HtmlPolicy::Safe, SourceId{0}, diagnostics);
    std::string blocks;
    for (const HtmlNode& node : fragment.roots()) blocks += node.is_block ? '1' : '0';
    CHECK(blocks == "010");
  }
  TEST_CASE("retired names and sectioning elements") {
    check("<center>{a}</center><section>{b}</section>",
          "<div data-align=\"center\">{a}</div><div>{b}</div>");
    check_inline("<font color=red>[a]</font><strike>[b]</strike><tt>[c]</tt>",
                 "[a]<s>[b]</s><code>[c]</code>");
  }
  TEST_CASE("a document of its own") {
    check("<!DOCTYPE html>\n<html><head><title>T</title></head><body>{a}</body></html>", "T{a}",
          "dropped-html@0-15 dropped-html@28-35 ");
  }
  TEST_CASE("comments") {
    check_inline("[a]<!-- <b> -->[b]<!---->[c]<!-->[d]", "[a][b][c][d]");
    check_inline("[a]<!-- never closed [b]", "[a]&lt;!-- never closed [b]");
  }
  TEST_CASE("CDATA and instructions") {
    check_inline("<![CDATA[a <b> &amp;]]><?php echo 1 ?>", "a &lt;b&gt; &amp;amp;",
                 "dropped-html@23-38 ");
  }
  TEST_CASE("a tag may continue in the next piece") {
    constexpr std::string_view kText = "<div\n> align=\"center\">\n> x</div>";
    const HtmlPiece pieces[] = {{.html = kText.substr(0, 5), .offset = 0},
                                {.html = kText.substr(7, 16), .offset = 7},
                                {.html = kText.substr(25), .offset = 25}};
    Diagnostics diagnostics;
    HtmlFragment fragment =
        parse_html(pieces, HtmlContext::Block, HtmlPolicy::Safe, SourceId{0}, diagnostics);
    CHECK(to_html(fragment) == "<div data-align=\"center\">\nx</div>");
    const HtmlNode& div = *fragment.roots().begin();
    CHECK(div.begin == 0);
    CHECK(div.tag_end == 22);
    CHECK(div.end == kText.size());
    const HtmlAttribute& align = fragment.attributes(div)[0];
    CHECK(kText.substr(align.name_begin, align.name_end - align.name_begin) == "align");
    CHECK(kText.substr(align.value_begin, align.value_end - align.value_begin) == "\"center\"");
  }
}

TEST_SUITE("parse_html: what is no HTML") {
  TEST_CASE("unknown names are text, reported once each") {
    check_inline("[a]<your-url>[b]<YOUR-URL></your-url>[c]<t>",
                 "[a]&lt;your-url&gt;[b]&lt;YOUR-URL&gt;&lt;/your-url&gt;[c]&lt;t&gt;",
                 "unknown-html@3-13 unknown-html@40-43 ");
    check_inline("<see cref=\"A.B(x)\">[a]</see>",
                 "&lt;see cref=&quot;A.B(x)&quot;&gt;[a]&lt;/see&gt;", "unknown-html@0-19 ");
    check_inline("<directory name>", "&lt;directory name&gt;", "unknown-html@0-16 ");
  }
  TEST_CASE("what only looks like a tag") {
    check_inline("1 < 2 <3 <> </ b> <b", "1 &lt; 2 &lt;3 &lt;&gt; &lt;/ b&gt; &lt;b",
                 "unknown-html@18-20 ");
  }
  TEST_CASE("a tag that has no end is shown, and what follows is read") {
    check_inline("<a href=\"x>[a]", "&lt;a href=&quot;x&gt;[a]", "unknown-html@0-2 ");
    check("<table><tr><td><a href=\"x y</td><td>{a}</td></tr></table>",
          "<table><tbody><tr><td>&lt;a href=&quot;x y</td><td>{a}</td></tr></tbody></table>",
          "unknown-html@15-17 ");
  }
}

TEST_SUITE("parse_html: what a page may not hold") {
  TEST_CASE("scripts and styles go with their content") {
    check("{a}<script>alert('</b>')</script>{b}<style>p {}</style>{c}", "{a}{b}{c}",
          "dropped-html@3-11 dropped-html@36-43 ");
  }
  TEST_CASE("a script that is not closed swallows nothing") {
    check("{a}<script>x <b>y</b>{b}</script>", "{a}x <b>y</b>{b}", "dropped-html@3-11 ");
  }
  TEST_CASE("forms and plug-ins go without their content") {
    check("<form action=x>{a}<input>1<textarea><b>2</b></textarea></form>", "{a}1<b>2</b>",
          "dropped-html@0-15 dropped-html@18-25 dropped-html@26-36 ");
    check("<object data=x><embed src=y>{a}</object><noscript>{b}</noscript>", "{a}{b}",
          "dropped-html@0-15 dropped-html@15-28 dropped-html@40-50 ");
    check("<xmp><b>1</b></xmp>{a}<plaintext>{b}<i>2</i>", "<b>1</b>{a}{b}<i>2</i>",
          "dropped-html@0-5 dropped-html@22-33 ");
    check("<title>{a}</title><noembed>{b}</noembed><noframes>{c}</noframes>", "{a}{b}{c}",
          "dropped-html@0-7 dropped-html@18-27 dropped-html@40-50 ");
  }
  TEST_CASE("drawings leave their text") {
    check("<svg viewBox=x><g><path d=M/><text>1</text></g>{a}</svg><t>", "1{a}&lt;t&gt;",
          "dropped-html@0-15 unknown-html@56-59 ");
    check("<svg><t>", "&lt;t&gt;", "dropped-html@0-5 unknown-html@5-8 ");
  }
  TEST_CASE("frames become something to link to") {
    check("{a}<iframe src=\"https://a.b/c\" width=560 onload=x>old browser</iframe>{b}",
          "{a}<iframe src=\"https://a.b/c\" width=\"560\">{b}", "dropped-html@41-49 ");
  }
  TEST_CASE("addresses that run code") {
    check_inline("<a href=\"javascript:x\">[a]</a>", "<a>[a]</a>", "dropped-html@3-22 ");
    check_inline("<a href=\"java&#10;script&colon;x\">[a]</a>", "<a>[a]</a>", "dropped-html@3-33 ");
    check_inline("<a href='&#1; JAVA\tSCRIPT:x'>[a]</a>", "<a>[a]</a>", "dropped-html@3-28 ");
    check_inline("<img src=\"data:image/png;base64,AA\"><img src=\"data:image/svg+xml,x\">",
                 "<img src=\"data:image/png;base64,AA\"><img>", "dropped-html@41-67 ");
    check_inline("<video poster=\"vbscript:x\"></video>", "<video></video>", "dropped-html@7-26 ");
  }
  TEST_CASE("entities are decoded once, not twice") {
    check_inline("<a title=\"&amp;lt;\" href=\"?a=1&amp;amp;b&copy=2\">&amp;lt;</a>",
                 "<a title=\"&amp;lt;\" href=\"?a=1&amp;amp;b&amp;copy=2\">&amp;lt;</a>");
  }
  TEST_CASE("the first of two attributes of one name counts") {
    check_inline("<a href=x HREF=y id=1 id=2>[a]</a>", "<a href=\"x\" id=\"1\">[a]</a>");
  }
}

TEST_SUITE("parse_html: limits") {
  TEST_CASE("deeper elements are text") {
    std::string deep;
    for (int i = 0; i < 600; ++i) deep += "<div>";
    deep += "x";
    for (int i = 0; i < 600; ++i) deep += "</div>";
    std::vector<HtmlPiece> pieces = to_pieces(deep);
    Diagnostics diagnostics;
    HtmlFragment fragment =
        parse_html(pieces, HtmlContext::Block, HtmlPolicy::Safe, SourceId{0}, diagnostics);
    std::string html = to_html(fragment);
    CHECK(html.find("<div>&lt;div&gt;") == 511 * 5);
    CHECK(html.find("&lt;/div&gt;</div>") != html.npos);
    CHECK(to_codes(diagnostics) == "limit-reached@2560-2565 ");
  }
}

TEST_SUITE("parse_html: trusted") {
  TEST_CASE("everything stays") {
    check_trusted("<script>if (a < b) f()</script>{a}", "<script>if (a < b) f()</script>{a}");
    check_trusted("<style>a > b {}</style><script src=x></script>",
                  "<style>a > b {}</style><script src=\"x\"></script>");
    check_trusted("<p style=\"color:red\" onclick=\"x()\">a</p>",
                  "<p style=\"color:red\" data-color=\"red\" onclick=\"x()\">a</p>");
    check_trusted("<form action=x><input name=y></form>{a}<my-tag A=1>b</MY-tag>",
                  "<form action=\"x\"><input name=\"y\"></form>{a}<my-tag a=\"1\">b</my-tag>");
    check_trusted("<svg><path d=\"M\"/><g></g></svg>", "<svg><path d=\"M\"></path><g></g></svg>");
  }
  TEST_CASE("no slot ends up in a script") {
    check_trusted("<script>{a}</script>{b}", "<script></script>{a}{b}");
  }
}

}  // namespace
}  // namespace carnet
