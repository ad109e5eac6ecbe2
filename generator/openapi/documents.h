// The files of one specification, and what a `$ref` in them leads to.

#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/source.h"
#include "base/yaml.h"
#include "openapi/read_specification.h"
#include "openapi/report.h"
#include "openapi/specification.h"

namespace carnet::openapi {

class Documents {
 public:
  // All must live longer. Fills `documents` and `files` of the specification.
  Documents(Specification& specification, const Sources& sources, const FindText& find_text,
            Report& report)
      : specification_(specification), sources_(sources), find_text_(find_text), report_(report) {}

  // Reads a file and reports what is wrong with its YAML or JSON.
  const YamlNode& add(SourceId source, std::string path);

  // What `reference`, the value of a `$ref`, leads to: RFC 6901 behind the `#`, or a name that some
  // schema gives itself (`$id`, `$anchor`). Null, and reported, if nothing is there.
  const YamlNode* resolve(const YamlNode& reference);

  // `node` itself, or what it leads to if it has a `$ref`, and so on. Null, and reported, if that
  // leads nowhere or round in circles.
  const YamlNode* follow(const YamlNode& node);

 private:
  struct Document {
    std::string path;
    const YamlNode* root = nullptr;
    bool has_names = false;  // `names` is filled.
    std::unordered_map<std::string_view, const YamlNode*> names{};
  };
  struct Target {
    const YamlNode* node = nullptr;
    std::string message{};  // Why there is none.
    std::string hint{};
  };

  Target find(std::string_view reference, SourceId from);
  Document* find_document(std::string_view path);
  Target find_pointer(Document& document, std::string_view pointer);
  const YamlNode* find_name(Document& document, std::string_view name);
  const YamlNode* child(const YamlNode& node, std::string_view key);

  Specification& specification_;
  const Sources& sources_;
  const FindText& find_text_;
  Report& report_;
  std::deque<Document> documents_;
  std::map<std::string, Document*, std::less<>> by_path_;  // Null: there is no such file.
  std::unordered_map<std::uint32_t, Document*> by_source_;
  std::unordered_map<std::string, Target> found_;
  // Keys of large maps: looking through them again and again would be quadratic.
  std::unordered_map<const YamlNode*, std::unordered_map<std::string_view, const YamlNode*>> keys_;
  std::size_t suggested_ = 0;
  int depth_ = 0;  // A pointer may lead through another `$ref`.
};

// The text of a node's `$ref`; null if it has none.
const YamlNode* find_reference(const YamlNode& node);

// "Pet" of "#/components/schemas/Pet" and of "schemas/Pet.yaml"; "" if it names nothing.
std::string name_in(std::string_view reference);

}  // namespace carnet::openapi
