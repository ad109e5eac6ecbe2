#include "markdown/index_document.h"

#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "blocks/registry.h"

namespace carnet {
namespace {

// Zero-width characters that editors leave behind; they would make two titles
// that look the same differ.
std::string without_invisible(std::string text) {
  for (std::string_view invisible : {"\u200B", "\uFEFF", "\u200E", "\u200F", "\u2060"}) {
    text = replace_all(std::move(text), invisible, "");
  }
  return text;
}

std::string words_of(const Node& node) {
  const std::string text = without_invisible(to_plain_text(node));
  return std::string(trim(text));
}

class Indexer {
 public:
  explicit Indexer(Document& document) : document_(document) {}

  // Before the links of the text: they stand above it.
  void visit_front_matter() {
    const FrontMatter& front = document_.front_matter;
    FrontLinks& links = document_.front_links;
    if (front.layout.cover) {
      links.cover = add_front_link(Link::Kind::Image, front.cover);
      links.cover_dark = add_front_link(Link::Kind::Image, front.cover_dark);
    }
    links.canonical = add_front_link(Link::Kind::Page, front.canonical);
    for (const Located<std::string>& alternate : front.alternates) {
      links.alternates.push_back(add_front_link(Link::Kind::Page, alternate));
    }
  }

  void visit_children(Node& node) {
    for (Node* child = node.first_child; child != nullptr; child = child->next) visit(*child);
  }

 private:
  void visit(Node& node) {
    switch (node.kind) {
      case NodeKind::Heading: add_heading(node); return;
      case NodeKind::Link:
      case NodeKind::Image:
        add_link(node, node.kind == NodeKind::Image ? Link::Kind::Image : Link::Kind::Page);
        break;
      case NodeKind::Element: visit_element(node); break;
      case NodeKind::CodeBlock: document_.codes.push_back(&node); return;
      case NodeKind::Formula:
        node.number = static_cast<std::uint32_t>(document_.formulas.size());
        document_.formulas.push_back(&node);
        return;
      // A fallback repeats the link of its block. Where that is broken, both have
      // to be mended, so both are looked at.
      case NodeKind::Block: visit_block(node); break;
      default: break;
    }
    visit_children(node);
  }

  void add_heading(Node& node) {
    Anchor anchor{&node, {}, {}};
    if (const std::string_view id = attribute_value(node, "id"); !id.empty()) {
      anchor.explicit_ids.emplace_back(id);  // Of `<h2 id="...">`.
    }
    take_written_id(node, anchor);
    collect_ids(node, anchor);
    anchor.text = words_of(node);
    node.number = static_cast<std::uint32_t>(document_.headings.size());
    document_.headings.push_back({&node, node.level, anchor.text, document_.anchors.size()});
    document_.anchors.push_back(std::move(anchor));
    in_heading_ = true;
    visit_children(node);
    in_heading_ = false;
  }

  // `## Title {#id}`, as HonKit writes it.
  void take_written_id(Node& heading, Anchor& anchor) {
    Node* last = heading.last_child;
    if (last == nullptr || last->kind != NodeKind::Text) return;
    const std::string_view text = trim_end(last->text);
    const std::size_t open = text.rfind("{#");
    if (open == std::string_view::npos || !text.ends_with('}') ||
        text.find_first_of(" \t", open) != std::string_view::npos) {
      return;
    }
    anchor.explicit_ids.emplace_back(text.substr(open + 2, text.size() - open - 3));
    last->text = trim_end(text.substr(0, open));
    // As an attribute it is still there when the document is indexed again.
    std::vector<Attribute> attributes(heading.attributes.begin(), heading.attributes.end());
    attributes.push_back({.name = "id", .value = anchor.explicit_ids.back()});
    heading.attributes = document_.keep(attributes);
  }

  // `## Title <a href="#id" id="id"></a>`: the id is the heading's own.
  void collect_ids(const Node& node, Anchor& anchor) {
    for (const Node& child : node.children()) {
      if (child.kind != NodeKind::Element) continue;
      if (const std::string_view id = attribute_value(child, "id"); !id.empty()) {
        anchor.explicit_ids.emplace_back(id);
      }
      collect_ids(child, anchor);
    }
  }

  void visit_element(Node& node) {
    const std::string_view id = attribute_value(node, "id");
    const bool is_summary = node.text == "summary";
    if (!in_heading_ && (is_summary || !id.empty())) {
      Anchor anchor{&node, {}, is_summary ? words_of(node) : std::string()};
      if (!id.empty()) anchor.explicit_ids.emplace_back(id);
      document_.anchors.push_back(std::move(anchor));
    }
    if (node.text == "pre") document_.codes.push_back(&node);
    if (node.text == "a" || node.text == "iframe") {
      const Attribute* href = find_attribute(node, node.text == "a" ? "href" : "src");
      if (href != nullptr && !is_own_anchor(node, *href)) {
        add_link_attribute(node, node.text == "a" ? Link::Kind::Page : Link::Kind::Web, *href);
      }
    } else if (node.text == "img" || node.text == "source" || node.text == "video" ||
               node.text == "audio") {
      const Attribute* source = find_attribute(node, "src");
      if (source == nullptr) source = find_attribute(node, "srcset");
      if (source != nullptr) add_link_attribute(node, Link::Kind::Image, *source);
      if (const Attribute* poster = find_attribute(node, "poster"); poster != nullptr) {
        document_.posters.emplace(&node, add_poster(node, *poster));
      }
    }
  }

  // `<a href="#id" id="id"></a>` is a mark, not a link, also where the `#` was
  // forgotten.
  static bool is_own_anchor(const Node& node, const Attribute& href) {
    return node.first_child == nullptr && find_attribute(node, "id") != nullptr &&
           (href.value.starts_with('#') || href.value.find('/') == std::string_view::npos);
  }

  void visit_block(Node& node) {
    for (const Attribute& attribute : node.attributes) {
      const AttributeSpec* spec = carnet::find_attribute(*node.block, attribute.name);
      if (spec == nullptr) continue;  // Of a vendor.
      Link::Kind kind;
      switch (spec->type) {
        case AttributeSpec::Type::PageLink: kind = Link::Kind::Page; break;
        case AttributeSpec::Type::FileLink: kind = Link::Kind::File; break;
        case AttributeSpec::Type::WebLink: kind = Link::Kind::Web; break;
        default: continue;
      }
      add(node, {.kind = kind,
                 .destination = attribute.value,
                 .begin = attribute.value_begin,
                 .end = attribute.value_end,
                 .is_exact = true});
    }
    if (node.block == &kUpdate) add_update(node);
    const bool is_reference =
        find_attribute(node, "src") != nullptr || find_attribute(node, "spec") != nullptr;
    if (node.block == &kApiMethod || (node.block == &kSwagger && !is_reference)) add_method(node);
    if (family_of(*node.block) == "openapi" || (node.block == &kSwagger && is_reference)) {
      document_.api_blocks.push_back(&node);
    }
    // One code alone is no tab.
    const bool is_code_tab =
        node.block == &kCodeTabsItem && (node.previous != nullptr || node.next != nullptr);
    if (node.block == &kTab || is_code_tab) {
      document_.anchors.push_back(
          {&node, {}, without_invisible(std::string(attribute_value(node, "title")))});
    }
  }

  // Readers are led to an update by its heading, or by its date if it has none.
  void add_update(const Node& node) {
    const Node* first = node.first_child;
    const bool is_titled =
        first != nullptr && first->kind == NodeKind::Heading && !words_of(*first).empty();
    // What comes next is the anchor of that heading.
    document_.updates.push_back({&node, is_titled ? first : nullptr, document_.anchors.size()});
    if (!is_titled) {
      document_.anchors.push_back({&node, {}, std::string(attribute_value(node, "date"))});
    }
  }

  // A method of an API is known by its summary.
  void add_method(const Node& node) {
    std::string summary(attribute_value(node, "summary"));
    for (const Node& child : node.children()) {
      if (summary.empty() && child.is_block_of(kApiMethodSummary)) summary = words_of(child);
    }
    summary = without_invisible(std::move(summary));
    if (!summary.empty()) document_.anchors.push_back({&node, {}, std::move(summary)});
  }

  void add_link(Node& node, Link::Kind kind) {
    add(node, {.kind = kind,
               .is_mention = node.detail == "mention",
               .destination = node.text,
               .begin = node.begin,
               .end = node.end});
  }

  void add_link_attribute(Node& node, Link::Kind kind, const Attribute& attribute) {
    add(node, {.kind = kind,
               .is_mention = find_attribute(node, "data-mention") != nullptr,
               .destination = attribute.value,
               .begin = attribute.value_begin,
               .end = attribute.value_end,
               .is_exact = true});
  }

  std::uint32_t add_poster(const Node& film, const Attribute& attribute) {
    const std::uint32_t number = add({.kind = Link::Kind::Image,
                                      .destination = attribute.value,
                                      .begin = attribute.value_begin,
                                      .end = attribute.value_end,
                                      .is_exact = true});
    document_.links[number].origin = film.origin;
    return number;
  }

  std::uint32_t add_front_link(Link::Kind kind, const Located<std::string>& written) {
    if (trim(written.value).empty()) return kNoNumber;
    return add({.kind = kind,
                .destination = document_.keep(written.value),
                .begin = written.span.begin,
                .end = written.span.end,
                .is_exact = true});
  }

  void add(Node& node, const Link& link) {
    node.number = add(link);
    document_.links.back().origin = node.origin;
  }

  std::uint32_t add(const Link& link) {
    document_.links.push_back(link);
    return static_cast<std::uint32_t>(document_.links.size() - 1);
  }

  Document& document_;
  bool in_heading_ = false;
};

}  // namespace

void index_document(Document& document) {
  document.codes.clear();
  document.headings.clear();
  document.anchors.clear();
  document.links.clear();
  document.updates.clear();
  document.api_blocks.clear();
  document.formulas.clear();
  document.posters.clear();
  document.front_links = {};
  Indexer indexer(document);
  indexer.visit_front_matter();
  indexer.visit_children(document.root());
}

}  // namespace carnet
