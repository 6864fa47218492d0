// SPDX-License-Identifier: MIT
#include "geo/error.h"
#include "geo/units.h"
#include "tests/fuzz/finding.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    geo::Kilometres length;
    try {
        length = geo::parse_length({reinterpret_cast<const char*>(data), size});
    } catch (const geo::Error&) { return 0; }
    if (!std::isfinite(length.value())) { fuzz::finding("a length that is not finite"); }
    if (length.value() < 0) { fuzz::finding("a negative length"); }
    const double again = geo::parse_length(geo::to_text(length)).value();  // an Error here is a finding, too
    const double written_to_km = 0.0005000001;
    if (std::fabs(again - length.value()) > std::max(written_to_km, length.value() * 1e-15)) {
        fuzz::finding("what to_text() writes reads as another length");
    }
    return 0;
}
