// Runs another program and reads what it prints. There is no shell in between,
// and it gets no environment but the one it is given.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "io/posix.h"

namespace carnet {

// The first file of that name that can be run, in the folders of a list such as
// PATH. Only absolute folders count: what lies in a book is never run. Empty if
// there is none.
std::string find_program(std::string_view name, std::string_view folders);

// Ends a running program from another thread.
class StopSignal {
 public:
  StopSignal();
  void send() const;
  // Can be read once it was sent.
  int number() const { return descriptor_.number(); }

 private:
  Descriptor descriptor_;
};

struct Command {
  std::string program;                   // An absolute path.
  std::vector<std::string> arguments;    // Without the name of the program.
  std::vector<std::string> environment;  // NAME=value.
  unsigned seconds = 0;                  // After so many it is ended.
  std::uint64_t memory = 0;              // Bytes that it may take for its data.
};

enum class CommandEnd : std::uint8_t {
  Done,      // It ended well.
  Failed,    // It did not, or could not be started.
  TooSlow,   // It was ended, because it took too long.
  Unwanted,  // It was ended, because `read` or the signal said so.
};

// Runs the command, and hands over what it prints piece by piece; its messages
// are dropped, and it reads nothing. It may write no files. Whatever happens, it
// does not run any more afterwards.
CommandEnd run_program(const Command& command, const StopSignal& stop,
                       const std::function<bool(std::string_view)>& read);

}  // namespace carnet
