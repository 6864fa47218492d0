// SPDX-License-Identifier: MIT
#include "geo/detail/gdal_zip.h"

#include "geo/detail/gdal.h"

#include <cpl_vsi.h>
#include <fmt/format.h>

#include <cstdint>
#include <memory>
#include <string_view>

namespace geo::detail {

std::string vsi_content(const std::string& path) {
    GByte* bytes = nullptr;
    vsi_l_offset size = 0;
    if (VSIIngestFile(nullptr, path.c_str(), &bytes, &size, -1) == FALSE) {
        throw Error{"cannot read what was written: " + gdal_reason()};
    }
    const std::unique_ptr<GByte, decltype(&VSIFree)> owned{bytes, &VSIFree};
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

namespace {

void write_at(const std::string& path, const std::string& content) {
    VSILFILE* file = VSIFOpenL(path.c_str(), "wb");
    const bool fine = file != nullptr && VSIFWriteL(content.data(), 1, content.size(), file) == content.size();
    if ((file != nullptr && VSIFCloseL(file) != 0) || !fine) { throw Error{"cannot write: " + gdal_reason()}; }
}

/// The picture stands in the upper left corner of whoever shows the document.
constexpr std::string_view legend_overlay =
    "<ScreenOverlay><name>Legend</name><Icon><href>legend.png</href></Icon>"
    R"(<overlayXY x="0" y="1" xunits="fraction" yunits="fraction"/>)"
    R"(<screenXY x="0.01" y="0.99" xunits="fraction" yunits="fraction"/>)"
    R"(<size x="0" y="0" xunits="pixels" yunits="pixels"/></ScreenOverlay>)";

/// Little-endian, of so many bytes.
std::uint32_t number_at(const std::string& bytes, std::size_t at, std::size_t size) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < size && at + i < bytes.size(); ++i) {
        number |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << 8 * i;
    }
    return number;
}

/// 1 January 1980, midnight.
void forget_time_at(std::size_t at, std::string& bytes) {
    constexpr std::string_view first_day{"\0\0\x21\0", 4};
    if (at + first_day.size() <= bytes.size()) { bytes.replace(at, first_day.size(), first_day); }
}

}  // namespace

void pack_kmz(const std::string& kml, const std::string& kmz, const std::string& legend_png) {
    std::string document = vsi_content(kml);
    // In that of the first layer: beside the layers, GDAL would take it for one more.
    const std::size_t end = document.find("</Document>");
    if (!legend_png.empty() && end != std::string::npos) { document.insert(end, legend_overlay); }
    const std::string zip = fmt::format("/vsizip/{{{}}}", kmz);
    VSILFILE* archive = VSIFOpenL(zip.c_str(), "wb");  // stays open while files are added to it
    if (archive == nullptr) { throw Error{"cannot write: " + gdal_reason()}; }
    const auto close = [](VSILFILE* file) { VSIFCloseL(file); };
    std::unique_ptr<VSILFILE, decltype(close)> owned{archive, close};
    write_at(zip + "/doc.kml", document);
    if (!legend_png.empty()) { write_at(zip + "/legend.png", legend_png); }
    (void)owned.release();
    if (VSIFCloseL(archive) != 0) { throw Error{"cannot write: " + gdal_reason()}; }
    VSIUnlink(kml.c_str());
}

// PKWARE's APPNOTE 6.3: the end of the directory says where it begins, and each of its entries where its file does.
void forget_times(const std::string& zip) {
    constexpr std::string_view end_mark{"PK\x05\x06"}, entry_mark{"PK\x01\x02"};
    constexpr std::size_t entry_size = 46;
    std::string bytes = vsi_content(zip);
    const std::size_t end = bytes.rfind(end_mark);
    if (end == std::string::npos) { return; }
    std::size_t at = number_at(bytes, end + 16, 4);
    while (at < bytes.size() && bytes.compare(at, entry_mark.size(), entry_mark) == 0) {
        forget_time_at(at + 12, bytes);
        forget_time_at(number_at(bytes, at + 42, 4) + std::size_t{10}, bytes);
        at += entry_size + number_at(bytes, at + 28, 2) + number_at(bytes, at + 30, 2) + number_at(bytes, at + 32, 2);
    }
    write_at(zip, bytes);
}

}  // namespace geo::detail
