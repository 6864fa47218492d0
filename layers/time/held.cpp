// SPDX-License-Identifier: MIT
#include "layers/time/held.h"

#include "layers/time/day_files.h"
#include "layers/time/detail/meter.h"
#include "layers/time/outline_fits.h"

namespace layers {

struct HeldMeter::Parts {
    Parts(const Units& units, std::optional<geo::Kilometres> fit) : meter{units} {
        if (fit) { fits.emplace(units, *fit, OutlineFits::Keeps::areas); }
    }

    detail::Meter meter;
    std::optional<OutlineFits> fits{};
};

HeldMeter::HeldMeter(const Units& units, std::optional<geo::Kilometres> fit) : parts_{new Parts{units, fit}} {}

HeldMeter::~HeldMeter() = default;

HeldByUnit HeldMeter::measure(const Control& control) {
    const DayLand land = land_of({control.info.date.value_or(geo::Date{}), {}, control, {}});
    detail::Meter& meter = parts_->meter;
    const auto areas = [&meter](const geo::Region& region) {
        detail::Meter::Looked looked = meter.look(region);
        return meter.measure(looked);
    };
    HeldByUnit made{areas(land.held), areas(land.contested)};
    if (!parts_->fits || control.info.kind != LineKind::control_polygon) { return made; }
    parts_->fits->of(control)->add_to(made.held, made.contested);
    return made;
}

}  // namespace layers
