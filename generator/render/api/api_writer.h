// The HTML of a part of an API. Each file beside this one draws one part of it, and all share what
// is here.

#pragma once

#include <string>
#include <string_view>

#include "openapi/example.h"
#include "openapi/schema_example.h"
#include "render/page_renderer.h"
#include "site/api/api_reference.h"

namespace carnet {

class ApiWriter {
 public:
  enum class Folds { Closed, Open };

  // Writes to `renderer.out()`.
  ApiWriter(const ApiBlock& block, Folds folds, PageRenderer& renderer)
      : block_(block), folds_(folds), renderer_(renderer) {}

  // --- operation_html.cc
  void operation(const openapi::Operation& operation, int level);
  void overview();
  void models();

 private:
  // --- api_writer.cc: small things.
  std::string& out() { return renderer_.out(); }
  std::string_view word(std::string_view key) const { return renderer_.context().word(key); }
  void text(std::string_view words) { renderer_.text(words); }
  void code(std::string_view words);
  // A heading that is none of the outline, below that of the operation.
  void label(std::string_view words, int level);
  void badge(std::string_view words);
  // Markdown: a block of its own. Nothing for nothing.
  void description(const std::string& words);
  void path(std::string_view method, std::string_view server, std::string_view path);
  void code_figure(const std::string& text, std::string_view language, std::string_view title);
  void open_fold(std::string_view name);
  // `draw` writes short facts, a blank behind each. Without any there is no line; says whether
  // there is one.
  template <typename Draw>
  bool facts_line(Draw draw) {
    const std::size_t begin = out().size();
    out() += "\n<p class=\"facts\">";
    const std::size_t empty = out().size();
    draw();
    if (out().size() == empty) {
      out().resize(begin);
      return false;
    }
    while (out().ends_with(' ')) out().pop_back();
    out() += "</p>\n";
    return true;
  }
  // One of them: a word of the interface, a value in code, or both.
  void fact(std::string_view key, std::string_view value);
  void external_docs(const openapi::ExternalDocs& docs);
  // `<a href>` with the words, or the words alone.
  void link(std::string_view url, std::string_view words);
  // The address of a place in the site; "" if there is none.
  std::string url_of(const ApiPlace* place) const;

  // --- security_html.cc
  void security(const openapi::Operation& operation, int level);
  void security_scheme(const openapi::SecurityNeed& need);
  void alternative_mark();  // "or"
  void servers(const std::vector<openapi::Server>& servers);

  // --- schema_html.cc
  // What is told of a schema in one line: its type, and what it may be.
  void type(const ShownSchema& shown);
  void type_words(const openapi::Schema& schema, std::size_t depth, const ShownSchema& shown);
  void marks(const openapi::Schema& schema);
  // `name` is what XML calls the value if the schema does not say it; "" where nothing is known.
  void facts(const openapi::Schema& schema, std::string_view name = {});
  void enumeration(const openapi::Schema& schema);
  void values(std::string_view key, const std::vector<const YamlNode*>& values);
  // All of a schema that stands alone.
  void body_schema(const ShownSchema& shown);
  void inside(const ShownSchema& shown);
  void field(const ShownField& field);
  void fold_of(const ShownSchema& shown);
  void choices(const ShownSchema& shown);
  void schema_name(const openapi::Schema& schema, const ShownSchema& shown);

  // --- operation_html.cc
  void parameters(const openapi::Operation& operation, int level);
  void parameter(const openapi::Parameter& parameter);
  void written_form(const openapi::Parameter& parameter);
  void parameter_list(const std::vector<const openapi::Parameter*>& list);
  void content(const std::vector<openapi::MediaType>& content, openapi::Direction direction);
  void media_type(const openapi::MediaType& type, openapi::Direction direction);
  void examples(const openapi::MediaType& type, openapi::Direction direction);
  void responses(const openapi::Operation& operation, int level);
  void response(const openapi::Response& response, int level, Folds folds);
  void callbacks(const openapi::Operation& operation, int level);
  void samples(const openapi::Operation& operation, int level);
  template <typename Items, typename Title, typename Draw>
  void tabs(const Items& items, Title title, Draw draw);

  // --- overview_html.cc
  void people();

  const ApiBlock& block_;
  Folds folds_;
  PageRenderer& renderer_;
  // Whose name stands above: `body_schema` says its type, not its name again.
  const openapi::Schema* told_ = nullptr;
};

// The inside of the element of an API block.
std::string draw_api_block(const ApiBlock& block, ApiWriter::Folds folds, PageRenderer& renderer);

}  // namespace carnet
