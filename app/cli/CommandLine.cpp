// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"

#include "app/cli/CommandTree.h"
#include "app/cli/Commands.h"
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/workbench/ProgramVersions.h"
#ifdef RICERCAR_HAS_SOUND
#include "core/sound/FluidVersion.h"
#endif

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <new>
#include <sstream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace ricercar::cli {
namespace {

/// Only a wrong value is wrong usage; that there is no music to train on, say, is a failure.
int exitCodeOf(const Error& error) {
    return error.kind() == ErrorKind::Invalid && error.message().id == MessageId::InvalidSetting ? Usage : Failed;
}

/// The system's word on a path. Where it does not name one, the working folder is what is missing.
Message messageOf(const std::filesystem::filesystem_error& problem) {
    if (problem.path1().empty() && problem.code() == std::errc::no_such_file_or_directory) return {MessageId::FolderGone, {}};
    return {MessageId::FileUnreadable, {displayPath(problem.path1()), problem.code().message()}};
}

int execute(const Context& context) {
    try {
        return context.run();
    } catch (const Error& error) {
        context.out.failure(error.message());
        return exitCodeOf(error);
    } catch (const std::filesystem::filesystem_error& problem) {
        context.out.failure(messageOf(problem));
    } catch (const std::bad_alloc&) {
        context.out.failure({MessageId::Internal, {"out of memory"}});
    } catch (const std::exception& problem) {
        context.out.failure({MessageId::Internal, {validUtf8(problem.what())}});
    }
    return Failed;
}

std::string versions() {
    std::vector<NamedVersion> more;
#ifdef RICERCAR_HAS_SOUND
    more.push_back(fluidSynthVersion());
#endif
    return versionLines(programVersions("ricercar-cli", std::move(more)));
}

}  // namespace

std::optional<int> parseCommandLine(int argc, const char* const* argv, Context& context) {
    CLI::App app(
        "Ricercar on the command line: train a biaxial LSTM on MIDI files and make new music with it.\n"
        "Exit codes: 0 done, 1 failed, 2 wrong usage, 130 stopped by Ctrl-C, SIGTERM or SIGHUP.");
    app.name("ricercar-cli");
    app.set_version_flag("--version", versions, "Print the versions of the program and its libraries and exit");
    app.set_help_all_flag("--help-all", "Print the options of every command and exit");
    app.require_subcommand(1);
    addInspectCommand(app, context);
    addDescribeCommand(app, context);
    addImportCommand(app, context);
    addDatasetCommand(app, context);
    addRemedyCommand(app, context);
    addExportCommand(app, context);
    addTrainCommand(app, context);
    addEvaluateCommand(app, context);
    addBenchmarkCommand(app, context);
    addGenerateCommand(app, context);
    addModelCommands(app, context);
#ifdef RICERCAR_HAS_SOUND
    addRenderCommand(app, context);
#endif
    addFeaturesCommand(app, context);
    addDemoCommand(app, context);
    addCompletionCommands(app, context);
    try {
        app.parse(argc, argv);
        return std::nullopt;
    } catch (const CLI::ParseError& problem) {
        std::ostringstream results;
        std::ostringstream remarks;
        const int code = app.exit(problem, results, remarks);
        std::fputs(results.str().c_str(), context.out.results);
        std::fputs(remarks.str().c_str(), context.out.remarks);
        return code == 0 ? Ok : Usage;
    } catch (const Error& error) {
        context.out.failure(error.message());
        return exitCodeOf(error);
    }
}

int runChosen(const Context& context) {
    const int code = execute(context);
    if (context.out.flush()) return code;
    context.out.note("The results cannot be written to standard output.");
    return Failed;
}

}  // namespace ricercar::cli
