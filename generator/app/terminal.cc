#include "app/terminal.h"

#include <ostream>

namespace carnet {

void Terminal::progress(std::string_view text) const {
  if (shows_progress) messages << "\r\033[K" << text << std::flush;
}

void Terminal::clear_progress() const {
  if (shows_progress) messages << "\r\033[K" << std::flush;
}

}  // namespace carnet
