// SPDX-License-Identifier: MIT
#pragma once

#include "geo/error.h"

#include <gtest/gtest.h>

#include <string>

namespace testing_support {

/// The error that `run` throws; where it throws none, the test has failed, and `what` says of what.
template <class Run>
geo::Error error_of(Run run, const std::string& what = "it") {
    try {
        run();
    } catch (const geo::Error& error) { return error; }
    ADD_FAILURE() << what << " was not refused";
    return geo::Error{""};
}

}  // namespace testing_support
