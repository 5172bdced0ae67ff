// SPDX-License-Identifier: MIT
#include "engine/engineharness.h"

#include <QTest>

#include <map>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Script = FakeProvider::SendScript;

/// One random day in the life of the engine: calls that show late, twice and in any order, sends that end in every way, crashes, sleeps, STOPs,
/// a database that cannot be written; afterwards everything heals, and the provider's truth is compared with what the engine wrote down
/// (faults.md 4 and 6).
class Schedule {
public:
    explicit Schedule(quint32 seed, bool trustworthyList = true)
        : h(seed)
        , m_chance(seed * 7919 + 1)
        , m_trustworthyList(trustworthyList)
    {
    }

    /// Plays it; nothing if every invariant holds.
    QString play();

    EngineHarness h;

private:
    bool maybe(double probability) { return m_chance.uniform() < probability; }
    Millis upTo(Millis span) { return Millis(static_cast<qint64>(m_chance.uniform() * static_cast<double>(span.count()))); }
    QString someone() { return u"+1313223%1"_s.arg(4000 + m_chance.below(5)); }
    Script someEnd();
    void step();
    QString check();

    SeededRandom m_chance;
    bool m_trustworthyList;
    bool m_faulty = true;
    QStringList m_broken; // found while it runs
    std::map<QString, bool> m_optedOutAtProvider;
};

Script Schedule::someEnd()
{
    if (!m_faulty || maybe(0.6))
        return {};
    switch (m_chance.below(6)) {
    case 0:
        return Script::unknown(true);
    case 1:
        return Script::unknown(false);
    case 2:
        return Script::unknown(maybe(0.5), UnknownCause::GaveUpWaiting);
    case 3:
        return Script::notAccepted(ErrorKind::Network);
    case 4: {
        Script limited = Script::notAccepted(ErrorKind::RateLimited, 429);
        if (maybe(0.5))
            limited.error.retryAfter = upTo(2min);
        return limited;
    }
    default: {
        Script slow;
        slow.delay = upTo(28s);
        return slow;
    }
    }
}

void Schedule::step()
{
    const Error down{ErrorKind::Server, {}, {}, 503, {}};
    switch (m_chance.below(14)) {
    case 0:
    case 1:
    case 2:
    case 3:
        h.provider.addMissedCall(someone(), 18s + upTo(10s), maybe(0.5) ? Millis(0) : upTo(9min));
        break;
    case 4:
        h.provider.addAnsweredCall(someone());
        break;
    case 5:
        if (maybe(0.5))
            h.provider.addReply(someone(), maybe(0.7) ? u"STOP"_s : u"START"_s);
        else
            h.provider.addReply(someone(), u"Can you stop by at 5"_s);
        break;
    case 6:
        h.kill();
        h.run(upTo(20s));
        h.restart();
        break;
    case 7:
        h.time.sleep(upTo(4min));
        break;
    case 8:
        h.time.jumpWall((maybe(0.5) ? 1 : -1) * upTo(24h));
        break;
    case 9:
        h.provider.sentError = maybe(0.5) ? std::optional(down) : std::nullopt;
        break;
    case 10:
        h.provider.callsError = maybe(0.3) ? std::optional(down) : std::nullopt;
        h.provider.messagesError = maybe(0.3) ? std::optional(down) : std::nullopt;
        break;
    case 11: {
        h.lockDatabase();
        h.run(upTo(8s));
        h.unlockDatabase();
        break;
    }
    case 12:
        h.provider.listingDelay = upTo(25s);
        break;
    default:
        break;
    }
    h.run(upTo(40s));
}

QString Schedule::play()
{
    h.settings.rules.maxAgeMinutes = 15;
    h.settings.rules.cooldownHours = 1;
    h.settings.account.pollSeconds = 5;
    h.provider.providerDescriptor.resendsOnceWhenAbsent = m_trustworthyList;
    h.provider.latency = 20ms + upTo(2s);
    h.provider.shuffle = [this](std::vector<CallLeg> &legs) {
        const size_t count = legs.size();
        for (size_t i = 0; i < count; ++i) {
            if (maybe(0.2))
                legs.push_back(legs[i]);
        }
        for (size_t i = legs.size(); i > 1; --i)
            std::swap(legs[i - 1], legs[m_chance.below(static_cast<quint32>(i))]);
    };
    h.provider.sendScript = [this](const SendRequest &) { return someEnd(); };
    h.provider.onSend = [this](const SendRequest &request) {
        if (*h.store->isOptedOut(request.to))
            m_broken.append(u"I4: sent to somebody known to have opted out"_s);
        // I8: whatever leaves was marked durably before.
        if (h.rows(u"SELECT state FROM outbox WHERE to_number = '%1' AND state = 'inflight'"_s.arg(request.to.e164())).size() != 1)
            m_broken.append(u"I8: sent without a mark"_s);
    };
    h.startWatching();
    h.run(10s);
    for (int i = 0; i < 40; ++i)
        step();
    m_faulty = false;
    h.provider.callsError.reset();
    h.provider.messagesError.reset();
    h.provider.sentError.reset();
    h.run(25min);
    return check();
}

QString Schedule::check()
{
    QStringList broken = m_broken;
    // I1: one decision per call, with a reason, and nothing left open.
    if (h.cell(u"SELECT count(*) FROM calls WHERE inbound = 1 AND decided = 0"_s) != u"0"_s)
        broken.append(u"I1: undecided calls"_s);
    const QStringList open = h.rows(u"SELECT state FROM outbox WHERE state NOT IN ('accepted', 'skipped', 'failed', 'unconfirmed')"_s);
    if (!open.isEmpty())
        broken.append(u"I1: still open: "_s + open.join(u", "_s));
    if (h.cell(u"SELECT count(*) FROM decisions WHERE (verdict = 'skip') = (reason IS NULL)"_s) != u"0"_s)
        broken.append(u"I1: a decision without its reason"_s);
    // I2 and I5: each accepted text has exactly one row that says so, and the reverse.
    QStringList accepted;
    for (const FakeProvider::Text &text : h.provider.allTexts) {
        if (!text.byApi)
            continue;
        const QString &id = text.message.providerMessageId;
        const QStringList rows =
            h.rows(u"SELECT state FROM outbox WHERE provider_message_id = '%1' AND to_number = '%2'"_s.arg(id, text.message.to));
        if (rows.size() == 1 && rows[0] == u"accepted"_s)
            continue;
        // What nobody could confirm makes no claim: but then an unconfirmed row must stand for it.
        const QStringList unsure = h.rows(u"SELECT id FROM outbox WHERE state = 'unconfirmed' AND to_number = '%1'"_s.arg(text.message.to));
        if (unsure.isEmpty())
            broken.append(u"I2: %1 is accepted, but the engine says '%2'"_s.arg(id, rows.join(u',')) + u" ("_s +
                          h.rows(u"SELECT state, attempt, resent FROM outbox WHERE to_number = '%1'"_s.arg(text.message.to)).join(u"; "_s) +
                          u")"_s);
    }
    // I3: never two text-backs to one number within the cool-down, nor two for one call.
    const QStringList claimed = h.rows(u"SELECT provider_message_id FROM outbox WHERE state = 'accepted'"_s);
    for (const QString &id : claimed) {
        const bool real = std::any_of(h.provider.allTexts.begin(), h.provider.allTexts.end(),
                                      [&](const FakeProvider::Text &text) { return text.message.providerMessageId == id; });
        if (!real)
            broken.append(u"I5: %1 is no text of the provider"_s.arg(id));
    }
    for (const QString &kind : {u"called again"_s, u"sorry we missed"_s}) {
        std::map<QString, UtcTime> last;
        for (const FakeProvider::Text &text : h.provider.allTexts) {
            if (!text.byApi || !text.message.body.contains(kind))
                continue;
            const auto before = last.find(text.message.to);
            if (before != last.end() && *text.message.created - before->second < 1h)
                broken.append(u"I3: two texts within the cool-down: %1"_s.arg(kind));
            last[text.message.to] = *text.message.created;
        }
    }
    // I6: no text later than the age limit (its own attempt began before; the provider made it at once).
    if (h.cell(u"SELECT count(*) FROM outbox WHERE inflight_at > deadline"_s) != u"0"_s)
        broken.append(u"I6: sent too late"_s);
    return broken.join(u"\n"_s);
}

} // namespace

/// Never two texts per call, never one to somebody who said STOP, never a claim that is not true: over random schedules.
class TestEngineProperty : public QObject {
    Q_OBJECT

private slots:
    void randomSchedules();
    void randomSchedulesWithAListThatIsNotTrusted();
    void aListThatIsTrustedWrongly();
};

void TestEngineProperty::randomSchedules()
{
    const int count = qEnvironmentVariableIntValue("TEXTBACK_SCHEDULES") > 0 ? qEnvironmentVariableIntValue("TEXTBACK_SCHEDULES") : 60;
    const int first = qEnvironmentVariableIntValue("TEXTBACK_FIRST_SEED") > 0 ? qEnvironmentVariableIntValue("TEXTBACK_FIRST_SEED") : 1;
    int texts = 0;
    int unknowns = 0;
    for (int seed = first; seed < first + count; ++seed) {
        Schedule schedule(static_cast<quint32>(seed));
        const QString broken = schedule.play();
        QVERIFY2(broken.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(broken)));
        texts += schedule.h.provider.texts();
        unknowns += schedule.h.cell(u"SELECT count(*) FROM attempts WHERE event = 'unknown'"_s).toInt();
    }
    // Otherwise nothing was tried.
    QVERIFY2(texts > count && unknowns > count / 4, qPrintable(u"%1 texts, %2 unknown"_s.arg(texts).arg(unknowns)));
}

void TestEngineProperty::randomSchedulesWithAListThatIsNotTrusted()
{
    for (quint32 seed = 1001; seed <= 1015; ++seed) {
        Schedule schedule(seed, false);
        const QString broken = schedule.play();
        QVERIFY2(broken.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(broken)));
        QCOMPARE(schedule.h.cell(u"SELECT count(*) FROM outbox WHERE resent = 1"_s), u"0"_s);
    }
}

/// The checker must be able to find fault: a list that shows texts later than the wait makes doubles, and it says so (faults.md 6, row C).
void TestEngineProperty::aListThatIsTrustedWrongly()
{
    EngineHarness h;
    h.provider.listingDelay = 5min;
    h.startWatching();
    h.provider.scripts = {Script::unknown(true)};
    h.provider.addMissedCall(maria);
    h.run(3min);
    QCOMPARE(h.provider.textsTo(maria), 2);
}

QTEST_GUILESS_MAIN(TestEngineProperty)
#include "tst_engineproperty.moc"
