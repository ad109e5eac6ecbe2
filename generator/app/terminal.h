// The two streams to the user: results and messages.

#pragma once

#include <iosfwd>
#include <string_view>

namespace carnet {

struct Terminal {
  std::ostream& results;        // What was asked for.
  std::ostream& messages;       // What the user should know.
  bool use_color = false;       // For messages.
  bool shows_progress = false;  // Messages go to a person's eyes.

  // A line that the next one takes the place of; nothing if nobody looks.
  void progress(std::string_view text) const;
  void clear_progress() const;
};

}  // namespace carnet
