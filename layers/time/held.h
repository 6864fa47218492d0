// SPDX-License-Identifier: MIT
#pragma once

#include "geo/units.h"
#include "layers/model/contact_line.h"
#include "layers/model/unit.h"

#include <memory>
#include <optional>
#include <vector>

namespace layers {

/// What is held of each unit, and contested beyond it.
struct HeldByUnit {
    std::vector<geo::SquareKilometres> held, contested;
};

/// Measures lines one after the other as track() does its days: an edge that several share is looked at once.
class HeldMeter {
public:
    /// `fit` as in track(); it is of control polygons alone.
    explicit HeldMeter(const Units& units, std::optional<geo::Kilometres> fit = {});
    ~HeldMeter();
    HeldMeter(const HeldMeter&) = delete;
    HeldMeter& operator=(const HeldMeter&) = delete;

    HeldByUnit measure(const Control& control);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace layers
