// SPDX-License-Identifier: MIT
#include "domain/hours/quiethours.h"

#include "domain/hours/areacodes.h"
#include "domain/hours/localtime.h"
#include "domain/hours/sendwindow.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

constexpr int morning = 8 * 60;
constexpr int night = 21 * 60;
constexpr int searchedDays = 14;

/// Somewhere the recipient may be: whose rules, by which clock.
struct Place {
    QString state; ///< empty: not known
    QTimeZone zone;
};

void addPlaces(std::vector<Place> &places, const QStringList &states, const QByteArrayList &zones, const QTimeZone &businessZone)
{
    for (const QByteArray &id : zones) {
        const QTimeZone zone(id);
        if (!zone.isValid() || states.isEmpty())
            places.push_back({QString(), zone.isValid() ? zone : businessZone});
        // Without the zone the state's own days still count, by the clock that there is.
        for (const QString &state : states)
            places.push_back({state, zone.isValid() ? zone : businessZone});
    }
    if (zones.isEmpty())
        places.push_back({QString(), businessZone});
}

std::vector<Place> placesOf(const Recipient &recipient, const QTimeZone &businessZone)
{
    std::vector<Place> places;
    const AreaCode *code = areaCodeOf(recipient.number);
    addPlaces(places, code ? code->states : QStringList(), code ? code->zones : QByteArrayList(), businessZone);
    const QString state = recipient.addressState.trimmed().toUpper();
    if (!state.isEmpty())
        addPlaces(places, {state}, zonesOfState(state), businessZone);
    return places;
}

/// The first moment at or after `time` that the place allows.
std::optional<UtcTime> allowedAt(const Place &place, UtcTime time)
{
    const QDate today = wallTimeAt(time, place.zone).date;
    for (int day = 0; day <= searchedDays; ++day) {
        const QDate date = today.addDays(day);
        const SendWindow window = sendWindow(place.state, date);
        if (!window.isEmpty() && time < momentsOf(date, window.until, place.zone).front())
            return std::max(time, momentsOf(date, window.from, place.zone).front());
    }
    return std::nullopt;
}

/// The first 8:00 of a zone at or after `time`.
UtcTime morningFrom(UtcTime time, const QTimeZone &zone)
{
    const QDate today = wallTimeAt(time, zone).date;
    const UtcTime first = momentsOf(today, morning, zone).front();
    return first >= time ? first : momentsOf(today.addDays(1), morning, zone).front();
}

} // namespace

std::optional<MessageClass> messageClass(SendRule rule)
{
    switch (rule) {
    case SendRule::Open:
    case SendRule::Closed:
    case SendRule::Holiday:
    case SendRule::Storm:
    case SendRule::SecondCall:
    case SendRule::Vip:
    case SendRule::Holding:
        return MessageClass::Reply;
    case SendRule::FollowUp1:
    case SendRule::FollowUp2:
    case SendRule::Review:
        return MessageClass::Outreach;
    case SendRule::OptOutConfirmation:
    case SendRule::Help:
    case SendRule::OptedIn:
        break;
    }
    return std::nullopt;
}

ReplyHours defaultReplyHours(const QString &trade)
{
    static constexpr QLatin1StringView aroundTheClock[] = {
        QLatin1StringView("towing"),
        QLatin1StringView("roadside"),
        QLatin1StringView("locksmith"),
        QLatin1StringView("plumbing"),
    };
    const bool listed = std::find(std::begin(aroundTheClock), std::end(aroundTheClock), trade) != std::end(aroundTheClock);
    return listed ? ReplyHours::AroundTheClock : ReplyHours::NotAtNight;
}

std::optional<UtcTime> replyHeldUntil(ReplyHours rule, const BusinessHours &hours, const QTimeZone &businessZone, UtcTime callEnd,
                                      UtcTime now)
{
    if (rule == ReplyHours::AroundTheClock || hours.stateAt(callEnd, businessZone) == OpenState::Open)
        return std::nullopt;
    const int minute = wallTimeAt(callEnd, businessZone).minute;
    if (rule == ReplyHours::NotAtNight && minute >= morning && minute < night)
        return std::nullopt;
    UtcTime release = morningFrom(callEnd, businessZone);
    // No text waits while the business is open: an opening since the call ends the wait.
    if (const std::optional<UtcTime> opening = hours.nextOpening(callEnd, businessZone))
        release = std::min(release, *opening);
    return release > now ? std::optional(release) : std::nullopt;
}

std::optional<UtcTime> outreachHeldUntil(const Recipient &recipient, const QTimeZone &businessZone, UtcTime now)
{
    const std::vector<Place> places = placesOf(recipient, businessZone);
    const UtcTime end = now + std::chrono::days(searchedDays);
    UtcTime time = now;
    for (bool moved = true; moved;) {
        moved = false;
        for (const Place &place : places) {
            const std::optional<UtcTime> allowed = allowedAt(place, time);
            if (!allowed || *allowed > end)
                return end;
            moved = moved || *allowed > time;
            time = *allowed;
        }
    }
    return time > now ? std::optional(time) : std::nullopt;
}

} // namespace textback
