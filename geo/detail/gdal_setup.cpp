// SPDX-License-Identifier: MIT
#include "geo/detail/gdal_setup.h"

#include "geo/detail/gdal.h"

#include <cpl_conv.h>
#include <cpl_http.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <cpl_vsi_virtual.h>
#include <ogrsf_frmts.h>
#include <proj.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace geo::detail {

namespace {

/// GDAL takes any variable of the environment for an option of its own, and many of them change figures:
/// OGR_ORGANIZE_POLYGONS=SKIP loses holes, OGR_ARC_STEPSIZE draws arcs coarsely, OGR_ENABLE_PARTIAL_REPROJECTION and
/// OSR_… move or drop positions, SHAPE_, CSV_, GML_ and other drivers' prefixes change what is read. GDAL_SKIP and
/// GDAL_DRIVER_PATH change which drivers there are, GDAL_DATA and PROJ_DATA (PROJ_LIB before) lead to other versions'
/// files, PROJ_NETWORK fetches grids, CPL_ and VSI_ fetch and log, SPATIALITE_SECURITY lets a database read files.
constexpr std::array<std::string_view, 29> foreign{
    "GDAL", "OGR",     "CPL",        "VSI",   "OSR",  "PROJ",        "CENTER_LONG", "CHECK_WITH_INVERT_PROJ",
    "GML",  "SHAPE",   "DBF",        "CSV",   "KML",  "LIBKML",      "GPX",         "DXF",
    "GPKG", "SQLITE",  "SPATIALITE", "MITAB", "FGB",  "OPENFILEGDB", "ESRI",        "GEOJSON",
    "OSM",  "MBTILES", "MVT",        "PG_",   "PGSQL"};

void forget_environment() {
    std::vector<std::string> names;
    for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable) {
        const std::string_view text{*variable};
        const auto begins = [text](std::string_view prefix) { return text.starts_with(prefix); };
        if (std::any_of(foreign.begin(), foreign.end(), begins)) { names.emplace_back(text.substr(0, text.find('='))); }
    }
    for (const std::string& name : names) { unsetenv(name.c_str()); }
}

CPLHTTPResult* refuse_fetching(const char*, CSLConstList, GDALProgressFunc, void*, CPLHTTPFetchWriteFunc, void*,
                               void*) {
    auto* const refused = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    refused->nStatus = 1;
    refused->pszErrBuf = CPLStrdup("nothing is fetched from the network");
    return refused;
}

void* refuse_opening(void*, const char*, const char*) {
    return nullptr;
}

/// Virtual file systems lead to servers, into other files and to devices; what is read lies in memory.
void close_virtual_file_systems() {
    // GDAL forgets those that are replaced without freeing them; so they are kept, until the process ends.
    static auto& replaced = *new std::vector<const VSIFilesystemHandler*>;
    constexpr std::array<std::string_view, 3> kept{"/vsimem/", "/vsizip/", "/vsigzip/"};
    char** const prefixes = VSIGetFileSystemsPrefixes();
    VSIFilesystemPluginCallbacksStruct* const refusing = VSIAllocFilesystemPluginCallbacksStruct();
    refusing->open = refuse_opening;
    for (char** prefix = prefixes; prefix != nullptr && *prefix != nullptr; ++prefix) {
        const std::string_view name{*prefix};
        if (name.empty() || std::find(kept.begin(), kept.end(), name) != kept.end()) { continue; }
        replaced.push_back(VSIFileManager::GetHandler(*prefix));
        VSIInstallPluginHandler(*prefix, refusing);
    }
    VSIFreeFilesystemPluginCallbacksStruct(refusing);
    CSLDestroy(prefixes);
}

/// Only these: a driver that is not there cannot be chosen by what a file contains.
void register_drivers() {
    RegisterOGRGeoJSON();
    RegisterOGRGeoJSONSeq();
    RegisterOGRESRIJSON();
    RegisterOGRTopoJSON();
    RegisterOGRGeoPackage();
    RegisterOGRShape();
    RegisterOGRFlatGeobuf();
    RegisterOGRCSV();
    RegisterOGRGML();
    RegisterOGRGPX();
    RegisterOGRTAB();
    RegisterOGRDXF();
    RegisterOGROpenFileGDB();
    RegisterOGROSM();
    GDALRegister_MBTiles();  // which asks the next two
    RegisterOGRSQLite();
    RegisterOGRMVT();
    RegisterOGRPG();      // for a database that the user's command names
    RegisterOGRLIBKML();  // for writing, as the next
    RegisterOGRXLSX();
}

/// Where PROJ's own defaults find its database; a user's folder of downloads, which comes first in them, is left out.
std::vector<std::string> proj_folders() {
    const char* const path = proj_info().searchpath;
    const std::string downloads = proj_context_get_user_writable_directory(nullptr, 0);
    std::istringstream list{path == nullptr ? "" : path};
    std::vector<std::string> folders;
    for (std::string folder; std::getline(list, folder, ':');) {
        std::error_code ignored;
        const bool has_database = std::filesystem::exists(std::filesystem::path{folder} / "proj.db", ignored);
        if (folder != downloads && has_database) { folders.push_back(folder); }
    }
    return folders;
}

const std::vector<std::string>& folders_of_proj() {
    static const std::vector<std::string> folders = proj_folders();
    return folders;
}

std::vector<const char*> pointers_to(const std::vector<std::string>& words) {
    std::vector<const char*> pointers;
    for (const std::string& word : words) { pointers.push_back(word.c_str()); }
    return pointers;
}

}  // namespace

void set_up_gdal() {
    CPLSetErrorHandler(CPLQuietErrorHandler);  // its reasons are in the Errors
    forget_environment();
    GDALGetDriverCount();          // reads ~/.gdal/gdalrc and the like
    CPLSetConfigOptions(nullptr);  // and forgets them
    CPLSetConfigOption("GDAL_DRIVER_PATH", "disable");
    CPLSetConfigOption("OGR_ARC_STEPSIZE", "0.1");  // where a driver draws arcs itself: DXF, MapInfo
    register_drivers();
    CPLHTTPSetFetchCallback(refuse_fetching, nullptr);
    close_virtual_file_systems();
    std::vector<const char*> folders = pointers_to(folders_of_proj());
    folders.push_back(nullptr);
    if (folders.size() > 1) { OSRSetPROJSearchPaths(folders.data()); }
    OSRSetPROJEnableNetwork(0);
}

void set_up(PJ_CONTEXT* context) {
    proj_log_level(context, PJ_LOG_NONE);
    proj_context_set_enable_network(context, 0);
    const std::vector<const char*> folders = pointers_to(folders_of_proj());
    if (!folders.empty()) { proj_context_set_search_paths(context, static_cast<int>(folders.size()), folders.data()); }
}

void require_proj_database() {
    if (folders_of_proj().empty()) {
        throw Error{"PROJ's database proj.db is missing, so that no CRS is known",
                    "install it again: apt-get install --reinstall proj-data"};
    }
}

}  // namespace geo::detail
