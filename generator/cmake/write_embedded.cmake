# Writes the C++ file of embed_file(): NAME, FILE and OUTPUT say which.
file(WRITE ${OUTPUT}
"// Written by generator/cmake/write_embedded.cmake.

#include <string_view>

asm(R\"(
  .pushsection .rodata,\"a\",@progbits
  .globl carnet_${NAME}_begin, carnet_${NAME}_end
carnet_${NAME}_begin:
  .incbin \"${FILE}\"
carnet_${NAME}_end:
  .byte 0
  .popsection
)\");
extern \"C\" const char carnet_${NAME}_begin[];
extern \"C\" const char carnet_${NAME}_end[];

namespace carnet {

std::string_view embedded_${NAME}() {
  return {carnet_${NAME}_begin, static_cast<std::size_t>(carnet_${NAME}_end - carnet_${NAME}_begin)};
}

}  // namespace carnet
")
