#include "config/config.h"

namespace carnet {

std::vector<std::string> Config::default_embed_hosts() {
  return {
      "airtable.com",    "codepen.io",
      "codesandbox.io",  "dailymotion.com",
      "docs.google.com", "drive.google.com",
      "figma.com",       "framatube.org",
      "loom.com",        "miro.com",
      "soundcloud.com",  "spotify.com",
      "stackblitz.com",  "tube.numerique.gouv.fr",
      "typeform.com",    "vimeo.com",
      "youtu.be",        "youtube-nocookie.com",
      "youtube.com",
  };
}

const std::vector<std::string_view>& color_names() {
  static const std::vector<std::string_view> names = {"primary", "info", "success", "warning",
                                                      "danger"};
  return names;
}

}  // namespace carnet
