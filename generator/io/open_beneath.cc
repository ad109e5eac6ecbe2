#include "io/open_beneath.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifdef SYS_openat2
#include <linux/openat2.h>
#endif

#include <cerrno>
#include <climits>
#include <optional>
#include <string_view>
#include <vector>

namespace carnet {
namespace {

// As many as Linux follows in one path.
constexpr int kMaxLinks = 40;

Descriptor failure(int error_number) {
  errno = error_number;
  return {};
}

Descriptor open_with_kernel(int folder, const std::string& path, int flags, mode_t mode,
                            Links links) {
#ifdef SYS_openat2
  open_how how{};
  how.flags = static_cast<unsigned>(flags);
  how.mode = (flags & O_CREAT) != 0 ? mode : 0;
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
  if (links == Links::Refuse) how.resolve |= RESOLVE_NO_SYMLINKS;
  // The kernel gives up when something is renamed while it looks at a `..`.
  constexpr int kAttempts = 100;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    const long number = syscall(SYS_openat2, folder, path.c_str(), &how, sizeof how);
    if (number >= 0) return Descriptor(static_cast<int>(number));
    if (errno != EAGAIN && errno != EINTR) break;
  }
  return {};
#else
  (void)folder, (void)path, (void)flags, (void)mode, (void)links;
  return failure(ENOSYS);
#endif
}

std::optional<std::string> read_link(int folder, const std::string& name) {
  std::string target(PATH_MAX, '\0');
  const ssize_t length = readlinkat(folder, name.c_str(), target.data(), target.size());
  if (length < 0) return std::nullopt;
  target.resize(static_cast<std::size_t>(length));
  return target;
}

// The segments of a path, the last one first: a stack of what is to be done.
void push_segments(std::vector<std::string>& ahead, std::string_view path) {
  const std::size_t bottom = ahead.size();
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view segment = path.substr(0, slash);
    if (!segment.empty() && segment != ".") ahead.emplace(ahead.begin() + bottom, segment);
    path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
  }
}

// One segment at a time, never following a link blindly. The folders on the
// way stay open, so that `..` goes back to where we came from, even if somebody
// moves them meanwhile.
Descriptor open_in_steps(int root, const std::string& path, int flags, mode_t mode, Links links) {
  std::vector<std::string> ahead;
  std::vector<Descriptor> folders;
  int followed = 0;
  if (path.starts_with('/')) return failure(EXDEV);
  push_segments(ahead, path);
  while (!ahead.empty()) {
    const int here = folders.empty() ? root : folders.back().number();
    const std::string segment = std::move(ahead.back());
    ahead.pop_back();
    if (segment == "..") {
      if (folders.empty()) return failure(EXDEV);
      folders.pop_back();
      continue;
    }
    if (const auto target = read_link(here, segment)) {
      const bool wants_the_link = (flags & O_PATH) != 0 && (flags & O_NOFOLLOW) != 0;
      if (ahead.empty() && wants_the_link) {
        return Descriptor(openat(here, segment.c_str(), flags));
      }
      if (links == Links::Refuse || ++followed > kMaxLinks) return failure(ELOOP);
      if (target->starts_with('/')) return failure(EXDEV);
      push_segments(ahead, *target);
      continue;
    }
    if (ahead.empty()) return Descriptor(openat(here, segment.c_str(), flags | O_NOFOLLOW, mode));
    Descriptor next(openat(here, segment.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!next) return {};
    folders.push_back(std::move(next));
  }
  return Descriptor(openat(folders.empty() ? root : folders.back().number(), ".", flags, mode));
}

}  // namespace

Resolver find_resolver() {
  const Descriptor here =
      open_with_kernel(AT_FDCWD, ".", O_PATH | O_DIRECTORY | O_CLOEXEC, 0, Links::Follow);
  return here ? Resolver::Kernel : Resolver::Steps;
}

Descriptor open_beneath(Resolver resolver, int folder, const std::string& path, int flags,
                        mode_t mode, Links links) {
  if (path.find('\0') != std::string::npos) return failure(EINVAL);
  const std::string& name = path.empty() ? "." : path;
  return resolver == Resolver::Kernel
             ? open_with_kernel(folder, name, flags | O_CLOEXEC, mode, links)
             : open_in_steps(folder, name, flags | O_CLOEXEC, mode, links);
}

}  // namespace carnet
