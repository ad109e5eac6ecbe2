#include "app/command_line.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <map>
#include <string>

#include "app/build.h"
#include "app/eject_theme.h"
#include "app/options.h"
#include "io/real_file_system.h"
#include "io/run_program.h"

namespace carnet {
namespace {

// https://no-color.org
bool wants_color(Options::Color color) {
  if (color != Options::Color::Auto) return color == Options::Color::Always;
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return (no_color == nullptr || *no_color == '\0') && isatty(STDERR_FILENO) != 0 &&
         !(terminal != nullptr && std::string_view(terminal) == "dumb");
}

void read_environment(Options& options) {
  const char* folders = std::getenv("PATH");
  options.folders = folders == nullptr ? "" : folders;
  options.git = find_program("git", options.folders);
  const char* scratch = std::getenv("TMPDIR");
  if (scratch != nullptr && *scratch == '/') options.scratch = scratch;
}

void add_common(CLI::App& command, Options& options) {
  const std::map<std::string, Options::Color> colors = {{"auto", Options::Color::Auto},
                                                        {"always", Options::Color::Always},
                                                        {"never", Options::Color::Never}};
  command.add_option("--jobs", options.jobs, "Threads to use; the output does not depend on it")
      ->type_name("N")
      ->check(CLI::Range(1u, 1024u));
  command.add_option("--color", options.color, "Colours in messages: auto, always or never")
      ->type_name("WHEN")
      ->transform(CLI::CheckedTransformer(colors).description(""));
  auto* quiet = command.add_flag_callback(
      "-q,--quiet", [&] { options.verbosity = Options::Verbosity::Quiet; }, "Print problems only");
  command
      .add_flag_callback(
          "-v,--verbose", [&] { options.verbosity = Options::Verbosity::Verbose; },
          "Print notices, too")
      ->excludes(quiet);
}

}  // namespace

ExitStatus run(int argc, const char* const* argv, const char* version) {
  Options options;
  CLI::App program("Turns a GitBook repository into a website of plain files.", "carnet");
  program.set_version_flag("--version", std::string("carnet ") + version);
  program.require_subcommand(0, 1);
  program.footer(
      "Examples:\n"
      "  carnet build                 build the book in this folder, into _book\n"
      "  carnet build docs -o site    build the book in docs, into site\n"
      "  carnet theme eject           copy the theme, to change it\n\n"
      "`carnet build --help` says more.");

  CLI::App* build_command = program.add_subcommand("build", "Build the site of a book");
  build_command->add_option("DIR", options.book, "The folder of the book [.]");
  build_command->add_option("-o,--output", options.output, "The folder of the site [DIR/_book]")
      ->type_name("OUT");
  build_command->add_flag("--strict", options.is_strict,
                          "Write nothing if there is a warning, and exit with 1");
  add_common(*build_command, options);
  build_command->footer(
      "Examples:\n"
      "  carnet build\n"
      "  carnet build docs -o site --strict\n\n"
      "Exit codes: 0 fine, 1 problems in the content, 2 wrong usage or a mistake\n"
      "in carnet.yaml or a theme, 3 the machine failed.");

  CLI::App* theme_command = program.add_subcommand("theme", "Change how the pages look");
  theme_command->require_subcommand(1);
  CLI::App* eject_command =
      theme_command->add_subcommand("eject", "Copy the files of the theme into DIR/theme");
  eject_command->add_option("DIR", options.book, "The folder of the book [.]");
  eject_command->add_option("--only", options.only, "Copy these files or folders of the theme only")
      ->type_name("FILE,...")
      ->delimiter(',')
      ->allow_extra_args(false);
  add_common(*eject_command, options);
  const char* const eject_examples =
      "Examples:\n"
      "  carnet theme eject\n"
      "  carnet theme eject docs --only css/tokens.css\n"
      "  carnet theme eject --only blocks/hint.html,partials\n\n"
      "A file in DIR/theme takes the place of the theme's file of the same name. One that\n"
      "is there already is never overwritten.";
  theme_command->footer(eject_examples);
  eject_command->footer(eject_examples);

  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const bool is_answer = error.get_exit_code() == 0;  // --help, --version
    program.exit(error, std::cout, std::cerr);
    return is_answer ? ExitStatus::Success : ExitStatus::WrongUsage;
  }
  if (!build_command->parsed() && !eject_command->parsed()) {
    std::cout << program.help();
    return argc > 1 ? ExitStatus::WrongUsage : ExitStatus::Success;
  }
  const bool is_seen = isatty(STDERR_FILENO) != 0;
  const Terminal terminal{
      .results = std::cout,
      .messages = std::cerr,
      .use_color = wants_color(options.color),
      .shows_progress = is_seen && options.verbosity != Options::Verbosity::Quiet};
  read_environment(options);
  RealFileSystem files;
  return eject_command->parsed() ? eject_theme(options, files, terminal)
                                 : build(options, files, terminal);
}

}  // namespace carnet
