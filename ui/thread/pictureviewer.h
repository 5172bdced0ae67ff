// SPDX-License-Identifier: MIT
#pragma once

#include "domain/media/mediareport.h"

#include <QDialog>

#include <vector>

class QPushButton;

namespace textback {

class PictureCanvas;
class PictureLoader;

/// The pictures of a message, one at a time and as large as the window has room for. Esc closes it, the arrow keys go on. Deletes itself. GUI thread.
class PictureViewer : public QDialog {
    Q_OBJECT

public:
    struct Picture {
        MediaKey key;
        KeptFile file;
    };

    /// `loader` outlives it.
    PictureViewer(PictureLoader &loader, std::vector<Picture> pictures, size_t first, QWidget *parent);

    size_t current() const { return m_current; }
    /// Whether the picture is there: read, and painted from now on.
    bool isShown() const;

signals:
    void saveRequested(const textback::MediaKey &key);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void go(size_t number);

    PictureLoader &m_loader;
    std::vector<Picture> m_pictures;
    size_t m_current = 0;
    PictureCanvas *m_canvas;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace textback
