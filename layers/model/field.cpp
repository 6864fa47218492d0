// SPDX-License-Identifier: MIT
#include "layers/model/field.h"

namespace layers {

const std::vector<std::pair<std::string, std::string>>& short_names() {
    static const std::vector<std::pair<std::string, std::string>> names = [] {
        std::vector<std::pair<std::string, std::string>> made;
        for (const Field* field : {&field::line_source,        &field::line_a_date,
                                   &field::line_a_source,      &field::line_a_accuracy_km,
                                   &field::line_b_date,        &field::line_b_source,
                                   &field::line_b_accuracy_km, &field::line_accuracy_km,
                                   &field::km2_redrawn,        &field::line_correlation_km,
                                   &field::line_fit_km,        &field::km2_smallest,
                                   &field::km2_largest,        &field::km2_contested_not_held,
                                   &field::km2_contested_held, &field::from_holder,
                                   &field::from_status,        &field::population_approximate,
                                   &field::km2_outside,        &field::mean_width_km,
                                   &field::nearest_place,      &field::nearest_place_km,
                                   &field::fill_opacity,       &field::stroke_width}) {
            made.emplace_back(field->key, field->short_key);
        }
        return made;
    }();
    return names;
}

}  // namespace layers
