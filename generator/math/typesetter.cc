#include "math/typesetter.h"

#include <duktape.h>

#include <cassert>

#include "base/limits.h"
#include "base/text.h"
#include "math/utf16.h"

namespace carnet {

// Written by assets/build/temml.mjs.
std::string_view embedded_temml();

struct Typesetter::Engine {
  Engine() : context(duk_create_heap_default()) {}
  ~Engine() { duk_destroy_heap(context); }
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  duk_context* context;
};

namespace {

void push(duk_context* context, const std::string& text) {
  duk_push_lstring(context, text.data(), text.size());
}

// The text on top of the stack, which is taken away.
std::string pop_text(duk_context* context) {
  duk_size_t size = 0;
  const char* bytes = duk_safe_to_lstring(context, -1, &size);
  std::string text(bytes, size);
  duk_pop(context);
  return from_surrogates(text);
}

// "Unsupported function name: \foo at position 1: ..." -> "unsupported function name: \foo"
std::string reason_of(std::string message) {
  for (std::string_view mark : {"ParseError: ", "Error: ", "RangeError: "}) {
    if (message.starts_with(mark)) message.erase(0, mark.size());
  }
  for (std::string_view mark : {" at position ", " at end of input"}) {
    if (const std::size_t at = message.rfind(mark); at != std::string::npos) message.erase(at);
  }
  message = trim(message);
  if (message.size() > 1 && message[0] >= 'A' && message[0] <= 'Z' && message[1] >= 'a') {
    message[0] = static_cast<char>(message[0] - 'A' + 'a');
  }
  return message;
}

}  // namespace

Typesetter::Typesetter() : engine_(std::make_unique<Engine>()) {
  const std::string_view program = embedded_temml();
  [[maybe_unused]] const duk_int_t failed =
      duk_peval_lstring_noresult(engine_->context, program.data(), program.size());
  assert(failed == 0);
}

Typesetter::~Typesetter() = default;

Formula Typesetter::typeset(std::string_view source, Display display) {
  Formula formula;
  formula.end = source.size();
  if (source.size() > kMaxFormulaBytes) {
    formula.error = "the formula has more than " + std::to_string(kMaxFormulaBytes) + " bytes";
    return formula;
  }
  duk_context* context = engine_->context;
  duk_get_global_string(context, "typeset");
  push(context, to_surrogates(source));
  duk_push_boolean(context, display == Display::Block);
  if (duk_pcall(context, 2) == DUK_EXEC_SUCCESS) {
    formula.mathml = pop_text(context);
    return formula;
  }
  if (duk_is_object(context, -1)) {
    duk_get_prop_string(context, -1, "position");
    if (duk_is_number(context, -1)) {
      formula.begin = offset_of_unit(source, duk_get_uint(context, -1));
    }
    duk_pop(context);
  }
  formula.error = reason_of(pop_text(context));
  return formula;
}

}  // namespace carnet
