#include "site/head_partial.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/html_escape.h"
#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "config/tree_lookup.h"
#include "html/entities.h"
#include "html/tokens.h"
#include "site/permalinks.h"

namespace carnet {
namespace {

constexpr std::string_view kFolder = "_carnet/head/";

// Kinds of links that a browser follows by itself.
constexpr std::array<std::string_view, 11> kLoadedLinks = {
    "apple-touch-icon", "dns-prefetch", "icon",      "manifest", "mask-icon", "modulepreload",
    "preconnect",       "prefetch",     "prerender", "preload",  "stylesheet"};

// Types of scripts that run; others are data, such as `application/ld+json`.
bool is_program(std::string_view type) {
  const std::string name = to_lower(trim(type));
  return name.empty() || name == "module" || name == "speculationrules" || name == "importmap" ||
         name.ends_with("javascript") || name.ends_with("ecmascript");
}

class Reader {
 public:
  Reader(const SourceTree& tree, const Config& config, SourceId source, const Sources& sources,
         Diagnostics& diagnostics)
      : tree_(tree),
        source_(source),
        text_(sources.text(source)),
        tokens_(tokenize_html(text_)),
        folder_(folder_of(config.head.value)),
        is_trusted_(config.html == Config::HtmlTrust::Trusted),
        diagnostics_(diagnostics) {}

  HeadPartial read() {
    for (const HtmlToken& token : tokens_.tokens) read_token(token);
    finish_piece({});
    return std::move(partial_);
  }

 private:
  struct Attribute {
    std::string name;   // In lower case.
    std::string value;  // Decoded.
    bool has_value = false;
    Span where;
  };

  void read_token(const HtmlToken& token) {
    const std::string_view written = text_.substr(token.begin, token.end - token.begin);
    switch (token.kind) {
      case HtmlToken::Kind::Comment: return;
      case HtmlToken::Kind::StartTag: return read_tag(token);
      case HtmlToken::Kind::EndTag: {
        const std::string name = to_lower(token.name);
        if (name == "script" ? is_script_kept_ : is_trusted_) html_ += written;
        return;
      }
      case HtmlToken::Kind::RawText:
        if (is_trusted_ || is_script_kept_) html_ += written;
        return;
      default: break;
    }
    if (!trim(written).empty()) {
      return fail(span(token), "text does not belong into the head of a page",
                  "write `<meta>`, `<link>` and `<script src>` only");
    }
    if (!html_.empty() && !html_.ends_with('\n')) html_ += '\n';
  }

  void read_tag(const HtmlToken& token) {
    const std::string name = to_lower(token.name);
    const std::vector<Attribute> attributes = attributes_of(token);
    is_script_kept_ = name == "script";
    if (name == "base" || name == "title") {
      return fail(span(token), "`<" + name + ">` is carnet's to write",
                  name == "title" ? "the title of a page is its first heading" : "");
    }
    if (!is_trusted_ && !is_allowed(token, name, attributes)) {
      is_script_kept_ = false;
      return;
    }
    html_ += "<" + name;
    for (const Attribute& attribute : attributes) {
      html_ += " " + attribute.name;
      if (!attribute.has_value) continue;
      html_ += "=\"";
      const bool is_address = (name == "script" && attribute.name == "src") ||
                              (name == "link" && attribute.name == "href");
      if (is_address && is_of_book(attribute.value)) {
        add_address(attribute, name == "script" || is_loaded(attributes));
      } else {
        html_ += escape_html(attribute.value);
      }
      html_ += "\"";
    }
    html_ += ">";
  }

  // Whether a page with carnet's security policy may have it; else it is reported.
  bool is_allowed(const HtmlToken& token, std::string_view name,
                  const std::vector<Attribute>& attributes) {
    const auto handler = std::ranges::find_if(
        attributes, [](const Attribute& attribute) { return attribute.name.starts_with("on"); });
    if (handler != attributes.end()) {
      fail(handler->where, "pages run no script in an attribute",
           "put it into a file, and write `<script defer src=\"FILE.js\"></script>`");
      return false;
    }
    if (name == "script") return is_allowed_script(token, attributes);
    if (name == "link") return is_allowed_link(attributes);
    if (name == "meta") {
      const std::string* action = find(attributes, "http-equiv");
      if (action == nullptr || !equals_ignoring_case(trim(*action), "refresh")) return true;
      fail(span(token), "`refresh` would lead readers away from every page",
           "write a redirect into `.gitbook.yaml`");
      return false;
    }
    if (name == "style") {
      fail(span(token), "pages have no styles in them", "put these into `theme/css/site.css`");
      return false;
    }
    fail(span(token), "`<" + std::string(name) + ">` does not belong into the head of a page",
         "write `<meta>`, `<link>` and `<script src>` only");
    return false;
  }

  bool is_allowed_script(const HtmlToken& token, const std::vector<Attribute>& attributes) {
    const auto source = std::ranges::find(attributes, "src", &Attribute::name);
    const std::string* type = find(attributes, "type");
    if (source == attributes.end()) {
      if (type != nullptr && !is_program(*type)) return true;
      fail(span(token), "pages run no script that stands in them",
           "put it into a file, and write `<script defer src=\"FILE.js\"></script>`");
      return false;
    }
    if (is_of_book(source->value)) return true;
    fail(source->where, "pages run no script of another host",
         "save it beside this file and name it there, or write `html: trusted` into carnet.yaml");
    return false;
  }

  bool is_allowed_link(const std::vector<Attribute>& attributes) {
    const auto address = std::ranges::find(attributes, "href", &Attribute::name);
    if (address == attributes.end() || is_of_book(address->value) || !is_loaded(attributes)) {
      return true;
    }
    fail(address->where, "pages load nothing from other hosts",
         "save it beside this file and name it there, or write `html: trusted` into carnet.yaml");
    return false;
  }

  static bool is_loaded(const std::vector<Attribute>& link) {
    const std::string* relations = find(link, "rel");
    if (relations == nullptr) return false;
    const std::string lower = to_lower(replace_all(*relations, "\n", " "));
    return std::ranges::any_of(split(lower, ' '), [](std::string_view relation) {
      return std::ranges::find(kLoadedLinks, relation) != kLoadedLinks.end();
    });
  }

  // A file of the book, not an address on the web or a place in the page.
  static bool is_of_book(std::string_view address) {
    return scheme_of(address).empty() && !is_protocol_relative(address) &&
           !split_url(trim(address)).path.empty();
  }

  void add_address(const Attribute& attribute, bool is_copied) {
    const UrlParts parts = split_url(trim(attribute.value));
    const std::optional<std::string> path = resolve_path(folder_, decode_percent(parts.path));
    if (!path) {
      return fail(attribute.where, "`" + attribute.value + "` leads out of the book",
                  "copy the file into the book");
    }
    std::string address;
    if (has_file(tree_, *path)) {
      const std::string in_site = std::string(kFolder) + asset_permalink(*path);
      if (std::ranges::find(partial_.files, in_site, &HeadPartial::File::path) ==
          partial_.files.end()) {
        partial_.files.push_back({in_site, *path});
      }
      address = encode_path(in_site);
    } else if (is_copied) {
      const std::optional<std::string> similar = find_similar_file(tree_, *path);
      return fail(
          attribute.where, "no file `" + *path + "`",
          similar ? "did you mean `" + *similar + "`?" : "write the path as seen from this file");
    } else {
      address = encode_path(*path);
    }
    address += parts.query;
    if (!parts.fragment.empty()) address.append("#").append(parts.fragment);
    finish_piece(escape_html(address));
  }

  std::vector<Attribute> attributes_of(const HtmlToken& token) const {
    std::vector<Attribute> result;
    for (std::size_t i = 0; i < token.attribute_count; ++i) {
      const HtmlTokenAttribute& written = tokens_.attributes[token.first_attribute + i];
      const std::string_view value =
          text_.substr(written.value_begin, written.value_end - written.value_begin);
      Attribute attribute;
      attribute.name =
          to_lower(text_.substr(written.name_begin, written.name_end - written.name_begin));
      attribute.value = decode_entities(value, EntityPlace::AttributeValue);
      attribute.has_value = written.is_quoted || !value.empty();
      const std::size_t end = attribute.has_value ? written.value_end : written.name_end;
      const std::size_t begin = attribute.has_value ? written.value_begin : written.name_begin;
      attribute.where = {source_, static_cast<std::uint32_t>(begin),
                         static_cast<std::uint32_t>(end)};
      if (std::ranges::find(result, attribute.name, &Attribute::name) == result.end()) {
        result.push_back(std::move(attribute));
      }
    }
    return result;
  }

  static const std::string* find(const std::vector<Attribute>& attributes, std::string_view name) {
    const auto found = std::ranges::find(attributes, name, &Attribute::name);
    return found == attributes.end() ? nullptr : &found->value;
  }

  void finish_piece(std::string address) {
    partial_.pieces.push_back({std::move(html_), std::move(address)});
    html_.clear();
  }

  Span span(const HtmlToken& token) const {
    return {source_, static_cast<std::uint32_t>(token.begin),
            static_cast<std::uint32_t>(token.end)};
  }

  void fail(Span where, std::string message, std::string hint) {
    diagnostics_.report(DiagnosticKind::InvalidHead, where, std::move(message), std::move(hint));
  }

  const SourceTree& tree_;
  SourceId source_;
  std::string_view text_;
  HtmlTokens tokens_;
  std::string folder_;
  bool is_trusted_;
  Diagnostics& diagnostics_;
  HeadPartial partial_;
  std::string html_;             // Of the piece that is being read.
  bool is_script_kept_ = false;  // The last start tag was a script that is let through.
};

}  // namespace

HeadPartial read_head_partial(const SourceTree& tree, const Config& config, const Sources& sources,
                              Diagnostics& diagnostics) {
  if (!config.head.is_written()) return {};
  const std::optional<SourceId> source = find_text(tree, config.head.value);
  if (!source) return {};
  HeadPartial partial = Reader(tree, config, *source, sources, diagnostics).read();
  // The template ends the line.
  std::string& last = partial.pieces.back().html;
  while (last.ends_with('\n')) last.pop_back();
  return partial;
}

}  // namespace carnet
