# Files that become part of the program: what a script makes of an npm package of assets/.

find_program(CARNET_NODE node)
if(NOT CARNET_NODE)
  message(FATAL_ERROR "carnet needs Node.js: install it with `apt-get install nodejs npm`")
endif()
if(NOT EXISTS ${PROJECT_SOURCE_DIR}/assets/node_modules/.package-lock.json)
  message(FATAL_ERROR "carnet needs the packages of assets/package.json: run `npm ci` in assets/")
endif()

# make_asset(<name> <script> [<dependency>...]): the path of a file that
# `node assets/build/<script> <file>` writes, in the variable <name>.
function(make_asset name script)
  set(file ${CMAKE_CURRENT_BINARY_DIR}/${name})
  set(script ${PROJECT_SOURCE_DIR}/assets/build/${script})
  add_custom_command(
    OUTPUT ${file}
    COMMAND ${CARNET_NODE} ${script} ${file}
    DEPENDS ${script} ${PROJECT_SOURCE_DIR}/assets/package-lock.json ${ARGN}
    VERBATIM)
  set(${name} ${file} PARENT_SCOPE)
endfunction()

# embed_file(<name> <file>): a C++ file that implements
# `std::string_view carnet::embedded_<name>()`, in the variable <name>_source. The assembler
# copies the bytes: as a literal, millions of them would take a compiler minutes.
function(embed_file name file)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded_${name}.cc)
  add_custom_command(
    OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -D NAME=${name} -D FILE=${file} -D OUTPUT=${source}
      -P ${CMAKE_CURRENT_SOURCE_DIR}/cmake/write_embedded.cmake
    DEPENDS ${file} cmake/write_embedded.cmake
    VERBATIM)
  set_source_files_properties(${source} PROPERTIES OBJECT_DEPENDS ${file})
  set(${name}_source ${source} PARENT_SCOPE)
endfunction()
