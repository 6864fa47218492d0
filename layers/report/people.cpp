// SPDX-License-Identifier: MIT
#include "layers/report/people.h"

#include "layers/language/language.h"
#include "layers/model/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace layers::report {

std::string people_words(const Place& place) {
    if (!place.population) { return "–"; }
    return (place.population_approximate ? "≈" : "") + with_thousands(static_cast<double>(*place.population));
}

void People::add(const Place& place) {
    sum_ += place.population ? static_cast<double>(*place.population) : 0;
    is_approximate_ = is_approximate_ || place.population_approximate;
    ++places_;
}

std::string most_peopled(std::vector<const Place*> places) {
    constexpr std::size_t named = 5;
    if (places.empty()) { return {}; }
    std::stable_sort(places.begin(), places.end(), [](const Place* a, const Place* b) {
        return a->population.value_or(0) > b->population.value_or(0);
    });
    People people;
    std::string words;
    for (std::size_t i = 0; i < places.size(); ++i) {
        people.add(*places[i]);
        if (i < named) { words += (i == 0 ? "" : ", ") + local_name(places[i]->name, places[i]->name_uk); }
    }
    if (places.size() > named) { words += " " + tr("and {} more", places.size() - named); }
    return tr("{}; {} people", words, people.text());
}

std::string People::text() const {
    return tr("at least {}{}", is_approximate_ ? "≈" : "", with_thousands(sum_));
}

std::string people_basis() {
    return tr("people: before 24 February 2022; ≈ known to 1–3 %, or as GeoNames has them, of about 2001 to 2020");
}

}  // namespace layers::report
