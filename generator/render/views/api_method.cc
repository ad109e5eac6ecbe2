#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "base/html_escape.h"
#include "base/text.h"
#include "blocks/registry.h"
#include "render/views/api_path.h"
#include "render/views/caption.h"
#include "render/views/views.h"

namespace carnet {
namespace {

// Where a parameter stands in a request, in the order in which they are shown.
constexpr std::array<std::string_view, 6> kPlaces = {"path",   "query", "header",
                                                     "cookie", "form",  "body"};

struct ListBlock {
  const BlockSpec* block;
  std::string_view place;
};
constexpr ListBlock kLists[] = {
    {&kApiMethodPathParameters, "path"}, {&kApiMethodQueryParameters, "query"},
    {&kApiMethodHeaders, "header"},      {&kApiMethodFormDataParameters, "form"},
    {&kApiMethodBodyParameters, "body"},
};

// Gathers the parts of a method, wherever they stand in it: containers may lack their end,
// so that their content follows them. What is no part belongs to the description.
class Method {
 public:
  explicit Method(PageRenderer& renderer) : renderer_(renderer) {}

  void visit_children(const Node& node) {
    for (const Node& child : node.children()) visit(child);
  }

  void visit(const Node& node) {
    const BlockSpec* block = node.kind == NodeKind::Block ? node.block : nullptr;
    for (const ListBlock& list : kLists) {
      if (list.block != block) continue;
      place_ = list.place;
      return visit_children(node);
    }
    if (block == &kApiMethodSpec || block == &kApiMethodRequest || block == &kApiMethodResponse) {
      visit_children(node);
    } else if (block == &kApiMethodSummary) {
      summary_ += caption_of(node, renderer_);
    } else if (block == &kApiMethodDescription || block == &kSwaggerDescription) {
      description_ += renderer_.render_apart(node) + '\n';
    } else if (block == &kApiMethodParameter) {
      add_parameter(node, place_);
    } else if (block == &kSwaggerParameter) {
      const std::string_view place = attribute_value(node, "in");
      add_parameter(node, place.empty() ? "query" : place);
    } else if (block == &kApiMethodResponseExample) {
      add_response(node, attribute_value(node, "httpCode"), {});
    } else if (block == &kSwaggerResponse) {
      add_response(node, attribute_value(node, "status"), attribute_value(node, "description"));
    } else if (block == &kApiMethodResponseExampleDescription) {
      description_ += renderer_.render_apart(node) + '\n';
    } else {
      description_ += draw(node);
    }
  }

  void fill(Value& view) {
    view.set("summary_html", std::move(summary_)).set("description", std::move(description_));
    Value::List groups;
    for (std::size_t i = 0; i < kPlaces.size(); ++i) {
      if (parameters_[i].empty()) continue;
      Value group = Value::object();
      group.set("label", renderer_.context().word("parameters_" + std::string(kPlaces[i])));
      group.set("parameters", std::move(parameters_[i]));
      groups.push_back(std::move(group));
    }
    view.set("groups", std::move(groups)).set("responses", std::move(responses_));
  }

  std::string& summary() { return summary_; }

 private:
  std::string draw(const Node& node) {
    std::string html;
    std::swap(html, renderer_.out());
    renderer_.render(node);
    std::swap(html, renderer_.out());
    return html;
  }

  void add_parameter(const Node& node, std::string_view place) {
    Value parameter = Value::object();
    parameter.set("name", attribute_value(node, "name"));
    parameter.set("type", attribute_value(node, "type"));
    parameter.set("required", attribute_value(node, "required") == "true");
    parameter.set("about", caption_of(node, renderer_));
    const auto* found = std::find(kPlaces.begin(), kPlaces.end(), place);
    parameters_[static_cast<std::size_t>(found - kPlaces.begin()) % kPlaces.size()].push_back(
        std::move(parameter));
  }

  // `status` may be "200: OK".
  void add_response(const Node& node, std::string_view status, std::string_view about) {
    const std::size_t colon = std::min(status.find(':'), status.size());
    const std::string_view code = trim(status.substr(0, colon));
    Value response = Value::object();
    response.set("is_open", responses_.empty());
    response.set("code", code);
    response.set("kind", code.empty() || !is_digit(code[0]) ? "" : std::string(1, code[0]));
    response.set("words", trim(status.substr(std::min(colon + 1, status.size()))));
    std::string body;
    if (!about.empty()) body = "<p>" + escape_html(about) + "</p>\n";
    for (const Node& child : node.children()) {
      const bool is_words = child.is_block_of(kApiMethodResponseExampleDescription);
      body += is_words ? renderer_.render_apart(child) + '\n' : draw(child);
    }
    response.set("body", std::move(body));
    responses_.push_back(std::move(response));
  }

  PageRenderer& renderer_;
  std::string_view place_ = "query";
  std::string summary_;
  std::string description_;
  std::array<Value::List, kPlaces.size()> parameters_;
  Value::List responses_;
};

}  // namespace

void view_api_method(Value& view, const Node& block, PageRenderer& renderer) {
  const std::string_view host = attribute_value(block, "host");
  Method method(renderer);
  method.summary() = escape_html(attribute_value(block, "summary"));
  if (block.block == &kApiMethod || block.block == &kSwagger) {
    method.visit_children(block);
    set_api_path(view, attribute_value(block, "method"), attribute_value(block, "path"));
    view.set("host", host.empty() ? attribute_value(block, "baseUrl") : host);
  } else {
    method.visit(block);  // A part without its whole.
  }
  view.set("id", renderer.id_of(block));
  // Tables of parameters use the room beside the text.
  const bool is_top = block.parent->kind == NodeKind::Document;
  view.set("wide", is_top || attribute_value(block, "fullWidth") == "true");
  method.fill(view);
}

void view_swagger(Value& view, const Node& block, PageRenderer& renderer) {
  const bool is_reference =
      find_attribute(block, "src") != nullptr || find_attribute(block, "spec") != nullptr;
  view.set("is_reference", is_reference);
  is_reference ? view_openapi(view, block, renderer) : view_api_method(view, block, renderer);
}

}  // namespace carnet
