// SPDX-License-Identifier: MIT
#include "ui/simulatedphone/simulatedphonepanel.h"

#include "domain/ports/simulatedphone.h"
#include "ui/dialogs/formstyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/tokens.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace textback {

SimulatedPhonePanel::SimulatedPhonePanel(SimulatedPhone &phone, QWidget *parent)
    : QWidget(parent)
    , m_phone(phone)
{
    setObjectName(QStringLiteral("settingsPage")); // the page colour of the form style
    setAttribute(Qt::WA_StyledBackground);
    setWindowTitle(tr("Simulated phone"));
    setAccessibleName(tr("Simulated phone"));
    // In a low window the panel scrolls instead of squeezing its buttons.
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget(scroll);
    page->setObjectName(QStringLiteral("settingsCards"));
    scroll->setWidget(page);
    whole->addWidget(scroll);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);

    auto *head = new QHBoxLayout;
    auto *title = new PlainLabel(tr("Simulated phone"), this);
    title->setProperty("role", QStringLiteral("heading"));
    auto *badge = new PlainLabel(tr("Demo"), this);
    badge->setProperty("role", QStringLiteral("badge"));
    head->addWidget(title, 1);
    head->addWidget(badge);
    auto *intro = new PlainLabel(tr("You play the customer. No real call or text is made."), this);
    intro->setProperty("role", QStringLiteral("hint"));
    intro->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addLayout(head);
    words->addWidget(intro);
    layout->addLayout(words);

    auto *callerBox = new QVBoxLayout;
    callerBox->setSpacing(4);
    auto *callerLabel = new PlainLabel(tr("Customer"), this);
    callerLabel->setProperty("role", QStringLiteral("fieldLabel"));
    m_caller = new QComboBox(this);
    m_caller->setAccessibleName(tr("Customer"));
    m_caller->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_caller->setMinimumContentsLength(12);
    const QList<std::pair<PhoneNumber, QString>> callers = m_phone.callers();
    for (const auto &[number, name] : callers)
        m_caller->addItem(name, number.e164());
    callerLabel->setBuddy(m_caller);
    callerBox->addWidget(callerLabel);
    callerBox->addWidget(m_caller);
    layout->addLayout(callerBox);

    layout->addWidget(buildCalls());
    layout->addWidget(buildReplies());
    m_told = new PlainLabel(this);
    m_told->setProperty("role", QStringLiteral("hint"));
    m_told->setWordWrap(true);
    m_told->setAccessibleName(tr("What happened"));
    layout->addWidget(m_told);
    layout->addStretch(1);

    connect(m_caller, &QComboBox::currentIndexChanged, this, &SimulatedPhonePanel::fillSuggestions);
    fillSuggestions();
    applyFormStyle(*this);
}

QWidget *SimulatedPhonePanel::buildCalls()
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    auto *label = new PlainLabel(tr("Call the business"), card);
    label->setProperty("role", QStringLiteral("fieldLabel"));
    layout->addWidget(label);
    const auto add = [&](const QString &word, auto act, const QString &told) {
        auto *button = new QPushButton(word, card);
        connect(button, &QPushButton::clicked, this, [this, act, told] {
            if (caller().isNull())
                return;
            (m_phone.*act)(caller());
            tell(told.arg(callerName()));
        });
        layout->addWidget(button);
    };
    add(tr("Call and hang up"), &SimulatedPhone::callAndHangUp, tr("%1 calls, lets it ring a few times and hangs up."));
    add(tr("Let it ring out"), &SimulatedPhone::letItRingOut, tr("%1 calls until nobody answered."));
    add(tr("Leave voicemail"), &SimulatedPhone::leaveVoicemail, tr("%1 calls and speaks to the voicemail."));
    return card;
}

QWidget *SimulatedPhonePanel::buildReplies()
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    auto *label = new PlainLabel(tr("Text the business"), card);
    label->setProperty("role", QStringLiteral("fieldLabel"));
    layout->addWidget(label);

    m_suggestions = new QComboBox(card);
    m_suggestions->setAccessibleName(tr("Suggested replies"));
    m_suggestions->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_suggestions->setMinimumContentsLength(12);
    connect(m_suggestions, &QComboBox::activated, this, [this](int index) {
        if (index <= 0)
            return;
        m_text->setText(m_suggestions->itemText(index));
        m_text->setFocus();
    });
    layout->addWidget(m_suggestions);

    m_text = new QLineEdit(card);
    m_text->setAccessibleName(tr("Reply text"));
    m_text->setPlaceholderText(tr("Or type a text"));
    m_text->setMaxLength(1600);
    layout->addWidget(m_text);

    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    m_reply = new QPushButton(tr("Reply"), card);
    m_reply->setProperty("kind", QStringLiteral("primary"));
    auto *stop = new QPushButton(QStringLiteral("STOP"), card);
    stop->setProperty("kind", QStringLiteral("danger"));
    stop->setAccessibleDescription(tr("The customer opts out of texts"));
    line->addWidget(m_reply, 1);
    line->addWidget(stop);
    layout->addLayout(line);

    m_reply->setEnabled(false);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) { m_reply->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_text, &QLineEdit::returnPressed, m_reply, &QPushButton::click);
    connect(m_reply, &QPushButton::clicked, this, [this] { send(m_text->text().trimmed()); });
    connect(stop, &QPushButton::clicked, this, [this] { send(QStringLiteral("STOP")); });
    return card;
}

QSize SimulatedPhonePanel::sizeHint() const
{
    return {dp(300), dp(620)};
}

void SimulatedPhonePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationFontChange)
        applyFormStyle(*this);
    QWidget::changeEvent(event);
}

PhoneNumber SimulatedPhonePanel::caller() const
{
    return PhoneNumber::fromStored(m_caller->currentData().toString()).value_or(PhoneNumber());
}

QString SimulatedPhonePanel::callerName() const
{
    return m_caller->currentText();
}

void SimulatedPhonePanel::fillSuggestions()
{
    m_suggestions->clear();
    m_suggestions->addItem(tr("Choose a reply…"));
    if (!caller().isNull())
        m_suggestions->addItems(m_phone.repliesFor(caller()));
    m_suggestions->setEnabled(m_suggestions->count() > 1);
}

void SimulatedPhonePanel::send(const QString &text)
{
    if (text.isEmpty() || caller().isNull())
        return;
    m_phone.reply(caller(), text);
    tell(tr("%1 texts: %2").arg(callerName(), text));
    m_text->clear();
    fillSuggestions();
}

void SimulatedPhonePanel::tell(const QString &words)
{
    m_told->setText(words);
}

} // namespace textback
