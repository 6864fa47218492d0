// SPDX-License-Identifier: MIT
#include "app/viewer/model/history.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using app::viewer::History;

TEST(History, GoesBackAndForthThroughWhatWasSet) {
    History<std::string> history{"a"};
    EXPECT_FALSE(history.can_undo());
    EXPECT_FALSE(history.can_redo());
    history.set("b");
    history.set("c");
    EXPECT_EQ(history.present(), "c");
    history.undo();
    EXPECT_EQ(history.present(), "b");
    EXPECT_TRUE(history.can_undo());
    EXPECT_TRUE(history.can_redo());
    history.undo();
    EXPECT_EQ(history.present(), "a");
    history.redo();
    history.redo();
    EXPECT_EQ(history.present(), "c");
    EXPECT_FALSE(history.can_redo());
}

TEST(History, WhatIsTheSameIsNoStepAndLosesNothing) {
    History<int> history{1};
    history.set(1);
    EXPECT_FALSE(history.can_undo());
    history.set(2);
    history.undo();
    history.set(1);
    EXPECT_TRUE(history.can_redo()) << "a click without effect must not cost what was undone";
    history.redo();
    EXPECT_EQ(history.present(), 2);
}

TEST(History, AStepAfterUndoingTakesThePlaceOfWhatWasUndone) {
    History<int> history{1};
    for (const int value : {2, 3, 4}) { history.set(value); }
    history.undo();
    history.undo();
    history.set(5);
    EXPECT_FALSE(history.can_redo());
    EXPECT_EQ(history.present(), 5);
    history.undo();
    EXPECT_EQ(history.present(), 2);
}

TEST(History, AtEitherEndNothingHappens) {
    History<int> history{7};
    history.undo();
    history.redo();
    EXPECT_EQ(history.present(), 7);
}

TEST(History, AThousandStepsAreKept) {
    History<int> history{0};
    for (int i = 1; i <= 1500; ++i) { history.set(i); }
    EXPECT_EQ(history.present(), 1500);
    int steps = 0;
    for (; history.can_undo(); ++steps) { history.undo(); }
    EXPECT_EQ(steps, 1000);
    EXPECT_EQ(history.present(), 500);
    for (; history.can_redo(); --steps) { history.redo(); }
    EXPECT_EQ(steps, 0);
    EXPECT_EQ(history.present(), 1500);
}

}  // namespace
