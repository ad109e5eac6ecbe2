#include "io/run_program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "base/path.h"
#include "base/text.h"

namespace carnet {
namespace {

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

// A clock that becomes readable; nobody has to ask for the time.
Descriptor timer_of(unsigned seconds) {
  Descriptor timer(timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC));
  itimerspec when{};
  when.it_value.tv_sec = static_cast<time_t>(seconds);
  if (timer) timerfd_settime(timer.number(), 0, &when, nullptr);
  return timer;
}

void limit(pid_t process, __rlimit_resource what, std::uint64_t most) {
  const rlimit both{most, most};
  prlimit(process, what, &both, nullptr);
}

class Process {
 public:
  // Its output goes into `output`.
  Process(const Command& command, const Descriptor& output) {
    std::vector<std::string> arguments = command.arguments;
    arguments.insert(arguments.begin(), command.program);
    std::vector<std::string> environment = command.environment;
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output.number(), STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    // A group of its own, so that whatever it starts can be ended with it.
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK);
    posix_spawnattr_setpgroup(&attributes, 0);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    has_started_ = posix_spawn(&id_, command.program.c_str(), &actions, &attributes,
                               pointers_to(arguments).data(), pointers_to(environment).data()) == 0;
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (!has_started_) return;
    limit(id_, RLIMIT_DATA, command.memory);
    limit(id_, RLIMIT_FSIZE, 0);
    limit(id_, RLIMIT_CORE, 0);
  }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process() {
    if (!has_started_) return;
    end();
    wait();
  }

  bool has_started() const { return has_started_; }

  void end() const { kill(-id_, SIGKILL); }

  // Whether it ended well.
  bool wait() {
    has_started_ = false;
    int status = 0;
    while (waitpid(id_, &status, 0) < 0) {
      if (errno != EINTR) return false;
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }

 private:
  pid_t id_ = 0;
  bool has_started_ = false;
};

}  // namespace

std::string find_program(std::string_view name, std::string_view folders) {
  for (std::string_view folder : split(folders, ':')) {
    if (!folder.starts_with('/')) continue;
    std::string path = join_path(folder, name);
    if (access(path.c_str(), X_OK) == 0) return path;
  }
  return {};
}

StopSignal::StopSignal() : descriptor_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

void StopSignal::send() const {
  if (descriptor_) eventfd_write(descriptor_.number(), 1);
}

CommandEnd run_program(const Command& command, const StopSignal& stop,
                       const std::function<bool(std::string_view)>& read) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return CommandEnd::Failed;
  const Descriptor output(ends[0]);
  Descriptor input(ends[1]);
  const Descriptor timer = timer_of(command.seconds);
  Process process(command, input);
  if (!process.has_started() || !timer) return CommandEnd::Failed;
  input.close();

  std::array<pollfd, 3> events = {
      {{output.number(), POLLIN, 0}, {timer.number(), POLLIN, 0}, {stop.number(), POLLIN, 0}}};
  std::array<char, 64u << 10> buffer;
  for (;;) {
    if (poll(events.data(), events.size(), -1) < 0) {
      if (errno == EINTR) continue;
      return CommandEnd::Failed;
    }
    if ((events[2].revents & POLLIN) != 0) return CommandEnd::Unwanted;
    if ((events[1].revents & POLLIN) != 0) return CommandEnd::TooSlow;
    if (events[0].revents == 0) continue;
    const ssize_t count = ::read(output.number(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return CommandEnd::Failed;
    if (count == 0) return process.wait() ? CommandEnd::Done : CommandEnd::Failed;
    if (!read({buffer.data(), static_cast<std::size_t>(count)})) return CommandEnd::Unwanted;
  }
}

}  // namespace carnet
