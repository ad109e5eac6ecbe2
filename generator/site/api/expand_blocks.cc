#include "site/api/expand_blocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <set>
#include <unordered_set>
#include <utility>

#include "base/parallel.h"
#include "base/slug.h"
#include "base/text.h"
#include "blocks/registry.h"
#include "markdown/index_document.h"
#include "markdown/splice.h"
#include "site/api/api_texts.h"
#include "site/api/resolve_block.h"
#include "site/api/shape_schemas.h"

namespace carnet {
namespace {

using openapi::MediaType;
using openapi::Operation;
using openapi::Parameter;
using openapi::Schema;

constexpr int kDeepestHeading = 6;

// Descriptions, each parsed once, whichever pages show it.
class TextPool {
 public:
  void add(const std::string& text, Span where, Sources& sources) {
    if (numbers_.emplace(&text, sources_.size()).second) {
      sources_.push_back(sources.add_part(behind(where, sources), text + "\n"));
    }
  }

  void parse(const Sources& sources, ParseOptions options, unsigned jobs,
             Diagnostics& diagnostics) {
    options.dialect = ParseOptions::Dialect::Snippet;
    options.placeholders = nullptr;
    documents_.resize(sources_.size());
    std::vector<Diagnostics> problems(sources_.size());
    parallel_for(sources_.size(), jobs, [&](std::size_t i) {
      documents_[i] =
          std::make_unique<Document>(parse_document(sources, sources_[i], options, problems[i]));
    });
    for (Diagnostics& list : problems) diagnostics.merge(std::move(list));
  }

  const Document& of(const std::string& text) const { return *documents_[numbers_.at(&text)]; }

  void release_into(std::vector<std::unique_ptr<const Document>>& owner) {
    for (auto& document : documents_) owner.push_back(std::move(document));
  }

 private:
  static Span behind(Span where, const Sources& sources) {
    if (where.source == kNoSource) return where;
    return {where.source, where.begin,
            static_cast<std::uint32_t>(sources.text(where.source).size())};
  }

  std::unordered_map<const std::string*, std::size_t> numbers_;
  std::vector<SourceId> sources_;
  std::vector<std::unique_ptr<Document>> documents_;
};

// Finds the level that a heading in the place of each block has: one below the heading that the
// block stands under.
class Levels {
 public:
  explicit Levels(const Document& document) { visit(document.root()); }
  int of(const Node& block) const { return levels_.at(&block); }

 private:
  void visit(const Node& node) {
    for (const Node& child : node.children()) {
      if (child.kind == NodeKind::Heading) level_ = std::max<int>(child.level, 1);
      if (child.kind == NodeKind::Block) levels_.emplace(&child, std::min(level_ + 1, 4));
      visit(child);
    }
  }

  int level_ = 1;
  std::unordered_map<const Node*, int> levels_;
};

// What one page shows: its blocks know of each other what they have told.
class PageExpander {
 public:
  PageExpander(ParsedPage& page, const std::unordered_set<const Schema*>& told_elsewhere)
      : document_(page.document), levels_(page.document), shaper_(told_elsewhere) {}

  void plan(Node& node, const ApiTarget& target, ApiBlock& block) {
    block.kind = target.kind;
    block.specification = target.specification;
    block.operation = target.operation;
    block.is_grouped = attribute_value(node, "grouped") == "true";
    block.level = levels_.of(node);
    has_own_headings_ = target.heading == ApiTarget::Heading::Own;
    if (!has_own_headings_) block.level = 1;
    if (target.operation != nullptr) {
      block.heading = add_heading(node, block.level, name_of(*target.operation),
                                  slug_of(*target.operation, target.kind));
      shape(*target.operation, block);
    }
    for (const Schema* schema : target.schemas) add_model(node, *schema, block);
    // What was only named, unless it stands on another page.
    for (const Schema* schema : shaper_.take_untold()) {
      if (target.kind == ApiBlock::Kind::Schemas) continue;
      block.models.push_back({schema, nullptr, shaper_.shape(*schema)});
    }
  }

  // Puts the descriptions into the tree. For the pages side by side.
  void insert_texts(Node& node, ApiBlock& block, const TextPool& pool) const {
    visit_texts(block, [&](const std::string& text, Span) {
      const Node*& holder = block.texts[&text];
      if (holder != nullptr) return;
      const Document& part = pool.of(text);
      Node& made = document_.create(NodeKind::Block, node.begin, node.end);
      made.block = &kOpenapiText;
      made.origin = node.origin;
      append_child(node, made);
      Node& place = document_.create(NodeKind::Paragraph, node.begin, node.end);
      append_child(made, place);
      const std::uint16_t origin = document_.add_origin(part.source(), block.specification->path);
      splice(part, document_, origin, place);
      const bool is_main =
          (block.operation != nullptr && &text == &block.operation->description) ||
          (block.kind == ApiBlock::Kind::Overview && &text == &block.specification->description);
      demote_headings(made, is_main ? block.level : kDeepestHeading);
      holder = &made;
    });
  }

 private:
  static std::string_view name_of(const Operation& operation) {
    if (!operation.summary.empty()) return operation.summary;
    return operation.id.empty() ? std::string_view(operation.path) : operation.id;
  }

  // As GitBook has it: `get-pets-petid`.
  static std::string slug_of(const Operation& operation, ApiBlock::Kind kind) {
    const std::string words = operation.method + " " + operation.path;
    return kind == ApiBlock::Kind::Webhook ? to_anchor("webhook " + words)
                                           : to_anchor(replace_all(words, "/", " "));
  }

  // The words above a block may be those of the heading that it would have.
  static bool is_said_above(const Node& node, std::string_view words) {
    const Node* above = node.previous;
    if (above == nullptr || above->kind != NodeKind::Heading) return false;
    const std::string text = to_plain_text(*above);
    return equals_ignoring_case(trim(text), trim(words));
  }

  const Node* add_heading(Node& node, int level, std::string_view words, std::string_view id) {
    if (!has_own_headings_) return nullptr;
    if (is_said_above(node, words)) return node.previous;
    Node& heading = document_.create(NodeKind::Heading, node.begin, node.begin);
    heading.level = static_cast<std::uint8_t>(level);
    heading.origin = node.origin;
    if (!id.empty()) {
      const Attribute attributes[] = {{.name = "id", .value = id}};
      heading.attributes = document_.keep(attributes);
    }
    Node& text = document_.create(NodeKind::Text, node.begin, node.begin);
    text.text = document_.keep(trim(words));
    text.origin = node.origin;
    append_child(heading, text);
    append_child(node, heading);
    return &heading;
  }

  void add_model(Node& node, const Schema& schema, ApiBlock& block) {
    const Node* heading = add_heading(node, block.level, schema.name, to_anchor(schema.name));
    block.models.push_back({&schema, heading, shaper_.shape(schema)});
  }

  void shape(const Operation& operation, ApiBlock& block) {
    for (const Parameter& parameter : operation.parameters) shape(parameter, block);
    shape_content(operation.request_body.content, block);
    for (const openapi::Response& response : operation.responses) {
      for (const Parameter& header : response.headers) shape(header, block);
      const bool is_aside = !response.status.starts_with('2');
      for (const MediaType& type : response.content) {
        if (type.schema == nullptr) continue;
        block.schemas.emplace(
            &type, is_aside ? shaper_.shape_aside(*type.schema) : shaper_.shape(*type.schema));
      }
    }
    for (const openapi::Callback& callback : operation.callbacks) {
      for (const Operation& inner : callback.operations) shape(inner, block);
    }
  }

  void shape(const Parameter& parameter, ApiBlock& block) {
    if (parameter.schema != nullptr) {
      block.schemas.emplace(&parameter, shaper_.shape_aside(*parameter.schema));
    }
    shape_content(parameter.content, block);
  }

  void shape_content(const std::vector<MediaType>& content, ApiBlock& block) {
    for (const MediaType& type : content) {
      if (type.schema != nullptr) block.schemas.emplace(&type, shaper_.shape(*type.schema));
    }
  }

  // Headings in a description lie below that of the operation; elsewhere, in a list of
  // parameters, they are words in bold.
  void demote_headings(Node& node, int below) const {
    for (Node* child = node.first_child; child != nullptr; child = child->next) {
      if (child->kind == NodeKind::Heading) {
        if (below < kDeepestHeading) {
          child->level = static_cast<std::uint8_t>(
              std::min(std::max(below, 2) + child->level, kDeepestHeading));
          continue;
        }
        Node& strong = document_.create(NodeKind::Strong, child->begin, child->end);
        strong.origin = child->origin;
        move_children(*child, strong);
        child->kind = NodeKind::Paragraph;
        child->attributes = {};
        append_child(*child, strong);
      }
      demote_headings(*child, below);
    }
  }

  Document& document_;
  const Levels levels_;
  SchemaShaper shaper_;
  bool has_own_headings_ = true;
};

// What GitBook wrote down between the tags, where its servers could not be asked: one link.
void drop_fallback(Node& block) {
  Node* paragraph = block.first_child;
  if (paragraph == nullptr || paragraph->next != nullptr ||
      paragraph->kind != NodeKind::Paragraph) {
    return;
  }
  std::size_t links = 0;
  for (const Node& child : paragraph->children()) {
    if (child.kind == NodeKind::Text && trim(child.text).empty()) continue;
    if (child.kind != NodeKind::Link) return;
    ++links;
  }
  if (links == 1) unlink(*paragraph);
}

class BlockResolver {
 public:
  BlockResolver(const SpecificationFinder& finder, const Specifications& specifications,
                const ApiTargets& made, Diagnostics& diagnostics)
      : finder_(finder), specifications_(specifications), made_(made), diagnostics_(diagnostics) {}

  std::optional<ApiTarget> resolve(const ParsedPage& page, const Node& block) {
    if (const auto made = made_.find(&block); made != made_.end()) return made->second;
    const std::optional<SpecificationRequest> request = request_of(page, block);
    if (!request) return std::nullopt;
    const openapi::Specification* specification =
        choose_specification(finder_, *request, specifications_);
    if (specification != nullptr) {
      if (!specification->is_openapi()) return std::nullopt;
      return resolve_api_block(page.document, block, *specification, diagnostics_);
    }
    // A path that leads nowhere is a broken link, and reported as one.
    if (request->form == SpecificationRequest::Form::File) return std::nullopt;
    if (!reported_.emplace(request->words).second) return std::nullopt;
    diagnostics_.report(
        DiagnosticKind::UnresolvedSpec, request->where,
        fmt::format("the specification `{}` is not in the book", request->words),
        fmt::format("put its file into the book, and say which it is in `carnet.yaml`: "
                    "`openapi: {{{}: api.yaml}}`",
                    request->form == SpecificationRequest::Form::Address
                        ? "\"" + std::string(request->words) + "\""
                        : std::string(request->words)));
    return std::nullopt;
  }

 private:
  const SpecificationFinder& finder_;
  const Specifications& specifications_;
  const ApiTargets& made_;
  Diagnostics& diagnostics_;
  std::set<std::string, std::less<>> reported_;
};

// Schemas that have a place of their own.
std::unordered_set<const Schema*> schemas_with_places(const ApiTargets& targets) {
  std::unordered_set<const Schema*> schemas;
  for (const auto& [node, target] : targets) {
    schemas.insert(target.schemas.begin(), target.schemas.end());
  }
  return schemas;
}

}  // namespace

const openapi::Specification* choose_specification(const SpecificationFinder& finder,
                                                   const SpecificationRequest& request,
                                                   const Specifications& specifications) {
  const openapi::Specification* chosen = nullptr;
  const std::vector<std::string_view> paths = finder.find(request);
  for (const std::string_view path : paths) {
    const auto found = specifications.find(path);
    if (found == specifications.end()) continue;
    if (paths.size() == 1) return found->second;
    if (!found->second->is_openapi()) continue;
    if (chosen != nullptr) return nullptr;  // Which of them is meant?
    chosen = found->second;
  }
  return chosen;
}

void expand_api_blocks(SiteSources& site, const SpecificationFinder& finder,
                       const Specifications& specifications, const ApiTargets& made,
                       const ParseOptions& options, ApiReference& reference, Sources& sources,
                       unsigned jobs, Diagnostics& diagnostics) {
  struct Planned {
    Node* node;
    ApiBlock* block;
  };
  struct PlannedPage {
    ParsedPage* page;
    std::unique_ptr<PageExpander> expander;
    std::vector<Planned> blocks;
  };

  const std::unordered_set<const Schema*> told_elsewhere = schemas_with_places(made);
  const std::unordered_set<const Schema*> nowhere;
  BlockResolver resolver(finder, specifications, made, diagnostics);
  TextPool pool;
  std::vector<PlannedPage> pages;
  for (ParsedPage& page : site.pages) {
    PlannedPage planned{&page, nullptr, {}};
    const std::vector<Node*> nodes = page.document.api_blocks;
    for (Node* node : nodes) {
      const std::optional<ApiTarget> target = resolver.resolve(page, *node);
      if (!target) continue;
      if (planned.expander == nullptr) {
        const bool is_place_of_schemas = made.contains(node) && !target->schemas.empty();
        planned.expander =
            std::make_unique<PageExpander>(page, is_place_of_schemas ? nowhere : told_elsewhere);
      }
      drop_fallback(*node);
      ApiBlock& block = reference.blocks[node];
      planned.expander->plan(*node, *target, block);
      visit_texts(block,
                  [&](const std::string& text, Span where) { pool.add(text, where, sources); });
      planned.blocks.push_back({node, &block});
    }
    if (!planned.blocks.empty()) pages.push_back(std::move(planned));
  }
  pool.parse(sources, options, jobs, diagnostics);
  parallel_for(pages.size(), jobs, [&](std::size_t i) {
    for (const Planned& planned : pages[i].blocks) {
      pages[i].expander->insert_texts(*planned.node, *planned.block, pool);
    }
    renumber_footnotes(pages[i].page->document);
    index_document(pages[i].page->document);
  });
  pool.release_into(site.includes);
}

}  // namespace carnet
