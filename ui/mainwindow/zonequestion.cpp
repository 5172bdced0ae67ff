// SPDX-License-Identifier: MIT
#include "ui/mainwindow/zonequestion.h"

#include "domain/ports/clock.h"
#include "engine/engineclient.h"
#include "ui/dialogs/plainmessagebox.h"

#include <QEvent>
#include <QPushButton>
#include <QSettings>
#include <QTimeZone>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView answeredKey("zone/kept");

} // namespace

ZoneQuestion::ZoneQuestion(EngineClient &engine, const Clock &clock, QSettings &memory, std::function<QString()> pcZone, QWidget &window)
    : QObject(&window)
    , m_engine(engine)
    , m_clock(clock)
    , m_memory(memory)
    , m_pcZone(std::move(pcZone))
    , m_window(window)
    , m_settings(engine.settings())
{
    connect(&m_engine, &EngineClient::settingsChanged, this, [this](const Settings &settings) {
        m_settings = settings;
        look();
    });
    window.installEventFilter(this); // whoever travels with it comes back to it
    look();
}

bool ZoneQuestion::differ(const QString &one, const QString &other, UtcTime now)
{
    const QTimeZone first(one.toUtf8());
    const QTimeZone second(other.toUtf8());
    if (!first.isValid() || !second.isValid())
        return false;
    // Many names mean one and the same clock.
    for (int month = 0; month <= 12; ++month) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(toUnixMillis(now), Qt::UTC).addDays(month * 30);
        if (first.offsetFromUtc(at) != second.offsetFromUtc(at))
            return true;
    }
    return false;
}

bool ZoneQuestion::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowActivate)
        look();
    return QObject::eventFilter(watched, event);
}

void ZoneQuestion::look()
{
    const QString business = m_settings.business.timeZone;
    const QString pc = m_pcZone();
    if (m_asking || business.isEmpty() || !m_settings.hasAccount() || !differ(business, pc, m_clock.utcNow()))
        return;
    if (m_memory.value(answeredKey).toString() != business + u' ' + pc)
        ask(business, pc);
}

void ZoneQuestion::ask(const QString &business, const QString &pc)
{
    m_asking = true;
    auto *box = new PlainMessageBox(&m_window);
    box->setObjectName(u"zoneQuestion"_s);
    box->setWindowTitle(tr("Time zone"));
    box->setTexts(tr("This PC is in another time zone than your business."),
                  tr("The business's zone is %1, this PC's is %2. Times are shown in the business's zone. If you only travel, keep it.")
                      .arg(business, pc));
    QPushButton *keep = box->addWord(tr("Keep %1").arg(business), QMessageBox::RejectRole);
    QPushButton *use = box->addWord(tr("Use this PC's zone"), QMessageBox::AcceptRole);
    keep->setObjectName(u"keepZone"_s);
    use->setObjectName(u"usePcZone"_s);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(box, &QMessageBox::finished, this, [this, box, use, business, pc] {
        m_asking = false;
        if (box->clickedButton() == use)
            emit m_engine.useTimeZoneRequested(pc);
        else
            m_memory.setValue(answeredKey, business + u' ' + pc);
    });
    box->open();
}

} // namespace textback
