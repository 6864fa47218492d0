// SPDX-License-Identifier: MIT
#include "geo/detail/fitted.h"

#include <cmath>
#include <numbers>
#include <utility>

namespace geo::detail {

Fitted::Fitted(std::function<Pair(const Pair&)> exact, const Pair& low, const Pair& high, std::size_t times,
               double tolerance)
    : exact_{std::move(exact)} {
    constexpr std::size_t worth_it = 4 * nodes * nodes;
    for (std::size_t i = 0; i < 2; ++i) {
        middle_[i] = (low[i] + high[i]) / 2;
        half_[i] = (high[i] - low[i]) / 2;
    }
    if (times < worth_it || !(half_[0] > 0) || !(half_[1] > 0)) { return; }
    fit();
    is_fitted_ = is_near_enough(tolerance);
}

Fitted::Pair Fitted::place(double u, double v) const {
    return {middle_[0] + u * half_[0], middle_[1] + v * half_[1]};
}

Fitted::Terms Fitted::terms(double at) {
    Terms terms{1, at};
    for (std::size_t i = 2; i < nodes; ++i) { terms[i] = 2 * at * terms[i - 1] - terms[i - 2]; }
    return terms;
}

void Fitted::fit() {
    const auto node = [](std::size_t i) {
        return std::cos(std::numbers::pi * (static_cast<double>(i) + 0.5) / static_cast<double>(nodes));
    };
    constexpr double share = 1.0 / static_cast<double>(nodes * nodes);
    for (std::size_t k = 0; k < nodes; ++k) {
        for (std::size_t l = 0; l < nodes; ++l) {
            const Pair value = exact_(place(node(k), node(l)));
            const Terms u = terms(node(k)), v = terms(node(l));
            for (std::size_t i = 0; i < nodes; ++i) {
                for (std::size_t j = 0; j < nodes; ++j) {
                    const double weight = share * (i > 0 ? 2 : 1) * (j > 0 ? 2 : 1) * u[i] * v[j];
                    factors_[i][j][0] += weight * value[0];
                    factors_[i][j][1] += weight * value[1];
                }
            }
        }
    }
}

bool Fitted::is_near_enough(double tolerance) const {
    for (const double u : {-1.0, -0.7, -0.2, 0.3, 0.75, 1.0}) {
        for (const double v : {-1.0, -0.7, -0.2, 0.3, 0.75, 1.0}) {
            const Pair at = place(u, v), exact = exact_(at), fitted = polynomial(at);
            if (!(std::abs(exact[0] - fitted[0]) <= tolerance && std::abs(exact[1] - fitted[1]) <= tolerance)) {
                return false;
            }
        }
    }
    return true;
}

Fitted::Pair Fitted::polynomial(const Pair& at) const {
    const Terms u = terms((at[0] - middle_[0]) / half_[0]), v = terms((at[1] - middle_[1]) / half_[1]);
    Pair sum{};
    for (std::size_t i = 0; i < nodes; ++i) {
        Pair row{};
        for (std::size_t j = 0; j < nodes; ++j) {
            row[0] += factors_[i][j][0] * v[j];
            row[1] += factors_[i][j][1] * v[j];
        }
        sum[0] += row[0] * u[i];
        sum[1] += row[1] * u[i];
    }
    return sum;
}

}  // namespace geo::detail
