// Players: which addresses other sites let us show in place, and at which address.
//
// A film on YouTube is written as `https://youtu.be/jNQXAC9IVRw?t=5`, which no page may
// frame; its player is `https://www.youtube-nocookie.com/embed/jNQXAC9IVRw?start=5`. What is
// known of each site stands in the table of player.cc. Nothing is asked of any site here.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace carnet {

struct Player {
  std::string url;        // For a frame.
  std::string_view kind;  // "video", "audio", "document"...: see embed_* in the locales.
  std::string_view site;  // "YouTube"; empty for a site that only the book knows.
};

// The player of an address on the web. Nothing if the address is of no host that the book
// allows (`hosts`, as in Config::embeds), or if its site does not let it be framed.
std::optional<Player> find_player(std::string_view url, const std::vector<std::string>& hosts);

// What a known site has at this address, whether or not it may be shown in place: `url` may
// be empty. Nothing if the site is not known.
std::optional<Player> describe_site(std::string_view url);

// Whether `host` is one of `hosts` or below it; `tube.*` stands for every host that begins so.
bool is_listed_host(std::string_view host, const std::vector<std::string>& hosts);

}  // namespace carnet
