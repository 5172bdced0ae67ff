// SPDX-License-Identifier: MIT
#pragma once

#include "domain/job.h"
#include "ui/contact/contactsection.h"

#include <optional>
#include <vector>

class QPushButton;

namespace textback {

struct ViewContext;

/// The work that was agreed with a person: booked, and done.
class JobsSection : public ContactSection {
    Q_OBJECT

public:
    explicit JobsSection(const ViewContext &context, QWidget *parent = nullptr);

    void show(const std::vector<Job> &jobs);

signals:
    void booked(std::optional<textback::UtcTime> date, std::optional<qint64> amountCents);
    /// The newest open one, or one that nobody noted.
    void finished();

private:
    void ask();
    QString wordsOf(const Job &job) const;

    const ViewContext &m_context;
    std::vector<PlainLabel *> m_lines;
    QPushButton *m_book;
    QPushButton *m_done;
    PlainLabel *m_review;
};

} // namespace textback
