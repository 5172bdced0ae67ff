// SPDX-License-Identifier: MIT
#pragma once

#include "domain/inbox.h"
#include "ui/contact/contactsection.h"

#include <QStringList>

#include <optional>

class QPushButton;

namespace textback {

class FlowLayout;
class TagChip;
struct ViewContext;

/// The tags of a person as coloured chips with words; adding, taking off, making, renaming and deleting them, all by keyboard.
class TagsSection : public ContactSection {
    Q_OBJECT

public:
    /// The context outlives it.
    explicit TagsSection(const ViewContext &context, QWidget *parent = nullptr);

    void show(const QStringList &names);

signals:
    /// The person has these tags now.
    void chosen(const QStringList &names);
    /// The tags there are changed.
    void tagsChanged(const textback::InboxSettings &inbox);
    /// A tag has another name in every conversation, or none.
    void renamed(const QString &name, const QString &newName);

private:
    Tag known(const QString &name) const;
    void put(const QString &name, bool on);
    void openMenu();
    void openChipMenu(TagChip *chip);
    void makeTag();
    void editTag(const Tag &tag);

    const ViewContext &m_context;
    FlowLayout *m_flow;
    QPushButton *m_add;
    QStringList m_names;
    std::vector<Tag> m_shown;
    std::vector<TagChip *> m_chips;
};

} // namespace textback
