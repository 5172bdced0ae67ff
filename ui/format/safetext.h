// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QUrl>

#include <vector>

namespace textback {

/// How much of a body is drawn at first, and with each "Show more" (faults.md F50).
inline constexpr int drawnBodyLength = 4000;

/// A name or preview for one line: line breaks become spaces, marks that turn the direction of text or have no width are taken out, and no
/// letter carries more than eight combining marks (F51). Joiners inside emoji stay.
QString singleLine(const QString &text);

/// A body for a bubble: as it came, with at most eight combining marks on a letter, every line end as "\n", direction marks closed in by
/// FSI..PDI so that they cannot turn what stands around it, cut to `limit` characters (never through a surrogate pair); 0 for no limit.
QString bodyText(const QString &text, int limit = drawnBodyLength);

/// Where the portion of a body that begins at `start` ends: at most drawnBodyLength on, sooner where there are many emoji, behind a space where
/// one is near, and never inside of what reads as one letter. The end of the text if that is not farther.
qsizetype portionEnd(const QString &text, qsizetype start);

/// Whether a body is nothing but one to three emoji: drawn large and without a bubble.
bool isEmojiOnly(const QString &text);

/// A link inside a text.
struct TextLink {
    int start = 0;
    int length = 0;
    QUrl url;
};

/// http, https, "www." and tel: links of a text, and nothing else that looks like one (F54).
std::vector<TextLink> findLinks(const QString &text);

/// What to show before a link is opened: the real host in its encoded form ("xn--..."), or the number of a tel: link.
QString linkTarget(const QUrl &url);

/// Only these may be handed to the system: http, https and tel.
bool mayOpen(const QUrl &url);

} // namespace textback
