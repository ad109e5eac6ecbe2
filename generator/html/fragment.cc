#include "html/fragment.h"

namespace carnet {

const HtmlAttribute* find_attribute(const HtmlFragment& fragment, const HtmlNode& node,
                                    std::string_view name) {
  for (const HtmlAttribute& attribute : fragment.attributes(node)) {
    if (attribute.name == name) return &attribute;
  }
  return nullptr;
}

}  // namespace carnet
