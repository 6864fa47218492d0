// SPDX-License-Identifier: MIT
#include "geo/error.h"
#include "layers/model/unit.h"
#include "layers/plan_language/plan_file.h"
#include "tests/fuzz/finding.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::vector<layers::Unit> units = layers::builtin_units().units;
    try {
        const layers::Plan plan = layers::parse_plan({reinterpret_cast<const char*>(data), size}, "fuzz.yaml", units);
        if (plan.name.empty() || plan.rules.empty()) { fuzz::finding("a plan without name or rules"); }
    } catch (const geo::Error& error) {
        const geo::SourceLocation& place = error.place();
        const bool inherited = place.file.starts_with("plans/");  // of a built-in plan that it extends
        if (place.file != "fuzz.yaml" && !inherited) { fuzz::finding("an error that does not name the file"); }
        if (place.line < 0 || place.column < 0 || place.width < 1) { fuzz::finding("an error at an impossible place"); }
        if (error.problem().empty()) { fuzz::finding("an error without words"); }
    }
    return 0;
}
