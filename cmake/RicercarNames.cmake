# SPDX-License-Identifier: GPL-3.0-or-later
# How the world calls Ricercar: everything that has to agree with these reads them from here.

set(RICERCAR_APP_ID "io.github.ricercar_workbench.ricercar")
set(RICERCAR_HOMEPAGE "https://github.com/ricercar-workbench/ricercar")
set(RICERCAR_MAINTAINER "Ricercar developers <ricercar-workbench@users.noreply.github.com>")

# The day of CHANGELOG.md's entry of this version; a version that is not released yet has today's (or SOURCE_DATE_EPOCH's).
file(STRINGS "${PROJECT_SOURCE_DIR}/CHANGELOG.md" entries REGEX "^## \\[")
set(RICERCAR_RELEASE_DATE "")
foreach(entry IN LISTS entries)
  if(entry MATCHES "^## \\[([0-9.]+)\\] - ([0-9]+-[0-9]+-[0-9]+)" AND CMAKE_MATCH_1 VERSION_EQUAL PROJECT_VERSION)
    set(RICERCAR_RELEASE_DATE "${CMAKE_MATCH_2}")
  endif()
endforeach()
if(NOT RICERCAR_RELEASE_DATE)
  string(TIMESTAMP RICERCAR_RELEASE_DATE "%Y-%m-%d" UTC)
endif()
