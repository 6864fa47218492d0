// SPDX-License-Identifier: MIT
#include "layers/model/sliver_words.h"

#include "layers/language/language.h"
#include "layers/model/words.h"

#include <fmt/format.h>

namespace layers {

std::string by_unit(const Slivers& slivers, std::size_t most) {
    std::string text;
    std::size_t shown = 0;
    for (const auto& [unit, area] : slivers.slivers_by_unit) {
        if (shown == most || area.value() < 0.5) { break; }
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", tr(unit), with_thousands(area.value()));
        ++shown;
    }
    const std::size_t others = slivers.slivers_by_unit.size() - shown;
    return others == 0 || shown == 0 ? text : text + " " + tr("and {} more", others);
}

std::string sliver_words(const FrontLine& line) {
    constexpr geo::SquareKilometres worth_saying{0.5};
    const Slivers& slivers = line.slivers;
    const bool is_fitted = line.control.info.fit.has_value();
    std::string words;
    if (slivers.slivers > worth_saying) {
        const std::string area = with_thousands(slivers.slivers.value()), units = by_unit(slivers, 4);
        words = is_fitted ? tr("{} km² along border and coast, which held land does not reach in this source, count as "
                               "held (km²: {})",
                               area, units)
                          : tr("{} km² along border and coast, which held land does not reach in this source, count as "
                               "not held (km²: {})",
                               area, units);
    }
    if (line.contested_slivers > worth_saying) {
        const std::string area = with_thousands(line.contested_slivers.value());
        words += words.empty() ? "" : "; ";
        words += is_fitted ? tr("{} km² along border and coast, which contested land does not reach in this source, "
                                "count as contested",
                                area)
                           : tr("{} km² along border and coast, which contested land does not reach in this source, "
                                "count as not contested",
                                area);
    }
    return words;
}

}  // namespace layers
