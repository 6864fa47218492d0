// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/map_terms.h"

#include <map>
#include <string>

namespace app::viewer {

/// Where the controls of the last frame stood, by name, in logical pixels: what clicks through the whole program in
/// tests need to know.
class WidgetBoxes {
public:
    void clear() { boxes_.clear(); }
    /// The item that ImGui has just laid out.
    void add(const std::string& name);
    void add(const std::string& name, ScreenBox box) { boxes_.insert_or_assign(name, box); }
    const std::map<std::string, ScreenBox>& boxes() const { return boxes_; }

private:
    std::map<std::string, ScreenBox> boxes_;
};

}  // namespace app::viewer
