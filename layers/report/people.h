// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/place.h"

#include <string>
#include <vector>

namespace layers::report {

/// "≈6,900"; "–" where it is not known.
std::string people_words(const Place& place);

/// How many people lived in some places before 24 February 2022, as well as it is known.
class People {
public:
    void add(const Place& place);
    int places() const { return places_; }
    /// "at least ≈503,881": not all settlements are known; ≈ where one of the numbers is approximate.
    std::string text() const;

private:
    double sum_ = 0;
    int places_ = 0;
    bool is_approximate_ = false;
};

/// What "≈" before a number of people means.
std::string people_basis();

/// "Kramatorsk, Sloviansk, … and 12 more; ≈503,881 people": those with the most people by name; empty for none.
std::string most_peopled(std::vector<const Place*> places);

}  // namespace layers::report
