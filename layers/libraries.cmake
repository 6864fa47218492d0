# SPDX-License-Identifier: MIT
# What geo and layers are linked with, and from which version on: the one that brought the last function used, or the oldest
# that has been tried. Whoever links the installed libraries needs the same.
find_package(PkgConfig REQUIRED)
pkg_check_modules(GEOS REQUIRED IMPORTED_TARGET geos>=3.9)  # GEOSMaximumInscribedCircle, GEOSUnaryUnionPrec
pkg_check_modules(GEOGRAPHICLIB REQUIRED IMPORTED_TARGET geographiclib>=2.1)
pkg_check_modules(MINIZIP REQUIRED IMPORTED_TARGET minizip>=1.2)
find_package(EXPAT 2.5 REQUIRED)
find_package(ZLIB 1.2.13 REQUIRED)
find_package(simdjson 3.0 REQUIRED)
find_package(fmt 9.1 REQUIRED)
find_package(yaml-cpp 0.7 REQUIRED)
find_package(Threads REQUIRED)
