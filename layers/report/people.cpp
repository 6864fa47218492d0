// SPDX-License-Identifier: MIT
#include "layers/report/people.h"

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
        if (i < named) { words += (i == 0 ? "" : ", ") + places[i]->name; }
    }
    if (places.size() > named) { words += fmt::format(" and {} more", places.size() - named); }
    return fmt::format("{}; {} people", words, people.text());
}

std::string People::text() const {
    return fmt::format("at least {}{}", is_approximate_ ? "≈" : "", with_thousands(sum_));
}

}  // namespace layers::report
