// SPDX-License-Identifier: MIT
#pragma once

#include "app/fetch/http.h"

#include <string>
#include <vector>

namespace app {

class Console;

/// Where an answer came from in the end, and how it ended.
struct Exchanged {
    Address address;
    Answer answer;
    Ending ending = Ending::whole;
};

/// Asks until there is an answer other than "elsewhere" or "later": follows redirects, which it says, and waits as long
/// as a busy server asks for, if that is not too long.
class Exchange {
public:
    Exchange(Console& console, std::chrono::seconds timeout, std::chrono::seconds wait)
        : console_{console}, timeout_{timeout}, wait_{wait} {}

    /// `receiver` is given the answers with status 200, 206, 304 and 416 alone; the words of any other are in the
    /// geo::Error that it becomes.
    Exchanged get(const Address& asked, const std::vector<std::string>& headers, const Receiver& receiver);

private:
    void wait_for(const Answer& answer, const std::string& said, const Address& address);

    Console& console_;
    Client client_;
    std::chrono::seconds timeout_, wait_;
};

}  // namespace app
