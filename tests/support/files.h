// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"

#include <filesystem>
#include <optional>
#include <string>

namespace testing_support {

/// A folder of its own that goes with the object.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    std::string path(const std::string& name) const { return (folder_ / name).string(); }
    std::string with(const std::string& name, const std::string& content) const;  ///< writes it; its path
    std::size_t count() const;                                                    ///< of entries

private:
    std::filesystem::path folder_;
};

/// What geo::read() makes of a file of that name and content.
geo::Dataset read_as(const std::string& name, const std::string& content, const geo::ReadOptions& options = {});

/// A real input as its maker published it; nothing where the folder of real inputs is absent.
std::optional<std::string> real_input(const std::string& name);

}  // namespace testing_support

// NOLINTBEGIN(bugprone-macro-parentheses): the argument is a name that is declared
/// Skips the test where there are no real inputs.
#define DEMARC_REAL_INPUT(variable, name)                            \
    const auto variable##_path = testing_support::real_input(name);  \
    if (!variable##_path) { GTEST_SKIP() << "no real inputs here"; } \
    const std::string& variable = *variable##_path
// NOLINTEND(bugprone-macro-parentheses)
