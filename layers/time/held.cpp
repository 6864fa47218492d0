// SPDX-License-Identifier: MIT
#include "layers/time/held.h"

#include "layers/time/day_files.h"
#include "layers/time/detail/meter.h"

namespace layers {

struct HeldMeter::Parts {
    detail::Meter meter;
};

HeldMeter::HeldMeter(const Units& units) : parts_{new Parts{detail::Meter{units}}} {}

HeldMeter::~HeldMeter() = default;

HeldByUnit HeldMeter::measure(const Control& control) {
    const DayLand land = land_of({control.info.date.value_or(geo::Date{}), {}, control, {}});
    detail::Meter& meter = parts_->meter;
    const auto areas = [&meter](const geo::Region& region) {
        detail::Meter::Looked looked = meter.look(region);
        return meter.measure(looked);
    };
    return {areas(land.held), areas(land.contested)};
}

}  // namespace layers
