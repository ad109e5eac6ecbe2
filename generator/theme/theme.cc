#include "theme/theme.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "base/nearest.h"
#include "base/path.h"
#include "base/text.h"
#include "base/yaml.h"
#include "theme/contracts.h"
#include "theme/static_files.h"

namespace carnet {
namespace {

// The keys of theme.yaml.
constexpr std::array<std::string_view, 8> kKeys = {"name", "extends", "templates", "partials",
                                                   "css",  "js",      "parts",     "locales"};
constexpr std::array<std::string_view, 3> kPartKeys = {"for", "css", "js"};
// What a part may be for besides templates.
constexpr std::array<std::string_view, 10> kFeatures = {
    "api", "banner", "footer", "images", "links", "math", "notes", "request", "spaces", "table"};

std::vector<std::string_view> contract_names() {
  std::vector<std::string_view> names;
  for (const TemplateContract& contract : template_contracts()) names.push_back(contract.name);
  return names;
}

}  // namespace

// Reads theme.yaml, then what it names. A friend of Theme, which has no other
// way to change.
class ThemeParser {
 public:
  ThemeParser(std::span<const ThemeLayer> layers, const Sources& sources, Diagnostics& diagnostics)
      : files_(layers),
        sources_(sources),
        diagnostics_(diagnostics),
        static_files_(files_, sources, diagnostics) {}

  Theme parse() {
    const std::size_t problems = diagnostics_.size();
    read_manifests();
    if (manifests_.empty()) {
      fail({}, "the theme has no `theme.yaml`", "copy one with `carnet theme eject`");
      return std::move(theme_);
    }
    if (const YamlNode* name = find("name")) theme_.name_ = name->as_text().value_or("");
    note_named_files();
    add_static_file("css", find("css"), unnamed_files("css/"), std::string(Theme::kStyleSheet));
    add_static_file("js", find("js"), unnamed_files("js/"), "_carnet/theme.js");
    read_parts();
    read_locales();
    read_templates();
    theme_.files_ = static_files_.take();
    // What is wrong may be the reason why something is not used.
    if (diagnostics_.size() == problems) report_unused();
    return std::move(theme_);
  }

 private:
  struct Manifest {
    YamlNode root;
    std::size_t layer = 0;
    bool is_complete = false;  // It does not build upon what lies below it.
  };

  // The highest first.
  void read_manifests() {
    for (std::size_t number = files_.layers().size(); number-- > 0;) {
      const std::vector<SourceFile>& texts = files_.layers()[number].texts;
      const auto file = std::ranges::find(texts, kThemeManifest, &SourceFile::path);
      if (file == texts.end()) continue;
      used_.insert(file->source);
      Manifest manifest{.root = read_map(file->source), .layer = number};
      check_keys(manifest.root, kKeys, "a theme");
      manifest.is_complete = manifest.root.find("extends") == nullptr;
      manifests_.push_back(std::move(manifest));
    }
  }

  // What the highest manifest that says something of `key` says.
  const YamlNode* find(std::string_view key) const {
    for (const Manifest& manifest : manifests_) {
      if (const YamlNode* value = manifest.root.find(key)) return value;
      if (manifest.is_complete) break;
    }
    return nullptr;
  }

  // The layer whose theme.yaml says all that is used of it; what lies above is used anyway.
  std::size_t complete_layer() const {
    const auto complete = std::ranges::find_if(manifests_, &Manifest::is_complete);
    return complete == manifests_.end() ? 0 : complete->layer;
  }

  // The files of a list of theme.yaml that exist.
  struct NamedFile {
    const SourceFile* file;
    Span where;  // In theme.yaml.
  };
  std::vector<NamedFile> files_of(std::string_view key, const YamlNode* list) {
    std::vector<NamedFile> result;
    if (list == nullptr || list->kind == YamlNode::Kind::Null) return result;
    if (list->kind != YamlNode::Kind::Sequence) {
      fail(list->span, "`" + std::string(key) + "` is " + describe(*list), "write a list of files");
      return result;
    }
    for (const YamlNode& item : list->items) {
      const std::string_view path = item.as_text().value_or("");
      if (const SourceFile* file = files_.find(path)) {
        result.push_back({file, item.span});
        continue;
      }
      fail(item.span, "the theme has no file `" + std::string(path) + "`",
           did_you_mean(find_nearest(path, files_.text_paths())));
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

  void note_named_files() {
    const auto note = [this](const YamlNode* list) {
      if (list == nullptr) return;
      for (const YamlNode& item : list->items) named_.insert(item.as_text().value_or(""));
    };
    for (const Manifest& manifest : manifests_) {
      for (const std::string_view key : {"css", "js", "locales"}) note(manifest.root.find(key));
      const YamlNode* parts = manifest.root.find("parts");
      if (parts == nullptr) continue;
      for (const YamlEntry& part : parts->entries) {
        note(part.value.find("css"));
        note(part.value.find("js"));
      }
    }
  }

  // Files of a folder that no list names, of layers that need none.
  std::vector<const SourceFile*> unnamed_files(std::string_view folder) const {
    std::vector<const SourceFile*> result;
    std::set<std::string_view> seen;
    for (const ThemeLayer& layer : files_.layers().subspan(complete_layer() + 1)) {
      for (const SourceFile& file : layer.texts) {
        if (!file.path.starts_with(folder) || named_.contains(file.path)) continue;
        if (seen.insert(file.path).second) result.push_back(files_.find(file.path));
      }
    }
    return result;
  }

  void read_parts() {
    std::set<std::string_view> seen;
    for (const Manifest& manifest : manifests_) {
      const YamlNode* parts = manifest.root.find("parts");
      if (parts == nullptr || parts->kind == YamlNode::Kind::Null) continue;
      if (parts->kind != YamlNode::Kind::Map) {
        fail(parts->span, "`parts` is " + describe(*parts), "write a map of names");
        continue;
      }
      for (const YamlEntry& entry : parts->entries) {
        if (seen.insert(entry.key).second) read_part(entry);
      }
    }
  }

  void read_part(const YamlEntry& entry) {
    if (entry.value.kind != YamlNode::Kind::Map) {
      return fail(entry.value.span, "`" + entry.key + "` is " + describe(entry.value),
                  "write `for`, `css` and `js` below it");
    }
    check_keys(entry.value, kPartKeys, "a part of a theme");
    Theme::Part part;
    part.names = names_of_part(entry);
    part.css = add_file_of_part(entry, "css");
    part.js = add_file_of_part(entry, "js");
    theme_.parts_.push_back(std::move(part));
  }

  std::vector<std::string> names_of_part(const YamlEntry& part) {
    std::vector<std::string> names;
    const YamlNode* list = part.value.find("for");
    if (list == nullptr || list->kind != YamlNode::Kind::Sequence || list->items.empty()) {
      fail(part.key_span, "nothing says what the part `" + part.key + "` is for",
           "write a list of templates below `for`");
      return names;
    }
    std::vector<std::string_view> known = contract_names();
    known.insert(known.end(), kFeatures.begin(), kFeatures.end());
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
    const YamlNode* list = part.value.find(key);
    if (list == nullptr) return {};
    std::string path = "_carnet/parts/" + part.key + "." + std::string(key);
    add_static_file(key, list, {}, path);
    return path;
  }

  void add_static_file(std::string_view key, const YamlNode* list,
                       const std::vector<const SourceFile*>& more, std::string output_path) {
    std::vector<const SourceFile*> parts;
    for (const NamedFile& named : files_of(key, list)) parts.push_back(named.file);
    parts.insert(parts.end(), more.begin(), more.end());
    for (const SourceFile* part : parts) used_.insert(part->source);
    if (key == "css") {
      static_files_.add_style_sheet(std::move(output_path), parts);
    } else {
      static_files_.add_script(std::move(output_path), parts);
    }
  }

  void read_locales() {
    const YamlNode* list = find("locales");
    for (const NamedFile& named : files_of("locales", list)) read_locale(named.file->path);
    for (const SourceFile* file : unnamed_files("locales/")) read_locale(file->path);
    if (theme_.locales_.empty()) theme_.locales_.emplace_back("en", Texts());

    const Span where = list != nullptr ? list->span : manifests_.front().root.span;
    for (const std::string_view key : required_texts()) {
      if (theme_.locales_.front().second.find(key) == nullptr) {
        fail({where.source, where.begin, where.begin},
             "the theme's first language has no text `" + std::string(key) + "`");
      }
    }
  }

  // Word by word: a layer may say two of them, and leaves the others to what lies below.
  void read_locale(std::string_view path) {
    Texts texts;
    const bool is_first = theme_.locales_.empty();
    if (!is_first) texts = theme_.locales_.front().second;
    for (const SourceFile* file : files_.find_all(path)) {
      used_.insert(file->source);
      for (const YamlEntry& entry : read_map(file->source).entries) {
        const std::optional<std::string_view> text = entry.value.as_text();
        if (!text) {
          fail(entry.value.span, "`" + entry.key + "` is " + describe(entry.value), "write a text");
        } else if (!is_first && texts.find(entry.key) == nullptr) {
          fail(entry.key_span, "no text `" + entry.key + "` in the theme's first language",
               did_you_mean(find_nearest(entry.key, keys(texts))));
        } else {
          texts.set(entry.key, std::string(*text));
        }
      }
    }
    theme_.locales_.emplace_back(stem_of(path), std::move(texts));
  }

  Partials read_partials() {
    Partials partials;
    for (const NamedFile& named : files_of("partials", find("partials"))) {
      partials.insert_or_assign(std::string(stem_of(named.file->path)), named.file->source);
    }
    for (const std::string_view path : files_.text_paths()) {
      if (path.starts_with("partials/")) {
        partials.emplace(std::string(stem_of(path)), files_.find(path)->source);
      }
    }
    return partials;
  }

  void read_templates() {
    const Partials partials = read_partials();
    std::vector<std::string_view> missing = contract_names();
    for (const NamedFile& named : files_of("templates", find("templates"))) {
      const std::string_view name = without_extension(named.file->path);
      const auto contract = std::ranges::find(template_contracts(), name, &TemplateContract::name);
      if (contract == template_contracts().end()) {
        fail(named.where, "no template `" + std::string(name) + "` is ever asked for",
             did_you_mean(find_nearest(name, contract_names())));
        continue;
      }
      read_template(*contract, *named.file, partials);
      std::erase(missing, name);
    }
    for (const TemplateContract& contract : template_contracts()) {
      if (std::ranges::find(missing, contract.name) == missing.end()) continue;
      // A theme.yaml that is older than carnet does not know the newest ones.
      const std::string path = std::string(contract.name) + ".html";
      const SourceFile* file = files_.find(path);
      if (file != nullptr && files_.layer_of(path) != complete_layer()) {
        read_template(contract, *file, partials);
        continue;
      }
      fail({manifests_.front().root.span.source, 0, 0}, "the theme has no template `" + path + "`",
           file == nullptr ? "copy one with `carnet theme eject`, or write `extends: default`"
                           : "name it in the list `templates`");
    }
  }

  void read_template(const TemplateContract& contract, const SourceFile& file,
                     const Partials& partials) {
    TemplateNames names(contract.names.begin(), contract.names.end());
    for (const std::string_view key : keys(theme_.locales_.front().second)) {
      names.push_back("text." + std::string(key));
    }
    const ScannedTemplate scanned =
        scan_template(file.source, partials, names, sources_, diagnostics_);
    for (const SourceId part : scanned.files) {
      if (used_.insert(part).second) static_files_.add_files_of_template(part);
    }
    if (!scanned.valid) return;
    theme_.templates_.insert_or_assign(std::string(contract.name), Template(scanned));
  }

  void report_unused() {
    for (const ThemeLayer& layer : files_.layers()) {
      if (layer.owner != ThemeLayer::Owner::Book) continue;
      for (const SourceFile& file : layer.texts) {
        // One that a higher layer replaces has had its use.
        if (used_.contains(file.source) || files_.find(file.path) != &file) continue;
        diagnostics_.report(DiagnosticKind::UnusedThemeFile, {file.source, 0, 0},
                            "nothing in the theme uses this file", hint_for_unused(file.path));
      }
    }
  }

  std::string hint_for_unused(std::string_view path) const {
    std::vector<std::string_view> others = files_.text_paths();
    std::erase_if(others, [&](std::string_view other) {
      const SourceFile* file = files_.find(other);
      return other == path || !used_.contains(file->source);
    });
    std::string hint = did_you_mean(find_meant_path(path, others));
    if (!hint.empty()) return hint;
    if (path.starts_with("partials/")) {
      return "write `{{> " + std::string(stem_of(path)) + "}}` where it belongs";
    }
    if (path.starts_with("blocks/")) return "carnet has no block of this name";
    return "name it in `theme.yaml`";
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

  void fail(Span where, std::string message, std::string hint = {}) {
    diagnostics_.report(DiagnosticKind::InvalidTheme, where, std::move(message), std::move(hint));
  }

  const ThemeFiles files_;
  const Sources& sources_;
  Diagnostics& diagnostics_;
  StaticFiles static_files_;
  std::vector<Manifest> manifests_;
  std::set<std::string_view> named_;  // Static files and locales that some theme.yaml names.
  std::set<SourceId> used_;
  Theme theme_;
};

Theme parse_theme(std::span<const ThemeLayer> layers, const Sources& sources,
                  Diagnostics& diagnostics) {
  return ThemeParser(layers, sources, diagnostics).parse();
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
