#include "io/run_program.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <string>
#include <string_view>

namespace carnet {
namespace {

// What a script prints, and how it ended.
std::string run_script(const std::string& script, unsigned seconds = 20) {
  Command command;
  command.program = "/bin/sh";
  command.arguments = {"-c", script};
  command.environment = {"PATH=/usr/bin:/bin", "GREETING=hello"};
  command.seconds = seconds;
  command.memory = 1u << 30;
  const StopSignal stop;
  std::string output;
  const CommandEnd end = run_program(command, stop, [&](std::string_view bytes) {
    output += bytes;
    return output.size() < 100'000;
  });
  switch (end) {
    case CommandEnd::Done: return output + "done";
    case CommandEnd::Failed: return output + "failed";
    case CommandEnd::TooSlow: return output + "too slow";
    case CommandEnd::Unwanted: return "unwanted";
  }
  return {};
}

TEST_SUITE("run_program") {
  TEST_CASE("its output, and how it ended") {
    CHECK(run_script("echo a; echo b >&2; echo c") == "a\nc\ndone");
    CHECK(run_script("echo a; exit 3") == "a\nfailed");
    CHECK(run_script("kill -9 $$") == "failed");
  }
  TEST_CASE("it knows nothing but what it is told, and reads nothing") {
    CHECK(run_script("echo $GREETING $HOME; cat") == "hello\ndone");
  }
  TEST_CASE("it has a time limit, and so have its children") {
    CHECK(run_script("echo a; sleep 100", 1) == "a\ntoo slow");
    CHECK(run_script("sleep 100 & echo a; wait", 1) == "a\ntoo slow");
  }
  TEST_CASE("it writes no files") {
    // The limit is set right after it has started.
    CHECK(run_script("sleep 0.2; echo a > /tmp/carnet-unwanted-file") == "failed");
    std::remove("/tmp/carnet-unwanted-file");
  }
  TEST_CASE("whoever reads may have had enough") { CHECK(run_script("yes") == "unwanted"); }
  TEST_CASE("a signal ends it") {
    Command command;
    command.program = "/bin/sh";
    command.arguments = {"-c", "sleep 100"};
    command.seconds = 100;
    command.memory = 1u << 30;
    const StopSignal stop;
    stop.send();
    CHECK(run_program(command, stop, [](std::string_view) { return true; }) ==
          CommandEnd::Unwanted);
  }
  TEST_CASE("a program that is not there") {
    Command command;
    command.program = "/nowhere/git";
    command.seconds = 1;
    const StopSignal stop;
    CHECK(run_program(command, stop, [](std::string_view) { return true; }) == CommandEnd::Failed);
  }
  TEST_CASE("programs are looked for in absolute folders only") {
    CHECK(find_program("sh", "/nowhere:/bin:/usr/bin") == "/bin/sh");
    CHECK(find_program("sh", ".::bin:usr/bin").empty());
    CHECK(find_program("sh", "").empty());
  }
}

}  // namespace
}  // namespace carnet
