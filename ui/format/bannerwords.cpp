// SPDX-License-Identifier: MIT
#include "ui/format/bannerwords.h"

#include "ui/format/trapwords.h"

#include "ui/format/connectionwords.h"

#include <algorithm>

namespace textback {

namespace {

BannerWords warning(const QString &text)
{
    return {text, {}, BannerAction::None, BannerTone::Warn, {}, {}};
}

} // namespace

QList<BannerWords> BannerList::banners(const ConnectionState &state, const QList<Notice> &notices, Mode mode, const TimeWords &times,
                                       UtcTime now)
{
    QList<BannerWords> banners;
    if (const auto trouble = ConnectionWords::banner(state, now))
        banners.append(*trouble);
    for (const Notice &notice : notices)
        banners.append(ofNotice(notice, times, now));
    // Where another PC sends, the mode of this one says nothing.
    const bool sends = std::none_of(notices.begin(), notices.end(), [](const Notice &each) { return each.kind == Notice::Kind::Viewer; });
    if (state.kind == ConnectionState::Kind::NotSetUp || !sends)
        return banners;
    if (mode == Mode::Watch)
        banners.append({tr("Watching only: missed calls are shown, nothing is texted."),
                        tr("Turn on"),
                        BannerAction::OpenSettings,
                        BannerTone::Warn,
                        {},
                        {}});
    else if (mode == Mode::Off)
        banners.append({tr("Automatic texts are off. Missed calls are only shown."),
                        tr("Turn on"),
                        BannerAction::OpenSettings,
                        BannerTone::Warn,
                        {},
                        {}});
    return banners;
}

BannerWords BannerList::ofNotice(const Notice &notice, const TimeWords &times, UtcTime now)
{
    const auto moment = [&](const std::optional<UtcTime> &at) { return at ? times.moment(*at, now) : tr("an unknown time"); };
    BannerWords words;
    switch (notice.kind) {
    case Notice::Kind::SafeMode:
        words = warning(tr("Textback ended unexpectedly several times. Calls are shown, but nothing is texted until you say to go on."));
        words.button = tr("Text again");
        words.action = BannerAction::LeaveSafeMode;
        words.tone = BannerTone::Danger;
        break;
    case Notice::Kind::Importing:
        words = warning(tr("A backup is in use. Nothing is texted until the messages since %1 are read from your phone provider.")
                            .arg(moment(notice.from)));
        break;
    case Notice::Kind::Paused:
        words = warning(notice.until == untilResumed ? tr("Automatic texts are paused.")
                                                     : tr("Automatic texts are paused until %1.").arg(moment(notice.until)));
        words.button = tr("Resume");
        words.action = BannerAction::ResumeTexts;
        break;
    case Notice::Kind::Viewer:
        // Also after the data came from another computer that may be gone: then nobody texts before a person says so.
        words = warning(tr("Another PC sends the texts, this one only shows them. If Textback runs on no other PC, send from here."));
        words.button = tr("Send from here");
        words.action = BannerAction::SendFromHere;
        break;
    case Notice::Kind::TakingOver: {
        const Millis wait = notice.until ? std::max(Millis(0), *notice.until - now) : Millis(0);
        words = warning(tr("This PC begins to send in %1. Switch the other one to “only show” now.").arg(TimeWords::span(wait)));
        break;
    }
    case Notice::Kind::Clock:
        words = warning(tr("This PC's clock looks %1 wrong. Shown times and business hours may be off; set it in the system's settings.")
                            .arg(TimeWords::span(std::chrono::abs(notice.span))));
        break;
    case Notice::Kind::Restored:
        words = warning((notice.count > 0
                             ? tr("The database was damaged. The backup of %1 is in use; the damaged file was kept. Opt-outs that were "
                                  "noted by hand since then may be missing: note them again.")
                             : tr("The database was damaged. The backup of %1 is in use; the damaged file was kept."))
                            .arg(moment(notice.from)));
        break;
    case Notice::Kind::ForeignText:
        words = warning(tr("A caller was texted by someone else, too. Switch off your provider's auto-reply or the other PC's texts to "
                           "avoid two texts."));
        words.button = tr("Show");
        words.action = BannerAction::ShowConversation;
        words.conversation = notice.conversation;
        break;
    case Notice::Kind::Away:
        words = warning(
            tr("While you were away: this PC slept from %1 to %2. %n missed call(s) were not texted, too late.", nullptr, notice.count)
                .arg(moment(notice.from), moment(notice.until)));
        words.tone = BannerTone::Info;
        words.button = tr("Show");
        words.action = BannerAction::ShowAway;
        break;
    case Notice::Kind::Filtered:
        words = warning(
            tr("Carriers filtered %n of your texts within a day. A plain text goes in their place; look at your own words and links, "
               "and at your registration for business texting.",
               nullptr, notice.count));
        words.tone = BannerTone::Danger;
        words.button = tr("Settings");
        words.action = BannerAction::OpenSettings;
        break;
    case Notice::Kind::Trap:
        if (notice.trap) {
            words = warning(TrapWords::sentence(*notice.trap, notice.trap->line.display()));
            words.button = tr("What to do");
            words.action = BannerAction::ShowAdvice;
            words.advice = TrapWords::advice(*notice.trap);
        }
        break;
    case Notice::Kind::Allowance:
        words = warning(notice.count >= 100 ? tr("The texts of this month's plan are used up. More will cost extra.")
                                            : tr("Four fifths of this month's texts are used."));
        words.tone = notice.count >= 100 ? BannerTone::Warn : BannerTone::Info;
        break;
    case Notice::Kind::NoBackup:
        words = warning(notice.from ? tr("No backup could be made since %1. Free space on the disk.").arg(moment(notice.from))
                                    : tr("No backup could be made yet. Free space on the disk."));
        break;
    }
    if (notice.isDismissible())
        words.dismisses = notice.kind;
    return words;
}

} // namespace textback
