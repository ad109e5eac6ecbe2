#include "render/api/api_writer.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/html_escape.h"
#include "base/text.h"
#include "base/url.h"
#include "render/code/colours.h"
#include "render/code_view.h"
#include "render/views/api_path.h"

namespace carnet {
namespace {

// The one of a token's classes that tells most, or "". A page has many samples, so values have
// colours, but neither signs nor the names before them: half of the weight.
std::string_view main_class(std::string_view classes) {
  if (classes.find("property") != std::string_view::npos) return {};
  constexpr std::string_view kClasses[] = {"comment", "keyword", "string",
                                           "number",  "boolean", "variable"};
  for (const std::string_view name : kClasses) {
    if (classes.find(name) != std::string_view::npos) return name;
  }
  return {};
}

// Without those inside of others: a wrapper such as an import has no colour.
std::vector<Token> plain_tokens(std::vector<Token> tokens) {
  std::uint32_t end = 0;
  std::erase_if(tokens, [&](Token& token) {
    token.classes = main_class(token.classes);
    if (token.classes.empty() || token.begin < end) return true;
    end = token.end;
    return false;
  });
  return tokens;
}

// What a page shows of an example; the file has all of it.
constexpr std::size_t kLongestExample = 24'000;

}  // namespace

void ApiWriter::code(std::string_view words) {
  out() += "<code>";
  text(words);
  out() += "</code>";
}

void ApiWriter::label(std::string_view words, int level) {
  const char digit = static_cast<char>('0' + std::clamp(level, 2, 6));
  out().append("\n<h").append(1, digit).append(" class=\"api-label\">");
  text(words);
  out().append("</h").append(1, digit).append(">\n");
}

void ApiWriter::badge(std::string_view words) {
  out() += " <span class=\"badge\">";
  text(words);
  out() += "</span>";
}

void ApiWriter::description(const std::string& words) {
  const std::string_view trimmed = trim(words);
  if (trimmed.empty()) return;
  const auto found = block_.texts.find(&words);
  if (found != block_.texts.end()) {
    renderer_.line();
    renderer_.render_children(*found->second);
    return renderer_.line();
  }
  out() += "\n<p>";
  text(trimmed);
  out() += "</p>\n";
}

void ApiWriter::path(std::string_view method, std::string_view server, std::string_view path) {
  Value view = Value::object();
  set_api_path(view, method, path);
  out() += "\n<p class=\"openapi-path\">";
  if (!method.empty()) {
    out() += "<span class=\"method\">";
    text(*view.find("method")->text());
    out() += "</span> ";
  }
  out() += "<code>";
  if (!server.empty()) {
    out() += "<span class=\"server\">";
    text(server);
    out() += "</span>";
  }
  out() += *view.find("path_html")->text();
  out() += "</code></p>\n";
}

void ApiWriter::code_figure(const std::string& text, std::string_view language,
                            std::string_view title) {
  std::string_view shown = text;
  if (shown.size() > kLongestExample) {
    shown = prefix_of(shown, kLongestExample);
    shown = shown.substr(0, shown.rfind('\n'));
  }
  CodeColours colours(shown, plain_tokens(renderer_.colour(shown, language)));
  std::string html;
  colours.append(0, shown.size(), html);
  html = replace_all(std::move(html), "&quot;", "\"");  // Between tags it means itself.
  html += shown.size() < text.size() ? "\n…\n" : "\n";
  CodeLook look;
  look.language = language;
  look.title = title;
  look.is_expandable = true;
  renderer_.line();
  renderer_.render_template("blocks/code",
                            code_view(std::move(html), std::string(shown) + "\n", {}, look));
  renderer_.line();
}

void ApiWriter::open_fold(std::string_view name) {
  out().append("\n<details class=\"").append(name).append("\"");
  if (folds_ == Folds::Open) out() += " open";
}

void ApiWriter::fact(std::string_view key, std::string_view value) {
  out() += "<span>";
  if (!key.empty()) text(word(key));
  if (!key.empty() && !value.empty()) out() += ' ';
  if (!value.empty()) code(value);
  out() += "</span> ";
}

void ApiWriter::link(std::string_view url, std::string_view words) {
  const std::string scheme = scheme_of(url);
  const bool is_safe =
      scheme.empty() || scheme == "https" || scheme == "http" || scheme == "mailto";
  if (url.empty() || !is_safe) return text(words);
  out() += "<a";
  renderer_.attribute("href", scheme.empty() ? std::string(url) : encode_url(url));
  out() += '>';
  text(words);
  out() += "</a>";
}

void ApiWriter::external_docs(const openapi::ExternalDocs& docs) {
  if (docs.url.empty() || scheme_of(docs.url).empty()) return;
  out() += "\n<p>";
  link(docs.url, docs.description.empty() ? std::string_view(docs.url) : docs.description);
  out() += "</p>\n";
}

std::string ApiWriter::url_of(const ApiPlace* place) const {
  if (place == nullptr || place->page == nullptr) return {};
  const PageContext& context = renderer_.context();
  std::string url =
      place->page == &context.page ? std::string() : context.url_of(place->page->permalink);
  if (place->heading != nullptr) {
    const Page& page = *place->page;
    const std::size_t anchor = page.document->headings[place->heading->number].anchor;
    url += "#" + encode_url(page.anchors[anchor].id);
  }
  return url.empty() ? "#" : url;
}

std::string draw_api_block(const ApiBlock& block, ApiWriter::Folds folds, PageRenderer& renderer) {
  std::string html;
  std::swap(html, renderer.out());
  ApiWriter writer(block, folds, renderer);
  switch (block.kind) {
    case ApiBlock::Kind::Overview: writer.overview(); break;
    case ApiBlock::Kind::Schemas: break;
    case ApiBlock::Kind::Operation:
    case ApiBlock::Kind::Webhook: writer.operation(*block.operation, block.level); break;
  }
  writer.models();
  std::swap(html, renderer.out());
  while (html.starts_with('\n')) html.erase(0, 1);
  while (html.ends_with('\n')) html.pop_back();
  return html;
}

}  // namespace carnet
