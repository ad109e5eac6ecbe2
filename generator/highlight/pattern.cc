#include "highlight/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/limits.h"

namespace carnet {
namespace {

// Prism's lookbehind is the first group; nobody asks for another one.
constexpr std::uint32_t kGroups = 2;

// What one thread needs for matching, made once.
class Workspace {
 public:
  Workspace() {
    pcre2_set_match_limit(context_, kMaxPatternSteps);
    pcre2_set_depth_limit(context_, kMaxPatternDepth);
    pcre2_jit_stack_assign(context_, nullptr, stack_);
  }
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;
  ~Workspace() {
    pcre2_jit_stack_free(stack_);
    pcre2_match_context_free(context_);
    pcre2_match_data_free(data_);
  }

  pcre2_match_data* data() const { return data_; }
  pcre2_match_context* context() const { return context_; }

 private:
  pcre2_match_data* data_ = pcre2_match_data_create(kGroups, nullptr);
  pcre2_match_context* context_ = pcre2_match_context_create(nullptr);
  pcre2_jit_stack* stack_ = pcre2_jit_stack_create(32 << 10, kMaxPatternStack, nullptr);
};

// Stands for an expression that PCRE2 does not take.
char not_valid;

}  // namespace

Pattern::~Pattern() {
  void* code = code_.load();
  if (code != &not_valid) pcre2_code_free(static_cast<pcre2_code*>(code));
}

void* Pattern::compile() const {
  const std::uint32_t options = PCRE2_UTF | PCRE2_NO_UTF_CHECK | PCRE2_DOTALL |
                                PCRE2_DOLLAR_ENDONLY | PCRE2_MATCH_UNSET_BACKREF |
                                (case_ == Case::Ignored ? PCRE2_CASELESS : 0);
  int error = 0;
  PCRE2_SIZE offset = 0;
  void* code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(expression_.data()), expression_.size(),
                             options, &error, &offset, nullptr);
  return code != nullptr ? code : &not_valid;
}

void* Pattern::code() const {
  void* code = code_.load(std::memory_order_acquire);
  if (code != nullptr) return code;
  code = compile();
  // Where there is no machine code for this machine, the interpreter does it.
  if (code != &not_valid) pcre2_jit_compile(static_cast<pcre2_code*>(code), PCRE2_JIT_COMPLETE);
  // Another thread may have been quicker.
  void* other = nullptr;
  if (code_.compare_exchange_strong(other, code, std::memory_order_acq_rel)) return code;
  if (code != &not_valid) pcre2_code_free(static_cast<pcre2_code*>(code));
  return other;
}

bool Pattern::is_valid() const {
  void* code = compile();
  if (code == &not_valid) return false;
  pcre2_code_free(static_cast<pcre2_code*>(code));
  return true;
}

Pattern::Outcome Pattern::find(std::string_view subject, std::size_t from, Found& found) const {
  static thread_local const Workspace workspace;
  const auto* code = static_cast<const pcre2_code*>(this->code());
  if (code == nullptr) return Outcome::NotFound;
  const int result = pcre2_match(code, reinterpret_cast<PCRE2_SPTR>(subject.data()), subject.size(),
                                 from, PCRE2_NO_UTF_CHECK, workspace.data(), workspace.context());
  if (result == PCRE2_ERROR_NOMATCH) return Outcome::NotFound;
  if (result < 0) return Outcome::TooCostly;
  const PCRE2_SIZE* places = pcre2_get_ovector_pointer(workspace.data());
  found.begin = places[0];
  found.end = places[1];
  // 0: there were more groups than places for them.
  const bool has_group = result != 1 && places[2] != PCRE2_UNSET;
  found.group_size = has_group ? places[3] - places[2] : 0;
  return Outcome::Found;
}

}  // namespace carnet
