// How far the HTML of a book is trusted.

#pragma once

namespace carnet {

enum class HtmlPolicy {
  Safe,     // Known elements and attributes, nothing that could run code.
  Trusted,  // All of them, as written: `html: trusted` in carnet.yaml.
};

}  // namespace carnet
