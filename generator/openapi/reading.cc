#include "openapi/reading.h"

#include "base/limits.h"

namespace carnet::openapi {

bool Reading::spend(Span where) {
  if (++spent <= kMaxSpecificationParts) return true;
  report.limit(where, "more than 300,000 parameters, responses and examples",
               "`$ref` and aliases repeat what they stand for");
  return false;
}

void take_words(const YamlNode& node, std::string& summary, std::string& description) {
  if (find_reference(node) == nullptr) return;
  const YamlNode* own = node.find("summary");
  if (own != nullptr && !own->text.empty()) summary = own->text;
  own = node.find("description");
  if (own != nullptr && !own->text.empty()) description = own->text;
}

}  // namespace carnet::openapi
