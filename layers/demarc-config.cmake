# SPDX-License-Identifier: MIT
# find_package(demarc) comes here: demarc::layers, and demarc::geo, which it is made of.
include(${CMAKE_CURRENT_LIST_DIR}/libraries.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/demarc-targets.cmake)
