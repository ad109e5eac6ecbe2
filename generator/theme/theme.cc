#include "theme/theme.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/nearest.h"
#include "base/text.h"
#include "base/yaml.h"
#include "theme/compact_css.h"
#include "theme/compact_js.h"
#include "theme/contracts.h"

namespace carnet {
namespace {

constexpr std::string_view kManifest = "theme.yaml";

// The keys of theme.yaml.
constexpr std::array<std::string_view, 7> kKeys = {"name", "templates", "partials", "css",
                                                   "js",   "parts",     "locales"};
constexpr std::array<std::string_view, 3> kPartKeys = {"for", "css", "js"};
// What a part may be for besides templates.
constexpr std::array<std::string_view, 8> kFeatures = {"banner", "footer", "images",  "links",
                                                       "math",   "notes",  "request", "table"};

// "blocks/hint.html" -> "blocks/hint"
std::string_view without_extension(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  return dot == std::string_view::npos ? path : path.substr(0, dot);
}

// "locales/fr.yaml" -> "fr"
std::string_view stem(std::string_view path) {
  return without_extension(path.substr(path.rfind('/') + 1));
}

}  // namespace

// Reads theme.yaml, then what it names. A friend of Theme, which has no other
// way to change.
class ThemeParser {
 public:
  ThemeParser(std::span<const SourceFile> files, const Sources& sources, Diagnostics& diagnostics)
      : files_(files), sources_(sources), diagnostics_(diagnostics) {}

  Theme parse() {
    const SourceFile* manifest = find_file(kManifest);
    if (manifest == nullptr) {
      diagnostics_.report(DiagnosticKind::InvalidTheme, {}, "the theme has no `theme.yaml`",
                          "copy one with `carnet theme eject`");
      return std::move(theme_);
    }
    const YamlNode root = read_map(manifest->source);
    check_keys(root, kKeys, "a theme");
    if (const YamlNode* name = root.find("name")) theme_.name_ = name->as_text().value_or("");
    add_static_file(root, "css", "_carnet/theme.css");
    add_static_file(root, "js", "_carnet/theme.js");
    read_parts(root);
    read_locales(root);
    read_templates(root, manifest->source);
    return std::move(theme_);
  }

 private:
  struct NamedFile {
    const SourceFile* file;
    Span where;  // In theme.yaml.
  };

  // The files of one list of theme.yaml that exist.
  std::vector<NamedFile> files_of(const YamlNode& root, std::string_view key) {
    std::vector<NamedFile> result;
    const YamlNode* list = root.find(key);
    if (list == nullptr || list->kind == YamlNode::Kind::Null) return result;
    if (list->kind != YamlNode::Kind::Sequence) {
      fail(list->span, "`" + std::string(key) + "` is " + describe(*list), "write a list of files");
      return result;
    }
    for (const YamlNode& item : list->items) {
      const std::string_view path = item.as_text().value_or("");
      if (const SourceFile* file = find_file(path)) {
        result.push_back({file, item.span});
        continue;
      }
      std::vector<std::string_view> paths;
      for (const SourceFile& file : files_) paths.push_back(file.path);
      fail(item.span, "the theme has no file `" + std::string(path) + "`",
           did_you_mean(find_nearest(path, paths)));
    }
    return result;
  }

  void check_keys(const YamlNode& map, std::span<const std::string_view> known,
                  std::string_view what) {
    for (const YamlEntry& entry : map.entries) {
      if (std::ranges::find(known, entry.key) != known.end()) continue;
      fail(entry.key_span, "no key `" + entry.key + "` in " + std::string(what),
           did_you_mean(find_nearest(entry.key, known)));
    }
  }

  void read_parts(const YamlNode& root) {
    const YamlNode* parts = root.find("parts");
    if (parts == nullptr || parts->kind == YamlNode::Kind::Null) return;
    if (parts->kind != YamlNode::Kind::Map) {
      return fail(parts->span, "`parts` is " + describe(*parts), "write a map of names");
    }
    for (const YamlEntry& entry : parts->entries) {
      if (entry.value.kind != YamlNode::Kind::Map) {
        fail(entry.value.span, "`" + entry.key + "` is " + describe(entry.value),
             "write `for`, `css` and `js` below it");
        continue;
      }
      check_keys(entry.value, kPartKeys, "a part of a theme");
      Theme::Part part;
      part.names = names_of_part(entry);
      part.css = add_file_of_part(entry, "css");
      part.js = add_file_of_part(entry, "js");
      theme_.parts_.push_back(std::move(part));
    }
  }

  std::vector<std::string> names_of_part(const YamlEntry& part) {
    std::vector<std::string> names;
    const YamlNode* list = part.value.find("for");
    if (list == nullptr || list->kind != YamlNode::Kind::Sequence || list->items.empty()) {
      fail(part.key_span, "nothing says what the part `" + part.key + "` is for",
           "write a list of templates below `for`");
      return names;
    }
    std::vector<std::string_view> known(kFeatures.begin(), kFeatures.end());
    for (const TemplateContract& contract : template_contracts()) known.push_back(contract.name);
    for (const YamlNode& item : list->items) {
      const std::string_view name = item.as_text().value_or("");
      if (std::ranges::find(known, name) == known.end()) {
        fail(item.span, "no page has a `" + std::string(name) + "`",
             did_you_mean(find_nearest(name, known)));
      }
      names.emplace_back(name);
    }
    return names;
  }

  // The path of the file; empty if the part has none of this kind.
  std::string add_file_of_part(const YamlEntry& part, std::string_view key) {
    if (part.value.find(key) == nullptr) return {};
    std::string path = "_carnet/parts/" + part.key + "." + std::string(key);
    add_static_file(part.value, key, path);
    return path;
  }

  void add_static_file(const YamlNode& root, std::string_view key, std::string output_path) {
    std::string bytes;
    for (const NamedFile& named : files_of(root, key)) {
      const std::string_view text = sources_.text(named.file->source);
      if (key == "css") {
        append_compact_css(bytes, text);
      } else {
        append_compact_js(bytes, text);
      }
    }
    theme_.files_.push_back({std::move(output_path), std::move(bytes)});
  }

  void read_locales(const YamlNode& root) {
    for (const NamedFile& named : files_of(root, "locales")) {
      Texts texts;
      if (!theme_.locales_.empty()) texts = theme_.locales_.front().second;
      for (const YamlEntry& entry : read_map(named.file->source).entries) {
        const std::optional<std::string_view> text = entry.value.as_text();
        if (!text) {
          fail(entry.value.span, "`" + entry.key + "` is " + describe(entry.value), "write a text");
        } else if (!theme_.locales_.empty() && texts.find(entry.key) == nullptr) {
          fail(entry.key_span, "no text `" + entry.key + "` in the theme's first language",
               did_you_mean(find_nearest(entry.key, keys(texts))));
        } else {
          texts.set(entry.key, std::string(*text));
        }
      }
      theme_.locales_.emplace_back(stem(named.file->path), std::move(texts));
    }
    if (theme_.locales_.empty()) theme_.locales_.emplace_back("en", Texts());

    const Span where = root.find("locales") != nullptr ? root.find("locales")->span : root.span;
    for (const std::string_view key : required_texts()) {
      if (theme_.locales_.front().second.find(key) == nullptr) {
        fail({where.source, where.begin, where.begin},
             "the theme's first language has no text `" + std::string(key) + "`");
      }
    }
  }

  void read_templates(const YamlNode& root, SourceId manifest) {
    Partials partials;
    for (const NamedFile& named : files_of(root, "partials")) {
      partials.emplace(stem(named.file->path), named.file->source);
    }
    std::vector<std::string_view> known;
    for (const TemplateContract& contract : template_contracts()) known.push_back(contract.name);

    for (const NamedFile& named : files_of(root, "templates")) {
      const std::string_view name = without_extension(named.file->path);
      const auto contract = std::ranges::find(template_contracts(), name, &TemplateContract::name);
      if (contract == template_contracts().end()) {
        fail(named.where, "no template `" + std::string(name) + "` is ever asked for",
             did_you_mean(find_nearest(name, known)));
        continue;
      }
      TemplateNames names(contract->names.begin(), contract->names.end());
      for (const std::string_view key : keys(theme_.locales_.front().second)) {
        names.push_back("text." + std::string(key));
      }
      const ScannedTemplate scanned =
          scan_template(named.file->source, partials, names, sources_, diagnostics_);
      if (scanned.valid) theme_.templates_.insert_or_assign(std::string(name), Template(scanned));
      std::erase(known, name);
    }
    for (const std::string_view missing : known) {
      fail({manifest, 0, 0}, "the theme has no template `" + std::string(missing) + ".html`",
           "name it in the list `templates`");
    }
  }

  // A text that has to be a map; nothing in it if it is none.
  YamlNode read_map(SourceId source) {
    YamlDocument document = parse_yaml(sources_, source);
    for (YamlProblem& problem : document.problems) {
      fail(problem.where, std::move(problem.message), std::move(problem.hint));
    }
    if (document.root.kind != YamlNode::Kind::Map && document.problems.empty()) {
      fail(document.root.span, "the file is " + describe(document.root),
           "write `key: value` lines");
    }
    return std::move(document.root);
  }

  static std::vector<std::string_view> keys(const Texts& texts) {
    std::vector<std::string_view> result;
    for (const auto& [key, text] : texts.all()) result.push_back(key);
    return result;
  }

  const SourceFile* find_file(std::string_view path) const {
    const auto found = std::ranges::find(files_, path, &SourceFile::path);
    return found == files_.end() ? nullptr : &*found;
  }

  void fail(Span where, std::string message, std::string hint = {}) {
    diagnostics_.report(DiagnosticKind::InvalidTheme, where, std::move(message), std::move(hint));
  }

  std::span<const SourceFile> files_;
  const Sources& sources_;
  Diagnostics& diagnostics_;
  Theme theme_;
};

Theme parse_theme(std::span<const SourceFile> files, const Sources& sources,
                  Diagnostics& diagnostics) {
  return ThemeParser(files, sources, diagnostics).parse();
}

const Template* Theme::find_template(std::string_view name) const {
  const auto found = templates_.find(name);
  return found == templates_.end() ? nullptr : &found->second;
}

const Texts& Theme::texts(std::string_view language) const {
  static const Texts nothing;
  while (!language.empty()) {
    for (const auto& [tag, texts] : locales_) {
      if (equals_ignoring_case(tag, language)) return texts;
    }
    const std::size_t hyphen = language.rfind('-');
    language = language.substr(0, hyphen == std::string_view::npos ? 0 : hyphen);
  }
  return locales_.empty() ? nothing : locales_.front().second;
}

std::string_view Theme::text(std::string_view language, std::string_view key) const {
  const std::string* text = texts(language).find(key);
  return text == nullptr ? key : std::string_view(*text);
}

}  // namespace carnet
