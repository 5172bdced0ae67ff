// SPDX-License-Identifier: MIT
#include "ui/contact/tagssection.h"

#include "ui/contact/tagchip.h"
#include "ui/contact/tagdialog.h"
#include "ui/format/safetext.h"
#include "ui/format/viewcontext.h"
#include "ui/theme/flowlayout.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/taborder.h"
#include "ui/theme/tokens.h"

#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

/// A name as a menu shows it: an ampersand is no mnemonic.
QString menuWord(const QString &name)
{
    return singleLine(name).replace(u'&', u"&&"_s);
}

} // namespace

TagsSection::TagsSection(const ViewContext &context, QWidget *parent)
    : ContactSection(tr("Tags"), parent)
    , m_context(context)
    , m_flow(new FlowLayout(dp(6)))
    , m_add(new QPushButton(tr("+ Tag"), this))
{
    m_add->setAutoDefault(false);
    m_add->setProperty("chip", true);
    m_add->setAccessibleName(tr("Add tag"));
    setPlainToolTip(*m_add, m_add->accessibleName());
    m_flow->addWidget(m_add);
    body()->addLayout(m_flow);
    connect(m_add, &QPushButton::clicked, this, &TagsSection::openMenu);
}

Tag TagsSection::known(const QString &name) const
{
    const std::vector<Tag> &tags = m_context.settings.inbox.tags;
    const auto found = std::find_if(tags.begin(), tags.end(), [&](const Tag &tag) { return tag.name == name; });
    return found != tags.end() ? *found : Tag{name, TagColor::Grey};
}

void TagsSection::show(const QStringList &names)
{
    std::vector<Tag> tags;
    for (const QString &name : names)
        tags.push_back(known(name));
    m_names = names;
    if (tags == m_shown)
        return; // a chip that has the focus keeps it
    m_shown = tags;
    // The chip in whose place the focus was hands it on.
    int focused = -1;
    for (size_t i = 0; i < m_chips.size(); ++i) {
        if (m_chips[i]->hasFocus())
            focused = int(i);
    }
    if (focused >= 0)
        m_add->setFocus(Qt::OtherFocusReason);
    for (TagChip *chip : m_chips) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater();
    }
    m_chips.clear();
    m_flow->removeWidget(m_add);
    QWidget *before = tabStopBefore(*this);
    for (const Tag &tag : tags) {
        auto *chip = new TagChip(tag, this);
        connect(chip, &TagChip::removeRequested, this, [this, name = tag.name] { put(name, false); });
        connect(chip, &TagChip::clicked, this, [this, chip] { openChipMenu(chip); });
        m_flow->addWidget(chip);
        chip->show();
        setTabOrder(before, chip);
        before = chip;
        m_chips.push_back(chip);
    }
    m_flow->addWidget(m_add);
    setTabOrder(before, m_add);
    if (focused >= 0 && !m_chips.empty())
        m_chips[std::min(size_t(focused), m_chips.size() - 1)]->setFocus(Qt::OtherFocusReason);
}

void TagsSection::put(const QString &name, bool on)
{
    QStringList names = m_names;
    names.removeAll(name);
    if (on)
        names.append(name);
    names.sort();
    show(names); // the engine's word comes a moment later
    emit chosen(names);
}

void TagsSection::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Tag &tag : m_context.settings.inbox.tags) {
        QPixmap sample(dp(14), dp(14));
        sample.fill(tagLook(tokensOf(palette()), tag.color).words);
        QAction *action = menu->addAction(sample, menuWord(tag.name));
        action->setCheckable(true);
        action->setChecked(m_names.contains(tag.name));
        connect(action, &QAction::triggered, this, [this, name = tag.name](bool on) { put(name, on); });
    }
    if (!m_context.settings.inbox.tags.empty())
        menu->addSeparator();
    QAction *make = menu->addAction(tr("New tag…"));
    make->setEnabled(std::ssize(m_context.settings.inbox.tags) < InboxSettings::mostTags);
    if (!make->isEnabled())
        make->setText(tr("There are %1 tags: delete one to make another").arg(InboxSettings::mostTags));
    connect(make, &QAction::triggered, this, &TagsSection::makeTag);
    menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height())));
    menu->setActiveAction(menu->actions().constFirst());
}

void TagsSection::openChipMenu(TagChip *chip)
{
    const Tag &tag = chip->tag(); // the actions keep copies: the chip may go first
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Take off")), &QAction::triggered, this, [this, tag] { put(tag.name, false); });
    connect(menu->addAction(tr("Edit tag…")), &QAction::triggered, this, [this, tag] { editTag(tag); });
    menu->popup(chip->mapToGlobal(QPoint(0, chip->height())));
    menu->setActiveAction(menu->actions().constFirst());
}

void TagsSection::makeTag()
{
    auto *dialog = new TagDialog(m_context.settings.inbox.tags, std::nullopt, this);
    connect(dialog, &TagDialog::saved, this, [this](const Tag &tag) {
        InboxSettings inbox = m_context.settings.inbox;
        inbox.tags.push_back(tag);
        emit tagsChanged(inbox);
        put(tag.name, true);
    });
    dialog->open();
}

void TagsSection::editTag(const Tag &tag)
{
    auto *dialog = new TagDialog(m_context.settings.inbox.tags, tag, this);
    const auto change = [this, tag](const std::optional<Tag> &changed) {
        InboxSettings inbox = m_context.settings.inbox;
        const auto place = std::find_if(inbox.tags.begin(), inbox.tags.end(), [&](const Tag &each) { return each.name == tag.name; });
        if (!changed && place != inbox.tags.end())
            inbox.tags.erase(place);
        else if (changed && place != inbox.tags.end())
            *place = *changed;
        else if (changed)
            inbox.tags.push_back(*changed); // one that stood on people alone
        QStringList names = m_names;
        names.removeAll(tag.name);
        if (changed)
            names.append(changed->name);
        names.sort();
        // The conversations first: the settings that follow are the sign to read them again.
        if (!changed || changed->name != tag.name)
            emit renamed(tag.name, changed ? changed->name : QString());
        emit tagsChanged(inbox);
        show(names);
    };
    connect(dialog, &TagDialog::saved, this, [change](const Tag &changed) { change(changed); });
    connect(dialog, &TagDialog::deleted, this, [change] { change(std::nullopt); });
    dialog->open();
}

} // namespace textback
