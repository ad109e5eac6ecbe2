// `footer`, `banner` and `links` of carnet.yaml: what stands around every page.

#pragma once

#include <string>
#include <vector>

#include "base/located.h"
#include "config/setting_reader.h"

namespace carnet {

// A link, or with `links` a titled group of them. Addresses are as in pages: of a page, a file
// or the web.
struct LinkSetting {
  Located<std::string> title;
  Located<std::string> url;   // Not written: a group.
  Located<std::string> icon;  // As in pages: "github", "fa-regular fa-star".
  std::vector<LinkSetting> links{};
};

struct FooterSetting {
  Located<std::string> text;  // Markdown.
  std::vector<LinkSetting> links;
};

struct BannerSetting {
  Located<std::string> text;  // Markdown.
  std::string style = "info";
};

// Each sets its last argument to what the entry says (another book may have said something else),
// and reports what is wrong with it. A footer and a banner are a text or a map; links are a list,
// or a map from titles to addresses.
void read_footer_setting(const YamlEntry& entry, SettingReader& reader, FooterSetting& footer);
void read_banner_setting(const YamlEntry& entry, SettingReader& reader, BannerSetting& banner);
void read_link_settings(const YamlEntry& entry, SettingReader& reader,
                        std::vector<LinkSetting>& links);

}  // namespace carnet
