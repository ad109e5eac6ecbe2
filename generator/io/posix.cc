#include "io/posix.h"

#include <unistd.h>

namespace carnet {

bool Descriptor::close() {
  if (number_ < 0) return true;
  return ::close(std::exchange(number_, -1)) == 0;
}

std::string reason_for(std::errc code) {
  switch (code) {
    case std::errc::no_space_on_device: return "the disk is full";
    case std::errc::permission_denied:
    case std::errc::operation_not_permitted: return "permission denied";
    case std::errc::read_only_file_system: return "the disk is read-only";
    case std::errc::no_such_file_or_directory: return "no such file or folder";
    case std::errc::file_exists: return "something with this name exists";
    case std::errc::filename_too_long: return "the name is too long for this disk";
    case std::errc::not_a_directory: return "not a folder";
    case std::errc::is_a_directory: return "a folder, not a file";
    case std::errc::directory_not_empty: return "the folder is not empty";
    case std::errc::too_many_symbolic_link_levels:
      return "a symbolic link in a place where none is followed";
    case std::errc::cross_device_link: return "it leads to another place or disk";
    case std::errc::file_too_large: return "the file is too large";
    case std::errc::too_many_files_open:
    case std::errc::too_many_files_open_in_system: return "too many files are open";
    case std::errc::io_error: return "the disk reports a failure";
    case std::errc::resource_unavailable_try_again: return "another program is using it";
    case std::errc::invalid_argument: return "not a name that the disk accepts";
    default: return "the system refuses it (error " + std::to_string(static_cast<int>(code)) + ")";
  }
}

IoError io_error(std::string path, std::errc code) {
  return {std::move(path), reason_for(code), code};
}

IoError io_error(std::string path, int error_number) {
  return io_error(std::move(path), static_cast<std::errc>(error_number));
}

}  // namespace carnet
