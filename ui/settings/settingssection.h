// SPDX-License-Identifier: MIT
#pragma once

#include "domain/settings.h"

#include <QFrame>
#include <QList>
#include <QMap>
#include <QPointer>

#include <optional>
#include <utility>

class QBoxLayout;
class QVBoxLayout;

namespace textback {

class FormRow;

/// One card of the settings page. It shows its part of the settings, writes it back, and shows a problem at the field whose key it has.
class SettingsSection : public QFrame {
    Q_OBJECT

public:
    explicit SettingsSection(const QString &title, const QString &intro, QWidget *parent = nullptr);

    /// Shows these values; emits no edited().
    virtual void showSettings(const Settings &settings) = 0;
    /// Puts what is entered into `settings`, whether it makes sense or not.
    virtual void writeTo(Settings &settings) const = 0;

    /// What only the form itself can see to be wrong (not the settings made from it): key and words.
    virtual std::optional<std::pair<QString, QString>> ownProblem() const { return std::nullopt; }

    /// Shows `words` at the field of `key` ("rules.sendDelaySeconds") or the nearest one above it; the field, or null if it is not here.
    QWidget *showProblem(const QString &key, const QString &words);
    void clearProblems();

signals:
    void edited();

protected:
    void resizeEvent(QResizeEvent *event) override;
    /// Adds a row; `key` is the settings file's key that it answers for (empty: none).
    FormRow *addRow(const QString &key, const QString &label, QWidget *control, const QString &hint = {}, QWidget *field = nullptr);
    /// Several rows side by side.
    void addRowsAbreast(const QList<FormRow *> &rows);
    /// Lays a line of widgets out below each other while the card is narrow.
    void foldWhenNarrow(QBoxLayout *line);
    void forgetRow(const QString &key) { m_rows.remove(key); }
    void registerRow(const QString &key, FormRow *row) { m_rows.insert(key, row); }
    QVBoxLayout *body() { return m_body; }
    /// True while showSettings fills the fields.
    bool isFilling() const { return m_filling; }
    void noteEdit();

    /// Sets m_filling for a block.
    class Filling {
    public:
        explicit Filling(SettingsSection &section)
            : m_section(section)
        {
            m_section.m_filling = true;
        }
        ~Filling() { m_section.m_filling = false; }
        Q_DISABLE_COPY_MOVE(Filling)

    private:
        SettingsSection &m_section;
    };

private:
    void fold();

    QVBoxLayout *m_body = nullptr;
    QList<QPointer<QBoxLayout>> m_foldable;
    QMap<QString, FormRow *> m_rows;
    bool m_filling = false;
    bool m_narrow = false;
    bool m_foldNew = false;
};

} // namespace textback
