#include <exception>
#include <iostream>

#include "app/command_line.h"

int main(int argc, char** argv) {
  try {
    return static_cast<int>(carnet::run(argc, argv, CARNET_VERSION));
  } catch (const std::exception&) {
    // Out of memory, most likely: nothing else throws on purpose.
    std::cerr << "carnet: error: the machine ran out of memory or another resource\n";
    return static_cast<int>(carnet::ExitStatus::MachineFailed);
  }
}
