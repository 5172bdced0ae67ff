// SPDX-License-Identifier: MIT
#include "ui/contact/contactpanel.h"

#include "domain/ports/clock.h"
#include "domain/ports/conversationreader.h"
#include "engine/engineclient.h"
#include "ui/contact/aboutsection.h"
#include "ui/contact/avatarwidget.h"
#include "ui/contact/jobssection.h"
#include "ui/contact/moresection.h"
#include "ui/contact/namefield.h"
#include "ui/contact/notescard.h"
#include "ui/contact/numberssection.h"
#include "ui/contact/personexport.h"
#include "ui/contact/tagssection.h"
#include "ui/contact/timelinesection.h"
#include "ui/dialogs/formstyle.h"
#include "ui/format/conversationwords.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/tokens.h"

#include <QDialog>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis retryDelay{250};
constexpr Millis readAgain = std::chrono::minutes(1);
constexpr int timelineRead = 2 * TimelineSection::mostLines; // some may be planned

} // namespace

ContactPanel::ContactPanel(const ViewContext &context, EngineClient &engine, ConversationReader &threads, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_engine(engine)
    , m_threads(threads)
    , m_close(new QToolButton(this))
    , m_scroll(new QScrollArea(this))
{
    resize(usualWidth(), height());
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("Contact"));
    m_close->setProperty("kind", u"icon"_s);
    m_close->setAccessibleName(tr("Close the contact panel"));
    m_close->setToolTip(tr("Close (Esc)"));
    m_close->setIconSize(QSize(dp(20), dp(20)));
    connect(m_close, &QToolButton::clicked, this, &ContactPanel::closeRequested);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(dp(20), dp(8), dp(20), 0);
    top->addStretch();
    top->addWidget(m_close);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setAccessibleName(tr("Contact"));
    // The ground of a scroll area takes the colour of pages; this one is a card.
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_scroll, 1);
    dress();
}

int ContactPanel::usualWidth()
{
    return dp(300);
}

void ContactPanel::fill()
{
    if (m_content)
        return;
    m_content = new QWidget(m_scroll->viewport());
    m_content->setAccessibleName(m_scroll->accessibleName());
    applyFormStyle(*m_content); // once for all sections, before they are in it
    m_avatar = new AvatarWidget(64, m_content);
    m_name = new NameField(m_content);
    m_number = new PlainLabel(m_content);
    m_call = new QPushButton(tr("Call"), m_content);
    m_copy = new QPushButton(tr("Copy number"), m_content);
    m_numbers = new NumbersSection(m_context, m_content);
    m_about = new AboutSection(m_context, m_content);
    m_tags = new TagsSection(m_context, m_content);
    m_notes = new NotesCard(m_context.scheduler, m_content);
    m_jobs = new JobsSection(m_context, m_content);
    m_timeline = new TimelineSection(m_context, m_content);
    m_more = new MoreSection(m_context, m_content);
    m_name->setFont(textFont(TextStyle::Heading));
    m_name->setAlignment(Qt::AlignHCenter);
    m_number->setFont(textFont(TextStyle::Small));
    m_number->setAlignment(Qt::AlignHCenter);
    m_number->setForegroundRole(QPalette::PlaceholderText);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_call->setProperty("kind", u"primary"_s);
    m_more->setCanExport(m_export != nullptr);
    layOut();
    connectSections();
}

void ContactPanel::layOut()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(dp(8));
    buttons->addWidget(m_call, 1);
    buttons->addWidget(m_copy, 1);

    auto *rows = new QVBoxLayout(m_content);
    rows->setContentsMargins(dp(20), dp(8), dp(20), dp(20));
    rows->setSpacing(0);
    rows->addWidget(m_avatar, 0, Qt::AlignHCenter);
    rows->addSpacing(dp(10));
    rows->addWidget(m_name);
    rows->addWidget(m_number);
    rows->addSpacing(dp(12));
    rows->addLayout(buttons);
    rows->addWidget(m_numbers);
    for (QWidget *section : std::initializer_list<QWidget *>{m_about, m_tags, m_notes, m_jobs, m_timeline, m_more}) {
        rows->addSpacing(dp(20));
        rows->addWidget(section);
    }
    rows->addStretch();
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(m_content);
    m_content->setBackgroundRole(QPalette::Base);
}

void ContactPanel::connectSections()
{
    connect(m_call, &QPushButton::clicked, this, &ContactPanel::callRequested);
    connect(m_copy, &QPushButton::clicked, this, &ContactPanel::copyNumberRequested);
    connect(m_name, &NameField::renamed, this, &ContactPanel::renamed);
    connect(m_numbers, &NumbersSection::openRequested, this, &ContactPanel::openRequested);
    connect(m_numbers, &NumbersSection::linked, this,
            [this](ConversationId other) { emit m_engine.linkNumbersRequested(m_conversation.id, other); });
    connect(m_numbers, &NumbersSection::refused, this, [this](ConversationId other) {
        const ConversationId shown = m_conversation.id;
        emit m_engine.refuseLinkRequested(shown, other);
        emit offered(tr("Two people. You will not be asked again."), tr("Undo"),
                     [this, shown, other] { emit m_engine.withdrawRefusalRequested(shown, other); });
    });
    connect(m_numbers, &NumbersSection::separated, this,
            [this](ConversationId other) { emit m_engine.separateNumberRequested(m_conversation.id, other); });
    // Not to a button: a second press of the key would press it, too.
    connect(m_numbers, &NumbersSection::focusLeft, this, [this] { m_content->setFocus(Qt::OtherFocusReason); });
    connect(&m_engine, &EngineClient::actionFailed, this, &ContactPanel::readIfSeen); // what was shown beforehand is not so
    connect(m_tags, &TagsSection::chosen, this,
            [this](const QStringList &names) { emit m_engine.setTagsRequested(m_conversation.id, names); });
    connect(m_tags, &TagsSection::tagsChanged, &m_engine, &EngineClient::changeInboxRequested);
    connect(m_tags, &TagsSection::renamed, &m_engine, &EngineClient::renameTagRequested);
    connect(m_notes, &NotesCard::changed, &m_engine, &EngineClient::saveNotesRequested);
    connect(&m_engine, &EngineClient::actionFailed, m_notes, &NotesCard::notKept);
    connect(m_jobs, &JobsSection::booked, this, [this](std::optional<UtcTime> date, std::optional<qint64> amountCents) {
        emit m_engine.noteJobRequested(m_conversation.id, date, amountCents);
    });
    connect(m_jobs, &JobsSection::finished, this, [this] { emit m_engine.finishJobRequested(m_conversation.id); });
    connect(m_more, &MoreSection::peopleChanged, &m_engine, &EngineClient::changePeopleRequested);
    connect(m_more, &MoreSection::consentSaid, this,
            [this](bool optedOut, const QString &channel) { emit m_engine.recordConsentRequested(m_conversation.id, optedOut, channel); });
    connect(m_more, &MoreSection::eraseConfirmed, this, [this] { emit m_engine.erasePersonRequested(m_conversation.id); });
    connect(m_more, &MoreSection::exportRequested, this, [this](const std::vector<PhoneNumber> &numbers) {
        if (m_export)
            m_export->askForPlace(numbers, this);
    });
}

void ContactPanel::setReaders(ContactReader *contacts, EvidenceReader *evidence)
{
    m_contacts = contacts;
    if (evidence && !m_export) {
        m_export = new PersonExport(*evidence, m_context.clock, this);
        connect(m_export, &PersonExport::told, this, &ContactPanel::told);
    }
    if (m_more)
        m_more->setCanExport(m_export != nullptr);
    readIfSeen();
}

void ContactPanel::setConversation(const ConversationSummary &conversation)
{
    fill();
    const bool other = conversation.id != m_conversation.id;
    if (other) {
        // What was asked about one person must not be answered about another.
        for (QDialog *dialog : findChildren<QDialog *>())
            dialog->reject();
        for (QMenu *menu : findChildren<QMenu *>())
            menu->close();
        m_notes->setConversation(conversation.id);
        m_scroll->ensureVisible(0, 0);
    }
    m_conversation = conversation;
    m_avatar->setParty(conversation.contactName, conversation.address);
    const QString title = ConversationWords::title(conversation, m_context.region);
    m_name->setName(conversation.contactName, title);
    m_number->setText(ConversationWords::address(conversation, m_context.region));
    m_number->setVisible(m_number->text() != title);
    m_call->setVisible(!conversation.number.isNull());
    m_copy->setVisible(!conversation.number.isNull());
    if (other && !isVisible())
        empty();
    readIfSeen();
}

void ContactPanel::empty()
{
    m_shown = {};
    m_tags->show({});
    m_jobs->show({});
    m_timeline->show({});
    m_numbers->show(m_conversation, {});
    m_about->show(m_conversation, {});
    m_more->show(m_conversation, {});
    m_more->setKnown(false);
}

void ContactPanel::readIfSeen()
{
    m_stale = !isVisible();
    if (!m_stale && !m_conversation.id.isNull())
        read();
}

void ContactPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        readIfSeen();
}

void ContactPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_retry.cancel();
    m_later.cancel();
    m_stale = true;
}

void ContactPanel::read()
{
    m_retry.cancel();
    m_later = m_context.scheduler.callAfter(readAgain, [this] { read(); });
    ContactDetails details;
    if (m_contacts) {
        const auto known = m_contacts->details(m_conversation.id, m_context.times.zone());
        if (!known) {
            if (m_shown != m_conversation.id)
                empty();
            m_retry = m_context.scheduler.callAfter(retryDelay, [this] { read(); });
            return;
        }
        details = *known;
        m_tags->show(details.tags);
        m_notes->show(details.notes);
        m_jobs->show(details.jobs);
        m_numbers->show(m_conversation, details);
    }
    for (QWidget *section : std::initializer_list<QWidget *>{m_tags, m_notes, m_jobs})
        section->setVisible(m_contacts != nullptr);
    m_about->show(m_conversation, details);
    m_more->show(m_conversation, details);
    m_more->setKnown(true);
    if (const auto entries = m_threads.thread(m_conversation.id, std::nullopt, timelineRead)) {
        m_timeline->show(*entries);
    } else {
        if (m_shown != m_conversation.id)
            m_timeline->show({});
        m_retry = m_context.scheduler.callAfter(retryDelay, [this] { read(); });
    }
    m_shown = m_conversation.id;
}

void ContactPanel::setCloseVisible(bool visible)
{
    m_close->setVisible(visible);
}

void ContactPanel::focusNotes()
{
    fill();
    m_notes->focusField();
    m_scroll->ensureWidgetVisible(m_notes);
}

void ContactPanel::focusFirst()
{
    fill();
    if (m_call->isVisible())
        m_call->setFocus(Qt::ShortcutFocusReason);
    else
        m_name->setFocus(Qt::ShortcutFocusReason);
}

void ContactPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        dress();
}

void ContactPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(tokensOf(palette()).border);
    painter.drawLine(0, 0, 0, height());
}

void ContactPanel::dress()
{
    m_close->setIcon(themedIcon(Icon::Close, 20, tokensOf(palette()).text2));
    if (m_content)
        applyFormStyle(*m_content);
}

} // namespace textback
