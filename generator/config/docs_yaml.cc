#include "config/docs_yaml.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "base/limits.h"
#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "config/language.h"
#include "config/setting_reader.h"
#include "config/space_folders.h"

namespace carnet {
namespace {

enum class Type { Group, Section, Space };
constexpr std::array<std::string_view, 3> kTypes = {"section-group", "section", "space"};

constexpr std::string_view kKeys[] = {
    "type",    "key",  "title", "localizedTitle", "description", "localizedDescription",
    "path",    "icon", "draft", "default",        "hidden",      "children",
    "content",
};

// What entries of all types say.
struct Entry {
  Type type = Type::Space;
  Span where;
  std::string key;
  Span key_span;
  LocalText title;
  LocalText description;
  Located<std::string> icon;
  Located<std::string> path;
  Span default_span;  // Where it says that it is the default one.
  bool is_hidden = false;
  bool is_draft = false;
  const YamlEntry* children = nullptr;
  const YamlEntry* content = nullptr;

  bool is_default() const { return default_span.source != kNoSource; }
};

class Reader {
 public:
  Reader(const SourceTree& tree, const Sources& sources, Diagnostics& diagnostics)
      : reader_(DiagnosticKind::InvalidDocsYaml, sources, diagnostics),
        diagnostics_(diagnostics),
        folders_(tree, reader_) {}

  SiteStructure read(SourceId source) {
    const YamlNode file = reader_.read_file(source);
    structure_.is_broken = reader_.is_broken();
    const YamlEntry* site = nullptr;
    for (const YamlEntry& entry : file.entries) {
      constexpr std::string_view kNames[] = {"site"};
      if (entry.key == "site") {
        site = &entry;
      } else if (!entry.key.starts_with('$')) {
        reader_.report_unknown(entry, kNames, "key");
      }
    }
    const YamlNode* map = site == nullptr ? nullptr : reader_.map(*site);
    const YamlEntry* structure = map == nullptr ? nullptr : read_site(*map);
    const YamlNode* list = structure == nullptr ? nullptr : reader_.list(*structure);
    if (list != nullptr) {
      // Spaces without sections beside them are what readers choose from.
      const bool has_sections = std::ranges::any_of(list->items, [](const YamlNode& item) {
        const YamlNode* type = item.find("type");
        return type != nullptr && type->as_text() != "space";
      });
      if (has_sections) {
        read_menu(list->items, false, structure_.menu);
      } else {
        Section& only = structure_.sections.emplace_back();
        read_spaces(list->items, only);
        if (only.spaces.empty()) structure_.sections.clear();
      }
    }
    const Span where = structure != nullptr ? structure->key_span : Span{source, 0, 0};
    if (structure_.empty()) {
      reader_.report(
          where, "there is no space in this file, so this folder is built as one book",
          or_correct("list them below `site:` and `structure:`, each with `type: space`"));
    } else if (!has_folder_) {
      reader_.report(
          where, "no space of this file is here, so this folder is built as one book",
          or_correct(
              "write the folder of each space: `content:` and, below it, `directory: ./docs`"));
      structure_.sections.clear();
      structure_.menu.clear();
    }
    return std::move(structure_);
  }

 private:
  std::string or_correct(std::string_view hint) const {
    return std::string(reader_.is_broken()
                           ? "what stands behind a mistake cannot be read: correct it first"
                           : hint);
  }

  const YamlEntry* read_site(const YamlNode& site) {
    constexpr std::string_view kNames[] = {"title", "localizedTitle", "structure"};
    const YamlEntry* structure = nullptr;
    for (const YamlEntry& entry : site.entries) {
      if (entry.key == "title") {
        read_text(entry, structure_.title.text);
      } else if (entry.key == "localizedTitle") {
        read_translations(entry, structure_.title);
      } else if (entry.key == "structure") {
        structure = &entry;
      } else {
        reader_.report_unknown(entry, kNames, "key");
      }
    }
    return structure;
  }

  // --- The values of an entry.

  void read_text(const YamlEntry& entry, std::string& out) {
    if (const auto text = reader_.text(entry)) out = trim(text->value);
  }

  void read_translations(const YamlEntry& entry, LocalText& out) {
    const YamlNode* map = reader_.map(entry);
    if (map == nullptr) return;
    for (const YamlEntry& translation : map->entries) {
      if (!is_language_tag(translation.key)) {
        reader_.report(translation.key_span, fmt::format("`{}` is no language", translation.key),
                       "write a short name such as `fr` or `pt-BR`");
        continue;
      }
      const auto text = reader_.text(translation);
      if (text && !trim(text->value).empty()) {
        out.translations.emplace_back(translation.key, trim(text->value));
      }
    }
  }

  void read_path(const YamlEntry& entry, Located<std::string>& out) {
    const auto text = reader_.text(entry);
    if (!text) return;
    const std::string_view written = trim(text->value);
    const auto path = scheme_of(written).empty() ? resolve_path("", decode_percent(written))
                                                 : std::optional<std::string>();
    if (!path) {
      reader_.report(text->span, fmt::format("`{}` is no part of an address", text->value),
                     "write it as `path: guides`");
      return;
    }
    out = {*path, text->span};
  }

  std::optional<Type> read_type(const YamlNode& item) {
    const YamlEntry* type = item.find_entry("type");
    if (type == nullptr) {
      reader_.report(item.span, "this entry has no type",
                     "add `type: section-group`, `type: section` or `type: space`");
      return std::nullopt;
    }
    const auto choice = reader_.choice(*type, kTypes);
    return choice ? std::optional(static_cast<Type>(*choice)) : std::nullopt;
  }

  std::optional<Entry> read_entry(const YamlNode& item) {
    if (item.kind == YamlNode::Kind::Null) return std::nullopt;
    if (item.kind != YamlNode::Kind::Map) {
      reader_.report(item.span, fmt::format("this entry is {}, not a map", describe(item)),
                     "begin each entry with `- type: …` and write its other lines below");
      return std::nullopt;
    }
    const auto type = read_type(item);
    if (!type) return std::nullopt;
    Entry entry;
    entry.type = *type;
    entry.where = item.find_entry("type")->key_span;
    for (const YamlEntry& line : item.entries) read_line(line, entry);
    if (entry.title.empty()) {
      const std::string_view name = !entry.path.value.empty() ? entry.path.value : entry.key;
      if (!reader_.is_broken()) {
        reader_.report(entry.where, fmt::format("this {} has no title", name_of(*type)),
                       "add a line `title: …`");
      }
      entry.title.text = name.empty() ? name_of(*type) : name;
    }
    if (!entry.key.empty() && !keys_.insert(entry.key).second) {
      reader_.report(entry.key_span, fmt::format("the key `{}` is there twice", entry.key),
                     "give each entry a key of its own");
    }
    return entry;
  }

  void read_line(const YamlEntry& line, Entry& entry) {
    const auto flag = [&] { return reader_.flag(line).value_or(false); };
    if (line.key == "key") {
      read_text(line, entry.key);
      entry.key_span = line.value.span;
    } else if (line.key == "title") {
      read_text(line, entry.title.text);
    } else if (line.key == "localizedTitle") {
      read_translations(line, entry.title);
    } else if (line.key == "description") {
      read_text(line, entry.description.text);
    } else if (line.key == "localizedDescription") {
      read_translations(line, entry.description);
    } else if (line.key == "path") {
      read_path(line, entry.path);
    } else if (line.key == "icon") {
      if (auto icon = reader_.text(line)) entry.icon = *std::move(icon);
    } else if (line.key == "default") {
      if (flag()) entry.default_span = line.value.span;
    } else if (line.key == "hidden") {
      entry.is_hidden = flag();
    } else if (line.key == "draft") {
      entry.is_draft = flag();
    } else if (line.key == "children") {
      entry.children = &line;
    } else if (line.key == "content") {
      entry.content = &line;
    } else if (line.key != "type") {
      reader_.report_unknown(line, kKeys, "key");
    }
  }

  static std::string_view name_of(Type type) {
    constexpr std::array<std::string_view, 3> kNames = {"group", "section", "space"};
    return kNames[static_cast<std::size_t>(type)];
  }

  // --- The tree.

  // Sections, groups of them, and spaces that are sections of their own.
  void read_menu(const std::vector<YamlNode>& items, bool is_hidden,
                 std::vector<SectionEntry>& menu) {
    for (const YamlNode& item : items) {
      std::optional<Entry> entry = read_entry(item);
      if (!entry || entry->is_draft) continue;
      SectionEntry line{entry->title, entry->icon, kNowhere, {}};
      if (entry->type == Type::Group) {
        report_content(*entry);
        if (const YamlNode* list = children_of(*entry, "sections")) {
          read_menu(list->items, is_hidden || entry->is_hidden, line.entries);
        }
        if (!line.entries.empty()) menu.push_back(std::move(line));
        continue;
      }
      Section section{.title = entry->title,
                      .description = entry->description,
                      .icon = entry->icon,
                      .path = entry->path.value,
                      .is_hidden = is_hidden || entry->is_hidden,
                      .spaces = {}};
      if (entry->type == Type::Section) {
        report_content(*entry);
        if (const YamlNode* list = children_of(*entry, "spaces")) read_spaces(list->items, section);
      } else {
        add_space(*entry, section);
        // What it says of itself holds for its section.
        if (!section.spaces.empty()) {
          section.spaces.front().is_hidden = false;
          section.spaces.front().path.clear();
        }
      }
      if (section.spaces.empty()) continue;
      note_default(*entry, structure_.sections.size(), default_section_, structure_.default_section,
                   "section");
      if (is_taken(entry->path, section_paths_, "section")) section.path.clear();
      line.section = structure_.sections.size();
      if (!section.is_hidden) menu.push_back(std::move(line));
      structure_.sections.push_back(std::move(section));
    }
  }

  void read_spaces(const std::vector<YamlNode>& items, Section& section) {
    Span default_span;
    std::vector<Located<std::string>> paths;
    for (const YamlNode& item : items) {
      std::optional<Entry> entry = read_entry(item);
      if (!entry || entry->is_draft) continue;
      if (entry->type != Type::Space) {
        reader_.report(entry->where,
                       fmt::format("a {} cannot stand in a section", name_of(entry->type)),
                       "let the section around it be a `section-group`");
        continue;
      }
      const std::size_t number = section.spaces.size();
      add_space(*entry, section);
      if (section.spaces.size() == number) continue;
      note_default(*entry, number, default_span, section.default_space, "space of this section");
      if (is_taken(entry->path, paths, "space of this section"))
        section.spaces[number].path.clear();
    }
  }

  void add_space(const Entry& entry, Section& section) {
    if (entry.children != nullptr) {
      reader_.report(entry.children->key_span, "a space cannot hold other spaces",
                     "write them beside each other in a section");
    }
    if (spaces_ == kMaxBooks) {
      diagnostics_.report(DiagnosticKind::LimitReached, entry.where,
                          fmt::format("more than {} spaces", kMaxBooks), "this one is left out");
      return;
    }
    ++spaces_;
    Space& space = section.spaces.emplace_back();
    space.key = entry.key;
    space.title = entry.title;
    space.path = entry.path.value;
    space.is_hidden = entry.is_hidden;
    if (entry.content == nullptr) return;
    const YamlNode* content = reader_.map(*entry.content);
    if (content == nullptr) return;
    for (const YamlEntry& line : content->entries) {
      constexpr std::string_view kNames[] = {"directory", "language"};
      if (line.key == "directory") {
        space.folder = folders_.claim(line, entry.title.in({}));
        has_folder_ = has_folder_ || space.folder.is_written();
      } else if (line.key == "language") {
        read_language(line, space.language);
      } else {
        reader_.report_unknown(line, kNames, "key");
      }
    }
  }

  void read_language(const YamlEntry& entry, Located<std::string>& out) {
    auto text = reader_.text(entry);
    if (!text) return;
    if (is_language_tag(text->value)) {
      out = *std::move(text);
    } else {
      reader_.report(text->span, fmt::format("`{}` is no language", text->value),
                     "write a short name such as `fr` or `pt-BR`");
    }
  }

  const YamlNode* children_of(const Entry& entry, std::string_view what) {
    const YamlNode* list = entry.children == nullptr ? nullptr : reader_.list(*entry.children);
    const bool is_other_type = entry.children != nullptr && list == nullptr &&
                               entry.children->value.kind != YamlNode::Kind::Null;
    const bool is_nothing = (list == nullptr || list->items.empty()) && !is_other_type;
    if (is_nothing && !reader_.is_broken()) {
      reader_.report(entry.where, fmt::format("there is nothing in this {}", name_of(entry.type)),
                     fmt::format("list its {} below `children:`, or delete it", what));
    }
    return list;
  }

  void report_content(const Entry& entry) {
    if (entry.content == nullptr) return;
    reader_.report(entry.content->key_span,
                   fmt::format("a {} has no content of its own", name_of(entry.type)),
                   "write it into a space below `children:`");
  }

  // Only the first one counts.
  void note_default(const Entry& entry, std::size_t number, Span& first, std::size_t& chosen,
                    std::string_view what) {
    if (!entry.is_default()) return;
    if (first.source != kNoSource) {
      reader_.report(entry.default_span, fmt::format("another {} is the default already", what),
                     "write `default: true` at one of them only");
      return;
    }
    first = entry.default_span;
    chosen = number;
  }

  bool is_taken(const Located<std::string>& path, std::vector<Located<std::string>>& paths,
                std::string_view what) {
    if (path.value.empty()) return false;
    const bool is_found =
        std::ranges::find(paths, path.value, &Located<std::string>::value) != paths.end();
    if (is_found) {
      reader_.report(path.span,
                     fmt::format("another {} has the path `{}` already", what, path.value),
                     "give each a path of its own");
    }
    paths.push_back(path);
    return is_found;
  }

  SettingReader reader_;
  Diagnostics& diagnostics_;
  SpaceFolders folders_;
  SiteStructure structure_;
  std::set<std::string> keys_;
  std::vector<Located<std::string>> section_paths_;
  Span default_section_;
  std::size_t spaces_ = 0;
  bool has_folder_ = false;
};

}  // namespace

SiteStructure read_docs_yaml(SourceId source, const SourceTree& tree, const Sources& sources,
                             Diagnostics& diagnostics) {
  return Reader(tree, sources, diagnostics).read(source);
}

}  // namespace carnet
