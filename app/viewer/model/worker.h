// SPDX-License-Identifier: MIT
#pragma once

#include "geo/error.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace app::viewer {

/// How far a job is. It asks between its steps whether it is still wanted.
class Progress {
public:
    struct Cancelled {};

    /// `wake` is called at every step.
    explicit Progress(std::function<void()> wake = {}) : wake_{std::move(wake)} {}

    /// Says what comes next; throws Cancelled if nobody wants the result any more.
    void step(const std::string& words);
    std::string words() const;
    void cancel() { cancelled_ = true; }

private:
    std::function<void()> wake_;
    mutable std::mutex mutex_;
    std::string words_;
    std::atomic<bool> cancelled_ = false;
};

/// Does jobs in a thread of its own, one after the other, so that the window never waits. What a job returns is run by
/// deliver(), in the thread that calls it.
class Worker {
public:
    using Delivery = std::function<void()>;
    using Job = std::function<Delivery(Progress&)>;
    using OnError = std::function<void(const geo::Error&)>;

    /// `wake` is called from the worker's thread whenever there is something to deliver.
    Worker(std::function<void()> wake, OnError on_error);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// What becomes of a job for the same purpose that runs already.
    enum class Running { stops, finishes };

    /// A job takes the place of one for the same `purpose` that waits.
    void start(const std::string& purpose, Job job, Running other = Running::stops);
    void cancel();   ///< everything
    void finish();   ///< waits until nothing is left to do
    void deliver();  ///< what a delivery throws is an error like the job's
    bool busy() const;
    std::string words() const;  ///< what it is at; empty if nothing

private:
    struct Waiting {
        std::string purpose;
        Job job;
    };
    void run();

    std::function<void()> wake_;
    OnError on_error_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Waiting> waiting_;
    std::deque<Delivery> done_;
    std::shared_ptr<Progress> running_;
    std::string running_purpose_;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace app::viewer
