// SPDX-License-Identifier: MIT
#pragma once

#include "app/receipt/receipt.h"

#include <string>

namespace app {

/// What a command made again, by this program, out of a receipt: in a folder of its own that is gone with this object.
/// `like` is the file that it wrote then. Whatever output the command names, nothing is written elsewhere. Throws
/// geo::Error with what the command says if it fails.
class Rerun {
public:
    Rerun(const Receipt& receipt, const std::string& like);
    ~Rerun();
    Rerun(const Rerun&) = delete;
    Rerun& operator=(const Rerun&) = delete;

    /// The file that it wrote, or what it printed.
    const std::string& path() const { return path_; }

private:
    std::string folder_, path_;
};

}  // namespace app
