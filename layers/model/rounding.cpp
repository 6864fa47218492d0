// SPDX-License-Identifier: MIT
#include "layers/model/rounding.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace layers {

namespace {

constexpr double almost_whole = 1e-7;

bool is_whole(double number) {
    return std::abs(number - std::round(number)) < almost_whole;
}

using Cell = std::pair<std::size_t, std::size_t>;

/// A table in which all rows and columns sum to whole numbers, with numbers that are not whole: one that is not whole
/// has another in its row, and another in its column. Walking from one to the next in turn must close a circle; along
/// it, adding to every other and taking from the rest keeps all sums.
class Rounder {
public:
    explicit Rounder(std::vector<std::vector<double>> table) : table_{std::move(table)}, nearest_{table_} {
        for (auto& row : nearest_) {
            for (double& number : row) { number = std::round(number); }
        }
    }

    std::vector<std::vector<double>> run() {
        while (const std::optional<Cell> start = first_broken()) { settle(circle_from(*start)); }
        for (auto& row : table_) {
            for (double& number : row) { number = std::round(number) + 0.0; }
        }
        return std::move(table_);
    }

private:
    std::optional<Cell> first_broken() const {
        for (std::size_t i = 0; i < table_.size(); ++i) {
            for (std::size_t k = 0; k < table_[i].size(); ++k) {
                if (!is_whole(table_[i][k])) { return Cell{i, k}; }
            }
        }
        return std::nullopt;
    }

    std::optional<Cell> next(const Cell& from, bool along_row) const {
        const std::size_t count = along_row ? table_[from.first].size() : table_.size();
        for (std::size_t i = 0; i < count; ++i) {
            const Cell cell = along_row ? Cell{from.first, i} : Cell{i, from.second};
            if (cell != from && !is_whole(table_[cell.first][cell.second])) { return cell; }
        }
        return std::nullopt;
    }

    /// Cells of a closed walk, along a row and along a column in turn.
    std::vector<Cell> circle_from(const Cell& start) const {
        std::vector<Cell> walk{start};
        for (bool along_row = true;; along_row = !along_row) {
            const std::optional<Cell> cell = next(walk.back(), along_row);
            if (!cell) { return {walk.back()}; }  // only by lack of digits
            // A circle closes where the walk comes back to a row (or column) in which an earlier step stood.
            for (std::size_t i = walk.size(); i-- > 0;) {
                const bool steps_even = (walk.size() - i) % 2 == 0;
                if (*cell == walk[i] && steps_even) {
                    return {walk.begin() + static_cast<std::ptrdiff_t>(i), walk.end()};
                }
                if (*cell == walk[i]) { return {walk.begin() + static_cast<std::ptrdiff_t>(i) + 1, walk.end()}; }
            }
            walk.push_back(*cell);
        }
    }

    double weight(const Cell& cell) const {
        const bool bottom = cell.first + 1 == table_.size(), right = cell.second + 1 == table_.front().size();
        return bottom && right ? 1e6 : bottom || right ? 1e3 : 1;
    }

    void settle(const std::vector<Cell>& circle) {
        if (circle.size() % 2 != 0) {
            double& number = table_[circle.front().first][circle.front().second];
            number = std::round(number);
            return;
        }
        // In the direction in which more numbers come nearer to where rounding one by one would take them; totals,
        // which readers know from elsewhere, weigh more, and the grand total most of all.
        double gain = 0;
        for (std::size_t i = 0; i < circle.size(); ++i) {
            const double number = table_[circle[i].first][circle[i].second];
            const double up = nearest_[circle[i].first][circle[i].second] > number ? 1 : -1;
            gain += (i % 2 == 0 ? up : -up) * weight(circle[i]);
        }
        const std::size_t rising = gain >= 0 ? 0 : 1;
        double step = 1;
        for (std::size_t i = 0; i < circle.size(); ++i) {
            const double number = table_[circle[i].first][circle[i].second];
            const double room = i % 2 == rising ? std::ceil(number) - number : number - std::floor(number);
            step = std::min(step, room);
        }
        for (std::size_t i = 0; i < circle.size(); ++i) {
            table_[circle[i].first][circle[i].second] += i % 2 == rising ? step : -step;
        }
    }

    std::vector<std::vector<double>> table_, nearest_;
};

}  // namespace

std::vector<std::vector<double>> rounded_with_totals(const std::vector<std::vector<double>>& table) {
    const std::size_t columns = table.empty() ? 0 : table.front().size();
    // With totals of the opposite sign every row and column sums to nothing.
    std::vector<std::vector<double>> closed;
    std::vector<double> bottom(columns + 1);
    for (std::vector<double> row : table) {
        double sum = 0;
        for (std::size_t k = 0; k < columns; ++k) {
            sum += row[k];
            bottom[k] -= row[k];
        }
        bottom[columns] += sum;
        row.push_back(-sum);
        closed.push_back(std::move(row));
    }
    closed.push_back(bottom);
    std::vector<std::vector<double>> result = Rounder{std::move(closed)}.run();
    for (std::size_t i = 0; i + 1 < result.size(); ++i) { result[i][columns] = 0.0 - result[i][columns]; }
    for (std::size_t k = 0; k < columns; ++k) { result.back()[k] = 0.0 - result.back()[k]; }
    return result;
}

std::vector<double> rounded_to_total(const std::vector<double>& numbers, double total) {
    std::vector<double> result;
    std::vector<std::pair<double, std::size_t>> remainders;
    double missing = total;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        result.push_back(std::floor(numbers[i]));
        remainders.emplace_back(result[i] - numbers[i], i);
        missing -= result[i];
    }
    std::sort(remainders.begin(), remainders.end());
    for (std::size_t i = 0; i < remainders.size() && missing >= 1; ++i, missing -= 1) {
        result[remainders[i].second] += 1;
    }
    return result;
}

}  // namespace layers
