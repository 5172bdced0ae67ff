// SPDX-License-Identifier: MIT
#include "ui/settings/settingssection.h"

#include "ui/settings/formrow.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace textback {

SettingsSection::SettingsSection(const QString &title, const QString &intro, QWidget *parent)
    : QFrame(parent)
{
    setProperty("card", true);
    setAccessibleName(title);
    m_body = new QVBoxLayout(this);
    m_body->setContentsMargins(16, 16, 16, 20);
    m_body->setSpacing(16);
    auto *heading = new PlainLabel(title, this);
    heading->setProperty("role", QStringLiteral("heading"));
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(heading);
    if (!intro.isEmpty()) {
        auto *text = new PlainLabel(intro, this);
        text->setProperty("role", QStringLiteral("hint"));
        text->setWordWrap(true);
        words->addWidget(text);
    }
    m_body->addLayout(words);
}

FormRow *SettingsSection::addRow(const QString &key, const QString &label, QWidget *control, const QString &hint, QWidget *field)
{
    auto *row = new FormRow(label, control, hint, field, this);
    m_body->addWidget(row);
    if (!key.isEmpty())
        m_rows.insert(key, row);
    return row;
}

void SettingsSection::addRowsAbreast(const QList<FormRow *> &rows)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(16);
    for (FormRow *row : rows) {
        m_body->removeWidget(row);
        line->addWidget(row, 1);
    }
    m_body->addLayout(line);
    foldWhenNarrow(line);
}

void SettingsSection::foldWhenNarrow(QBoxLayout *line)
{
    m_foldable.append(line);
    m_foldNew = true;
    fold();
}

void SettingsSection::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fold();
}

void SettingsSection::fold()
{
    const bool narrow = width() < dp(560);
    if (narrow == m_narrow && !m_foldNew)
        return;
    m_narrow = narrow;
    m_foldNew = false;
    for (const QPointer<QBoxLayout> &line : std::as_const(m_foldable)) {
        if (line == nullptr)
            continue;
        line->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
        // The layouts around it remember how wide it was.
        for (QWidget *around = line->parentWidget(); around != nullptr && around != this; around = around->parentWidget())
            around->updateGeometry();
    }
    m_body->invalidate();
    updateGeometry();
}

QWidget *SettingsSection::showProblem(const QString &key, const QString &words)
{
    // "lines[2].number" is shown at its own field, else at "lines[2]", else at "lines".
    QString nearest = key;
    while (!nearest.isEmpty()) {
        if (FormRow *row = m_rows.value(nearest)) {
            row->setProblem(words);
            return row->field();
        }
        const qsizetype cut = std::max(nearest.lastIndexOf(u'.'), nearest.lastIndexOf(u'['));
        nearest = cut < 0 ? QString() : nearest.left(cut);
    }
    return nullptr;
}

void SettingsSection::clearProblems()
{
    for (FormRow *row : std::as_const(m_rows))
        row->setProblem(QString());
}

void SettingsSection::noteEdit()
{
    if (!m_filling)
        emit edited();
}

} // namespace textback
