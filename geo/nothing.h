// SPDX-License-Identifier: MIT
#pragma once

#include "geo/error.h"

namespace geo {

/// There was nothing to read, or nothing of what was asked for: of many files such a one may be left out.
class Nothing : public Error {
public:
    explicit Nothing(const Error& error) : Error{error} {}
};

/// The same error with what is known of the place.
[[noreturn]] inline void rethrow_at(const Error& error, const SourceLocation& place) {
    if (dynamic_cast<const Nothing*>(&error) != nullptr) { throw Nothing{error.at(place)}; }
    throw error.at(place);
}

}  // namespace geo
