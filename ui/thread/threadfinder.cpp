// SPDX-License-Identifier: MIT
#include "ui/thread/threadfinder.h"

#include "domain/search/searchmatcher.h"
#include "ui/format/viewcontext.h"
#include "ui/thread/findstrip.h"
#include "ui/thread/threadmodel.h"
#include "ui/thread/threadview.h"

#include <algorithm>

namespace textback {

namespace {

constexpr Millis askPause{40}; // keys that come faster share a question
constexpr Millis busyPause{250};

} // namespace

ThreadFinder::ThreadFinder(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.strip, &FindStrip::textEdited, this, &ThreadFinder::askSoon);
    connect(&parts.strip, &FindStrip::stepped, this, &ThreadFinder::step);
    connect(&parts.strip, &FindStrip::closed, this, &ThreadFinder::close);
    connect(&parts.model, &ThreadModel::conversationChanged, this, &ThreadFinder::close);
}

bool ThreadFinder::isOpen() const
{
    return !m_parts.strip.isHidden();
}

void ThreadFinder::open()
{
    if (!m_reader || m_parts.model.conversation().isNull())
        return;
    if (!isOpen()) {
        m_focusBefore = m_parts.strip.window()->focusWidget();
        m_parts.strip.show();
        emit openChanged(true);
        ask(true);
    }
    m_parts.strip.focusField();
}

bool ThreadFinder::close()
{
    if (!isOpen())
        return false;
    m_askLater.cancel();
    const bool hadFocus = m_parts.strip.isAncestorOf(m_parts.strip.window()->focusWidget());
    m_parts.strip.hide();
    emit openChanged(false);
    m_hits = {};
    m_at = -1;
    m_parts.view.setSearch({}, {});
    if (hadFocus)
        (m_focusBefore && m_focusBefore->isVisible() ? m_focusBefore.data() : &m_parts.view)->setFocus(Qt::OtherFocusReason);
    return true;
}

void ThreadFinder::askSoon()
{
    m_askLater = m_parts.context.scheduler.callAfter(askPause, [this] { ask(true); });
}

void ThreadFinder::ask(bool leap)
{
    m_askLater.cancel();
    auto hits = m_reader->inThread(m_parts.model.conversation(), m_parts.strip.text());
    if (!hits) {
        m_askLater = m_parts.context.scheduler.callAfter(busyPause, [this, leap] { ask(leap); });
        return;
    }
    const QString stayAt = !leap && m_at >= 0 ? m_hits.places[size_t(m_at)].key : QString();
    m_hits = std::move(*hits);
    const auto same = std::find_if(m_hits.places.begin(), m_hits.places.end(), [&](const ThreadKey &place) { return place.key == stayAt; });
    m_at = m_hits.places.empty() ? -1 : same == m_hits.places.end() ? 0 : int(same - m_hits.places.begin());
    show(leap);
}

void ThreadFinder::step(int step)
{
    if (!isOpen())
        return;
    if (m_askLater.isActive()) {
        ask(true); // the match belongs to what was typed
        return;
    }
    const int count = int(m_hits.places.size());
    if (count == 0)
        return;
    m_at = (m_at + step + count) % count;
    show(true);
}

void ThreadFinder::refresh()
{
    if (isOpen() && !m_askLater.isActive())
        ask(false);
}

void ThreadFinder::show(bool leap)
{
    m_parts.strip.setPlace(m_at + 1, int(m_hits.places.size()), m_hits.more);
    const SearchMatcher matcher(m_parts.strip.text(), m_parts.context.region);
    m_parts.view.setSearch(matcher, m_at < 0 ? QString() : m_hits.places[size_t(m_at)].key);
    if (leap && m_at >= 0)
        m_parts.view.showMatch(m_hits.places[size_t(m_at)], matcher);
}

} // namespace textback
