// SPDX-License-Identifier: MIT
#pragma once

#include "domain/settings.h"
#include "domain/time.h"

#include <QObject>
#include <QString>

#include <functional>

class QSettings;
class QWidget;

namespace textback {

class Clock;
class EngineClient;

/// Asks once when the PC's time zone is another than the business's (faults.md F30): the business's zone is a setting and stays what it is until
/// somebody says otherwise. The answer is kept for this pair of zones.
class ZoneQuestion final : public QObject {
    Q_OBJECT

public:
    /// `pcZone` tells the PC's IANA zone now. All outlive it; `window` is the question's parent.
    ZoneQuestion(EngineClient &engine, const Clock &clock, QSettings &memory, std::function<QString()> pcZone, QWidget &window);

    /// Whether two zones show other times now or within a year.
    static bool differ(const QString &one, const QString &other, UtcTime now);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void ask(const QString &business, const QString &pc);

    EngineClient &m_engine;
    const Clock &m_clock;
    QSettings &m_memory;
    std::function<QString()> m_pcZone;
    QWidget &m_window;
    Settings m_settings; ///< in force
    bool m_asking = false;
};

} // namespace textback
