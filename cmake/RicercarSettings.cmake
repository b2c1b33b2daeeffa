# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of ours shares, and the functions that make one.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
set(CMAKE_LINK_DEPENDS_NO_SHARED ON)

# Static libraries go into programs and into modules alike; what a module exports it says itself.
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)

# What people run is optimised by -O2; the hot loops have flags of their own, in every build type.
string(REPLACE "-O3" "-O2" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")
# programs too, so that they share precompiled headers with libraries
set(CMAKE_CXX_COMPILE_OPTIONS_PIE ${CMAKE_CXX_COMPILE_OPTIONS_PIC})
# Files of a library are compiled several at a time where nobody changes them one by one.
set(RICERCAR_UNITY OFF)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  set(RICERCAR_UNITY ON)
endif()

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # the sloppiness that ccache asks for where headers are precompiled
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros "${CCACHE}")
endif()
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)

# Warnings, sanitizers and the include root ("core/music/PianoRoll.h") for our own code.
add_library(ricercar_flags INTERFACE)
target_include_directories(ricercar_flags INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_definitions(ricercar_flags INTERFACE RICERCAR_VERSION="${PROJECT_VERSION}")
target_compile_options(ricercar_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
  $<$<BOOL:${RICERCAR_WERROR}>:-Werror>)
target_link_libraries(ricercar_flags INTERFACE Threads::Threads)
if(RICERCAR_SANITIZE STREQUAL "address")
  target_compile_options(ricercar_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_link_options(ricercar_flags INTERFACE -fsanitize=address,undefined)
elseif(RICERCAR_SANITIZE STREQUAL "thread")
  target_compile_options(ricercar_flags INTERFACE -fsanitize=thread)
  target_link_options(ricercar_flags INTERFACE -fsanitize=thread)
elseif(RICERCAR_SANITIZE STREQUAL "fuzzer")
  target_compile_options(ricercar_flags INTERFACE -fsanitize=fuzzer-no-link,address,undefined)
  target_link_options(ricercar_flags INTERFACE -fsanitize=address,undefined)
endif()

# core/torch as a module, loaded when something needs it; where sanitizers look on, it is part of every program.
set(RICERCAR_TORCH_MODULE ON)
if(RICERCAR_SANITIZE)
  set(RICERCAR_TORCH_MODULE OFF)
endif()
include(GNUInstallDirs)
set(RICERCAR_MODULE_FOLDER "${CMAKE_INSTALL_LIBDIR}/ricercar")  # under the prefix, and under the build tree
set(RICERCAR_TORCH_FILE "ricercar-torch.so")
# ricercar_loads_torch(TARGET): whoever builds it gets the module as well.
function(ricercar_loads_torch target)
  if(RICERCAR_TORCH_MODULE)
    add_dependencies(${target} ricercar_torch_module)
  endif()
endfunction()

# Options for the few sources that take minutes to instrument: core/learning/Kernels*.cpp.
set(RICERCAR_UNSANITIZED "")
if(RICERCAR_SANITIZE)
  set(RICERCAR_UNSANITIZED -fno-sanitize=all)
endif()

set(RICERCAR_TEST_ENVIRONMENT
  "QT_NO_GLIB=1"
  "TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/tsan.supp:die_after_fork=0"
  "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/lsan.supp")
set(RICERCAR_TEST_SECONDS 300)
if(RICERCAR_SANITIZE)
  set(RICERCAR_TEST_SECONDS 1200)
  list(APPEND RICERCAR_TEST_ENVIRONMENT "QTEST_FUNCTION_TIMEOUT=${RICERCAR_TEST_SECONDS}000")
endif()

# ricercar_library(NAME SOURCES file... [LINK target...] [HIDE target...] [PRECOMPILED kind] [ALONE])
# A folder of core or ui as a static library ricercar_NAME. LINK is part of its interface, HIDE stays inside. PRECOMPILED: the
# kind of headers that it shares (RicercarPrecompiled), if not the usual one of its place, or none. ALONE: no file
# is ever compiled with others.
function(ricercar_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "ALONE" "PRECOMPILED" "SOURCES;LINK;HIDE")
  add_library(ricercar_${name} STATIC ${arg_SOURCES})
  target_link_libraries(ricercar_${name} PUBLIC ricercar_flags ${arg_LINK} PRIVATE ${arg_HIDE})
  if(NOT arg_PRECOMPILED)
    set(arg_PRECOMPILED standard)
    if(name MATCHES "^ui_(words|services)$")
      set(arg_PRECOMPILED qt)
    elseif(name MATCHES "^ui_")
      set(arg_PRECOMPILED widgets)
    endif()
  endif()
  ricercar_use_precompiled(ricercar_${name} ${arg_PRECOMPILED})
  if(RICERCAR_UNITY AND NOT arg_ALONE)
    set_target_properties(ricercar_${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
    # a file of its own is a header here, and what is its own is not
    target_compile_options(ricercar_${name} PRIVATE -Wno-subobject-linkage)
  endif()
endfunction()

# ricercar_test(NAME [SOURCES file...] [LINK target...] [PRECOMPILED kind])
# NAME.cpp beside the caller becomes a Qt Test program and a ctest of that name.
function(ricercar_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "PRECOMPILED" "SOURCES;LINK")
  add_executable(${name} ${name}.cpp ${arg_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests")
  target_link_libraries(${name} PRIVATE ricercar_flags ricercar_test_support Qt6::Test ${arg_LINK})
  if(NOT arg_PRECOMPILED)
    set(arg_PRECOMPILED test)
    if(CMAKE_CURRENT_SOURCE_DIR MATCHES "^${PROJECT_SOURCE_DIR}/tests/ui")
      set(arg_PRECOMPILED test_widgets)
    endif()
  endif()
  ricercar_use_precompiled(${name} ${arg_PRECOMPILED})
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT ${RICERCAR_TEST_SECONDS}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;${RICERCAR_TEST_ENVIRONMENT}")
endfunction()
