// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

namespace layers {

/// A table of numbers rounded to whole ones such that every row and column still sums to its total, and the totals to
/// the grand total: rounded[i].back() is the total of row i, rounded.back() holds those of the columns. Every number,
/// totals included, is one of the two whole numbers next to the true one (controlled rounding: Bacharach 1966). Rows
/// all of one length.
std::vector<std::vector<double>> rounded_with_totals(const std::vector<std::vector<double>>& table);

/// Numbers rounded to whole ones that sum to `total`, itself one of the two whole numbers next to their sum: those with
/// the largest remainders are rounded up (Hamilton's method).
std::vector<double> rounded_to_total(const std::vector<double>& numbers, double total);

}  // namespace layers
