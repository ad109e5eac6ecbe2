// What a page says of itself in the YAML at its top, between two lines `---`.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/located.h"
#include "base/source.h"
#include "base/yaml_node.h"
#include "diag/diagnostics.h"

namespace carnet {

// Which parts of a page its author wants to be seen (`layout`).
struct PageLayout {
  enum class Width : std::uint8_t { Default, Wide };
  enum class CoverSize : std::uint8_t {
    Hero,        // As wide as the text.
    Full,        // From edge to edge.
    Background,  // Behind the title.
  };
  enum class CoverMask : std::uint8_t { None, Radial };

  Width width = Width::Default;
  bool title = true;
  bool description = true;
  bool table_of_contents = true;
  bool outline = true;
  bool pagination = true;
  bool metadata = true;
  bool tags = true;
  bool actions = true;
  bool cover = true;
  CoverSize cover_size = CoverSize::Hero;
  CoverMask cover_mask = CoverMask::None;
};

// A name in .gitbook/tags.yaml that a page is filed under.
struct PageTag {
  Located<std::string> slug;
  bool is_primary = false;  // Shown in the table of contents, too.
};

struct FrontMatter {
  // Where the page's own text begins, in bytes. 0: there is no front matter.
  std::uint32_t body_begin = 0;

  Located<std::string> title;
  Located<std::string> description;
  Located<std::string> icon;
  Located<bool> hidden{.value = false};
  Located<std::string> cover;  // A path from the page's folder, or an address.
  Located<std::string> cover_dark;
  double cover_y = 0;              // How far it is moved down, in its own pixels.
  std::uint32_t cover_height = 0;  // In pixels, within what GitBook allows. 0: not written.
  PageLayout layout;
  std::vector<PageTag> tags;
  Located<bool> no_index{.value = false};
  Located<bool> no_robots_index{.value = false};
  Located<std::string> canonical;  // `metaLinks`: pages of the book, or addresses.
  std::vector<Located<std::string>> alternates;

  // Jekyll's.
  Located<std::string> permalink;
  std::vector<Located<std::string>> redirect_from;
  Located<std::string> lang;
  Located<bool> published{.value = true};

  // All of it, also what is not read above (`vars`, `if`, ...).
  YamlNode root;

  const YamlNode* find(std::string_view key) const { return root.find(key); }
};

// Reads the front matter of a whole text. Without a closing line there is none,
// and nor is there without a single key: two rules around a paragraph are
// Markdown.
//
// Never fails. A mistake is an `invalid-front-matter` warning at its place; of
// what yaml-cpp cannot read, each line `key: value` that can be understood alone
// is kept. Keys that carnet does not know are other programs' business.
FrontMatter parse_front_matter(SourceId source, std::string_view text, Diagnostics& diagnostics);

}  // namespace carnet
