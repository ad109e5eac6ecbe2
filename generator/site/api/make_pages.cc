#include "site/api/make_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/path.h"
#include "base/slug.h"
#include "base/text.h"
#include "base/url.h"
#include "blocks/registry.h"
#include "config/language.h"

namespace carnet {
namespace {

using openapi::Operation;
using openapi::Specification;
using openapi::Tag;

// Pages that no tag of the file names, in the language of the book.
struct PageNames {
  std::string_view language;
  std::string_view models;
  std::string_view webhooks;
  std::string_view others;
};
constexpr PageNames kNames[] = {
    {"en", "Models", "Webhooks", "Other operations"},
    {"fr", "Modèles", "Webhooks", "Autres opérations"},
    {"de", "Modelle", "Webhooks", "Weitere Operationen"},
    {"es", "Modelos", "Webhooks", "Otras operaciones"},
    {"it", "Modelli", "Webhook", "Altre operazioni"},
    {"pt", "Modelos", "Webhooks", "Outras operações"},
};

const PageNames& names_in(std::string_view language) {
  const std::string main = to_lower(main_language(language));
  for (const PageNames& names : kNames) {
    if (names.language == main) return names;
  }
  return kNames[0];
}

// A text between double quotes, as YAML has it.
std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return result + '"';
}

// Words that mean themselves in Markdown, on one line.
std::string literal(std::string_view text) {
  constexpr std::string_view kMarks = "\\`*_{}[]<>()#+-.!|~&$:";
  std::string result;
  for (char c : text) {
    if (kMarks.find(c) != std::string_view::npos) result += '\\';
    result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return result;
}

// A paragraph of Markdown; nothing for nothing.
std::string link_to(const openapi::ExternalDocs& docs) {
  const std::string scheme = scheme_of(docs.url);
  if (scheme != "https" && scheme != "http") return {};
  const std::string& words = docs.description.empty() ? docs.url : docs.description;
  return "\n\n[" + literal(trim(words)) + "](<" + encode_url(docs.url) + ">" + ")\n";
}

class Maker {
 public:
  Maker(const ComputedNode& node, const Specification& specification, const ParseOptions& options,
        SiteSources& site, ApiTargets& targets, Sources& sources, Diagnostics& diagnostics)
      : node_(node),
        specification_(specification),
        options_(options),
        site_(site),
        targets_(targets),
        sources_(sources),
        diagnostics_(diagnostics),
        names_(names_in(site.books[node.book].plan.config.language.value)) {
    for (const ParsedPage& page : site.pages) taken_.insert(to_lower(page.path));
  }

  std::vector<MadeEntry> make() {
    const std::vector<Tag>& tags = specification_.tags;
    std::vector<MadeEntry> entries;
    for (std::size_t i = 0; i < tags.size(); ++i) {
      below_[tags[i].parent].push_back(i);
    }
    add_tags("", node_.folder, entries);
    add_untagged(entries);
    if (!specification_.webhooks.empty()) add_webhooks(entries);
    if (node_.has_models && !specification_.schemas.empty()) add_models(entries);
    return entries;
  }

 private:
  struct Words {
    std::string title;
    std::string slug;         // Of the title, unless it is said here.
    std::string description;  // One line above the text.
    std::string icon;
    std::string body;  // GitBook's Markdown.
    Span where;        // In the specification.
  };

  void add_tags(const std::string& parent, const std::string& folder,
                std::vector<MadeEntry>& entries) {
    const auto found = below_.find(parent);
    if (found == below_.end()) return;
    for (const std::size_t i : found->second) add_tag(specification_.tags[i], folder, entries);
  }

  void add_tag(const Tag& tag, const std::string& folder, std::vector<MadeEntry>& entries) {
    const bool has_tags_below = below_.contains(tag.name);
    if (tag.operations.empty() && tag.description.empty() && !has_tags_below) return;
    const std::size_t page = add_page({tag.page_title,
                                       {},
                                       {},
                                       tag.page_icon,
                                       tag.description + link_to(tag.external_docs),
                                       tag.span},
                                      folder);
    MadeEntry entry = entry_of(page, tag.page_title);
    const std::string inside(without_extension(entry.path));
    const bool is_by_operation = node_.grouping == ComputedNode::Grouping::ByOperation;
    for (const std::size_t i : tag.operations) {
      const Operation& operation = specification_.operations[i];
      if (is_by_operation) {
        // An operation with two tags has its page below the first.
        if (shown_.insert(&operation).second) add_operation_page(operation, inside, entry.below);
      } else {
        add_block(page, operation);
      }
      shown_.insert(&operation);
    }
    add_tags(tag.name, inside, entry.below);
    finish(page);
    entries.push_back(std::move(entry));
  }

  void add_untagged(std::vector<MadeEntry>& entries) {
    std::vector<const Operation*> others;
    for (const Operation& operation : specification_.operations) {
      if (!shown_.contains(&operation)) others.push_back(&operation);
    }
    if (others.empty()) return;
    if (node_.grouping == ComputedNode::Grouping::ByOperation) {
      for (const Operation* operation : others) {
        add_operation_page(*operation, node_.folder, entries);
      }
      return;
    }
    const bool is_all = others.size() == specification_.operations.size();
    const bool is_titled = is_all && !specification_.title.empty();
    const std::string title = is_titled ? specification_.title : std::string(names_.others);
    const std::size_t page = add_page({title,
                                       is_titled ? std::string() : std::string("other"),
                                       {},
                                       {},
                                       is_titled ? specification_.description : std::string(),
                                       file()},
                                      node_.folder);
    for (const Operation* operation : others) add_block(page, *operation);
    finish(page);
    entries.push_back(entry_of(page, title));
  }

  void add_webhooks(std::vector<MadeEntry>& entries) {
    const std::string title(names_.webhooks);
    const std::size_t page = add_page({title, "webhooks", {}, {}, {}, file()}, node_.folder);
    for (const Operation& webhook : specification_.webhooks) {
      ApiTarget target;
      target.kind = ApiBlock::Kind::Webhook;
      target.operation = &webhook;
      append(page, kOpenapiWebhook, webhook, std::move(target));
    }
    finish(page);
    entries.push_back(entry_of(page, title));
  }

  void add_models(std::vector<MadeEntry>& entries) {
    const std::string title(names_.models);
    const std::size_t page = add_page({title, "models", {}, {}, {}, file()}, node_.folder);
    ApiTarget target;
    target.kind = ApiBlock::Kind::Schemas;
    target.schemas = specification_.schemas;
    append(page, kOpenapiSchemas, {}, std::move(target));
    finish(page);
    entries.push_back(entry_of(page, title));
  }

  void add_operation_page(const Operation& operation, const std::string& folder,
                          std::vector<MadeEntry>& entries) {
    const std::string method = to_lower(operation.method);
    const std::string& title = !operation.summary.empty() ? operation.summary
                               : !operation.id.empty()    ? operation.id
                                                          : operation.path;
    const std::size_t page = add_page(
        {title,
         operation.summary.empty() ? to_slug(method + " " + operation.path) : std::string(),
         {},
         {},
         {},
         operation.span},
        folder);
    ApiTarget target;
    target.kind = ApiBlock::Kind::Operation;
    target.operation = &operation;
    target.heading = ApiTarget::Heading::OfPage;
    append(page, kOpenapiOperation, operation, std::move(target));
    finish(page);
    entries.push_back(entry_of(page, title));
  }

  Span file() const { return {specification_.source, 0, 0}; }

  MadeEntry entry_of(std::size_t page, std::string_view title) const {
    return {site_.pages[page].path, std::string(title), {}};
  }

  // "api/pets.md", or "api/pets-1.md" if there is such a page.
  std::string free_path(const Words& words, const std::string& folder) {
    const std::string slug = words.slug.empty() ? to_slug(words.title) : words.slug;
    const std::string stem = join_path(folder, slug.empty() ? "page" : slug);
    std::string path = stem + ".md";
    const std::string wanted = path;
    for (std::size_t i = 1; !taken_.insert(to_lower(path)).second; ++i) {
      path = fmt::format("{}-{}.md", stem, i);
    }
    const bool is_of_book = path != wanted && !made_.contains(to_lower(wanted));
    if (is_of_book) {
      diagnostics_.report(
          DiagnosticKind::ComputedEntry, node_.where,
          fmt::format("`{}` is a page already, so that of the reference is `{}`", wanted, path),
          "rename the page, or the tag in the specification");
    }
    made_.insert(to_lower(path));
    return path;
  }

  // Its number in `site.pages`.
  std::size_t add_page(const Words& words, const std::string& folder) {
    std::string text = "---\n";
    if (!words.icon.empty()) text += "icon: " + quoted(words.icon) + "\n";
    if (!words.description.empty()) text += "description: " + quoted(words.description) + "\n";
    if (words.icon.empty() && words.description.empty()) text.clear();
    if (!text.empty()) text += "---\n\n";
    text += "# " + literal(trim(words.title)) + "\n\n" + words.body + "\n";
    const Span behind{words.where.source, words.where.begin,
                      static_cast<std::uint32_t>(sources_.text(words.where.source).size())};
    const SourceId source = sources_.add_part(behind, std::move(text));
    ParseOptions options = options_;
    options.placeholders = nullptr;
    site_.pages.push_back({free_path(words, folder),
                           parse_document(sources_, source, options, diagnostics_), node_.book,
                           specification_.path});
    return site_.pages.size() - 1;
  }

  void add_block(std::size_t page, const Operation& operation) {
    ApiTarget target;
    target.kind = ApiBlock::Kind::Operation;
    target.operation = &operation;
    append(page, kOpenapiOperation, operation, std::move(target));
  }

  void append(std::size_t page, const BlockSpec& block, const Operation& operation,
              ApiTarget target) {
    Document& document = site_.pages[page].document;
    Node& node = document.create(NodeKind::Block, 0, 0);
    node.block = &block;
    const Attribute attributes[] = {{.name = "method", .value = operation.method},
                                    {.name = "path", .value = operation.path}};
    node.attributes = document.keep(attributes);
    append_child(document.root(), node);
    document.api_blocks.push_back(&node);
    target.specification = &specification_;
    targets_.emplace(&node, std::move(target));
  }

  // With a link to the file, if the node asks for it.
  void finish(std::size_t page) {
    if (!node_.has_download) return;
    Document& document = site_.pages[page].document;
    Node& node = document.create(NodeKind::Block, 0, 0);
    node.block = &kFile;
    const std::string from_root =
        "/" + std::string(path_below(site_.books[node_.book].plan.root, specification_.path));
    const Attribute attributes[] = {{.name = "src", .value = from_root}};
    node.attributes = document.keep(attributes);
    append_child(document.root(), node);
  }

  const ComputedNode& node_;
  const Specification& specification_;
  const ParseOptions& options_;
  SiteSources& site_;
  ApiTargets& targets_;
  Sources& sources_;
  Diagnostics& diagnostics_;
  const PageNames& names_;
  std::set<std::string> taken_;  // Paths of pages, folded.
  std::set<std::string> made_;   // Those of them that were made here.
  std::unordered_map<std::string, std::vector<std::size_t>> below_;  // Tags, by their parents.
  std::set<const Operation*> shown_;
};

}  // namespace

void make_api_pages(const ComputedNode& node, const Specification& specification,
                    const ParseOptions& options, SiteSources& site, ApiTargets& targets,
                    Sources& sources, Diagnostics& diagnostics) {
  std::vector<MadeEntry> entries =
      Maker(node, specification, options, site, targets, sources, diagnostics).make();
  site.books[node.book].made.insert_or_assign(node.code, std::move(entries));
}

}  // namespace carnet
