// SPDX-License-Identifier: MIT
#pragma once

#include "domain/conversation.h"
#include "ui/contact/contactsection.h"

#include <vector>

namespace textback {

struct ViewContext;

/// The newest calls and texts, a line each, the newest first.
class TimelineSection : public ContactSection {
    Q_OBJECT

public:
    static constexpr int mostLines = 5;

    explicit TimelineSection(const ViewContext &context, QWidget *parent = nullptr);

    /// Of these, oldest first, the newest are told. What lies ahead is planned, and no part of what happened.
    void show(const std::vector<ThreadEntry> &entries);

protected:
    void changeEvent(QEvent *event) override;

private:
    class Line;

    const ViewContext &m_context;
    std::vector<Line *> m_lines;
    PlainLabel *m_none;
};

} // namespace textback
