// What people would call an address on the web, since nobody may be asked for its title.

#pragma once

#include <string>
#include <string_view>

namespace carnet {

struct WebTitle {
  std::string title;  // "Naming your service", "generator/main.cc", "example.org/a?b=c".
  std::string place;  // Its host; for GitHub with the repository.
};

// The last words of the address where it has some, else the address without scheme, `www.` and
// slashes at its end. Never empty unless `url` is.
WebTitle web_title(std::string_view url);

// The name of the file that an address ends with, decoded; "" if it ends with none.
std::string web_file_name(std::string_view url);

}  // namespace carnet
