// SPDX-License-Identifier: MIT
#include "layers/model/detail/parallel.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <system_error>
#include <thread>
#include <vector>

namespace layers::detail {

void in_parallel(std::size_t count, const std::function<void(std::size_t)>& job) {
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        try {
            for (std::size_t i = next++; i < count; i = next++) { job(i); }
        } catch (...) {
            next = count;
            throw;
        }
    };
    const std::size_t threads = std::min<std::size_t>(count, std::max(1U, std::thread::hardware_concurrency()));
    std::vector<std::future<void>> others;
    try {
        for (std::size_t i = 1; i < threads; ++i) { others.push_back(std::async(std::launch::async, work)); }
    } catch (const std::system_error&) {}  // no more threads are to be had: those that are do it all
    if (count > 0) { work(); }
    for (std::future<void>& other : others) { other.get(); }
}

}  // namespace layers::detail
