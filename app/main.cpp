// SPDX-License-Identifier: MIT
#include "app/command_line.h"
#include "app/console.h"

#include <exception>
#include <new>

int main(int argc, char** argv) {
    app::Console console;
    try {
        return app::run(argc, argv, console);
    } catch (const geo::Error& error) {
        console.report(error);
        return static_cast<int>(error.kind());
    } catch (const std::bad_alloc&) {
        console.report(geo::Error{"out of memory", "give a smaller file"});
    } catch (const std::exception& error) {
        console.report(geo::Error{std::string{"this is a fault of demarc: "} + error.what(), "please report it"});
    }
    return 1;
}
