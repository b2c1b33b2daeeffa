// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Context.h"

namespace CLI {
class App;
}

namespace ricercar::cli {

void addInspectCommand(CLI::App& app, Context& context);
void addDescribeCommand(CLI::App& app, Context& context);
void addImportCommand(CLI::App& app, Context& context);
void addDatasetCommand(CLI::App& app, Context& context);
void addRemedyCommand(CLI::App& app, Context& context);
void addExportCommand(CLI::App& app, Context& context);
void addTrainCommand(CLI::App& app, Context& context);
void addEvaluateCommand(CLI::App& app, Context& context);
void addBenchmarkCommand(CLI::App& app, Context& context);
void addGenerateCommand(CLI::App& app, Context& context);
void addModelCommands(CLI::App& app, Context& context);
void addRenderCommand(CLI::App& app, Context& context);
void addFeaturesCommand(CLI::App& app, Context& context);
void addDemoCommand(CLI::App& app, Context& context);

}  // namespace ricercar::cli
