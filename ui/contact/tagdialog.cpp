// SPDX-License-Identifier: MIT
#include "ui/contact/tagdialog.h"

#include "ui/contact/dialogform.h"
#include "ui/contact/tagchip.h"
#include "ui/dialogs/plainmessagebox.h"
#include "ui/format/safetext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plainlabel.h"
#include "ui/theme/tokens.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 40;
constexpr TagColor allColors[] = {TagColor::Blue, TagColor::Green, TagColor::Amber, TagColor::Red, TagColor::Grey};

} // namespace

TagDialog::TagDialog(std::vector<Tag> known, std::optional<Tag> edited, QWidget *parent)
    : QDialog(parent)
    , m_known(std::move(known))
    , m_edited(std::move(edited))
    , m_name(new QLineEdit(this))
    , m_color(new QComboBox(this))
{
    setWindowTitle(m_edited ? tr("Edit tag") : tr("New tag"));
    m_name->setMaxLength(longestName);
    for (const TagColor color : allColors) {
        QPixmap sample(dp(16), dp(16));
        sample.fill(tagLook(tokensOf(palette()), color).words);
        m_color->addItem(sample, tagColorName(color), int(color));
    }
    if (m_edited) {
        m_name->setText(m_edited->name);
        m_color->setCurrentIndex(m_color->findData(int(m_edited->color)));
    }
    DialogForm form(*this);
    form.addRow(tr("Name"), m_name);
    form.addRow(tr("Color"), m_color);
    m_problem = form.addProblem();
    if (m_edited) {
        QPushButton *remove = form.addButton(tr("Delete tag…"), u"danger"_s);
        connect(remove, &QPushButton::clicked, this, &TagDialog::askToDelete);
    }
    form.addCancel(tr("Cancel"));
    QPushButton *save = form.addButton(tr("Save"), u"primary"_s);
    save->setDefault(true);
    connect(save, &QPushButton::clicked, this, &TagDialog::save);
}

void TagDialog::save()
{
    Tag tag;
    tag.name = m_name->text().simplified();
    tag.color = TagColor(m_color->currentData().toInt());
    const bool taken = std::any_of(m_known.begin(), m_known.end(), [&](const Tag &other) {
        return other.name.compare(tag.name, Qt::CaseInsensitive) == 0 && (!m_edited || other.name != m_edited->name);
    });
    if (tag.name.isEmpty() || taken) {
        m_problem->setText(taken ? tr("There is a tag of this name already.") : tr("Give the tag a name."));
        m_name->setFocus(Qt::OtherFocusReason);
        return;
    }
    emit saved(tag);
    accept();
}

void TagDialog::askToDelete()
{
    auto *question = new PlainMessageBox(this);
    question->setTexts(tr("Delete the tag “%1”?").arg(singleLine(m_edited->name)), tr("It goes from every person who has it."));
    QPushButton *yes = question->addWord(tr("Delete"), QMessageBox::AcceptRole);
    question->addWord(tr("Cancel"), QMessageBox::RejectRole);
    connect(yes, &QPushButton::clicked, this, [this] {
        emit deleted();
        accept();
    });
    question->open();
}

} // namespace textback
