// SPDX-License-Identifier: MIT
#pragma once

#include "geo/segment_index.h"
#include "geo/shapes.h"
#include "geo/units.h"
#include "layers/model/base_overlay.h"

#include <cstddef>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

namespace layers {

struct Cell;

/// What the interval beside a figure means.
enum class IntervalKind : std::uint8_t {
    probable,  ///< nine times in ten, of a line that is off by a random field: see LineError
    worst      ///< the line everywhere off by its accuracy, to the one or the other side
};

/// "90 %" or "worst".
const char* id_of(IntervalKind kind);

/// How likely a figure lies within a probable interval, and as many standard deviations to each side.
inline constexpr double interval_probability = 0.9, interval_deviations = 1.6448536269514722;

/// A line's accuracy is kept by 95 in 100 of its positions: so many standard deviations.
inline constexpr double accuracy_deviations = 1.959963984540054;

/// Of errors at two places on the line, as exp(-d²/2ℓ²): its own, or, where it says none, 2.5 times its accuracy.
geo::Kilometres correlation_of(const LineInfo& line);

/// How a line that is off moves figures. The line is off along its normal by a Gaussian random field over the land,
/// with a standard deviation (the accuracy over 1.96) and the correlation exp(-d²/2ℓ²) at a distance d. An area grows
/// by the integral of that along the front that bounds it, so its variance is a quadratic form in the lengths of the
/// pieces of front that it gains or loses by: in closed form, and the same errors in all figures, which cancel in
/// differences (Chrisman and Yandell 1988 have it for independent corners). The edge of a strip moves as the place of
/// the front that is nearest to it does. Lines of one source are off by one field; others are independent. First order:
/// what holds while the line is off by less than the land between its bends is wide. Source: N. R. Chrisman, B. S.
/// Yandell, Effects of point error on area calculations: a statistical model, Surveying and Mapping 48 (1988); lengths
/// by place, C. J. Paciorek, M. J. Schervish, Spatial modelling using a new class of nonstationary covariance
/// functions, Environmetrics 17 (2006). Checked: tests/layers/line_error_test.cpp, against displaced lines laid over
/// the units by another library.
class LineError {
public:
    /// A piece of the front, or of the edge of a strip along it, and the cells on both sides.
    struct Edge {
        geo::LonLat at;                             ///< its middle
        std::size_t line;                           ///< that moves it
        std::uint32_t sample;                       ///< of the front, that moves as it does
        double km;                                  ///< its length
        bool is_strip;                              ///< the edge of one, not the front itself
        std::size_t towards_first, towards_second;  ///< cell on the first side's side of it, and on the second's
    };

    /// By how many km² a figure grows when the front moves by a kilometre towards the first side at a sample.
    struct Slopes {
        std::vector<std::pair<std::uint32_t, double>> by_sample;  ///< a sample may stand there more than once
        bool rest_on_strips = false;
        void add(const Edge& edge, double km);
        void add(const Slopes& other, double weight = 1);
    };

    LineError() = default;

    /// Throws geo::Error (bad usage) for a correlation of nothing, or above a line's length. Of lines with an accuracy.
    /// `drawn`, by line: the distances at which strips have their edges; the land must have been cut at them and, for
    /// lines that move, at the accuracy to both sides of them.
    LineError(const std::vector<FrontLine>& lines, const std::vector<Cell>& cells,
              const std::vector<std::set<geo::Kilometres>>& drawn);

    const std::vector<Edge>& edges() const { return edges_; }

    /// The standard deviation of a figure.
    geo::SquareKilometres deviation(const Slopes& slopes) const;

private:
    struct Sample {
        geo::LonLat at;
        double deviation_km, correlation_km;
        std::size_t field;
    };
    void add_edges(const FrontLine& front, std::size_t line, std::size_t mover, double longest_km,
                   std::uint32_t first_sample, const geo::SegmentIndex& pieces, const std::vector<Cell>& cells,
                   const std::set<geo::Kilometres>& drawn);
    void add_covariances();

    std::vector<Sample> samples_;
    std::vector<Edge> edges_;
    /// By sample: those that follow it and are near, with their covariance in km²; its own variance first.
    std::vector<std::vector<std::pair<std::uint32_t, double>>> covariances_;
};

}  // namespace layers
