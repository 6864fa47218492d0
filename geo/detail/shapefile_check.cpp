// SPDX-License-Identifier: MIT
#include "geo/detail/shapefile_check.h"

#include "geo/detail/endings.h"
#include "geo/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace geo::detail {

namespace {

constexpr std::size_t header_size = 100;  // of .shp and .shx: ESRI Shapefile Technical Description, 1998

const InputFile* part_ending_in(const Input& input, std::string_view ending) {
    const auto found = std::find_if(input.files.begin(), input.files.end(),
                                    [ending](const InputFile& file) { return has_ending(file.name, ending); });
    return found == input.files.end() ? nullptr : &*found;
}

std::size_t byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

std::size_t big_endian(std::string_view bytes, std::size_t at) {
    return byte_at(bytes, at) << 24 | byte_at(bytes, at + 1) << 16 | byte_at(bytes, at + 2) << 8 |
           byte_at(bytes, at + 3);
}

std::size_t little_endian(std::string_view bytes, std::size_t at, std::size_t size) {
    std::size_t number = 0;
    for (std::size_t i = size; i > 0; --i) { number = number << 8 | byte_at(bytes, at + i - 1); }
    return number;
}

struct Shapes {
    std::size_t records = 0;
    std::set<std::size_t> numbers;  ///< a shape that was edited may stand twice, under one number
};

/// A record that the file's end cuts short counts: the reader says what is wrong with it.
Shapes shapes_in(std::string_view shp) {
    constexpr std::size_t record_header = 8, shape_type = 4;
    Shapes shapes;
    for (std::size_t at = header_size; at + record_header <= shp.size();) {
        const std::size_t length = 2 * big_endian(shp, at + 4);
        if (length < shape_type) { break; }  // no record, but what is left behind the last one
        ++shapes.records;
        shapes.numbers.insert(big_endian(shp, at));
        at += record_header + length;
    }
    return shapes;
}

/// What the header says, which GDAL believes, or less where the bytes end before.
std::size_t records_in_index(std::string_view shx) {
    constexpr std::size_t entry = 8, length_at = 24;
    if (shx.size() < header_size) { return 0; }
    const std::size_t said = std::max(2 * big_endian(shx, length_at), header_size);
    return (std::min(said, shx.size()) - header_size) / entry;
}

std::size_t rows_in(std::string_view dbf) {
    constexpr std::size_t smallest = 32, count_at = 4, header_at = 8, row_at = 10;
    if (dbf.size() < smallest) { return 0; }
    const std::size_t said = little_endian(dbf, count_at, 4), header = little_endian(dbf, header_at, 2),
                      row = little_endian(dbf, row_at, 2);
    if (row == 0 || header > dbf.size()) { return 0; }
    const std::size_t last_without_filling = row - 1;  // some writers trim the last row
    return std::min(said, (dbf.size() - header + last_without_filling) / row);
}

void check_index(const Input& shapefile, const InputFile& shx, const Shapes& shapes) {
    const std::size_t records = records_in_index(shx.bytes);
    if (records == shapes.records || records == shapes.numbers.size()) { return; }
    throw Error{fmt::format("its parts disagree: {} holds {} shapes, and {} names {}",
                            base_name(shapefile.files.front().name), shapes.records, shx.name, records),
                fmt::format("copy all parts again from one place, or take the .shx away and make it anew: "
                            "ogrinfo --config SHAPE_RESTORE_SHX YES {}",
                            base_name(shapefile.files.front().name))};
}

void check_rows(const Input& shapefile, const InputFile& dbf, std::size_t shapes) {
    const std::size_t rows = rows_in(dbf.bytes);
    if (rows == shapes) { return; }
    throw Error{fmt::format("its parts disagree: {} holds {} shapes, and {} holds {} rows",
                            base_name(shapefile.files.front().name), shapes, dbf.name, rows),
                "copy all parts again from one place; without the .dbf, the shapes are read without attributes"};
}

}  // namespace

void check_shapefile(const Input& shapefile) {
    const InputFile *shx = part_ending_in(shapefile, ".shx"), *dbf = part_ending_in(shapefile, ".dbf");
    if (shx == nullptr) { return; }
    check_index(shapefile, *shx, shapes_in(shapefile.files.front().bytes));
    if (dbf != nullptr) { check_rows(shapefile, *dbf, records_in_index(shx->bytes)); }
}

}  // namespace geo::detail
