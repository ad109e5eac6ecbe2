#include "site/book_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "base/yaml.h"

namespace carnet {
namespace {

bool is_variable_name(std::string_view name) {
  return !name.empty() && (is_letter(name[0]) || name[0] == '_') &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return is_letter(c) || is_digit(c) || c == '_'; });
}

// The variables of a map, which holds texts, numbers and the like only.
class VariableReader {
 public:
  VariableReader(DiagnosticKind kind, Diagnostics& diagnostics)
      : kind_(kind), diagnostics_(diagnostics) {}

  void read(const YamlNode& map, ExpressionValue::Map& variables) {
    for (const YamlEntry& entry : map.entries) {
      const bool is_flat =
          entry.value.kind == YamlNode::Kind::Scalar || entry.value.kind == YamlNode::Kind::Null;
      if (!is_flat) {
        diagnostics_.report(
            kind_, entry.key_span,
            fmt::format("the variable `{}` is {}, not a text", entry.key, describe(entry.value)),
            "write each variable on a line of its own");
        continue;
      }
      if (!is_variable_name(entry.key)) {
        diagnostics_.report(
            kind_, entry.key_span, fmt::format("`{}` is no name of a variable", entry.key),
            "names are made of letters without accents, digits and `_`, and begin with a letter");
      }
      variables.push_back({entry.key, entry.value.kind == YamlNode::Kind::Null
                                          ? ExpressionValue::text("")
                                          : value_of(entry.value)});
    }
  }

 private:
  DiagnosticKind kind_;
  Diagnostics& diagnostics_;
};

}  // namespace

BookValues::BookValues(const Config& config, SourceId variables, const Sources& sources,
                       Diagnostics& diagnostics) {
  ExpressionValue::Map vars;
  if (variables != kNoSource) {
    const YamlDocument file = parse_yaml(sources, variables);
    for (const YamlProblem& problem : file.problems) {
      diagnostics.report(DiagnosticKind::InvalidVariables, problem.where, problem.message,
                         problem.hint);
    }
    if (file.root.kind == YamlNode::Kind::Map) {
      VariableReader(DiagnosticKind::InvalidVariables, diagnostics).read(file.root, vars);
    } else if (file.root.kind != YamlNode::Kind::Null) {
      diagnostics.report(DiagnosticKind::InvalidVariables, file.root.span,
                         fmt::format("the variables are {}, not a map", describe(file.root)),
                         "write lines of `name: value`");
    }
  }
  for (const YamlEntry& entry : config.variables.entries) {
    vars.push_back({entry.key, value_of(entry.value)});
  }
  space_ = ExpressionValue::map({{"vars", ExpressionValue::map(std::move(vars))}});
  if (config.honkit.value) book_ = value_of(config.variables);
  const bool has_claims = config.claims.kind == YamlNode::Kind::Map;
  visitor_ = ExpressionValue::map(
      {{"claims", has_claims ? value_of(config.claims) : ExpressionValue::map({})}});
}

ExpressionValue BookValues::for_page(const FrontMatter& front_matter,
                                     Diagnostics& diagnostics) const {
  ExpressionValue::Map vars;
  if (const YamlEntry* entry = front_matter.root.find_entry("vars")) {
    if (entry->value.kind == YamlNode::Kind::Map) {
      VariableReader(DiagnosticKind::InvalidFrontMatter, diagnostics).read(entry->value, vars);
    } else if (entry->value.kind != YamlNode::Kind::Null) {
      diagnostics.report(DiagnosticKind::InvalidFrontMatter, entry->value.span,
                         fmt::format("`vars` is {}, not a map", describe(entry->value)),
                         "write lines of `name: value` below it, indented");
    }
  }
  ExpressionValue::Map names = {
      {"space", space_},
      {"visitor", visitor_},
      {"page", ExpressionValue::map({{"vars", ExpressionValue::map(std::move(vars))}})}};
  if (book_) names.push_back({"book", *book_});
  return ExpressionValue::map(std::move(names));
}

ExpressionValue value_of(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::Null: return ExpressionValue::null();
    case YamlNode::Kind::Sequence: {
      ExpressionValue::List items;
      for (const YamlNode& item : node.items) items.push_back(value_of(item));
      return ExpressionValue::list(std::move(items));
    }
    case YamlNode::Kind::Map: {
      ExpressionValue::Map members;
      for (const YamlEntry& entry : node.entries) {
        members.push_back({entry.key, value_of(entry.value)});
      }
      return ExpressionValue::map(std::move(members));
    }
    case YamlNode::Kind::Scalar: break;
  }
  if (const auto flag = node.as_bool()) return ExpressionValue::boolean(*flag);
  if (node.style == YamlNode::Style::Plain && !node.text.empty()) {
    const double number = text_to_number(node.text);
    if (number_to_text(number) == node.text && number_to_text(number) != "NaN") {
      return ExpressionValue::number(number);
    }
  }
  return ExpressionValue::text(node.text);
}

}  // namespace carnet
