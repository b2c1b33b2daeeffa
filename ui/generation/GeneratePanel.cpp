// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/GeneratePanel.h"

#include "core/base/Error.h"
#include "ui/generation/GivenCells.h"
#include "ui/generation/MusicForm.h"
#include "ui/generation/PrimerChooser.h"
#include "ui/generation/RequestForm.h"
#include "ui/generation/RequestWords.h"
#include "ui/kit/Icons.h"
#include "ui/kit/ScrolledPage.h"
#include "ui/kit/Theme.h"
#include "ui/services/Generation.h"
#include "ui/services/Jobs.h"
#include "ui/services/Notices.h"
#include "ui/services/Stage.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace ricercar {

GeneratePanel::GeneratePanel(WorkspaceStore& store, Stage& stage, Notices& notices, Generation& generation, Curation& curation,
                             Jobs& jobs, QWidget* parent)
    : QWidget(parent),
      store_(store),
      stage_(stage),
      notices_(notices),
      generation_(generation),
      curation_(curation),
      jobs_(jobs),
      given_(new GivenCells(this)),
      form_(new RequestForm(store, stage, *given_)) {
    setObjectName(QStringLiteral("generatePanel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addWidget(new ScrolledPage(form_));
    column->addWidget(makeFoot());
    column->addStretch(1);
    calm_.setSingleShot(true);
    calm_.setInterval(60);

    connect(&calm_, &QTimer::timeout, this, &GeneratePanel::check);
    connect(form_, &RequestForm::changed, &calm_, qOverload<>(&QTimer::start));
    connect(&form_->music(), &MusicForm::modelChanged, this, &GeneratePanel::modelsChanged);
    connect(&form_->music().primer(), &PrimerChooser::fileRequested, this, &GeneratePanel::primerFileRequested);
    connect(&generation_, &Generation::runningChanged, this, [this] {
        update();
        if (!generation_.running()) form_->setEffects(generation_.effects());
    });
    connect(&generation_, &Generation::progressed, this,
            [this] { progress_->setValue(static_cast<int>(std::lround(generation_.progress() * 1000.0))); });
    connect(&store_, &WorkspaceStore::opened, this, &GeneratePanel::clearPrimer);
    connect(&stage_, &Stage::shownChanged, this, [this] {
        const StageContent& shown = stage_.shown();
        if (primerAwaited_ != 0 && shown.kind == StageContent::Kind::Piece && shown.id == primerAwaited_) useShownAsPrimer();
        primerAwaited_ = 0;
    });
    modelsChanged();
}

QWidget* GeneratePanel::makeFoot() {
    problem_ = new QLabel;
    problem_->setObjectName(QStringLiteral("requestProblem"));
    problem_->setTextFormat(Qt::PlainText);
    problem_->setWordWrap(true);
    problem_->hide();
    generate_ = new QPushButton;
    generate_->setObjectName(QStringLiteral("generate"));
    generate_->setFocusPolicy(Qt::TabFocus);  // a click leaves Space to the transport
    generate_->setDefault(true);
    progress_ = new QProgressBar;
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    progress_->setMaximumHeight(6);
    QSizePolicy keep = progress_->sizePolicy();
    keep.setRetainSizeWhenHidden(true);
    progress_->setSizePolicy(keep);
    auto* more = new QToolButton;
    more->setObjectName(QStringLiteral("requestMenu"));
    more->setIcon(icon(QStringLiteral("options")));
    more->setToolTip(tr("Save, open or reset the settings"));
    more->setPopupMode(QToolButton::InstantPopup);
    more->setMenu(new QMenu(more));
    const auto entry = [&](const char* name, const QString& words, auto act) {
        more->menu()->addAction(words, this, act)->setObjectName(QLatin1String(name));
    };
    entry("saveRequest", tr("Save request …"), &GeneratePanel::saveRequested);
    entry("openRequest", tr("Open request …"), &GeneratePanel::openRequested);
    more->menu()->addSeparator();
    entry("resetRequest", tr("As the model wants it"), [this] { form_->reset(); });
    connect(generate_, &QPushButton::clicked, this, &GeneratePanel::generatePressed);

    auto* foot = new QWidget;
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(generate_, 1);
    line->addWidget(more);
    column->addWidget(problem_);
    column->addLayout(line);
    column->addWidget(progress_);
    return foot;
}

void GeneratePanel::modelsChanged() {
    if (wantedRun_ != 0) chooseRun(wantedRun_);
    showModel();
    update();
}

void GeneratePanel::showModel() {
    QComboBox& models = form_->music().model();
    models.setToolTip(models.currentData(Qt::ToolTipRole).toString());
    const QString file = models.currentData().toString();
    SampleSettings usual;
    header_.reset();
    try {
        if (models.count() > 0) header_ = std::make_shared<const Checkpoint>(loadCheckpointHeader(toPath(file)));
    } catch (const Error&) {  // said when it generates
    }
    if (header_) useDefaults(usual, *header_);
    form_->setUsual(file, usual, header_ ? header_->facts.meter : Meter());
}

void GeneratePanel::chooseRun(std::int64_t run) {
    const auto& choices = store_.checkpoints();
    wantedRun_ = run;
    for (const CheckpointChoice& choice : choices)
        if (choice.run == run) {
            wantedRun_ = 0;
            chooseFile(choice.path);
            return;
        }
}

void GeneratePanel::chooseFile(const std::filesystem::path& file) {
    QComboBox& models = form_->music().model();
    if (const int found = models.findData(fromPath(file)); found >= 0) models.setCurrentIndex(found);
}

void GeneratePanel::clearPrimer() {
    form_->music().primer().clear();
    given_->clear();
}

void GeneratePanel::useShownAsPrimer() { form_->music().primer().useShown(); }

void GeneratePanel::usePieceAsPrimer(std::int64_t piece) {
    if (stage_.shown().kind == StageContent::Kind::Piece && stage_.shown().id == piece) {
        useShownAsPrimer();
        return;
    }
    stage_.showPiece(piece);
    primerAwaited_ = piece;
}

void GeneratePanel::setSelected(std::function<std::optional<std::pair<int, int>>()> selected) {
    form_->music().primer().setSelected(std::move(selected));
}

int GeneratePanel::variations() const { return form_->music().variations(); }
int GeneratePanel::bars() const { return form_->music().bars(); }

TakeRequest GeneratePanel::request() const { return form_->request(); }

void GeneratePanel::tell(const Message& problem) { notices_.post(Severity::Error, text(problem)); }

void GeneratePanel::check() {
    askVelocities();
    if (!header_) return tellProblem({}, {});
    const int asked = checks_.ask();
    jobs_.ask(
        this, [request = request(), model = header_](const Task&) { return checkTake(request, *model); },
        [this, asked](const std::vector<Message>& remarks) {
            if (checks_.isLast(asked)) tellProblem({}, remarks);
        },
        [this, asked](const Message& problem) {
            if (checks_.isLast(asked)) tellProblem(text(inFormsWords(problem)), {});
        });
}

void GeneratePanel::tellProblem(const QString& problem, const std::vector<Message>& remarks) {
    refused_ = problem;
    const QString words = problem.isEmpty() ? text(remarks) : problem;
    QPalette colors;
    const Theme theme = Theme::current();
    colors.setColor(QPalette::WindowText, problem.isEmpty() ? theme.warningText : theme.errorText);
    problem_->setPalette(colors);
    problem_->setText(words);
    problem_->setVisible(!words.isEmpty());
    update();
}

void GeneratePanel::generatePressed() {
    if (generation_.running()) {
        generation_.stop();
        return;
    }
    form_->music().freshSeed();
    generation_.start(request(), tr("Take with seed %1").arg(form_->music().seed()));
}

void GeneratePanel::update() {
    const bool running = generation_.running();
    const bool model = form_->music().model().count() > 0;
    generate_->setText(running ? tr("Stop generating") : tr("Generate"));
    generate_->setIcon(icon(running ? QStringLiteral("stop") : QStringLiteral("generate")));
    generate_->setEnabled(running || (model && refused_.isEmpty()));
    generate_->setToolTip(running               ? tr("Stops now; the bars so far are kept")
                          : !model              ? tr("There is no model yet: train one first, in the Training tab")
                          : !refused_.isEmpty() ? refused_
                                                : tr("Generates a take; the notes appear in the roll as they are drawn"));
    form_->music().model().setEnabled(model && !running);
    progress_->setVisible(running);
}

}  // namespace ricercar
