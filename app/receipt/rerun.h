// SPDX-License-Identifier: MIT
#pragma once

#include "app/receipt/receipt.h"

#include <string>

namespace app {

/// A folder of its own for what is made on the way, gone with this object.
class ScratchFolder {
public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

/// What a command made again, by this program, out of a receipt. Whatever output the command names, nothing is written
/// but into a scratch folder. Throws geo::Error with what the command says if it fails.
class Rerun {
public:
    explicit Rerun(const Receipt& receipt);

    /// The file that it wrote, or what it printed.
    const std::string& path() const { return path_; }

private:
    ScratchFolder folder_;
    std::string path_;
};

}  // namespace app
