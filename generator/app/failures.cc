#include "app/failures.h"

#include <fmt/format.h>

#include <ostream>
#include <system_error>

namespace carnet {

ExitStatus fail(const Terminal& terminal, const IoError& error) {
  terminal.clear_progress();
  terminal.messages << fmt::format("carnet: error: {}: {}\n", error.path, error.reason);
  return ExitStatus::MachineFailed;
}

ExitStatus fail_to_read(const Terminal& terminal, const IoError& error) {
  fail(terminal, error);
  const bool is_missing = error.code == std::errc::no_such_file_or_directory ||
                          error.code == std::errc::not_a_directory;
  return is_missing ? ExitStatus::WrongUsage : ExitStatus::MachineFailed;
}

}  // namespace carnet
