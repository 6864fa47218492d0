// SPDX-License-Identifier: MIT
#include "app/commands/inputs.h"
#include "geo/units.h"

namespace app {

void set_accuracy(const Inputs& inputs, layers::LineInfo& line) {
    if (!inputs.accuracy.empty()) { line.accuracy = geo::parse_length(inputs.accuracy); }
    if (!inputs.correlation.empty()) { line.correlation = geo::parse_length(inputs.correlation); }
}

}  // namespace app
