// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/place.h"

#include <string>

namespace layers::report {

/// "≈6,900"; "–" where it is not known.
std::string people_words(const Place& place);

/// How many people lived in some places before 24 February 2022, as well as it is known.
class People {
public:
    void add(const Place& place);
    int places() const { return places_; }
    /// "at least ≈503,881": the first where the number of a town is not known, the second where one is approximate.
    std::string text() const;

private:
    double sum_ = 0;
    int places_ = 0;
    bool is_approximate_ = false, is_least_ = false;
};

}  // namespace layers::report
