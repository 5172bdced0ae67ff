// SPDX-License-Identifier: MIT
#include "ui/thread/repliesdialog.h"

#include "ui/format/safetext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/tokens.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace textback {

namespace {

constexpr int longestName = 60;
constexpr int longestText = 1600; // as long as a text may be

} // namespace

RepliesDialog::RepliesDialog(const std::vector<SavedReply> &replies, QWidget *parent)
    : QDialog(parent)
    , m_replies(replies)
    , m_list(new QListWidget(this))
    , m_name(new QLineEdit(this))
    , m_text(new QPlainTextEdit(this))
    , m_problem(new PlainLabel(this))
    , m_add(new QPushButton(tr("Add"), this))
    , m_delete(new QPushButton(tr("Delete"), this))
    , m_up(new QPushButton(tr("Up"), this))
    , m_down(new QPushButton(tr("Down"), this))
    , m_save(new QPushButton(tr("Save"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Saved replies"));
    m_list->setAccessibleName(tr("Saved replies"));
    m_list->setTextElideMode(Qt::ElideRight);
    m_name->setAccessibleName(tr("Name"));
    m_name->setMaxLength(longestName);
    m_text->setAccessibleName(tr("Text"));
    m_text->setTabChangesFocus(true);
    auto *nameLabel = new PlainLabel(tr("Name"), this);
    nameLabel->setBuddy(m_name);
    auto *textLabel = new PlainLabel(tr("Text"), this);
    textLabel->setBuddy(m_text);
    auto *hint = new PlainLabel(
        tr("{name|there}, {biz}, {link}, {phone} and {open} are filled in. Other words in braces, such as {day}, you fill in yourself."),
        this);
    hint->setWordWrap(true);
    hint->setFont(textFont(TextStyle::Caption));
    hint->setForegroundRole(QPalette::PlaceholderText);
    m_problem->setWordWrap(true);
    QPalette danger;
    danger.setColor(QPalette::WindowText, tokensOf(palette()).danger);
    m_problem->setPalette(danger);
    m_save->setProperty("kind", QStringLiteral("primary"));
    for (QPushButton *button : {m_add, m_delete, m_up, m_down})
        button->setAutoDefault(false);

    auto *order = new QHBoxLayout;
    order->setSpacing(dp(6));
    for (QPushButton *button : {m_add, m_delete, m_up, m_down})
        order->addWidget(button);
    auto *left = new QVBoxLayout;
    left->addWidget(m_list, 1);
    left->addLayout(order);
    auto *right = new QVBoxLayout;
    right->addWidget(nameLabel);
    right->addWidget(m_name);
    right->addWidget(textLabel);
    right->addWidget(m_text, 1);
    right->addWidget(hint);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(dp(16));
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    buttons->addButton(new QPushButton(tr("Cancel"), this), QDialogButtonBox::RejectRole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(dp(20), dp(20), dp(20), dp(20));
    layout->setSpacing(dp(12));
    layout->addLayout(columns, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resize(dp(680), dp(420));

    connect(m_list, &QListWidget::currentRowChanged, this, &RepliesDialog::showReply);
    connect(m_name, &QLineEdit::textEdited, this, &RepliesDialog::edited);
    connect(m_text, &QPlainTextEdit::textChanged, this, &RepliesDialog::edited);
    connect(m_add, &QPushButton::clicked, this, &RepliesDialog::add);
    connect(m_delete, &QPushButton::clicked, this, &RepliesDialog::remove);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit saved(m_replies);
        accept();
    });
    if (m_replies.empty())
        add();
    else
        fill(0);
}

void RepliesDialog::fill(int current)
{
    m_showing = true;
    m_list->clear();
    for (const SavedReply &reply : m_replies)
        m_list->addItem(singleLine(reply.name));
    m_showing = false;
    m_list->setCurrentRow(std::min(current, m_list->count() - 1));
    showReply(m_list->currentRow());
}

void RepliesDialog::showReply(int row)
{
    if (m_showing)
        return;
    const bool some = row >= 0;
    m_showing = true;
    m_name->setText(some ? m_replies[size_t(row)].name : QString());
    m_text->setPlainText(some ? m_replies[size_t(row)].text : QString());
    m_showing = false;
    m_name->setEnabled(some);
    m_text->setEnabled(some);
    m_delete->setEnabled(some);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(some && row + 1 < m_list->count());
    judge();
}

void RepliesDialog::edited()
{
    const int row = m_list->currentRow();
    if (m_showing || row < 0)
        return;
    m_replies[size_t(row)] = {singleLine(m_name->text()).trimmed(), m_text->toPlainText()};
    m_list->item(row)->setText(m_replies[size_t(row)].name);
    judge();
}

void RepliesDialog::add()
{
    m_replies.push_back({});
    fill(int(m_replies.size()) - 1);
    m_name->setFocus(Qt::OtherFocusReason);
}

void RepliesDialog::remove()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_replies.erase(m_replies.begin() + row);
    fill(row);
}

void RepliesDialog::move(int by)
{
    const int row = m_list->currentRow();
    const int other = row + by;
    if (row < 0 || other < 0 || other >= int(m_replies.size()))
        return;
    std::swap(m_replies[size_t(row)], m_replies[size_t(other)]);
    fill(other);
}

QString RepliesDialog::problem() const
{
    QStringList names;
    for (const SavedReply &reply : m_replies) {
        if (reply.name.isEmpty())
            return tr("A reply has no name yet: give it one, or delete it.");
        if (names.contains(reply.name, Qt::CaseInsensitive))
            return tr("Two replies are called “%1”: change one of the names.").arg(reply.name);
        if (reply.text.trimmed().isEmpty())
            return tr("“%1” has no text yet: write one, or delete the reply.").arg(reply.name);
        if (reply.text.size() > longestText)
            return tr("“%1” is longer than a text may be (%2 characters): shorten it.").arg(reply.name).arg(longestText);
        names.append(reply.name);
    }
    return {};
}

void RepliesDialog::judge()
{
    const QString found = problem();
    m_problem->setText(found);
    m_save->setEnabled(found.isEmpty());
    m_add->setEnabled(int(m_replies.size()) < InboxSettings::mostReplies);
}

} // namespace textback
