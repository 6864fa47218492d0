// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <functional>

namespace geo::detail {

/// A smooth function of two numbers to two numbers, over a box. Where it is asked often enough to be worth it, a
/// polynomial through 64 nodes (Chebyshev's) stands for it, if between them it is no more than `tolerance` off; else
/// the function itself answers.
class Fitted {
public:
    using Pair = std::array<double, 2>;
    Fitted(std::function<Pair(const Pair&)> exact, const Pair& low, const Pair& high, std::size_t times,
           double tolerance);

    Pair operator()(const Pair& at) const { return is_fitted_ ? polynomial(at) : exact_(at); }
    bool is_fitted() const { return is_fitted_; }

private:
    static constexpr std::size_t nodes = 8;
    using Terms = std::array<double, nodes>;

    static Terms terms(double at);  ///< Chebyshev's polynomials
    void fit();
    bool is_near_enough(double tolerance) const;
    Pair place(double u, double v) const;  ///< in the box, of -1 to 1
    Pair polynomial(const Pair& at) const;

    std::function<Pair(const Pair&)> exact_;
    Pair middle_{}, half_{};
    std::array<std::array<Pair, nodes>, nodes> factors_{};
    bool is_fitted_ = false;
};

}  // namespace geo::detail
