// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"
#include "app/cli/Interrupt.h"

#include <csignal>

int main(int argc, char** argv) {
    using namespace ricercar;
    std::signal(SIGPIPE, SIG_IGN);  // a reader that went away is an error of writing, seen in Output
    cli::Context context;
    if (const auto code = cli::parseCommandLine(argc, argv, context)) return *code;

    cli::Interrupt interrupt;
    context.stop = interrupt.token();
    context.out.lost = [&interrupt] { interrupt.stop(); };
    return cli::runChosen(context);
}
