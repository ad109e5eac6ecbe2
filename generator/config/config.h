// What a book asks for: carnet.yaml, GitBook's .gitbook.yaml and an old
// book.json, checked, with defaults for all that is not written.
//
// Every key of carnet.yaml is here. Those whose feature reads more than one
// value (`claims`, `spaces`, ...) are kept as the tree that was written.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/located.h"
#include "base/yaml_node.h"
#include "config/frame_settings.h"
#include "config/globs.h"
#include "diag/diagnostics.h"

namespace carnet {

// An old address and where it leads, as written.
struct RedirectRule {
  Located<std::string> from;
  Located<std::string> to;
};

// A colour of the theme. `dark` is empty if the book does not say.
struct ColorSetting {
  std::string name;  // One of color_names().
  Located<std::string> light;
  Located<std::string> dark;
};

// What .gitbook/tags.yaml says of a tag.
struct TagSetting {
  std::string label;          // Never empty.
  Located<std::string> icon;  // A name of Font Awesome's, or empty.
  std::string color;          // A word that the theme knows, or empty.
  std::size_t order = 0;      // Its place in the file.
};

// A specification of an API that pages name or give an address of, and its file.
struct SpecificationFile {
  std::string name;
  std::string path;  // From the folder of the book; the file exists.
};

struct Config {
  enum class Urls : std::uint8_t {
    File,       // a/b.md -> a/b.html
    Directory,  // a/b.md -> a/b/index.html
  };
  enum class Titles : std::uint8_t {
    Heading,  // The page's own H1.
    Summary,  // What SUMMARY.md calls the page.
  };
  enum class Orphans : std::uint8_t {
    Build,  // Pages that SUMMARY.md does not list are reached by links only.
    Skip,   // They are left out.
    Error,  // They must not be.
  };
  enum class Assets : std::uint8_t {
    Used,  // Files that a page shows or links to.
    All,   // Every file of the book.
  };
  enum class RemoteImages : std::uint8_t {
    Click,  // A card, until the reader clicks.
    Load,   // Like any image.
  };
  enum class Conditions : std::uint8_t {
    ByClaims,  // What `claims` says of the visitor decides.
    ShowAll,   // Every part is shown: for those who write them.
  };
  enum class Typography : std::uint8_t {
    ByLanguage,  // What the language of a page asks for: see french_spacing.h.
    Off,         // The text as it was written.
  };
  enum class HtmlTrust : std::uint8_t {
    Safe,     // Scripts and the like are dropped.
    Trusted,  // The author's HTML is kept as it is.
  };

  enum class GlossaryUse : std::uint8_t {
    Link,  // A page, and links to it where other pages use a term.
    Page,  // A page.
    Off,   // A page as any other.
  };

  // --- The book. Empty texts were not written.
  Located<std::string> title;
  Located<std::string> description;
  Located<std::string> author;
  Located<std::string> language;    // BCP 47.
  Located<std::string> url;         // Where the site will live; no slash at its end.
  Located<std::string> source_url;  // The repository; no slash at its end.
  Located<std::string> edit_url;    // Contains `{path}`.

  // --- Files of the book: paths from its folder, and the files exist.
  Located<std::string> logo;
  Located<std::string> logo_dark;
  Located<std::string> favicon;
  Located<std::string> head;

  // --- Where the pages are. `root` is a path from the folder of the book, ""
  // for the folder itself; the others are paths from the root.
  std::string root;
  std::string readme = "README.md";
  std::string summary = "SUMMARY.md";
  std::string glossary_file = "GLOSSARY.md";
  std::string languages = "LANGS.md";
  // In the order of the files: .gitbook.yaml's, then carnet.yaml's.
  std::vector<RedirectRule> redirects;

  // --- How it is built.
  Urls urls = Urls::File;
  Titles titles = Titles::Heading;
  Located<Orphans> orphans{.value = Orphans::Build};
  Assets assets = Assets::Used;
  GlossaryUse glossary = GlossaryUse::Link;
  // Whether `{{ book.name }}` in pages stands for a value. Unless written, it is so
  // for a book.json without a `.gitbook` folder.
  Located<bool> honkit;
  Typography typography = Typography::ByLanguage;
  RemoteImages remote_images = RemoteImages::Click;
  Conditions conditions = Conditions::ByClaims;
  HtmlTrust html = HtmlTrust::Safe;
  std::vector<std::string> embeds = default_embed_hosts();  // Subdomains included.
  bool history = true;
  bool search = true;
  Severities severities;

  // --- Tags of pages and updates, by the name that they are used by.
  std::map<std::string, TagSetting, std::less<>> tags;
  const TagSetting* find_tag(std::string_view slug) const {
    const auto tag = tags.find(slug);
    return tag == tags.end() ? nullptr : &tag->second;
  }

  // --- The theme.
  Located<std::string> theme{.value = "default"};  // A name, or a path in the book.
  std::vector<ColorSetting> colors;
  Located<std::string> feedback_url;  // May contain `{path}` and `{title}`.
  FooterSetting footer;
  BannerSetting banner;
  std::vector<LinkSetting> links;

  std::vector<SpecificationFile> openapi;

  // --- Maps, as written.
  YamlNode variables;  // Names to texts. Else those of book.json.
  YamlNode claims;
  YamlNode spaces;
  YamlNode limits;

  // Whether `exclude` or a .bookignore keeps a file out; a path from the folder
  // of the book.
  bool is_excluded(std::string_view path) const {
    return excluded.matches(path) || ignored.matches(path);
  }

  Globs excluded;  // `exclude` of carnet.yaml.
  Globs ignored;   // .bookignore, of the folder of the book and of its root.

  static std::vector<std::string> default_embed_hosts();
};

// What a book may colour.
const std::vector<std::string_view>& color_names();

}  // namespace carnet
