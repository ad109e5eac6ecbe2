#include "openapi/read_code_samples.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "openapi/fields.h"

namespace carnet::openapi {
namespace {

// How a browser of code calls what authors call so.
std::pair<std::string, std::string> language_of(std::string_view written) {
  static const std::map<std::string, std::pair<std::string, std::string>, std::less<>> languages = {
      {"bash", {"bash", "Shell"}},
      {"c#", {"csharp", "C#"}},
      {"c++", {"cpp", "C++"}},
      {"cpp", {"cpp", "C++"}},
      {"csharp", {"csharp", "C#"}},
      {"curl", {"bash", "cURL"}},
      {"go", {"go", "Go"}},
      {"golang", {"go", "Go"}},
      {"http", {"http", "HTTP"}},
      {"java", {"java", "Java"}},
      {"javascript", {"javascript", "JavaScript"}},
      {"js", {"javascript", "JavaScript"}},
      {"json", {"json", "JSON"}},
      {"kotlin", {"kotlin", "Kotlin"}},
      {"node", {"javascript", "Node.js"}},
      {"node.js", {"javascript", "Node.js"}},
      {"nodejs", {"javascript", "Node.js"}},
      {"objective-c", {"objectivec", "Objective-C"}},
      {"php", {"php", "PHP"}},
      {"powershell", {"powershell", "PowerShell"}},
      {"py", {"python", "Python"}},
      {"python", {"python", "Python"}},
      {"python3", {"python", "Python"}},
      {"ruby", {"ruby", "Ruby"}},
      {"rust", {"rust", "Rust"}},
      {"sh", {"bash", "Shell"}},
      {"shell", {"bash", "Shell"}},
      {"swift", {"swift", "Swift"}},
      {"ts", {"typescript", "TypeScript"}},
      {"typescript", {"typescript", "TypeScript"}},
  };
  const auto known = languages.find(to_lower(trim(written)));
  if (known != languages.end()) return known->second;
  return {to_lower(trim(written)), std::string(trim(written))};
}

}  // namespace

std::vector<CodeSample> read_code_samples(const YamlNode& operation, Reading& reading) {
  std::vector<CodeSample> samples;
  for (const std::string_view key : {"x-codeSamples", "x-code-samples"}) {
    const YamlNode* list = operation.find(key);
    if (list == nullptr || !is_list(key, *list, reading.report)) continue;
    for (const YamlNode& item : list->items) {
      const Fields fields(item, reading.report);
      CodeSample sample;
      std::string written = fields.text("lang");
      if (written.empty()) written = fields.text("language");
      std::tie(sample.language, sample.label) = language_of(written);
      if (std::string label = fields.text("label"); !label.empty()) sample.label = std::move(label);
      const YamlNode* source = fields.find("source");
      if (source != nullptr) source = reading.documents.follow(*source);
      if (source == nullptr) continue;
      sample.source = trim_end(read_text("source", *source, reading.report));
      if (sample.source.empty() || !reading.spend(item.span)) continue;
      samples.push_back(std::move(sample));
    }
  }
  return samples;
}

}  // namespace carnet::openapi
