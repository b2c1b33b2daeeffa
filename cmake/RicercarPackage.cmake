# SPDX-License-Identifier: GPL-3.0-or-later
# Debian packages, made by CPack: ricercar-data (demo pieces and models), ricercar-cli (no Qt; with the module
# that holds libtorch, which the window loads too), ricercar (the window).

string(TIMESTAMP changelog_date "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file("${PROJECT_SOURCE_DIR}/packaging/copyright" "${made}/copyright" @ONLY)
configure_file("${PROJECT_SOURCE_DIR}/packaging/changelog" "${made}/changelog.Debian" @ONLY)
execute_process(COMMAND "${GZIP}" -9nkf "${made}/changelog.Debian" COMMAND_ERROR_IS_FATAL ANY)
foreach(pair data:ricercar-data cli:ricercar-cli window:ricercar)
  string(REPLACE ":" ";" pair "${pair}")
  list(GET pair 0 component)
  list(GET pair 1 package)
  install(FILES "${made}/copyright" "${made}/changelog.Debian.gz" DESTINATION share/doc/${package} COMPONENT ${component})
  string(TOUPPER ${component} COMPONENT)
  set(CPACK_DEBIAN_${COMPONENT}_PACKAGE_NAME ${package})
  set(CPACK_DEBIAN_${COMPONENT}_PACKAGE_SECTION sound)
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME ricercar)
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGE_CONTACT "${RICERCAR_MAINTAINER}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_OUTPUT_FILE_PREFIX "${PROJECT_BINARY_DIR}")
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL data cli window)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_HOMEPAGE "${RICERCAR_HOMEPAGE}")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(same_version "(= ${PROJECT_VERSION}-1)")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")  # each package has its own: the first line of its description
set(words "With Ricercar anyone can train a neural network (a biaxial LSTM) on their own
MIDI files and make new music with it.
")

set(CPACK_COMPONENT_DATA_DESCRIPTION "demo pieces and models of Ricercar
${words}
This package holds the demo pieces and the models that are ready to
generate with.")
set(CPACK_DEBIAN_DATA_PACKAGE_ARCHITECTURE all)

set(CPACK_COMPONENT_CLI_DESCRIPTION "train a neural network on MIDI files, on the command line
${words}
This package holds ricercar-cli, which does everything without a window:
import, training, generating, evaluation, rendering to sound.")
set(CPACK_DEBIAN_CLI_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_CLI_PACKAGE_DEPENDS "ricercar-data ${same_version}")
set(CPACK_DEBIAN_CLI_PACKAGE_RECOMMENDS "libopenblas0-pthread, timgm6mb-soundfont")

set(CPACK_COMPONENT_WINDOW_DESCRIPTION "train a neural network on MIDI files and make new music
${words}
This package holds the workbench: datasets, piano roll, training curves,
generation, and an inspector that shows what a model expects and why.")
set(CPACK_DEBIAN_WINDOW_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_WINDOW_PACKAGE_DEPENDS "ricercar-data ${same_version}, ricercar-cli ${same_version}, qt6-qpa-plugins")
set(CPACK_DEBIAN_WINDOW_PACKAGE_RECOMMENDS
  "libopenblas0-pthread, libgl1-mesa-dri, qt6-translations-l10n, qt6-wayland, timgm6mb-soundfont")
include(CPack)
