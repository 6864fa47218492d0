// SPDX-License-Identifier: MIT
#include "layers/detail/parallel.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>
#include <vector>

namespace layers::detail {

void in_parallel(std::size_t count, const std::function<void(std::size_t)>& job) {
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < count; i = next++) { job(i); }
    };
    const std::size_t threads = std::min<std::size_t>(count, std::max(1U, std::thread::hardware_concurrency()));
    std::vector<std::future<void>> others;
    for (std::size_t i = 1; i < threads; ++i) { others.push_back(std::async(std::launch::async, work)); }
    if (count > 0) { work(); }
    for (std::future<void>& other : others) { other.get(); }
}

}  // namespace layers::detail
