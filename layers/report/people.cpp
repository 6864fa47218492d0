// SPDX-License-Identifier: MIT
#include "layers/report/people.h"

#include "layers/model/words.h"

#include <fmt/format.h>

namespace layers::report {

std::string people_words(const Place& place) {
    if (!place.population) { return "–"; }
    return (place.population_approximate ? "≈" : "") + with_thousands(static_cast<double>(*place.population));
}

void People::add(const Place& place) {
    sum_ += place.population ? static_cast<double>(*place.population) : 0;
    is_approximate_ = is_approximate_ || place.population_approximate;
    is_least_ = is_least_ || (!place.population && !is_facility(place));
    ++places_;
}

std::string People::text() const {
    return fmt::format("{}{}{}", is_least_ ? "at least " : "", is_approximate_ ? "≈" : "", with_thousands(sum_));
}

}  // namespace layers::report
