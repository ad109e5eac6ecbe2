#include "render/player.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "base/url.h"

namespace carnet {
namespace {

// An address taken apart. Its parts go into the address of a player, so what they may hold
// is checked where they are used.
class Address {
 public:
  explicit Address(std::string_view url) : url_(url), host_(host_of(url)) {
    const UrlParts parts = split_url(url);
    query_ = parts.query.empty() ? parts.query : parts.query.substr(1);
    fragment_ = parts.fragment;
    const std::size_t slashes = parts.path.find("//");
    std::string_view path = parts.path.substr(std::min(slashes + 2, parts.path.size()));
    path = path.substr(std::min(path.find('/'), path.size()));
    for (std::string_view segment : split(path, '/')) {
      if (!segment.empty()) segments_.push_back(segment);
    }
  }

  std::string_view url() const { return url_; }
  std::string_view host() const { return host_; }
  std::string_view fragment() const { return fragment_; }
  std::string_view query() const { return query_; }
  std::size_t size() const { return segments_.size(); }
  std::string_view at(std::size_t i) const {
    return i < segments_.size() ? segments_[i] : std::string_view();
  }

  // The value of `name=value` in the query, or "".
  std::string_view value(std::string_view name) const {
    for (std::string_view pair : split(query_, '&')) {
      const std::size_t equals = pair.find('=');
      if (equals != std::string_view::npos && pair.substr(0, equals) == name) {
        return pair.substr(equals + 1);
      }
    }
    return {};
  }
  // `loop=1`, and the `_loop=1` that GitBook's own service takes.
  bool asks_for(std::string_view name) const {
    const std::string underscored = "_" + std::string(name);
    for (std::string_view value : {value(name), value(underscored)}) {
      if (value == "1" || value == "true") return true;
    }
    return false;
  }
  bool refuses(std::string_view name) const { return value(name) == "0" || value(name) == "false"; }

 private:
  std::string_view url_;
  std::string host_;
  std::string_view query_;
  std::string_view fragment_;
  std::vector<std::string_view> segments_;
};

// What sites call their things by: never more than these characters.
bool is_id(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.';
  });
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() < 16 && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "1h2m3s", "47s" and "47" in seconds; "" if it is nothing of the kind.
std::string seconds_of(std::string_view time) {
  unsigned long total = 0;
  unsigned long number = 0;
  bool has_digits = false;
  for (char c : time) {
    if (is_digit(c)) {
      if (number > 1'000'000) return {};
      number = number * 10 + static_cast<unsigned long>(c - '0');
      has_digits = true;
      continue;
    }
    const unsigned long unit = c == 'h' ? 3600 : c == 'm' ? 60 : c == 's' ? 1 : 0;
    if (unit == 0 || !has_digits) return {};
    total += number * unit;
    number = 0;
  }
  total += number;
  return total == 0 ? std::string() : std::to_string(total);
}

// A query, pair by pair.
class Query {
 public:
  Query& add(std::string_view name, std::string_view value) {
    if (value.empty()) return *this;
    text_ += text_.empty() ? '?' : '&';
    text_.append(name).append("=").append(value);
    return *this;
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

// An address as the value of a query. It is an address already: only what would end the
// value is encoded.
std::string encode_value(std::string_view url) {
  std::string encoded;
  for (char c : url) {
    switch (c) {
      case '&': encoded += "%26"; break;
      case '#': encoded += "%23"; break;
      case '?': encoded += "%3F"; break;
      case '%': encoded += "%25"; break;
      case '+': encoded += "%2B"; break;
      default: encoded += c;
    }
  }
  return encoded;
}

// The reader has clicked "play here": films begin, unless their author did not want it.
std::string_view autoplay(const Address& address) {
  return address.refuses("autoplay") ? std::string_view() : std::string_view("1");
}

// Each takes an address of its site and gives that of the player, or "".

std::string youtube(const Address& address) {
  std::string_view id = address.value("v");
  if (address.host() == "youtu.be") {
    id = address.at(0);
  } else if (is_one_of(address.at(0), {"embed", "shorts", "live", "v"})) {
    id = address.at(1);
  }
  const std::string_view list = is_id(address.value("list")) ? address.value("list") : "";
  if (list.empty() && (!is_id(id) || id == "videoseries")) return {};
  if (!is_id(id)) id = "videoseries";
  std::string start = seconds_of(address.value("t"));
  if (start.empty()) start = seconds_of(address.value("start"));
  if (start.empty() && address.fragment().starts_with("t=")) {
    start = seconds_of(address.fragment().substr(2));
  }
  const bool loops = address.asks_for("loop");
  Query query;
  query.add("autoplay", autoplay(address)).add("start", start);
  query.add("end", seconds_of(address.value("end"))).add("list", list);
  // YouTube repeats lists only.
  if (loops) query.add("loop", "1").add("playlist", list.empty() ? id : std::string_view());
  if (address.asks_for("cc_load_policy")) query.add("cc_load_policy", "1");
  return "https://www.youtube-nocookie.com/embed/" + std::string(id) + query.text();
}

// `/454542912`, `/320512350/fb83fb9825` (the second part lets one see a film that is not
// listed), `/channels/x/1`, `/video/1?h=...`; `/manage/videos/1` is for the owner alone.
std::string vimeo(const Address& address) {
  if (address.at(0) == "manage") return {};
  for (std::size_t i = 0; i < address.size(); ++i) {
    if (!is_number(address.at(i))) continue;
    const bool has_hash = is_id(address.at(i + 1)) && address.at(i + 1).size() >= 8;
    std::string_view hash = has_hash ? address.at(i + 1) : address.value("h");
    if (!is_id(hash)) hash = {};
    Query query;
    query.add("h", hash).add("dnt", "1").add("autoplay", autoplay(address));
    if (address.asks_for("loop")) query.add("loop", "1");
    std::string url = "https://player.vimeo.com/video/" + std::string(address.at(i)) + query.text();
    if (address.fragment().starts_with("t=")) {
      const std::string start = seconds_of(address.fragment().substr(2));
      if (!start.empty()) url += "#t=" + start + "s";
    }
    return url;
  }
  return {};
}

std::string loom(const Address& address) {
  if (!is_one_of(address.at(0), {"share", "embed"}) || !is_id(address.at(1))) return {};
  Query query;
  query.add("t", seconds_of(address.value("t")));
  return "https://www.loom.com/embed/" + std::string(address.at(1)) + query.text();
}

std::string dailymotion(const Address& address) {
  const std::size_t i = address.at(0) == "embed" ? 2 : address.host() == "dai.ly" ? 0 : 1;
  const std::string_view id =
      address.at(0) == "player.html" ? address.value("video") : address.at(i);
  if (!is_id(id) || (i == 1 && !is_one_of(address.at(0), {"video", "player.html"}))) return {};
  Query query;
  query.add("video", id).add("startTime", seconds_of(address.value("start")));
  if (address.asks_for("loop")) query.add("loop", "true");
  return "https://geo.dailymotion.com/player.html" + query.text();
}

// PeerTube is on many hosts, and known by its paths.
std::string peertube(const Address& address) {
  std::string_view id;
  bool is_list = false;
  if (address.at(0) == "w") {
    is_list = address.at(1) == "p";
    id = address.at(is_list ? 2 : 1);
  } else if (address.at(0) == "videos" && is_one_of(address.at(1), {"watch", "embed"})) {
    is_list = address.at(2) == "playlist";
    id = address.at(is_list ? 3 : 2);
  } else if (address.at(0) == "video-playlists" && address.at(1) == "embed") {
    is_list = true;
    id = address.at(2);
  }
  if (!is_id(id)) return {};
  Query query;
  query.add("peertubeLink", "0").add("autoplay", autoplay(address));
  query.add("start", seconds_of(address.value("start")));
  query.add("stop", seconds_of(address.value("stop")));
  if (address.asks_for("loop")) query.add("loop", "1");
  return origin_of(address.url()) + (is_list ? "/video-playlists/embed/" : "/videos/embed/") +
         std::string(id) + query.text();
}

std::string ted(const Address& address) {
  if (address.at(0) != "talks" || !is_id(address.at(1))) return {};
  return "https://embed.ted.com/talks/" + std::string(address.at(1));
}

std::string archive(const Address& address) {
  if (!is_one_of(address.at(0), {"details", "embed"}) || !is_id(address.at(1))) return {};
  return "https://archive.org/embed/" + std::string(address.at(1));
}

std::string spotify(const Address& address) {
  std::size_t i = address.at(0).starts_with("intl-") || address.at(0) == "embed" ? 1 : 0;
  const std::string_view type = address.at(i);
  if (!is_one_of(type, {"track", "album", "playlist", "episode", "show", "artist"}) ||
      !is_id(address.at(i + 1))) {
    return {};
  }
  return "https://open.spotify.com/embed/" + std::string(type) + "/" +
         std::string(address.at(i + 1));
}

std::string soundcloud(const Address& address) {
  if (address.host() == "w.soundcloud.com") return std::string(address.url());
  if (!is_id(address.at(0)) || !is_id(address.at(1))) return {};
  return "https://w.soundcloud.com/player/?url=" + encode_value(address.url());
}

// `/document/d/<id>/edit`, and what its owner has published: `/document/d/e/<id>/pub`.
std::string google_docs(const Address& address) {
  std::size_t i = 0;
  if (address.at(0) == "a") i = 2;  // `/a/example.org/document/...`
  const std::string_view type = address.at(i);
  if (!is_one_of(type, {"document", "presentation", "spreadsheets", "forms", "drawings"}))
    return {};
  std::size_t k = i + 1;
  while (k < address.size() && address.at(k) != "d") ++k;  // `/u/0/d/...`
  const bool is_published = address.at(k + 1) == "e";
  const std::string_view id = address.at(k + (is_published ? 2 : 1));
  if (!is_id(id)) return {};
  const std::string url = "https://docs.google.com/" + std::string(type) + "/d/" +
                          (is_published ? "e/" : "") + std::string(id);
  if (type == "forms") return url + "/viewform?embedded=true";
  if (type == "presentation") {
    std::string_view slide = address.value("slide");
    if (address.fragment().starts_with("slide=")) slide = address.fragment().substr(6);
    if (slide.starts_with("id.")) slide.remove_prefix(3);
    Query query;
    if (is_id(slide)) query.add("slide", "id." + std::string(slide));
    return url + (is_published ? "/pubembed" : "/embed") + query.text();
  }
  if (!is_published) return url + "/preview";
  if (type == "drawings") return url + "/pub";
  return url + (type == "document" ? "/pub?embedded=true" : "/pubhtml?widget=true");
}

std::string google_drive(const Address& address) {
  std::string_view id = address.value("id");
  const bool is_folder =
      address.at(0) == "drive" || address.at(0).starts_with("embeddedfolderview");
  for (std::size_t i = 0; i + 1 < address.size(); ++i) {
    if (is_one_of(address.at(i), {"d", "folders"})) id = address.at(i + 1);
  }
  if (!is_id(id)) return {};
  if (is_folder) return "https://drive.google.com/embeddedfolderview?id=" + std::string(id);
  return "https://drive.google.com/file/d/" + std::string(id) + "/preview";
}

// Of Google's other services, the maps and calendars that their owners have shared.
std::string google(const Address& address) {
  if (address.at(0) == "calendar" && address.at(1) == "embed") return std::string(address.url());
  if (address.at(0) != "maps") return {};
  if (address.at(1) == "embed") return std::string(address.url());
  const std::string_view id = address.value("mid");
  if (address.at(1) != "d" || !is_id(id)) return {};
  return "https://www.google.com/maps/d/embed?mid=" + std::string(id);
}

std::string codepen(const Address& address) {
  const std::size_t i = address.at(0) == "team" ? 1 : 0;
  if (!is_one_of(address.at(i + 1), {"pen", "full", "details", "embed", "pres"}) ||
      !is_id(address.at(i)) || !is_id(address.at(i + 2))) {
    return {};
  }
  std::string url = "https://codepen.io/" + std::string(i == 1 ? "team/" : "");
  url.append(address.at(i)).append("/embed/").append(address.at(i + 2));
  return url + "?default-tab=result";
}

std::string codesandbox(const Address& address) {
  if (!is_one_of(address.at(0), {"s", "embed"}) || !is_id(address.at(1))) return {};
  return "https://codesandbox.io/embed/" + std::string(address.at(1));
}

std::string stackblitz(const Address& address) {
  if (address.at(0) != "edit" || !is_id(address.at(1))) return {};
  return "https://stackblitz.com/edit/" + std::string(address.at(1)) + "?embed=1";
}

std::string figma(const Address& address) {
  if (address.at(0) == "embed") return std::string(address.url());
  if (!is_one_of(address.at(0), {"file", "design", "proto", "board", "slides", "deck"})) return {};
  return "https://www.figma.com/embed?embed_host=share&url=" + encode_value(address.url());
}

std::string miro(const Address& address) {
  if (address.at(0) != "app" || !is_one_of(address.at(1), {"board", "live-embed", "embed"})) {
    return {};
  }
  // The ids end with `=`.
  std::string_view id = address.at(2);
  std::string_view name = id;
  while (name.ends_with('=')) name.remove_suffix(1);
  if (!is_id(name)) return {};
  return "https://miro.com/app/live-embed/" + std::string(id) + "/";
}

std::string airtable(const Address& address) {
  const std::size_t i = address.at(0) == "embed" ? 1 : 0;
  const bool has_base = address.at(i).starts_with("app");
  const std::string_view share = address.at(has_base ? i + 1 : i);
  if (!is_id(share) || !is_id(address.at(i)) ||
      (!share.starts_with("shr") && share != "pag" && !share.starts_with("pag"))) {
    return {};
  }
  std::string url = "https://airtable.com/embed/";
  if (has_base) url.append(address.at(i)).append("/");
  url += share;
  if (has_base && address.at(i + 2) == "form") url += "/form";
  Query query;
  if (address.value("viewControls") == "on") query.add("viewControls", "on");
  return url + query.text();
}

std::string typeform(const Address& address) {
  if (address.at(0) != "to" || !is_id(address.at(1))) return {};
  return origin_of(address.url()) + "/to/" + std::string(address.at(1));
}

std::string tally(const Address& address) {
  if (!is_one_of(address.at(0), {"r", "embed"}) || !is_id(address.at(1))) return {};
  return "https://tally.so/embed/" + std::string(address.at(1));
}

std::string arcade(const Address& address) {
  const std::string_view id = address.at(0) == "share" ? address.at(1) : address.at(0);
  if (!is_id(id) || !is_one_of(address.host(), {"app.arcade.software", "demo.arcade.software"})) {
    return {};
  }
  return "https://demo.arcade.software/" + std::string(id) + "?embed";
}

std::string openstreetmap(const Address& address) {
  if (address.at(0) == "export" && address.at(1) == "embed.html") return std::string(address.url());
  return {};
}

std::string nothing(const Address& /*address*/) { return {}; }

struct Site {
  std::string_view host;  // Subdomains included.
  std::string_view kind;
  std::string_view name;
  std::string (*player)(const Address&);
};

// The first that fits counts.
constexpr Site kSites[] = {
    {"youtu.be", "video", "YouTube", youtube},
    {"youtube.com", "video", "YouTube", youtube},
    {"youtube-nocookie.com", "video", "YouTube", youtube},
    {"vimeo.com", "video", "Vimeo", vimeo},
    {"loom.com", "video", "Loom", loom},
    {"dailymotion.com", "video", "Dailymotion", dailymotion},
    {"dai.ly", "video", "Dailymotion", dailymotion},
    {"ted.com", "video", "TED", ted},
    {"archive.org", "document", "Internet Archive", archive},
    {"open.spotify.com", "audio", "Spotify", spotify},
    {"soundcloud.com", "audio", "SoundCloud", soundcloud},
    {"docs.google.com", "document", "Google Docs", google_docs},
    {"drive.google.com", "document", "Google Drive", google_drive},
    {"calendar.google.com", "page", "Google Calendar", google},
    {"google.com", "map", "Google Maps", google},
    {"codepen.io", "code", "CodePen", codepen},
    {"codesandbox.io", "code", "CodeSandbox", codesandbox},
    {"stackblitz.com", "code", "StackBlitz", stackblitz},
    {"figma.com", "design", "Figma", figma},
    {"miro.com", "design", "Miro", miro},
    {"airtable.com", "table", "Airtable", airtable},
    {"typeform.com", "form", "Typeform", typeform},
    {"tally.so", "form", "Tally", tally},
    {"arcade.software", "page", "Arcade", arcade},
    {"openstreetmap.org", "map", "OpenStreetMap", openstreetmap},
    {"github.com", "code", "GitHub", nothing},
    {"linkedin.com", "page", "LinkedIn", nothing},
};

bool is_below(std::string_view host, std::string_view domain) {
  return host == domain || (host.size() > domain.size() && host.ends_with(domain) &&
                            host[host.size() - domain.size() - 1] == '.');
}

const Site* find_site(std::string_view host) {
  const auto* found = std::find_if(std::begin(kSites), std::end(kSites),
                                   [&](const Site& site) { return is_below(host, site.host); });
  return found == std::end(kSites) ? nullptr : found;
}

// Google has four kinds of documents on one host.
std::string_view kind_of(const Site& site, const Address& address) {
  if (site.player == google_docs) {
    const std::string_view type = address.at(address.at(0) == "a" ? 2 : 0);
    if (type == "presentation") return "presentation";
    if (type == "spreadsheets") return "table";
    if (type == "forms") return "form";
  }
  return site.kind;
}

std::string_view name_of(const Site& site, const Address& address) {
  if (site.player != google_docs) return site.name;
  const std::string_view kind = kind_of(site, address);
  if (kind == "presentation") return "Google Slides";
  if (kind == "table") return "Google Sheets";
  if (kind == "form") return "Google Forms";
  return site.name;
}

bool is_web(std::string_view url) { return !origin_of(url).empty(); }

}  // namespace

bool is_listed_host(std::string_view host, const std::vector<std::string>& hosts) {
  return std::any_of(hosts.begin(), hosts.end(), [&](std::string_view listed) {
    if (listed.ends_with(".*")) return host.starts_with(listed.substr(0, listed.size() - 1));
    return is_below(host, listed);
  });
}

std::optional<Player> describe_site(std::string_view url) {
  if (!is_web(url)) return std::nullopt;
  const Address address(url);
  if (const Site* site = find_site(address.host())) {
    return Player{site->player(address), kind_of(*site, address), name_of(*site, address)};
  }
  return std::nullopt;
}

std::optional<Player> find_player(std::string_view url, const std::vector<std::string>& hosts) {
  if (!is_web(url)) return std::nullopt;
  const Address address(url);
  if (!is_listed_host(address.host(), hosts)) return std::nullopt;
  if (std::optional<Player> known = describe_site(url)) {
    if (known->url.empty()) return std::nullopt;
    return known;
  }
  if (std::string player = peertube(address); !player.empty()) {
    return Player{std::move(player), "video", {}};
  }
  // Whoever lists a host that carnet does not know says that its pages may be framed;
  // `tube.*` says no more than that there may be films.
  const bool is_named = std::any_of(hosts.begin(), hosts.end(), [&](std::string_view listed) {
    return !listed.ends_with(".*") && is_below(address.host(), listed);
  });
  if (!is_named) return std::nullopt;
  return Player{std::string(url), "page", {}};
}

}  // namespace carnet
