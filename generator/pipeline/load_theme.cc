#include "pipeline/load_theme.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/nearest.h"
#include "base/path.h"
#include "base/yaml.h"
#include "config/tree_lookup.h"

namespace carnet {
namespace {

// Where a book keeps what it changes of its theme.
constexpr std::string_view kOverrides = "theme";
// What a folder without a theme.yaml builds upon.
constexpr std::string_view kDefault = "default";

const EmbeddedTheme* find_embedded(std::string_view name) {
  const auto themes = embedded_themes();
  const auto found = std::ranges::find(themes, name, &EmbeddedTheme::name);
  return found == themes.end() ? nullptr : &*found;
}

std::vector<std::string_view> embedded_names() {
  std::vector<std::string_view> names;
  for (const EmbeddedTheme& theme : embedded_themes()) names.push_back(theme.name);
  return names;
}

// "`default` and `other`"
std::string list_of_names() {
  std::string list;
  for (const std::string_view name : embedded_names()) {
    if (!list.empty()) list += name == embedded_names().back() ? " and " : ", ";
    list.append("`").append(name).append("`");
  }
  return list;
}

// What a theme.yaml says that it builds upon; "" for nothing.
Located<std::string> extended_by(const Sources& sources, SourceId manifest) {
  if (sources.text(manifest).find("extends") == std::string_view::npos) return {};
  const YamlDocument document = parse_yaml(sources, manifest);
  const YamlNode* extends = document.root.find("extends");
  if (extends == nullptr) return {};
  return {std::string(extends->as_text().value_or("")), extends->span};
}

class Loader {
 public:
  Loader(const SourceTree& tree, Sources& sources, Diagnostics& diagnostics)
      : tree_(tree), sources_(sources), diagnostics_(diagnostics) {}

  std::vector<ThemeLayer> load(const Config& config) {
    const std::string folder = theme_folder(config);
    if (folder.empty()) {
      add_embedded(config.theme.value);
    } else if (folder != kOverrides && !has_folder(tree_, folder)) {
      diagnostics_.report(
          DiagnosticKind::InvalidConfig, config.theme.span,
          "no theme `" + config.theme.value + "`, and no folder of this name in the book",
          hint_for(config.theme.value));
      add_embedded(kDefault);
    } else if (folder == kOverrides) {
      add_embedded(kDefault);
    } else {
      add_theme_of_book(folder);
    }
    ThemeLayer overrides = layer_of(kOverrides);
    report_misplaced();
    layers_.push_back(std::move(overrides));
    return std::move(layers_);
  }

 private:
  static std::string hint_for(std::string_view name) {
    std::string hint = did_you_mean(find_nearest(name, embedded_names()));
    return hint.empty() ? "carnet brings " + list_of_names() + " along" : hint;
  }

  void add_embedded(std::string_view name) {
    for (const EmbeddedTheme& theme : embedded_layers(name)) {
      ThemeLayer layer;
      for (const EmbeddedFile& file : theme.files) {
        const std::string path(file.path);
        if (!is_theme_text(path)) {
          layer.files.push_back({.path = path, .bytes = std::string(file.bytes)});
          continue;
        }
        const SourceId source =
            sources_.add(std::string(theme.name) + " theme/" + path, std::string(file.bytes));
        layer.texts.push_back({path, source});
      }
      layers_.push_back(std::move(layer));
    }
  }

  void add_theme_of_book(const std::string& folder) {
    const auto manifest = find_text(tree_, join_path(folder, kThemeManifest));
    if (!manifest) {
      add_embedded(kDefault);
    } else if (const Located<std::string> base = extended_by(sources_, *manifest);
               base.is_written()) {
      if (find_embedded(base.value) == nullptr) {
        diagnostics_.report(DiagnosticKind::InvalidTheme, base.span,
                            "carnet brings no theme `" + base.value + "` along",
                            hint_for(base.value));
      }
      add_embedded(find_embedded(base.value) == nullptr ? kDefault : std::string_view(base.value));
    }
    layers_.push_back(layer_of(folder));
  }

  // The files of a folder of the book.
  ThemeLayer layer_of(std::string_view folder) const {
    ThemeLayer layer{.owner = ThemeLayer::Owner::Book, .texts = {}, .files = {}};
    for (const SourceFile& file : tree_.texts) {
      if (!is_inside(file.path, folder)) continue;
      const std::string_view path = path_below(folder, file.path);
      if (is_theme_text(path)) layer.texts.push_back({std::string(path), file.source});
    }
    for (const AssetFile& file : tree_.assets) {
      if (!is_inside(file.path, folder)) continue;
      const std::string_view path = path_below(folder, file.path);
      if (!is_theme_text(path)) {
        layer.files.push_back({.path = std::string(path), .bytes = {}, .copy_of = file.path});
      }
    }
    return layer;
  }

  // A file that looks as if it were to change the theme, and does not.
  void report_misplaced() {
    std::vector<std::string_view> known;
    for (const ThemeLayer& layer : layers_) {
      for (const SourceFile& file : layer.texts) known.push_back(file.path);
    }
    const auto check = [&](std::string_view path, std::optional<SourceId> source) {
      if (!is_inside(path, kOverrides)) return;
      const std::string_view below = path_below(kOverrides, path);
      const std::string_view extension = extension_of(path);
      if (is_theme_text(below) || (extension != ".html" && extension != ".css" &&
                                   extension != ".js" && extension != ".yaml")) {
        return;
      }
      const std::string_view meant = find_meant_path(below, known);
      if (meant.empty()) return;
      const SourceId place = source ? *source : sources_.add(std::string(path), {});
      diagnostics_.report(DiagnosticKind::UnusedThemeFile, {place, 0, 0},
                          "nothing in the theme uses this file",
                          did_you_mean(join_path(kOverrides, meant)));
    };
    for (const AssetFile& file : tree_.assets) check(file.path, std::nullopt);
    for (const SourceFile& file : tree_.texts) check(file.path, file.source);
  }

  const SourceTree& tree_;
  Sources& sources_;
  Diagnostics& diagnostics_;
  std::vector<ThemeLayer> layers_;
};

}  // namespace

bool is_theme_override(std::string_view path) {
  return is_inside(path, kOverrides) && is_theme_text(path_below(kOverrides, path));
}

std::string theme_folder(const Config& config) {
  if (find_embedded(config.theme.value) != nullptr) return {};
  return resolve_path("", config.theme.value).value_or(std::string());
}

bool is_text_of_theme(const Config& config, std::string_view path) {
  const std::string folder = theme_folder(config);
  return !folder.empty() && is_inside(path, folder) && is_theme_text(path_below(folder, path));
}

std::vector<EmbeddedTheme> embedded_layers(std::string_view name) {
  std::vector<EmbeddedTheme> layers;
  // A theme of carnet's names the one below it in the first lines of its theme.yaml.
  for (const EmbeddedTheme* theme = find_embedded(name); theme != nullptr;) {
    layers.insert(layers.begin(), *theme);
    const auto manifest = std::ranges::find(theme->files, kThemeManifest, &EmbeddedFile::path);
    Sources sources;
    const SourceId source =
        sources.add("theme.yaml",
                    manifest == theme->files.end() ? std::string() : std::string(manifest->bytes));
    theme = find_embedded(extended_by(sources, source).value);
  }
  return layers;
}

Theme load_theme(const SourceTree& tree, const Config& config, Sources& sources,
                 Diagnostics& diagnostics) {
  const std::vector<ThemeLayer> layers = Loader(tree, sources, diagnostics).load(config);
  return parse_theme(layers, sources, diagnostics);
}

}  // namespace carnet
