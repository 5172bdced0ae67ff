// SPDX-License-Identifier: MIT
#pragma once

#include "domain/inbox.h"

#include <QDialog>

#include <optional>
#include <vector>

class QComboBox;
class QLineEdit;

namespace textback {

class PlainLabel;

/// Makes a tag, or changes or deletes one that is there. Shown with open(); deletes itself when it is closed. GUI thread.
class TagDialog : public QDialog {
    Q_OBJECT

public:
    /// `known`: all there are, so that no two have one name. `edited`: the one to change; nothing makes a new one.
    TagDialog(std::vector<Tag> known, std::optional<Tag> edited, QWidget *parent = nullptr);

signals:
    void saved(const textback::Tag &tag);
    /// The tag goes from every person.
    void deleted();

private:
    void save();
    void askToDelete();

    std::vector<Tag> m_known;
    std::optional<Tag> m_edited;
    QLineEdit *m_name;
    QComboBox *m_color;
    PlainLabel *m_problem;
};

} // namespace textback
