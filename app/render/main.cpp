// SPDX-License-Identifier: MIT
#include "app/commands/run.h"
#include "app/render/chart.h"
#include "app/render/legend_picture.h"
#include "app/render/pack.h"
#include "app/render/render.h"
#include "app/render/report.h"

int main(int argc, char** argv) {
    return app::run(argc, argv, {{}, app::render, app::report_page, app::pack, app::legend_picture, app::chart_drawer});
}
