// SPDX-License-Identifier: MIT
#include "layers/report/compared.h"

#include <algorithm>
#include <utility>

namespace layers::report {

Compared::Compared(const Plan& first, const Plan& second, const Overlay& land, RedrawnPair drawn)
    : a{&first},
      b{&second},
      on_a{first, land},
      on_b{second, land},
      redrawn{std::move(drawn)},
      comparison{on_a, on_b, redrawn},
      places{places_under(on_a, on_b)} {
    constexpr geo::SquareKilometres negligible{1e-6};
    const auto add = [&](const Plan& from, const Plan& to, const Plan& reading) {
        Comparison other{from, to, land};
        const auto same = [&](geo::SquareKilometres x, geo::SquareKilometres y) {
            return geo::magnitude(x - y) < negligible;
        };
        if (same(other.changed().area, comparison.changed().area) &&
            same(other.net(Holder::ukraine).area, comparison.net(Holder::ukraine).area)) {
            return;
        }
        readings.push_back({&reading, std::move(other)});
    };
    for (const Plan& reading : first.readings) { add(reading, second, reading); }
    for (const Plan& reading : second.readings) { add(first, reading, reading); }
}

Estimate Compared::net(Holder holder) const {
    Estimate net = comparison.net(holder);
    for (const ReadOtherwise& other : readings) {
        const geo::SquareKilometres area = other.comparison.net(holder).area;
        const Range range = net.readings.value_or(Range{net.area, net.area});
        net.readings = Range{std::min(range.least, area), std::max(range.most, area)};
    }
    constexpr geo::SquareKilometres negligible{1e-6};
    if (net.readings && net.readings->most - net.readings->least < negligible) { net.readings.reset(); }
    return net;
}

bool are_two_texts(const Compared& pair) {
    return !agrees_on_nothing(*pair.a) && !agrees_on_nothing(*pair.b);
}

}  // namespace layers::report
