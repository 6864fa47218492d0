// SPDX-License-Identifier: MIT
#include "app/viewer/model/worker.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <future>
#include <new>
#include <stdexcept>
#include <thread>
#include <vector>

namespace {

using app::viewer::Progress;
using app::viewer::Worker;
using namespace std::chrono_literals;

constexpr auto patience = 20s;

/// Something that one thread does and another waits for.
class Event {
public:
    void happen() { promise_.set_value(); }
    bool happens() const { return future_.wait_for(patience) == std::future_status::ready; }

private:
    std::promise<void> promise_;
    std::shared_future<void> future_ = promise_.get_future().share();
};

/// A worker, what it has delivered, and its errors.
struct Office {
    std::atomic<int> woken = 0;
    std::vector<std::string> delivered, errors;
    Worker worker{[this] { ++woken; }, [this](const geo::Error& error) { errors.push_back(error.problem()); }};

    /// A job that says its name when it is delivered.
    Worker::Job job(const std::string& name) {
        return [this, name](Progress&) -> Worker::Delivery { return [this, name] { delivered.push_back(name); }; };
    }
    /// The same, between two events.
    Worker::Job job(const std::string& name, Event& begun, const Event& may_end) {
        return [this, name, &begun, &may_end](Progress& progress) -> Worker::Delivery {
            begun.happen();
            if (!may_end.happens()) { throw geo::Error{"nobody let it end"}; }
            progress.step("after the wait");
            return job(name)(progress);
        };
    }
    /// Until there is nothing left to do, delivering what comes.
    bool finish() {
        const auto until = std::chrono::steady_clock::now() + patience;
        while (worker.busy()) {
            if (std::chrono::steady_clock::now() > until) { return false; }
            worker.deliver();
            std::this_thread::yield();
        }
        worker.deliver();
        return true;
    }
};

using Names = std::vector<std::string>;

TEST(Worker, AReplacedJobThatStillWaitsNeverRuns) {
    Event begun, may_end;
    Office office;
    std::atomic<bool> ran = false;
    office.worker.start("other", office.job("other", begun, may_end));
    ASSERT_TRUE(begun.happens());
    office.worker.start("result", [&ran](Progress&) -> Worker::Delivery {
        ran = true;
        return {};
    });
    office.worker.start("result", office.job("second"));
    may_end.happen();
    ASSERT_TRUE(office.finish());
    EXPECT_FALSE(ran);
    EXPECT_EQ(office.delivered, (Names{"other", "second"}));
    EXPECT_TRUE(office.errors.empty());
}

TEST(Worker, ARunningJobForTheSamePurposeStopsAtItsNextStep) {
    Event begun, may_end;
    Office office;
    std::atomic<bool> went_on = false;
    office.worker.start("result", [&](Progress& progress) -> Worker::Delivery {
        begun.happen();
        EXPECT_TRUE(may_end.happens());
        progress.step("cutting the land");
        went_on = true;
        return office.job("first")(progress);
    });
    ASSERT_TRUE(begun.happens());
    office.worker.start("result", office.job("second"));
    may_end.happen();
    ASSERT_TRUE(office.finish());
    EXPECT_FALSE(went_on);
    EXPECT_EQ(office.delivered, Names{"second"});
    EXPECT_TRUE(office.errors.empty()) << "to be stopped is no error";
}

TEST(Worker, TheResultOfAStoppedJobIsDroppedEvenIfItHadNoMoreSteps) {
    Event begun, may_end;
    Office office;
    office.worker.start("result", [&](Progress& progress) -> Worker::Delivery {
        begun.happen();
        EXPECT_TRUE(may_end.happens());
        return office.job("first")(progress);
    });
    ASSERT_TRUE(begun.happens());
    office.worker.start("result", office.job("second"));
    may_end.happen();
    ASSERT_TRUE(office.finish());
    EXPECT_EQ(office.delivered, Names{"second"});
}

TEST(Worker, AJobThatMayFinishIsDelivered) {
    Event begun, may_end;
    Office office;
    office.worker.start("result", office.job("first", begun, may_end));
    ASSERT_TRUE(begun.happens());
    office.worker.start("result", office.job("never"), Worker::Running::finishes);
    office.worker.start("result", office.job("second"), Worker::Running::finishes);
    may_end.happen();
    ASSERT_TRUE(office.finish());
    EXPECT_EQ(office.delivered, (Names{"first", "second"})) << "those that wait are replaced all the same";
}

TEST(Worker, OtherPurposesAreLeftInPeace) {
    Event begun, may_end;
    Office office;
    office.worker.start("plan index", office.job("plan index", begun, may_end));
    ASSERT_TRUE(begun.happens());
    office.worker.start("result", office.job("result"));
    office.worker.start("save", office.job("save"));
    may_end.happen();
    ASSERT_TRUE(office.finish());
    EXPECT_EQ(office.delivered, (Names{"plan index", "result", "save"})) << "in the order in which they were asked for";
}

TEST(Worker, AnExceptionArrivesAsAnErrorAndTheNextJobRuns) {
    Office office;
    office.worker.start("one", [](Progress&) -> Worker::Delivery { throw geo::Error{"no such plan", "name another"}; });
    office.worker.start("two", [](Progress&) -> Worker::Delivery { throw std::runtime_error{"out of range"}; });
    office.worker.start("three", [](Progress&) -> Worker::Delivery { throw std::bad_alloc{}; });
    office.worker.start("four", office.job("four"));
    ASSERT_TRUE(office.finish());
    ASSERT_EQ(office.errors.size(), 3U);
    EXPECT_EQ(office.errors[0], "no such plan");
    EXPECT_NE(office.errors[1].find("out of range"), std::string::npos) << office.errors[1];
    EXPECT_EQ(office.errors[2], "out of memory");
    EXPECT_EQ(office.delivered, Names{"four"});
}

TEST(Worker, WhatAJobReturnsRunsInTheThreadThatDelivers) {
    Office office;
    std::thread::id worked_in, delivered_in;
    office.worker.start("result", [&](Progress&) -> Worker::Delivery {
        worked_in = std::this_thread::get_id();
        return [&] { delivered_in = std::this_thread::get_id(); };
    });
    ASSERT_TRUE(office.finish());
    EXPECT_EQ(delivered_in, std::this_thread::get_id());
    EXPECT_NE(worked_in, std::this_thread::get_id());
    EXPECT_GE(office.woken, 1);
}

TEST(Worker, NothingThatAJobOrItsDeliveryThrowsEndsTheProgram) {
    Office office;
    office.worker.start("one", [](Progress&) -> Worker::Delivery { throw 7; });
    office.worker.start("two", [](Progress&) -> Worker::Delivery { return [] { throw std::runtime_error{"late"}; }; });
    office.worker.start("three", office.job("three"));
    ASSERT_TRUE(office.finish());
    ASSERT_EQ(office.errors.size(), 2U);
    EXPECT_NE(office.errors[0].find("fault of demarc"), std::string::npos);
    EXPECT_NE(office.errors[1].find("late"), std::string::npos);
    EXPECT_EQ(office.delivered, Names{"three"});
}

TEST(Worker, ADeliveryMayStartTheNextJob) {
    Office office;
    office.worker.start("first", [&](Progress&) -> Worker::Delivery {
        return [&] { office.worker.start("second", office.job("second")); };
    });
    ASSERT_TRUE(office.finish());
    EXPECT_EQ(office.delivered, Names{"second"});
}

TEST(Worker, CancellingDropsWhatRunsAndWhatWaits) {
    Event begun, may_end;
    Office office;
    office.worker.start("result", office.job("running", begun, may_end));
    ASSERT_TRUE(begun.happens());
    office.worker.start("plan index", office.job("waiting"));
    office.worker.cancel();
    may_end.happen();
    ASSERT_TRUE(office.finish());
    EXPECT_EQ(office.delivered, Names{});
    office.worker.start("result", office.job("later"));
    ASSERT_TRUE(office.finish());
    EXPECT_EQ(office.delivered, Names{"later"}) << "it works on";
}

TEST(Worker, SaysWhatItIsAt) {
    Event begun, may_end;
    Office office;
    EXPECT_FALSE(office.worker.busy());
    EXPECT_EQ(office.worker.words(), "");
    office.worker.start("result", [&](Progress& progress) -> Worker::Delivery {
        progress.step("cutting the land");
        begun.happen();
        EXPECT_TRUE(may_end.happens());
        return {};
    });
    ASSERT_TRUE(begun.happens());
    EXPECT_TRUE(office.worker.busy());
    EXPECT_EQ(office.worker.words(), "cutting the land");
    may_end.happen();
    ASSERT_TRUE(office.finish());
    EXPECT_EQ(office.worker.words(), "");
}

/// A job that would go on for ever but for its steps, and others that wait behind it.
TEST(Worker, GoesAwayInTheMiddleOfItsWork) {
    Event begun, gone;
    std::atomic<bool> delivered = false;
    std::thread other{[&] {
        {
            Worker worker{[] {}, [](const geo::Error&) {}};
            worker.start("endless", [&begun](Progress& progress) -> Worker::Delivery {
                begun.happen();
                while (true) { progress.step("still at it"); }
            });
            EXPECT_TRUE(begun.happens());
            worker.start("waiting",
                         [&delivered](Progress&) -> Worker::Delivery { return [&delivered] { delivered = true; }; });
        }
        gone.happen();
    }};
    const bool is_gone = gone.happens();
    EXPECT_TRUE(is_gone);
    if (!is_gone) { std::abort(); }  // the thread can be neither joined nor left
    other.join();
    EXPECT_FALSE(delivered);
}

}  // namespace
