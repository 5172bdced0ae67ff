// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/callsreader.h"
#include "domain/ports/conversationreader.h"
#include "ui/lists/listpage.h"

namespace textback {

class CallsModel;
class DaysField;

/// All calls, over all conversations: filters, days, outcome, decision and reason. GUI thread.
class CallsPage : public ListPage {
    Q_OBJECT

public:
    /// All outlive it.
    CallsPage(EngineClient &engine, CallsReader &reader, const Clock &clock, Scheduler &scheduler, QWidget *parent = nullptr);

    DaysField *days() const { return m_days; }
    void setFilter(CallFilter filter);
    /// Writes the calls that are chosen into this file (CSV).
    void exportTo(const QString &file) override;

signals:
    /// `place`: where the call stands in its thread.
    void conversationRequested(textback::ConversationId conversation, const textback::ThreadKey &place);

private:
    CallsQuery chosen() const;
    bool isFiltered() const;
    void choose();
    void read() override;
    void openRow(int row) override;
    bool isOutdated() const override;
    QWidget *describeEmpty(EmptyState &empty) override;
    void chooseFile() override;
    QString exportingWords(int rows) const override;
    QString exportedWords(const QString &file, int rows) const override;

    CallsReader &m_reader;
    CallsModel *m_model;
    DaysField *m_days;
};

} // namespace textback
