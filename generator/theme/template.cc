#include "theme/template.h"

#include <cassert>
#include <deque>
#include <kainjow/mustache.hpp>
#include <string_view>

namespace carnet {
namespace {

namespace mustache = kainjow::mustache;

constexpr std::string_view kTextPrefix = "text.";

mustache::data to_data(const Value& value) {
  if (const std::string* text = value.text()) {
    // To mustache an empty text is true, to people it is not.
    return text->empty() ? mustache::data(false) : mustache::data(*text);
  }
  if (const Value::Fields* fields = value.fields()) {
    mustache::data object;
    for (const Value::Field& field : *fields) {
      object[std::string(field.name)] = to_data(field.value);
    }
    return object;
  }
  if (const Value::List* list = value.list()) {
    mustache::data items(mustache::data::type::list);
    for (const Value& item : *list) items.push_back(to_data(item));
    return items;
  }
  const bool* flag = value.flag();
  return mustache::data(flag != nullptr && *flag);
}

// Looks names up in the view, and `text.KEY` in the words of the interface,
// which are many: only those that are printed are converted.
class Context : public mustache::context<std::string> {
 public:
  Context(const mustache::data& view, const Texts& texts) : context(&view), texts_(texts) {}

  const mustache::data* get(const std::string& name) const override {
    if (!name.starts_with(kTextPrefix)) return context::get(name);
    const std::string* text = texts_.find(std::string_view(name).substr(kTextPrefix.size()));
    if (text == nullptr) return nullptr;
    return &used_.emplace_back(*text);
  }

 private:
  const Texts& texts_;
  mutable std::deque<mustache::data> used_;  // Alive as long as pointers to them are.
};

// What the library takes for a stream.
struct Sink {
  std::string& out;
  Sink& operator<<(const std::string& text) {
    out += text;
    return *this;
  }
};

}  // namespace

struct Template::Compiled {
  explicit Compiled(const std::string& text) : mustache(text) {}

  // Rendering is not `const` in the library, but it changes the object only on
  // errors that scan_template has ruled out, so that threads may share it.
  mutable mustache::mustache mustache;
};

Template::Template() = default;
Template::Template(Template&&) noexcept = default;
Template& Template::operator=(Template&&) noexcept = default;
Template::~Template() = default;

Template::Template(const ScannedTemplate& scanned)
    : compiled_(std::make_unique<Compiled>(scanned.text)) {
  assert(scanned.valid && compiled_->mustache.is_valid());
}

void Template::render(const Value& view, const Texts& texts, std::string& out) const {
  if (!compiled_) return;
  const mustache::data data = to_data(view);
  Context context(data, texts);
  Sink sink{out};
  compiled_->mustache.render(context, sink);
}

}  // namespace carnet
