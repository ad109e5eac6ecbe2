// Opens files below a folder, and nowhere else.

#pragma once

#include <sys/types.h>

#include <string>

#include "io/file_system.h"
#include "io/posix.h"

namespace carnet {

// How paths are resolved: by the kernel, or step by step where it is older than
// Linux 5.6 or a sandbox forbids the call. Both give the same answers.
enum class Resolver { Kernel, Steps };

// The best one that works here.
Resolver find_resolver();

// Like openat(), but `path` cannot leave `folder`: neither by `..`, nor as an
// absolute path, nor through a link (EXDEV). With Links::Refuse any link on
// the way is ELOOP; at its end it can be had with O_PATH | O_NOFOLLOW.
// Invalid, with errno set, on failure. O_CLOEXEC is implied.
Descriptor open_beneath(Resolver resolver, int folder, const std::string& path, int flags,
                        mode_t mode, Links links);

}  // namespace carnet
