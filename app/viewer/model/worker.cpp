// SPDX-License-Identifier: MIT
#include "app/viewer/model/worker.h"

#include "geo/file.h"

#include <algorithm>

namespace app::viewer {

void Progress::step(const std::string& words) {
    if (cancelled_) { throw Cancelled{}; }
    {
        const std::lock_guard lock{mutex_};
        words_ = words;
    }
    if (wake_) { wake_(); }
}

std::string Progress::words() const {
    const std::lock_guard lock{mutex_};
    return words_;
}

Worker::Worker(std::function<void()> wake, OnError on_error)
    : wake_{std::move(wake)}, on_error_{std::move(on_error)}, thread_{[this] { run(); }} {}

Worker::~Worker() {
    cancel();
    {
        const std::lock_guard lock{mutex_};
        ending_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void Worker::start(const std::string& purpose, Job job, Running other) {
    {
        const std::lock_guard lock{mutex_};
        std::erase_if(waiting_, [&](const Waiting& old) { return old.purpose == purpose; });
        if (other == Running::stops && running_ && running_purpose_ == purpose) { running_->cancel(); }
        waiting_.push_back({purpose, std::move(job)});
    }
    changed_.notify_all();
}

void Worker::cancel() {
    const std::lock_guard lock{mutex_};
    waiting_.clear();
    if (running_) { running_->cancel(); }
}

void Worker::finish() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return !running_ && waiting_.empty(); });
}

void Worker::deliver() {
    std::deque<Delivery> ready;
    {
        const std::lock_guard lock{mutex_};
        ready.swap(done_);
    }
    for (const Delivery& delivery : ready) {
        try {
            delivery();
        } catch (const std::exception& error) { on_error_(geo::error_of(error)); }
    }
}

bool Worker::busy() const {
    const std::lock_guard lock{mutex_};
    return running_ || !waiting_.empty() || !done_.empty();
}

std::string Worker::words() const {
    const std::lock_guard lock{mutex_};
    return running_ ? running_->words() : std::string{};
}

void Worker::run() {
    std::unique_lock lock{mutex_};
    while (true) {
        changed_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
        if (ending_) { return; }
        const Job job = std::move(waiting_.front().job);
        running_purpose_ = waiting_.front().purpose;
        waiting_.pop_front();
        running_ = std::make_shared<Progress>(wake_);
        const std::shared_ptr<Progress> progress = running_;
        lock.unlock();
        Delivery delivery;
        const auto failed = [this](const geo::Error& error) { return [this, error] { on_error_(error); }; };
        try {
            delivery = job(*progress);
            progress->step({});  // a result that nobody wants any more is dropped
        } catch (const Progress::Cancelled&) { delivery = nullptr; } catch (const std::exception& error) {
            delivery = failed(geo::error_of(error));
        } catch (...) {  // nothing that a file can do may take the window, and a drawing in it, away
            delivery = failed(geo::Error{"this is a fault of demarc: it threw what nobody knows", "please report it"});
        }
        lock.lock();
        running_.reset();
        if (delivery) { done_.push_back(std::move(delivery)); }
        lock.unlock();
        changed_.notify_all();
        if (wake_) { wake_(); }
        lock.lock();
    }
}

}  // namespace app::viewer
