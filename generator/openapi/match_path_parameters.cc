#include "openapi/match_path_parameters.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/nearest.h"
#include "base/text.h"

namespace carnet::openapi {
namespace {

// More names than this are no path; and more mistakes in one need no guess each.
constexpr std::size_t kMaxNames = 64;
constexpr std::size_t kMaxGuesses = 20;

// "/pets/{petId}?all={all}" -> "petId". What stands behind the `?` is no path.
std::vector<std::string_view> names_in_braces(std::string_view path) {
  path = path.substr(0, path.find('?'));
  std::vector<std::string_view> names;
  for (std::size_t open = path.find('{'); open != std::string_view::npos;
       open = path.find('{', open + 1)) {
    const std::size_t close = path.find('}', open);
    if (close == std::string_view::npos || names.size() == kMaxNames) break;
    const std::string_view name = path.substr(open + 1, close - open - 1);
    if (!name.empty() && std::ranges::find(names, name) == names.end()) names.push_back(name);
    open = close;
  }
  return names;
}

// Other tools write `{+path}`, `{path*}` and `{id:[0-9]+}` for what is called so.
std::string_view bare_name(std::string_view name) {
  if (name.starts_with('+')) name.remove_prefix(1);
  name = name.substr(0, name.find(':'));
  if (name.ends_with('*')) name.remove_suffix(1);
  return name;
}

// As much of a text as a message can hold.
std::string shortened(std::string_view text) {
  constexpr std::size_t kMaxBytes = 120;
  return text.size() <= kMaxBytes ? std::string(text)
                                  : std::string(prefix_of(text, kMaxBytes)) + "…";
}

bool describes(const Parameter& parameter, std::string_view name) {
  return parameter.place == ParameterPlace::Path &&
         (parameter.name == name || parameter.name == bare_name(name));
}

class Matcher {
 public:
  Matcher(const YamlEntry& path, Reading& reading)
      : path_(path), names_(names_in_braces(path.key)), reading_(reading) {}

  void match(Operation& operation) {
    std::vector<std::string_view> open = names_;
    const auto is_described = [&](std::string_view name) {
      return std::ranges::any_of(operation.parameters, [&](const Parameter& parameter) {
        return describes(parameter, name);
      });
    };
    std::erase_if(open, is_described);
    std::vector<std::string_view> meant;
    for (const Parameter& parameter : operation.parameters) {
      const bool is_lost = parameter.place == ParameterPlace::Path &&
                           std::ranges::none_of(names_, [&](std::string_view name) {
                             return describes(parameter, name);
                           });
      if (!is_lost) continue;
      const bool may_guess = !open.empty() && ++guesses_ <= kMaxGuesses;
      const std::string_view near =
          may_guess ? find_nearest(parameter.name, open) : std::string_view();
      if (!near.empty()) meant.push_back(near);
      report_lost(parameter, near);
    }
    for (const std::string_view name : open) {
      if (is_described(name)) continue;  // By what was made for another form of it.
      if (std::ranges::find(meant, name) == meant.end()) report_open(name);
      if (bare_name(name).empty()) continue;
      if (!reading_.spend(path_.key_span)) return;
      Parameter parameter;
      parameter.name = bare_name(name);
      parameter.place = ParameterPlace::Path;
      parameter.span = path_.key_span;
      parameter.is_required = true;
      parameter.style = "simple";
      operation.parameters.push_back(std::move(parameter));
    }
  }

 private:
  void report_lost(const Parameter& parameter, std::string_view near) {
    if (!reported_.insert({parameter.name, parameter.span.begin}).second) return;
    reading_.report.mistake(parameter.span,
                            fmt::format("there is no `{{{}}}` in the path `{}`",
                                        shortened(parameter.name), shortened(path_.key)),
                            near.empty()
                                ? std::string("write it into the path, or say where the parameter "
                                              "is: `in: query`")
                                : did_you_mean(near));
  }

  void report_open(std::string_view name) {
    if (!reported_.insert({std::string(name), path_.key_span.begin}).second) return;
    reading_.report.mistake(
        path_.key_span,
        fmt::format("no parameter describes the `{{{}}}` of this path", shortened(name)),
        fmt::format("write below `parameters`: `- {{name: {}, in: path, required: true, "
                    "schema: {{type: string}}}}`",
                    shortened(bare_name(name))));
  }

  const YamlEntry& path_;
  const std::vector<std::string_view> names_;
  Reading& reading_;
  std::size_t guesses_ = 0;
  std::set<std::pair<std::string, std::uint32_t>> reported_;
};

}  // namespace

void match_path_parameters(const YamlEntry& path, std::span<Operation> operations,
                           Reading& reading) {
  Matcher matcher(path, reading);
  for (Operation& operation : operations) matcher.match(operation);
}

}  // namespace carnet::openapi
