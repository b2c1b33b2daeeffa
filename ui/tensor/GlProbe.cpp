// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tensor/GlProbe.h"

#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QSurfaceFormat>

#include <array>

namespace ricercar {
namespace {

bool forbidden = false;

GlFacts probe() {
    GlFacts facts;
    if (forbidden) {
        facts.why = QStringLiteral("switched off");
        return facts;
    }
    // On these a widget of OpenGL takes the whole process down.
    const QString platform = QGuiApplication::platformName();
    for (const char* bare : {"offscreen", "minimal", "linuxfb", "vnc"})
        if (platform == QLatin1String(bare)) {
            facts.why = QStringLiteral("no OpenGL on the platform %1").arg(platform);
            return facts;
        }
    QOpenGLContext context;
    context.setFormat(glFormat());
    QOffscreenSurface surface;
    surface.setFormat(glFormat());
    surface.create();
    if (!context.create() || !surface.isValid() || !context.makeCurrent(&surface)) {
        facts.why = QStringLiteral("no OpenGL context can be made");
        return facts;
    }
    const auto name = [&](GLenum what) {
        return QString::fromLatin1(reinterpret_cast<const char*>(context.functions()->glGetString(what)));
    };
    facts.renderer = name(GL_RENDERER);
    const QSurfaceFormat given = context.format();
    facts.version = QStringLiteral("%1.%2").arg(given.majorVersion()).arg(given.minorVersion());
    facts.software = facts.renderer.contains(QLatin1String("llvmpipe")) || facts.renderer.contains(QLatin1String("softpipe")) ||
                     facts.renderer.contains(QLatin1String("SWR"));
    facts.usable = !context.isOpenGLES() && std::pair(given.majorVersion(), given.minorVersion()) >= std::pair(3, 3);
    if (!facts.usable) facts.why = QStringLiteral("OpenGL %1 is too old").arg(facts.version);
    context.doneCurrent();
    return facts;
}

}  // namespace

const GlFacts& glFacts() {
    static const GlFacts facts = probe();
    return facts;
}

bool glRequested() { return glFacts().usable && (!glFacts().software || qgetenv("RICERCAR_3D") == "gl"); }

QSurfaceFormat glFormat() {
    QSurfaceFormat format;
    format.setRenderableType(QSurfaceFormat::OpenGL);
    format.setVersion(3, 3);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setDepthBufferSize(24);
    format.setStencilBufferSize(8);
    return format;
}

void forbidGl() { forbidden = true; }

}  // namespace ricercar
