// One function per kind of value, and one list that says which key is which.

#include "config/carnet_yaml.h"

#include <algorithm>
#include <type_traits>
#include <utility>

#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "config/color_settings.h"
#include "config/embed_hosts.h"
#include "config/frame_settings.h"
#include "config/language.h"
#include "config/redirect_rules.h"
#include "config/setting_reader.h"
#include "config/severities.h"
#include "config/tree_lookup.h"

namespace carnet {
namespace {

bool is_web_address(std::string_view url) {
  const std::string scheme = scheme_of(url);
  return (scheme == "http" || scheme == "https") && !host_of(url).empty() &&
         std::none_of(url.begin(), url.end(), is_space);
}

// What a key may say, in the order of the enumerations of Config.
constexpr std::string_view kUrls[] = {"file", "directory"};
constexpr std::string_view kTitles[] = {"heading", "summary"};
constexpr std::string_view kAssets[] = {"used", "all"};
constexpr std::string_view kHtmlTrust[] = {"safe", "trusted"};
constexpr std::string_view kTypography[] = {"auto", "off"};
constexpr std::string_view kGlossaryUse[] = {"link", "page", "off"};

// What a book among others may say for itself.
bool is_of_book(std::string_view key) {
  constexpr std::string_view kKeys[] = {
      "author",   "banner",    "description", "exclude", "favicon",   "feedback_url", "footer",
      "glossary", "honkit",    "language",    "links",   "logo",      "logo_dark",    "openapi",
      "orphans",  "redirects", "title",       "titles",  "variables",
  };
  return std::find(std::begin(kKeys), std::end(kKeys), key) != std::end(kKeys);
}

class CarnetYaml {
 public:
  CarnetYaml(const SourceTree& tree, const Sources& sources, Config& config,
             Diagnostics& diagnostics)
      : tree_(tree),
        config_(config),
        reader_(DiagnosticKind::InvalidConfig, sources, diagnostics) {}

  void read(SourceId source, CarnetYamlOf of);

 private:
  struct Setting {
    std::string_view key;
    void (CarnetYaml::*read)(const YamlEntry& entry);
  };

  template <Located<std::string> Config::*Member>
  void read_text(const YamlEntry& entry) {
    if (auto text = reader_.text(entry)) config_.*Member = *std::move(text);
  }
  template <Located<std::string> Config::*Member>
  void read_address(const YamlEntry& entry);
  template <Located<std::string> Config::*Member>
  void read_path(const YamlEntry& entry);
  template <auto Member, const auto& Choices>
  void read_choice(const YamlEntry& entry) {
    using Choice = std::remove_reference_t<decltype(config_.*Member)>;
    if (const auto i = reader_.choice(entry, Choices)) config_.*Member = static_cast<Choice>(*i);
  }
  // A value that a later feature reads.
  template <YamlNode Config::*Member>
  void read_map(const YamlEntry& entry) {
    if (const YamlNode* map = reader_.map(entry)) config_.*Member = *map;
  }

  void read_language(const YamlEntry& entry);
  void read_edit_url(const YamlEntry& entry);
  void read_orphans(const YamlEntry& entry);
  void read_images(const YamlEntry& entry);
  void read_honkit(const YamlEntry& entry);
  void read_history(const YamlEntry& entry);
  void read_search(const YamlEntry& entry);
  void read_exclude(const YamlEntry& entry);
  void read_embeds(const YamlEntry& entry) { read_embed_hosts(entry, reader_, config_.embeds); }
  void read_theme(const YamlEntry& entry);
  void read_colors(const YamlEntry& entry) { read_color_settings(entry, reader_, config_.colors); }
  void read_footer(const YamlEntry& entry) { read_footer_setting(entry, reader_, config_.footer); }
  void read_banner(const YamlEntry& entry) { read_banner_setting(entry, reader_, config_.banner); }
  void read_links(const YamlEntry& entry) { read_link_settings(entry, reader_, config_.links); }
  void read_feedback_url(const YamlEntry& entry);
  void read_variables(const YamlEntry& entry);
  void read_claims(const YamlEntry& entry);
  void read_openapi(const YamlEntry& entry);
  std::optional<Located<std::string>> read_file(const YamlEntry& entry);
  void read_redirects(const YamlEntry& entry) {
    read_redirect_rules(entry, reader_, config_.redirects);
  }
  void read_check(const YamlEntry& entry) { read_severities(entry, reader_, config_.severities); }

  static const Setting kSettings[];

  const SourceTree& tree_;
  Config& config_;
  SettingReader reader_;
};

// In alphabetical order.
const CarnetYaml::Setting CarnetYaml::kSettings[] = {
    {"assets", &CarnetYaml::read_choice<&Config::assets, kAssets>},
    {"author", &CarnetYaml::read_text<&Config::author>},
    {"banner", &CarnetYaml::read_banner},
    {"check", &CarnetYaml::read_check},
    {"claims", &CarnetYaml::read_claims},
    {"colors", &CarnetYaml::read_colors},
    {"description", &CarnetYaml::read_text<&Config::description>},
    {"edit_url", &CarnetYaml::read_edit_url},
    {"embeds", &CarnetYaml::read_embeds},
    {"exclude", &CarnetYaml::read_exclude},
    {"favicon", &CarnetYaml::read_path<&Config::favicon>},
    {"feedback_url", &CarnetYaml::read_feedback_url},
    {"footer", &CarnetYaml::read_footer},
    {"glossary", &CarnetYaml::read_choice<&Config::glossary, kGlossaryUse>},
    {"head", &CarnetYaml::read_path<&Config::head>},
    {"history", &CarnetYaml::read_history},
    {"honkit", &CarnetYaml::read_honkit},
    {"html", &CarnetYaml::read_choice<&Config::html, kHtmlTrust>},
    {"images", &CarnetYaml::read_images},
    {"language", &CarnetYaml::read_language},
    {"limits", &CarnetYaml::read_map<&Config::limits>},
    {"links", &CarnetYaml::read_links},
    {"logo", &CarnetYaml::read_path<&Config::logo>},
    {"logo_dark", &CarnetYaml::read_path<&Config::logo_dark>},
    {"openapi", &CarnetYaml::read_openapi},
    {"orphans", &CarnetYaml::read_orphans},
    {"redirects", &CarnetYaml::read_redirects},
    {"search", &CarnetYaml::read_search},
    {"source_url", &CarnetYaml::read_address<&Config::source_url>},
    {"spaces", &CarnetYaml::read_map<&Config::spaces>},
    {"theme", &CarnetYaml::read_theme},
    {"title", &CarnetYaml::read_text<&Config::title>},
    {"titles", &CarnetYaml::read_choice<&Config::titles, kTitles>},
    {"typography", &CarnetYaml::read_choice<&Config::typography, kTypography>},
    {"url", &CarnetYaml::read_address<&Config::url>},
    {"urls", &CarnetYaml::read_choice<&Config::urls, kUrls>},
    {"variables", &CarnetYaml::read_variables},
};

void CarnetYaml::read(SourceId source, CarnetYamlOf of) {
  std::vector<std::string_view> names;
  for (const Setting& setting : kSettings) names.push_back(setting.key);

  const YamlNode file = reader_.read_file(source);
  for (const YamlEntry& entry : file.entries) {
    const auto setting =
        std::find_if(std::begin(kSettings), std::end(kSettings),
                     [&entry](const Setting& candidate) { return candidate.key == entry.key; });
    if (of == CarnetYamlOf::Book && setting != std::end(kSettings) && !is_of_book(entry.key)) {
      reader_.report(entry.key_span, "`" + entry.key + "` is a matter of the whole site",
                     "write it into the `carnet.yaml` of the site");
    } else if (setting != std::end(kSettings)) {
      (this->*setting->read)(entry);
    } else if (entry.key == "root" || entry.key == "structure") {
      reader_.report(entry.key_span, "`" + entry.key + "` is no key of carnet.yaml",
                     "write it into `.gitbook.yaml`");
    } else if (entry.key == "images.remote") {
      reader_.report(entry.key_span, "unknown key `images.remote`",
                     "write `remote:` below `images:`, indented");
    } else {
      reader_.report_unknown(entry, names, "key");
    }
  }
}

template <Located<std::string> Config::*Member>
void CarnetYaml::read_address(const YamlEntry& entry) {
  auto text = reader_.text(entry);
  if (!text) return;
  if (!is_web_address(text->value)) {
    reader_.report(text->span, "`" + entry.key + "` is no web address",
                   "write all of it, as `https://example.org/docs`");
    return;
  }
  while (text->value.ends_with('/')) text->value.pop_back();
  config_.*Member = *std::move(text);
}

// The path of a file that exists.
std::optional<Located<std::string>> CarnetYaml::read_file(const YamlEntry& entry) {
  auto text = reader_.text(entry);
  if (!text) return std::nullopt;
  const auto path = resolve_path("", text->value);
  if (!path) {
    reader_.report(text->span, "`" + text->value + "` leads out of the book",
                   "copy the file into the book");
    return std::nullopt;
  }
  if (!has_file(tree_, *path)) {
    const auto similar = find_similar_file(tree_, *path);
    reader_.report(
        text->span, "no file `" + *path + "`",
        similar ? "did you mean `" + *similar + "`?" : "write a path from the folder of this file");
    return std::nullopt;
  }
  return Located<std::string>{*path, text->span};
}

template <Located<std::string> Config::*Member>
void CarnetYaml::read_path(const YamlEntry& entry) {
  if (auto path = read_file(entry)) config_.*Member = *std::move(path);
}

void CarnetYaml::read_language(const YamlEntry& entry) {
  auto text = reader_.text(entry);
  if (!text) return;
  if (is_language_tag(text->value)) {
    config_.language = *std::move(text);
    return;
  }
  const std::string dashed = replace_all(text->value, "_", "-");
  reader_.report(text->span, "`" + text->value + "` is no language",
                 is_language_tag(dashed) ? "did you mean `" + dashed + "`?"
                                         : "write a short name such as `fr` or `pt-BR`");
}

void CarnetYaml::read_edit_url(const YamlEntry& entry) {
  auto text = reader_.text(entry);
  if (!text) return;
  if (!is_web_address(text->value)) {
    reader_.report(text->span, "`edit_url` is no web address",
                   "write all of it, as `https://example.org/edit/{path}`");
  } else if (text->value.find("{path}") == std::string::npos) {
    reader_.report(text->span, "`edit_url` without `{path}`",
                   "write `{path}` where the path of the page belongs");
  } else {
    config_.edit_url = *std::move(text);
  }
}

void CarnetYaml::read_feedback_url(const YamlEntry& entry) {
  auto text = reader_.text(entry);
  if (!text) return;
  if (!is_web_address(text->value) && !text->value.starts_with("mailto:")) {
    reader_.report(
        text->span, "`feedback_url` is no address",
        "write `https://…` or `mailto:…`, with `{path}` and `{title}` where those of the "
        "page belong");
  } else {
    config_.feedback_url = *std::move(text);
  }
}

void CarnetYaml::read_orphans(const YamlEntry& entry) {
  constexpr std::string_view kChoices[] = {"build", "skip", "error"};
  if (const auto i = reader_.choice(entry, kChoices)) {
    config_.orphans = {static_cast<Config::Orphans>(*i), entry.value.span};
  }
}

void CarnetYaml::read_images(const YamlEntry& entry) {
  constexpr std::string_view kKeys[] = {"remote"};
  constexpr std::string_view kChoices[] = {"click", "load"};
  const YamlNode* map = reader_.map(entry);
  if (!map) return;
  for (const YamlEntry& setting : map->entries) {
    if (setting.key != "remote") {
      reader_.report_unknown(setting, kKeys, "key");
    } else if (const auto i = reader_.choice(setting, kChoices)) {
      config_.remote_images = static_cast<Config::RemoteImages>(*i);
    }
  }
}

void CarnetYaml::read_honkit(const YamlEntry& entry) {
  if (const auto flag = reader_.flag(entry)) config_.honkit = {*flag, entry.value.span};
}

void CarnetYaml::read_search(const YamlEntry& entry) {
  if (const auto flag = reader_.flag(entry)) config_.search = *flag;
}

void CarnetYaml::read_history(const YamlEntry& entry) {
  if (const auto flag = reader_.flag(entry)) config_.history = *flag;
}

void CarnetYaml::read_exclude(const YamlEntry& entry) {
  const YamlNode* list = reader_.list(entry);
  if (!list) return;
  for (const YamlNode& item : list->items) {
    const YamlEntry pattern{entry.key, entry.key_span, item};
    const auto text = reader_.text(pattern);
    if (text && !config_.excluded.add(text->value)) {
      reader_.report(text->span, "more than 16 kB of patterns",
                     "keep out a folder instead of its files");
      return;
    }
  }
}

void CarnetYaml::read_theme(const YamlEntry& entry) {
  auto text = reader_.text(entry);
  if (!text) return;
  if (!resolve_path("", text->value)) {
    reader_.report(text->span, "`" + text->value + "` leads out of the book",
                   "copy the theme into the book");
  } else {
    config_.theme = *std::move(text);
  }
}

void CarnetYaml::read_variables(const YamlEntry& entry) {
  const YamlNode* map = reader_.map(entry);
  if (!map) return;
  for (const YamlEntry& variable : map->entries) reader_.text(variable);
  config_.variables = *map;
}

// Names and addresses of specifications, and their files.
void CarnetYaml::read_openapi(const YamlEntry& entry) {
  const YamlNode* map = reader_.map(entry);
  if (!map) return;
  config_.openapi.clear();
  for (const YamlEntry& file : map->entries) {
    if (auto path = read_file(file)) config_.openapi.push_back({file.key, std::move(path->value)});
  }
}

// What is known of the visitor, or `all`.
void CarnetYaml::read_claims(const YamlEntry& entry) {
  if (entry.value.as_text() == "all") {
    config_.conditions = Config::Conditions::ShowAll;
  } else if (entry.value.kind == YamlNode::Kind::Sequence ||
             entry.value.kind == YamlNode::Kind::Scalar) {
    reader_.report_type(entry, "a map or `all`");
  } else {
    config_.claims = entry.value;
  }
}

}  // namespace

void read_carnet_yaml(SourceId source, const SourceTree& tree, const Sources& sources,
                      CarnetYamlOf of, Config& config, Diagnostics& diagnostics) {
  CarnetYaml(tree, sources, config, diagnostics).read(source, of);
}

}  // namespace carnet
