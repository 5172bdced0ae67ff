// SPDX-License-Identifier: MIT
#include "ui/contact/jobssection.h"

#include "domain/ports/clock.h"
#include "ui/contact/jobdialog.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace textback {

namespace {

constexpr size_t mostJobs = 3;

} // namespace

JobsSection::JobsSection(const ViewContext &context, QWidget *parent)
    : ContactSection(tr("Jobs"), parent)
    , m_context(context)
    , m_book(new QPushButton(tr("Book a job…"), this))
    , m_done(new QPushButton(tr("Job done"), this))
    , m_review(makeLine(true, this))
{
    for (size_t i = 0; i < mostJobs; ++i) {
        m_lines.push_back(makeLine(false, this));
        m_lines.back()->hide();
        body()->addWidget(m_lines.back());
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(dp(8));
    buttons->addWidget(m_book, 1);
    buttons->addWidget(m_done, 1);
    body()->addLayout(buttons);
    m_review->setText(tr("“Job done” also plans the review request."));
    body()->addWidget(m_review);
    connect(m_book, &QPushButton::clicked, this, &JobsSection::ask);
    connect(m_done, &QPushButton::clicked, this, &JobsSection::finished);
}

void JobsSection::show(const std::vector<Job> &jobs)
{
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const bool used = i < jobs.size();
        m_lines[i]->setVisible(used);
        if (used)
            m_lines[i]->setText(wordsOf(jobs[i]));
    }
    m_review->setVisible(m_context.settings.reviews.ask);
    const bool open = std::any_of(jobs.begin(), jobs.end(), [](const Job &job) { return !job.doneAt; });
    m_done->setAccessibleDescription(open ? tr("Ends the newest open job.") : tr("Notes a job that is done already."));
}

QString JobsSection::wordsOf(const Job &job) const
{
    const UtcTime now = m_context.clock.utcNow();
    QString words;
    if (job.doneAt)
        words = tr("Done %1").arg(m_context.times.moment(*job.doneAt, now));
    else if (job.bookedFor)
        words = tr("Booked for %1").arg(m_context.times.moment(*job.bookedFor, now));
    else
        words = tr("Booked, no date yet");
    return job.amountCents ? words + QStringLiteral(" · ") + jobAmount(*job.amountCents) : words;
}

void JobsSection::ask()
{
    auto *dialog = new JobDialog(m_context, this);
    connect(dialog, &JobDialog::booked, this, &JobsSection::booked);
    dialog->open();
}

} // namespace textback
