// SPDX-License-Identifier: MIT
#include "geo/detail/csv_read.h"
#include "geo/detail/wkt.h"
#include "geo/error.h"
#include "tests/fuzz/finding.h"

#include <cstdint>
#include <string_view>

namespace {

/// An error of a row names the row or the line, and says something.
void check(const geo::Error& error) {
    if (error.problem().empty()) { fuzz::finding("an error without words"); }
    if (error.place().line < 0) { fuzz::finding("an error at an impossible place"); }
}

void read_rows(std::string_view text) {
    geo::Dataset dataset;
    dataset.path = "fuzz.csv";
    (void)geo::detail::looks_delimited(text);
    try {
        geo::detail::read_csv(text, {}, dataset);
    } catch (const geo::Error& error) { return check(error); }
    for (const geo::Feature& feature : dataset.features) {
        if (feature.properties.size() != dataset.features.front().properties.size()) {
            fuzz::finding("rows with different columns");
        }
    }
}

void read_geometry(std::string_view text) {
    (void)geo::detail::looks_like_geometry(text);
    try {
        (void)geo::detail::parse_wkt(text);
    } catch (const geo::Error& error) { check(error); }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    read_rows(text);
    read_geometry(text);
    return 0;
}
