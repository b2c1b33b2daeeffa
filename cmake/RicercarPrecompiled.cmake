# SPDX-License-Identifier: GPL-3.0-or-later
# Headers from outside that many files include, parsed once a build and not once a file. Files still include what they use:
# CMAKE_DISABLE_PRECOMPILE_HEADERS builds without.

# Habits of Qt that the compiler keeps where headers of these kinds are: no letters without an encoding, no file name taken for an
# address, no connection that outlives what it works on (from Qt 6.7 on).
set(qt_habits QT_NO_CAST_FROM_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CONTEXTLESS_CONNECT)
function(ricercar_qt_habits target kind)
  if(kind MATCHES "^(qt|widgets)$")
    target_compile_definitions(${target} PRIVATE ${qt_habits})
  endif()
endfunction()

# ricercar_precompiled(KIND LINK target... HEADERS header...) : makes a kind.
function(ricercar_precompiled kind)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINK;HEADERS")
  set(source "${PROJECT_BINARY_DIR}/precompiled/${kind}.cpp")
  if(NOT EXISTS "${source}")
    file(WRITE "${source}" "")
  endif()
  add_library(ricercar_precompiled_${kind} OBJECT "${source}")
  target_link_libraries(ricercar_precompiled_${kind} PRIVATE ricercar_flags ${arg_LINK})
  target_precompile_headers(ricercar_precompiled_${kind} PRIVATE ${arg_HEADERS})
  ricercar_qt_habits(ricercar_precompiled_${kind} ${kind})
endfunction()

# ricercar_use_precompiled(TARGET KIND) : definitions of the target that these headers look at must be those of the kind.
function(ricercar_use_precompiled target kind)
  ricercar_qt_habits(${target} ${kind})
  if(TARGET ricercar_precompiled_${kind})
    target_precompile_headers(${target} REUSE_FROM ricercar_precompiled_${kind})
    # where these come out of a precompiled <string>, GCC 12 no longer knows them for the false alarms that they are
    target_compile_options(${target} PRIVATE -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow)
  endif()
endfunction()

set(standard_headers
  <algorithm> <array> <cmath> <cstddef> <cstdint> <cstdio> <cstdlib> <filesystem> <functional> <map> <memory> <mutex> <optional>
  <set> <span> <string> <string_view> <system_error> <thread> <utility> <vector>)
set(qt_headers
  <QCoreApplication> <QDateTime> <QElapsedTimer> <QEvent> <QFileInfo> <QJsonObject> <QList> <QLocale> <QObject> <QPointer> <QSettings>
  <QString> <QStringList> <QTimer> <QUrl>)
set(widget_headers
  <QApplication> <QBoxLayout> <QCheckBox> <QComboBox> <QDialog> <QDialogButtonBox> <QDoubleSpinBox> <QFormLayout> <QGridLayout>
  <QHeaderView> <QImage> <QKeyEvent> <QLabel> <QMenu> <QMouseEvent> <QPainter> <QPushButton> <QScrollArea> <QSignalBlocker> <QSpinBox>
  <QTabWidget> <QToolButton> <QTreeView> <QWidget>)

ricercar_precompiled(standard HEADERS ${standard_headers})
