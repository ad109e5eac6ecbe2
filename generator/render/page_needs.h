// What a page needs beyond the files that every page has, found while its content is
// drawn. Its security policy is made of this.

#pragma once

#include <functional>
#include <set>
#include <string>

namespace carnet {

struct PageNeeds {
  std::set<std::string> image_hosts;    // Hosts of pictures that a page, or a click, loads.
  std::set<std::string> media_origins;  // `https://host` of films and sounds, after a click.
  std::set<std::string> frame_origins;  // `https://host` of players, after a click.
  bool diagrams = false;                // Drawn in a frame of the site's own.
  // The templates that were used, `images`, `math` and `notes`, and what is around
  // the page: see Theme::Part.
  std::set<std::string, std::less<>> drawn;

  void merge(const PageNeeds& other) {
    image_hosts.insert(other.image_hosts.begin(), other.image_hosts.end());
    media_origins.insert(other.media_origins.begin(), other.media_origins.end());
    frame_origins.insert(other.frame_origins.begin(), other.frame_origins.end());
    diagrams = diagrams || other.diagrams;
    drawn.insert(other.drawn.begin(), other.drawn.end());
  }
};

}  // namespace carnet
