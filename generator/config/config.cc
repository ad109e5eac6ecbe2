#include "config/config.h"

namespace carnet {

std::vector<std::string> Config::default_embed_hosts() {
  return {
      "airtable.com",
      "arcade.software",
      "archive.org",
      "codepen.io",
      "codesandbox.io",
      "dai.ly",
      "dailymotion.com",
      "docs.google.com",
      "drive.google.com",
      "figma.com",
      "framatube.org",
      "google.com",
      "loom.com",
      "miro.com",
      "openstreetmap.org",
      "soundcloud.com",
      "spotify.com",
      "stackblitz.com",
      "tally.so",
      "ted.com",
      "tube.*",
      "typeform.com",
      "vimeo.com",
      "youtu.be",
      "youtube-nocookie.com",
      "youtube.com",
  };
}

const std::vector<std::string_view>& color_names() {
  static const std::vector<std::string_view> names = {"primary", "info", "success", "warning",
                                                      "danger"};
  return names;
}

}  // namespace carnet
