#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "openapi/samples.h"
#include "openapi/samples/parameter_text.h"
#include "render/api/api_writer.h"

namespace carnet {
namespace {

using openapi::MediaType;
using openapi::Operation;
using openapi::Parameter;
using openapi::ParameterPlace;
using openapi::Response;

// What a response is called where that is a line, and so can stand beside its status.
bool is_short(std::string_view description) {
  const std::string_view words = trim(description);
  return words.size() <= 90 && words.find('\n') == std::string_view::npos;
}

bool has_details(const Response& response) {
  return !response.headers.empty() || !response.content.empty() || !response.links.empty() ||
         (!response.summary.empty() && !response.description.empty());
}

std::string server_of(const Operation& operation) {
  return operation.servers.empty() ? std::string() : operation.servers.front().url;
}

}  // namespace

template <typename Items, typename Title, typename Draw>
void ApiWriter::tabs(const Items& items, Title title, Draw draw) {
  if (items.size() == 1) return draw(items.front());
  renderer_.note_drawn("blocks/tabs");
  out() += "\n<div class=\"tabs\">\n";
  for (const auto& item : items) {
    out() += "<div class=\"tab\" id=\"api:" + std::to_string(renderer_.count_part()) +
             "\"><p class=\"tab-title\">";
    text(title(item));
    out() += "</p>";
    draw(item);
    out() += "</div>\n";
  }
  out() += "</div>\n";
}

void ApiWriter::parameter(const Parameter& parameter) {
  out() += "<li><p class=\"field\">";
  code(parameter.name);
  const ShownSchema* shown = block_.find_schema(&parameter);
  if (shown != nullptr) type(*shown);
  if (parameter.is_required) {
    out() += " <span class=\"required\">";
    text(word("required"));
    out() += "</span>";
  }
  if (parameter.is_deprecated) badge(word("api_deprecated"));
  if (!parameter.stability.empty()) badge(parameter.stability);
  out() += "</p>";
  description(parameter.description);
  if (shown != nullptr) {
    const openapi::Schema& schema = *shown->schema;
    if (parameter.description.empty()) description(schema.description);
    facts(schema);
    enumeration(schema);
    if (shown->inner != &schema) {
      facts(*shown->inner);
      enumeration(*shown->inner);
    }
    written_form(parameter);
    fold_of(*shown);
  }
  std::vector<const YamlNode*> values_of_examples;
  for (const openapi::Example& example : parameter.examples) {
    if (example.value != nullptr) values_of_examples.push_back(example.value);
  }
  if (facts_line([&] { values("api_example", values_of_examples); })) out().pop_back();
  for (const MediaType& type : parameter.content) media_type(type, openapi::Direction::Request);
  while (out().ends_with('\n')) out().pop_back();
  out() += "</li>\n";
}

// How a value is sent, where that is not as usual.
void ApiWriter::written_form(const Parameter& parameter) {
  const std::string form = openapi::written_form(parameter, block_.specification->version);
  const bool is_reserved = parameter.allows_reserved && parameter.place == ParameterPlace::Query;
  facts_line([&] {
    if (!form.empty()) fact("api_written", form);
    if (is_reserved) fact("api_reserved", {});
  });
}

void ApiWriter::parameter_list(const std::vector<const Parameter*>& list) {
  out() += "<ul class=\"fields\">\n";
  for (const Parameter* each : list) parameter(*each);
  out() += "</ul>\n";
}

void ApiWriter::parameters(const Operation& operation, int level) {
  for (ParameterPlace place : {ParameterPlace::Path, ParameterPlace::Query, ParameterPlace::Header,
                               ParameterPlace::Cookie}) {
    const std::vector<const Parameter*> list = operation.parameters_in(place);
    if (list.empty()) continue;
    label(word("parameters_" + std::string(openapi::name_of(place))), level);
    parameter_list(list);
  }
}

void ApiWriter::examples(const MediaType& type, openapi::Direction direction) {
  // One that was made of the schema stands in the samples, too, if it is a request; and where
  // the same comes a second time, as with errors, the schema says it.
  const bool is_made = type.examples.empty();
  const bool is_in_samples = direction == openapi::Direction::Request &&
                             block_.operation != nullptr && !block_.operation->hides_sample &&
                             block_.kind == ApiBlock::Kind::Operation;
  if (is_made && is_in_samples) return;
  if (is_made && type.schema != nullptr && !type.schema->name.empty() &&
      !renderer_.is_new(type.schema)) {
    return;
  }
  const std::vector<openapi::BodyExample> all = openapi::examples_of(type, direction);
  if (all.empty()) return;
  const auto title = [&](const openapi::BodyExample& example) {
    if (!example.summary.empty()) return std::string_view(example.summary);
    return example.name.empty() ? word("api_example") : std::string_view(example.name);
  };
  tabs(all, title, [&](const openapi::BodyExample& example) {
    if (!example.external_url.empty()) {
      out() += "\n<p>";
      link(example.external_url, title(example));
      out() += "</p>\n";
      return;
    }
    code_figure(example.text, example.language,
                all.size() == 1 ? title(example) : std::string_view());
  });
}

void ApiWriter::media_type(const MediaType& type, openapi::Direction direction) {
  if (const ShownSchema* shown = block_.find_schema(&type)) body_schema(*shown);
  examples(type, direction);
}

void ApiWriter::content(const std::vector<MediaType>& content, openapi::Direction direction) {
  if (content.empty()) return;
  if (content.size() == 1) {
    out() += "\n<p class=\"facts\">";
    code(content.front().type);
    out() += "</p>\n";
    return media_type(content.front(), direction);
  }
  tabs(
      content, [](const MediaType& type) { return std::string_view(type.type); },
      [&](const MediaType& type) { media_type(type, direction); });
}

void ApiWriter::response(const Response& response, int level, Folds folds) {
  const std::string_view words = !response.summary.empty() ? response.summary
                                 : is_short(response.description)
                                     ? std::string_view(response.description)
                                     : std::string_view();
  const bool is_said = !words.empty() && words.data() == response.description.data() &&
                       !block_.texts.contains(&response.description);
  const char first = response.status.empty() ? ' ' : response.status.front();
  const auto status = [&] {
    out() += "<span class=\"status\"";
    if (is_digit(first)) out().append(" data-kind=\"").append(1, first).append("\"");
    out() += '>';
    text(response.status);
    out() += "</span> ";
    if (is_said || !response.summary.empty()) text(trim(words));
  };
  if (!has_details(response) && is_said) {
    out() += "\n<p class=\"response\">";
    status();
    out() += "</p>\n";
    return;
  }
  out() += "\n<details class=\"fold response\"";
  if (folds == Folds::Open) out() += " open";
  out() += "><summary>";
  status();
  out() += "</summary>\n<div>";
  if (!is_said) description(response.description);
  if (!response.headers.empty()) {
    label(word("parameters_header"), level + 1);
    std::vector<const Parameter*> headers;
    for (const Parameter& header : response.headers) headers.push_back(&header);
    parameter_list(headers);
  }
  content(response.content, openapi::Direction::Response);
  if (!response.links.empty()) {
    label(word("api_links"), level + 1);
    out() += "<ul class=\"fields\">\n";
    for (const openapi::ResponseLink& each : response.links) {
      out() += "<li><p class=\"field\">";
      code(each.name);
      const std::string& target =
          each.operation_id.empty() ? each.operation_ref : each.operation_id;
      if (!target.empty()) {
        out() += " <span class=\"type\">";
        const auto& places = renderer_.context().site.api.operation_places;
        const auto place =
            places.find(block_.specification->find_operation_by_id(each.operation_id));
        place == places.end() ? text(target) : link(url_of(&place->second), target);
        out() += "</span>";
      }
      out() += "</p>";
      description(each.description);
      out() += "</li>\n";
    }
    out() += "</ul>\n";
  }
  out() += "</div>\n</details>\n";
}

void ApiWriter::responses(const Operation& operation, int level) {
  if (operation.responses.empty()) return;
  label(word("api_responses"), level);
  bool is_first = true;
  for (const Response& each : operation.responses) {
    const bool is_open = folds_ == Folds::Open || operation.expands_all_responses ||
                         (is_first && each.status.starts_with('2'));
    is_first = false;
    response(each, level, is_open ? Folds::Open : Folds::Closed);
  }
}

void ApiWriter::callbacks(const Operation& operation, int level) {
  if (operation.callbacks.empty()) return;
  label(word("api_callbacks"), level);
  for (const openapi::Callback& callback : operation.callbacks) {
    for (const Operation& inner : callback.operations) {
      out() += "\n<details class=\"fold\"><summary>";
      text(inner.summary.empty() ? callback.name : inner.summary);
      out() += "</summary>\n<div>";
      path(inner.method, "", inner.path);
      description(inner.description);
      parameters(inner, level + 1);
      if (inner.has_request_body()) {
        label(word("parameters_body"), level + 1);
        description(inner.request_body.description);
        content(inner.request_body.content, openapi::Direction::Request);
      }
      for (const Response& each : inner.responses) response(each, level + 1, Folds::Closed);
      out() += "</div>\n</details>\n";
    }
  }
}

void ApiWriter::samples(const Operation& operation, int level) {
  const std::vector<openapi::CodeSample> all =
      openapi::samples_of(*block_.specification, operation);
  if (all.empty()) return;
  out() += "\n<div class=\"samples\">";
  label(word("api_request"), level);
  tabs(
      all, [](const openapi::CodeSample& sample) { return std::string_view(sample.label); },
      [&](const openapi::CodeSample& sample) {
        code_figure(sample.source, sample.language,
                    all.size() == 1 ? std::string_view(sample.label) : std::string_view());
      });
  out() += "</div>\n";
}

void ApiWriter::operation(const Operation& operation, int level) {
  if (operation.expands_all_model_sections) folds_ = Folds::Open;
  const bool is_webhook = block_.kind == ApiBlock::Kind::Webhook;
  if (block_.heading != nullptr && block_.heading->parent != nullptr &&
      block_.heading->parent->block != nullptr) {
    renderer_.render(*block_.heading);
  }
  path(operation.method, is_webhook ? std::string() : server_of(operation), operation.path);
  if (operation.is_deprecated || !operation.stability.empty()) {
    out() += "\n<p class=\"facts\">";
    if (operation.is_deprecated) badge(word("api_deprecated"));
    if (!operation.sunset.empty()) {
      out() += " <span>";
      text(replace_all(std::string(word("api_sunset")), "{date}", operation.sunset));
      out() += "</span>";
    }
    if (!operation.stability.empty()) badge(operation.stability);
    out() += "</p>\n";
  }
  description(operation.description);
  external_docs(operation.external_docs);
  const int inner = level + 1;
  // Those of the whole file are told once on a page.
  const std::vector<openapi::Server>& all = block_.specification->servers;
  const bool is_as_all =
      std::equal(operation.servers.begin(), operation.servers.end(), all.begin(), all.end(),
                 [](const openapi::Server& a, const openapi::Server& b) { return a.url == b.url; });
  if (operation.servers.size() > 1 && (!is_as_all || renderer_.is_new(&all))) {
    label(word("api_servers"), inner);
    servers(operation.servers);
  }
  security(operation, inner);
  parameters(operation, inner);
  if (operation.has_request_body()) {
    label(word("parameters_body"), inner);
    description(operation.request_body.description);
    content(operation.request_body.content, openapi::Direction::Request);
  }
  samples(operation, inner);
  responses(operation, inner);
  callbacks(operation, inner);
}

void ApiWriter::models() {
  if (block_.models.empty()) return;
  const bool is_of_operation = block_.operation != nullptr;
  if (is_of_operation) label(word("api_schemas"), block_.level + 1);
  for (const ApiBlock::Model& model : block_.models) {
    if (is_of_operation) {
      out() += "\n<details class=\"fold\"><summary>";
      code(model.schema->name);
      out() += "</summary>\n";
      body_schema(model.shown);
      out() += "</details>\n";
      continue;
    }
    if (model.heading != nullptr && model.heading->parent->block != nullptr) {
      renderer_.render(*model.heading);
    }
    told_ = model.schema;
    if (block_.is_grouped) {
      open_fold("fold");
      out() += "><summary>";
      text(word(model.shown.fields.empty() ? "api_forms" : "api_properties"));
      out() += "</summary>\n";
      body_schema(model.shown);
      out() += "</details>\n";
      continue;
    }
    body_schema(model.shown);
  }
}

}  // namespace carnet
