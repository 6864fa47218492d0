// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace geo {

/// One type per dimension: a bare double never crosses a function boundary.
template <class Dimension>
class Quantity {
public:
    constexpr Quantity() = default;
    constexpr explicit Quantity(double value) : value_{value} {}
    constexpr double value() const { return value_; }
    friend constexpr auto operator<=>(Quantity, Quantity) = default;
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity{a.value_ + b.value_}; }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity{a.value_ - b.value_}; }
    friend constexpr Quantity operator-(Quantity a) { return Quantity{-a.value_}; }
    friend constexpr Quantity operator*(Quantity a, double factor) { return Quantity{a.value_ * factor}; }
    friend constexpr double operator/(Quantity a, Quantity b) { return a.value_ / b.value_; }
    constexpr Quantity& operator+=(Quantity other) { return *this = *this + other; }
    constexpr Quantity& operator-=(Quantity other) { return *this = *this - other; }

private:
    double value_ = 0;
};

using Kilometres = Quantity<struct LengthDimension>;
using SquareKilometres = Quantity<struct AreaDimension>;
using Degrees = Quantity<struct AngleDimension>;
using Years = Quantity<struct TimeDimension>;  ///< of 365.25 days
using KilometresPerYear = Quantity<struct SpeedDimension>;

constexpr Kilometres operator*(KilometresPerYear rate, Years time) {
    return Kilometres{rate.value() * time.value()};
}

template <class Dimension>
constexpr Quantity<Dimension> magnitude(Quantity<Dimension> quantity) {
    return quantity.value() < 0 ? -quantity : quantity;
}

/// A length as people write it: "15 km", "500 m", "10mi", "3 nmi". A bare number is an error, and so is a negative one.
/// Throws Error (bad usage) that says which units there are.
Kilometres parse_length(std::string_view text);

/// The same where it may well be something else.
std::optional<Kilometres> length_in(std::string_view text);

/// "5000 km2", "12 km²", "300 ha", "500 sq mi"; "12 months", "1 year", "90 days"; "3.5 km/year", "20 m/day". Throw as
/// above.
SquareKilometres parse_area(std::string_view text);
Years parse_time(std::string_view text);
KilometresPerYear parse_rate(std::string_view text);

/// The same where it may well be something else.
std::optional<Years> time_in(std::string_view text);
std::optional<KilometresPerYear> rate_in(std::string_view text);

/// "15 km", "0.5 km": at most three decimals, none of them a trailing zero.
std::string to_text(Kilometres length);

}  // namespace geo
