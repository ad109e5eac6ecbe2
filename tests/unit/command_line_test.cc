#include "app/command_line.h"

#include <doctest/doctest.h>

#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace carnet {
namespace {

struct Answer {
  int status = 0;
  std::string results;
  std::string messages;
};

Answer run_with(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "carnet");
  std::ostringstream results;
  std::ostringstream messages;
  std::streambuf* const out = std::cout.rdbuf(results.rdbuf());
  std::streambuf* const err = std::cerr.rdbuf(messages.rdbuf());
  const ExitStatus status = run(static_cast<int>(arguments.size()), arguments.data(), "1.2.3");
  std::cout.rdbuf(out);
  std::cerr.rdbuf(err);
  return {static_cast<int>(status), results.str(), messages.str()};
}

void check_refused(std::vector<const char*> arguments, std::string_view said) {
  const Answer answer = run_with(std::move(arguments));
  CHECK(answer.status == 2);
  CAPTURE(answer.messages);
  CHECK(answer.messages.find(said) != std::string::npos);
}

TEST_SUITE("command line") {
  TEST_CASE("help goes to the results, with examples") {
    for (const std::vector<const char*>& arguments :
         {std::vector<const char*>{"--help"}, {"-h"}, {"build", "--help"}}) {
      const Answer answer = run_with(arguments);
      CHECK(answer.status == 0);
      CHECK(answer.messages.empty());
      CHECK(answer.results.find("Examples:") != std::string::npos);
      CHECK(answer.results.find("carnet build docs -o site") != std::string::npos);
    }
  }
  TEST_CASE("the version") {
    const Answer answer = run_with({"--version"});
    CHECK(answer.status == 0);
    CHECK(answer.results == "carnet 1.2.3\n");
  }
  TEST_CASE("without a command there is help") {
    const Answer answer = run_with({});
    CHECK(answer.status == 0);
    CHECK(answer.results.find("build") != std::string::npos);
  }
  TEST_CASE("what is not known is refused") {
    check_refused({"build", "--nothing"}, "--nothing");
    check_refused({"nothing"}, "nothing");
    check_refused({"build", "a", "b"}, "b");
  }
  TEST_CASE("values that mean nothing are refused") {
    check_refused({"build", "--jobs", "0"}, "--jobs");
    check_refused({"build", "--jobs", "many"}, "--jobs");
    check_refused({"build", "--color", "blue"}, "--color");
    check_refused({"build", "--output"}, "--output");
    check_refused({"build", "-q", "-v"}, "-q");
  }
  TEST_CASE("a folder that does not exist is refused") {
    check_refused({"build", "/no/such/folder"}, "/no/such/folder");
  }
}

}  // namespace
}  // namespace carnet
