#include "config/frame_settings.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <utility>

namespace carnet {
namespace {

enum class Groups : std::uint8_t { Allowed, None };

void read_links(const YamlEntry& entry, SettingReader& reader, Groups groups,
                std::vector<LinkSetting>& links);

void read_text(const YamlEntry& entry, SettingReader& reader, Located<std::string>& out) {
  if (auto text = reader.text(entry)) out = *std::move(text);
}

void read_group(const YamlEntry& entry, SettingReader& reader, Groups groups, LinkSetting& link) {
  if (groups == Groups::Allowed) {
    read_links(entry, reader, Groups::None, link.links);
  } else {
    reader.report_value(entry, "links in groups are for `footer` only, one level deep",
                        "write each link in a line of its own");
  }
}

void read_titled(const YamlEntry& line, SettingReader& reader, Groups groups,
                 std::vector<LinkSetting>& links) {
  LinkSetting link;
  link.title = {line.key, line.key_span};
  if (line.value.kind == YamlNode::Kind::Map || line.value.kind == YamlNode::Kind::Sequence) {
    read_group(line, reader, groups, link);
    if (link.links.empty()) return;
  } else if (auto url = reader.text(line)) {
    link.url = *std::move(url);
  } else {
    return;
  }
  links.push_back(std::move(link));
}

// `{title: Code, url: https://…, icon: github}` or, as in a map, `Code: https://…`
void read_link(const YamlEntry& item, SettingReader& reader, Groups groups,
               std::vector<LinkSetting>& links) {
  constexpr std::string_view kKeys[] = {"icon", "links", "title", "url"};
  if (item.value.kind != YamlNode::Kind::Map) {
    reader.report_type(item, "a link", "write it as `{title: Words, url: page.md}`");
    return;
  }
  const auto& entries = item.value.entries;
  if (entries.size() == 1 && std::ranges::find(kKeys, entries.front().key) == std::end(kKeys)) {
    return read_titled(entries.front(), reader, groups, links);
  }
  LinkSetting link;
  for (const YamlEntry& entry : entries) {
    if (entry.key == "title") {
      read_text(entry, reader, link.title);
    } else if (entry.key == "url") {
      read_text(entry, reader, link.url);
    } else if (entry.key == "icon") {
      read_text(entry, reader, link.icon);
    } else if (entry.key == "links") {
      read_group(entry, reader, groups, link);
    } else {
      reader.report_unknown(entry, kKeys, "key");
    }
  }
  if (link.title.value.empty()) {
    reader.report(item.value.span, "this link has no `title`", "write the words that readers see");
  } else if (!link.url.is_written() && link.links.empty()) {
    reader.report(item.value.span, "this link has no `url`",
                  "write the path of a page, or an address on the web");
  } else {
    links.push_back(std::move(link));
  }
}

void read_links(const YamlEntry& entry, SettingReader& reader, Groups groups,
                std::vector<LinkSetting>& links) {
  if (entry.value.kind == YamlNode::Kind::Scalar) {
    reader.report_type(entry, "a list or a map",
                       "write lines of `Words: page.md` below it, indented");
  }
  for (const YamlNode& item : entry.value.items) {
    read_link({entry.key, entry.key_span, item}, reader, groups, links);
  }
  for (const YamlEntry& line : entry.value.entries) read_titled(line, reader, groups, links);
}

}  // namespace

void read_footer_setting(const YamlEntry& entry, SettingReader& reader, FooterSetting& footer) {
  constexpr std::string_view kKeys[] = {"links", "text"};
  footer = {};
  if (entry.value.kind == YamlNode::Kind::Sequence) {
    reader.report_type(entry, "a text or a map");
  } else if (entry.value.kind != YamlNode::Kind::Map) {
    read_text(entry, reader, footer.text);
  }
  for (const YamlEntry& part : entry.value.entries) {
    if (part.key == "text") {
      read_text(part, reader, footer.text);
    } else if (part.key == "links") {
      read_links(part, reader, Groups::Allowed, footer.links);
    } else {
      reader.report_unknown(part, kKeys, "key");
    }
  }
}

void read_banner_setting(const YamlEntry& entry, SettingReader& reader, BannerSetting& banner) {
  constexpr std::string_view kKeys[] = {"style", "text"};
  constexpr std::string_view kStyles[] = {"info", "success", "warning", "danger"};
  banner = {};
  if (entry.value.kind == YamlNode::Kind::Sequence) {
    reader.report_type(entry, "a text or a map");
  } else if (entry.value.kind != YamlNode::Kind::Map) {
    read_text(entry, reader, banner.text);
  }
  for (const YamlEntry& part : entry.value.entries) {
    if (part.key == "text") {
      read_text(part, reader, banner.text);
    } else if (part.key == "style") {
      if (const auto i = reader.choice(part, kStyles)) banner.style = kStyles[*i];
    } else {
      reader.report_unknown(part, kKeys, "key");
    }
  }
}

void read_link_settings(const YamlEntry& entry, SettingReader& reader,
                        std::vector<LinkSetting>& links) {
  links.clear();
  read_links(entry, reader, Groups::None, links);
}

}  // namespace carnet
