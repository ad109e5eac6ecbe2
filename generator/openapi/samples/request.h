// A call of an operation, before it is written down in some language.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/yaml_node.h"
#include "openapi/operation.h"
#include "openapi/specification.h"

namespace carnet::openapi {

// A field of a form.
struct FormField {
  std::string name;
  std::string value{};  // Of a file: what it is called.
  bool is_file = false;
  std::string type{};  // The media type of a file, if it is known.
};

struct SampleBody {
  enum class Kind : std::uint8_t {
    None,
    Json,       // `value`, and `text` as JSON.
    Text,       // `text`, as it is.
    Form,       // `fields`, as application/x-www-form-urlencoded.
    Multipart,  // `fields`
    File,       // A file that is called `text`.
  };

  Kind kind = Kind::None;
  std::string type{};  // Its media type.
  std::string text{};
  YamlNode value{};
  std::vector<FormField> fields{};
};

// Everything is an example or a placeholder, and safe where it stands: the URL is encoded, and no
// header holds a line end.
struct SampleRequest {
  std::string method;  // In capitals.
  std::string url;
  std::vector<std::pair<std::string, std::string>> headers{};
  bool has_basic_auth = false;  // With kSampleUser and kSamplePassword.
  bool expects_json = false;    // What comes back.
  SampleBody body{};
};

inline constexpr std::string_view kSampleUser = "username";
inline constexpr std::string_view kSamplePassword = "password";

SampleRequest make_request(const Specification& specification, const Operation& operation);

}  // namespace carnet::openapi
