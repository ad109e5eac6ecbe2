#include "render/views/embed_card.h"

#include <optional>
#include <utility>

#include "base/html_escape.h"
#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "render/media.h"
#include "render/picture.h"
#include "render/player.h"
#include "render/views/web_title.h"

namespace carnet {
namespace {

// "Video on YouTube".
std::string title_of(const Player& player, std::string_view host, const PageContext& context) {
  std::string key = "embed_" + std::string(player.kind);
  return replace_all(std::string(context.word(key)), "{site}",
                     player.site.empty() ? host : player.site);
}

std::string picture_html(const ResolvedLink& link, std::string_view written, std::string_view title,
                         PageRenderer& renderer) {
  std::string apart;
  std::swap(apart, renderer.out());
  draw_picture(link, written, {.alt = title, .width = {}, .height = {}, .size = {}}, renderer);
  std::swap(apart, renderer.out());
  return apart;
}

void set_player(Value& view, std::string_view kind, std::string_view url) {
  view.set("kind", kind).set("plays", kind == "video" || kind == "audio");
  view.set("player_url", url).set("receiver", host_of(url));
}

void set_remote(Value& view, const ResolvedLink& link, std::string_view written,
                std::string_view title, PageRenderer& renderer) {
  view.set("url", link.url);
  const PageContext& context = renderer.context();
  const std::string host = host_of(link.url);
  const std::string file = web_file_name(link.url);
  const bool is_web = !origin_of(link.url).empty();
  if (is_web && media_kind(file) == MediaKind::Image) {
    view.set("media_html", picture_html(link, written, title.empty() ? file : title, renderer));
    return;
  }
  if (const std::string_view kind = playable_kind(file); !kind.empty() && is_web) {
    renderer.needs().media_origins.insert(origin_of(link.url));
    view.set("title", title.empty() ? file : title).set("host", host).set("media", kind);
    return set_player(view, kind, link.url);
  }
  const std::optional<Player> known = describe_site(link.url);
  const std::optional<Player> player = find_player(link.url, context.site.config.embeds);
  WebTitle named = web_title(written);
  if (player) {
    renderer.needs().frame_origins.insert(origin_of(player->url));
    set_player(view, player->kind, player->url);
    named.place = host;
    if (player->kind != "page" || !player->site.empty()) {
      named.title = title_of(*player, host, context);
    }
  } else if (known && known->kind == "video" && link.url.find("/video") != std::string::npos) {
    named.title = title_of(*known, host, context);  // One that only its owner may see.
  }
  view.set("title", title.empty() ? std::move(named.title) : std::string(title));
  view.set("host", std::move(named.place));
}

}  // namespace

std::string_view playable_kind(std::string_view name) {
  switch (media_kind(name)) {
    case MediaKind::Video: return "video";
    case MediaKind::Audio: return "audio";
    case MediaKind::Image:
    case MediaKind::None: break;
  }
  return {};
}

std::string native_player(std::string_view kind, std::string_view url, std::string_view name) {
  if (kind.empty()) return {};
  std::string html = "<" + std::string(kind) + " src=\"" + escape_html(url) + "\" aria-label=\"" +
                     escape_html(name) + "\" controls preload=\"metadata\"><a href=\"" +
                     escape_html(url) + "\">" + escape_html(name) + "</a></";
  return html + std::string(kind) + ">";
}

void set_embed(Value& view, const ResolvedLink& link, std::string_view written,
               std::string_view title, PageRenderer& renderer) {
  if (link.target == ResolvedLink::Target::External) {
    if (!is_protocol_relative(link.url)) return set_remote(view, link, written, title, renderer);
    ResolvedLink secure = link;  // A page on disk has no protocol to lend.
    secure.url.insert(0, "https:");
    return set_remote(view, secure, written, title, renderer);
  }
  view.set("url", link.url);
  switch (link.target) {
    case ResolvedLink::Target::External: break;
    case ResolvedLink::Target::Page:
      view.set("title", title.empty() ? split_name(renderer.title_of_target(link)).words : title);
      return;
    case ResolvedLink::Target::File: {
      const std::string& path = renderer.context().site.assets[link.asset].source_path;
      const std::string_view name = title.empty() ? file_name_of(path) : title;
      const std::string_view kind = playable_kind(path);
      view.set("title", name).set("kind", kind);
      if (media_kind(path) == MediaKind::Image) {
        view.set("media_html", picture_html(link, written, name, renderer));
      } else {
        view.set("media_html", native_player(kind, link.url, name));
      }
      return;
    }
    case ResolvedLink::Target::Nothing:
      view.set("broken", true).set("title", title.empty() ? written : title);
      return;
  }
}

}  // namespace carnet
