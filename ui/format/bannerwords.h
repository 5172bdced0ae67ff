// SPDX-License-Identifier: MIT
#pragma once

#include "domain/textbackrules.h"
#include "engine/connectionstate.h"
#include "engine/notice.h"
#include "ui/format/timewords.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <optional>

namespace textback {

/// What the button of a banner does.
enum class BannerAction {
    None,
    TryNow,
    OpenSettings,
    OpenProvider,
    UnlockKeychain,
    SendFromHere,
    ShowConversation,
    LeaveSafeMode,
    ResumeTexts,
    ShowAway,
    ShowAdvice,
};

enum class BannerTone { Danger, Warn, Info };

/// One thing for the strip under the title: one sentence, at most one button.
struct BannerWords {
    QString text;
    QString button;
    BannerAction action = BannerAction::None;
    BannerTone tone = BannerTone::Warn;
    std::optional<Notice::Kind> dismisses; ///< a person may put it away
    ConversationId conversation;           ///< of ShowConversation
    QString advice = {};                   ///< of ShowAdvice

    bool operator==(const BannerWords &) const = default;
};

/// What the strip has to say: trouble with the connection, then notices, then the mode; the most important first.
class BannerList {
    Q_DECLARE_TR_FUNCTIONS(textback::BannerList)

public:
    /// Empty when all is well. `now` is the PC's clock.
    static QList<BannerWords> banners(const ConnectionState &state, const QList<Notice> &notices, Mode mode, const TimeWords &times,
                                      UtcTime now);
    static BannerWords ofNotice(const Notice &notice, const TimeWords &times, UtcTime now);
};

} // namespace textback
