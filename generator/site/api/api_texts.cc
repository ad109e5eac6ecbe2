#include "site/api/api_texts.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace carnet {
namespace {

using openapi::Operation;
using openapi::Parameter;

class Visitor {
 public:
  Visitor(const ApiBlock& block, const VisitText& visit) : block_(block), visit_(visit) {}

  void visit_block() {
    const openapi::Specification& specification = *block_.specification;
    const Span file{specification.source, 0, 0};
    if (block_.kind == ApiBlock::Kind::Overview) {
      text(specification.description, file);
      for (const openapi::Server& server : specification.servers) text(server.description, file);
      for (const openapi::SecurityScheme& scheme : specification.security_schemes) {
        text(scheme.description, scheme.span);
      }
    }
    if (block_.operation != nullptr) visit_operation(*block_.operation);
    for (const ApiBlock::Model& model : block_.models) visit_schema(model.shown);
  }

 private:
  void text(const std::string& words, Span where) {
    if (has_markdown(words)) visit_(words, where);
  }

  void visit_operation(const Operation& operation) {
    text(operation.description, operation.span);
    for (const openapi::Server& server : operation.servers) {
      text(server.description, operation.span);
    }
    for (const openapi::SecurityAlternative& alternative : operation.security) {
      for (const openapi::SecurityNeed& need : alternative.needs) {
        text(need.scheme->description, need.scheme->span);
      }
    }
    visit_parameters(operation.parameters);
    text(operation.request_body.description, operation.request_body.span);
    visit_content(operation.request_body.content);
    for (const openapi::Response& response : operation.responses) {
      text(response.description, response.span);
      visit_parameters(response.headers);
      visit_content(response.content);
      for (const openapi::ResponseLink& link : response.links) {
        text(link.description, response.span);
      }
    }
    for (const openapi::Callback& callback : operation.callbacks) {
      for (const Operation& inner : callback.operations) visit_operation(inner);
    }
  }

  void visit_parameters(const std::vector<Parameter>& parameters) {
    for (const Parameter& parameter : parameters) {
      text(parameter.description, parameter.span);
      if (const ShownSchema* schema = block_.find_schema(&parameter)) visit_schema(*schema);
      visit_content(parameter.content);
    }
  }

  void visit_content(const std::vector<openapi::MediaType>& content) {
    for (const openapi::MediaType& type : content) {
      if (const ShownSchema* schema = block_.find_schema(&type)) visit_schema(*schema);
      for (const openapi::Example& example : type.examples) text(example.description, type.span);
    }
  }

  void visit_schema(const ShownSchema& shown) {
    visit_words(*shown.schema);
    if (shown.inner != shown.schema) visit_words(*shown.inner);
    for (const ShownField& field : shown.fields) visit_schema(field.schema);
    for (const ShownChoice& choice : shown.choices) visit_schema(choice.schema);
  }

  void visit_words(const openapi::Schema& schema) {
    text(schema.description, schema.span);
    for (const openapi::EnumValue& value : schema.enumeration) {
      text(value.description, schema.span);
    }
  }

  const ApiBlock& block_;
  const VisitText& visit_;
};

}  // namespace

bool has_markdown(std::string_view text) {
  constexpr std::string_view kMarks = "\\`*_[]<>#~|!&$\n{^=";
  if (text.find_first_of(kMarks) != std::string_view::npos) return true;
  for (std::string_view mark : {"://", "www.", "mailto:", "---"}) {
    if (text.find(mark) != std::string_view::npos) return true;
  }
  // `:smile:`, and `john@example.org`.
  if (std::count(text.begin(), text.end(), ':') > 1 || text.find('@') != text.npos) return true;
  const std::string_view words = trim_start(text);
  if (words.empty()) return false;
  // What begins a list.
  if (words[0] == '-' || words[0] == '+') return true;
  return is_digit(words[0]) && words.find_first_not_of("0123456789") != words.npos &&
         std::string_view(".)").find(words[words.find_first_not_of("0123456789")]) !=
             std::string_view::npos;
}

void visit_texts(const ApiBlock& block, const VisitText& visit) {
  Visitor(block, visit).visit_block();
}

}  // namespace carnet
