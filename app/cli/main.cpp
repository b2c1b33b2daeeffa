#include "app/cli/Commands.h"
#include "app/cli/Interrupt.h"
#include "app/common/Reexec.h"
#include "core/base/Error.h"
#include "core/base/Files.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <iostream>

using namespace ricercar;

namespace {

int guarded(const cli::Context& context) {
    try {
        return context.run();
    } catch (const Error& error) {
        context.out.failure(error.message());
        return error.kind() == ErrorKind::Invalid ? cli::Usage : cli::Failed;
    } catch (const std::bad_alloc&) {
        context.out.failure({MessageId::Internal, {"out of memory"}});
    } catch (const std::exception& problem) {
        context.out.failure({MessageId::Internal, {validUtf8(problem.what())}});
    }
    return cli::Failed;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app(
        "Ricercar on the command line: train a biaxial LSTM on MIDI files and make new music with it.\n"
        "Exit codes: 0 done, 1 failed, 2 wrong usage, 130 stopped by Ctrl-C.");
    app.name("ricercar-cli");
    app.set_version_flag("--version", "ricercar-cli " RICERCAR_VERSION);
    app.set_help_all_flag("--help-all", "Print the options of every command and exit");
    app.require_subcommand(1);
    cli::Context context;
    cli::addInspectCommand(app, context);
    cli::addImportCommand(app, context);
    cli::addTrainCommand(app, context);
    cli::addEvaluateCommand(app, context);
    cli::addGenerateCommand(app, context);
#ifdef RICERCAR_HAS_SOUND
    cli::addRenderCommand(app, context);
#endif
    cli::addDemoCommand(app, context);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        return app.exit(problem, std::cout, std::cerr) == 0 ? cli::Ok : cli::Usage;
    } catch (const Error& error) {
        context.out.failure(error.message());
        return cli::Usage;
    }
    if (context.trains) reexecWithPassiveWaiting(argv);

    int code = cli::Ok;
    {
        const cli::Interrupt interrupt;
        context.stop = interrupt.token();
        code = guarded(context);
    }
    if (!context.out.flush()) {
        context.out.note("The results cannot be written to standard output.");
        return cli::Failed;
    }
    return code;
}
