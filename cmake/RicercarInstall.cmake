# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts under the prefix. Components: cli, window, data (what both programs need), licence.

include(GNUInstallDirs)
set(desktop "${PROJECT_SOURCE_DIR}/resources/desktop")
set(made "${PROJECT_BINARY_DIR}/installed")

# The programs look for bin/../share/ricercar; in the build tree that is the folder of the sources.
file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/share")
file(CREATE_LINK "${PROJECT_SOURCE_DIR}/resources" "${PROJECT_BINARY_DIR}/share/ricercar" SYMBOLIC)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/resources/demo" DESTINATION share/ricercar COMPONENT data
  FILES_MATCHING PATTERN "*.mid" PATTERN "*.ricercar" PATTERN "README.md" PATTERN "abc" EXCLUDE)
foreach(folder models recipes help)
  if(EXISTS "${PROJECT_SOURCE_DIR}/resources/${folder}")
    install(DIRECTORY "${PROJECT_SOURCE_DIR}/resources/${folder}" DESTINATION share/ricercar COMPONENT data)
  endif()
endforeach()
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION share/doc/ricercar COMPONENT licence)

install(TARGETS ricercar-cli RUNTIME DESTINATION bin COMPONENT cli)
if(RICERCAR_TORCH_MODULE)
  install(TARGETS ricercar_torch_module LIBRARY DESTINATION "${RICERCAR_MODULE_FOLDER}" COMPONENT cli)
endif()

# ricercar_manual(PAGE COMPONENT): share/man/man1/PAGE.1.gz of installed/PAGE.1
find_program(GZIP gzip REQUIRED)
function(ricercar_manual page component)
  add_custom_command(OUTPUT "${made}/${page}.1.gz" DEPENDS "${made}/${page}.1"
    COMMAND "${GZIP}" -9nkf "${made}/${page}.1" VERBATIM)
  add_custom_target(${page}-manual ALL DEPENDS "${made}/${page}.1.gz")
  install(FILES "${made}/${page}.1.gz" DESTINATION share/man/man1 COMPONENT ${component})
endfunction()

# The command line tells of itself.
if(NOT RICERCAR_SANITIZE)
  add_custom_command(
    OUTPUT "${made}/ricercar-cli.bash" "${made}/ricercar-cli.zsh" "${made}/ricercar-cli.fish" "${made}/ricercar-cli.1"
    COMMAND ricercar-cli completion bash > "${made}/ricercar-cli.bash"
    COMMAND ricercar-cli completion zsh > "${made}/ricercar-cli.zsh"
    COMMAND ricercar-cli completion fish > "${made}/ricercar-cli.fish"
    COMMAND ricercar-cli manual > "${made}/ricercar-cli.1"
    COMMENT "Completion and manual of ricercar-cli" VERBATIM)
  file(MAKE_DIRECTORY "${made}")
  ricercar_manual(ricercar-cli cli)
  set(zsh_folder share/zsh/site-functions)
  if(RICERCAR_PACKAGE)
    set(zsh_folder share/zsh/vendor-completions)  # where Debian's zsh looks
  endif()
  install(FILES "${made}/ricercar-cli.bash" DESTINATION share/bash-completion/completions RENAME ricercar-cli COMPONENT cli)
  install(FILES "${made}/ricercar-cli.zsh" DESTINATION ${zsh_folder} RENAME _ricercar-cli COMPONENT cli)
  install(FILES "${made}/ricercar-cli.fish" DESTINATION share/fish/vendor_completions.d COMPONENT cli)
endif()

if(RICERCAR_GUI)
  install(TARGETS ricercar RUNTIME DESTINATION bin COMPONENT window)
  foreach(file ricercar.desktop ricercar.metainfo.xml ricercar.1)
    configure_file("${desktop}/${file}.in" "${made}/${file}" @ONLY)
  endforeach()
  install(FILES "${made}/ricercar.desktop" DESTINATION share/applications RENAME "${RICERCAR_APP_ID}.desktop" COMPONENT window)
  install(FILES "${made}/ricercar.metainfo.xml" DESTINATION share/metainfo RENAME "${RICERCAR_APP_ID}.metainfo.xml"
    COMPONENT window)
  configure_file("${desktop}/ricercar-mime.xml.in" "${made}/ricercar-mime.xml" @ONLY)
  install(FILES "${made}/ricercar-mime.xml" DESTINATION share/mime/packages RENAME "${RICERCAR_APP_ID}.xml" COMPONENT window)
  install(FILES "${PROJECT_SOURCE_DIR}/resources/icons/ricercar.svg" DESTINATION share/icons/hicolor/scalable/apps
    RENAME "${RICERCAR_APP_ID}.svg" COMPONENT window)
  foreach(size 128 256 512)
    install(FILES "${desktop}/ricercar-${size}.png" DESTINATION share/icons/hicolor/${size}x${size}/apps
      RENAME "${RICERCAR_APP_ID}.png" COMPONENT window)
  endforeach()
  ricercar_manual(ricercar window)
endif()
