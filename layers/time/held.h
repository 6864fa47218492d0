// SPDX-License-Identifier: MIT
#pragma once

#include "geo/units.h"
#include "layers/model/contact_line.h"
#include "layers/model/unit.h"

#include <memory>
#include <vector>

namespace layers {

/// What is held of each unit, and contested beyond it.
struct HeldByUnit {
    std::vector<geo::SquareKilometres> held, contested;
};

/// Measures lines one after the other as track() does its days: an edge that several share is looked at once. Land
/// counts as it is drawn, whatever lies between it and border or coast.
class HeldMeter {
public:
    explicit HeldMeter(const Units& units);
    ~HeldMeter();
    HeldMeter(const HeldMeter&) = delete;
    HeldMeter& operator=(const HeldMeter&) = delete;

    HeldByUnit measure(const Control& control);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace layers
