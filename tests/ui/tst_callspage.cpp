// SPDX-License-Identifier: MIT
#include "ui/calls/callsmodel.h"
#include "ui/calls/callspage.h"
#include "ui/calls/daysfield.h"
#include "ui/fakelists.h"
#include "ui/format/callwords.h"
#include "ui/listpagefixture.h"
#include "ui/theme/emptystate.h"

#include <QAbstractItemModelTester>
#include <QFileInfo>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

/// The list of all calls and its page: filters, days, live rows, the keyboard, the export.
class CallsPageTest : public QObject, private ListPageFixture<CallsPage, CallsModel, FakeCallsReader> {
    Q_OBJECT

private slots:
    void init() { makeParts(); }
    void cleanup() { dropParts(); }
    void cleanupTestCase() { m_theme.reset(); }
    void showsCallsWithTheirReasons();
    void decisions_data();
    void decisions();
    void filtersByChip();
    void filtersByDays();
    void daysByTheBusinessClock();
    void pagesByKey();
    void callsThatComeInKeepTheSelection();
    void readsOnlyWhatIsOnTheScreen();
    void busyDatabaseIsAskedAgain();
    void busyDatabaseInTheMiddleOfTheList();
    void enterOpensTheConversation();
    void emptyStatesHaveOneButton();
    void everythingHasAName();
    void exports();
    void exportThatCannotBeWritten();

private:
    CallListRow call(int id, int minutesBefore, bool missed = true)
    {
        CallListRow row;
        row.card.id = CallId{id};
        row.card.at = m_time->utcNow() - std::chrono::minutes(minutesBefore);
        row.card.missed = missed;
        row.card.disposition = missed ? Disposition::NoAnswer : Disposition::Answered;
        row.card.rang = Millis(22000);
        row.conversation = ConversationId{id % 5 + 1};
        row.number = *PhoneNumber::fromStored(u"+1313555%1"_s.arg(id % 5 + 100, 4, 10, QChar(u'0')));
        row.address = row.number.e164();
        return row;
    }
    void fill()
    {
        CallListRow texted = call(1, 10);
        texted.name = u"Maria Garcia"_s;
        texted.card.textedAfter = Millis(6000);
        CallListRow landline = call(2, 60);
        landline.card.decision = Decision::skip(DecisionReason::Landline);
        CallListRow answered = call(3, 60 * 30, false);
        answered.card.talked = Millis(90000);
        CallListRow outgoing = call(4, 60 * 24 * 10, false);
        outgoing.card.direction = CallDirection::Outbound;
        m_reader->rows = {texted, landline, answered, outgoing};
    }
};

void CallsPageTest::showsCallsWithTheirReasons()
{
    fill();
    makePage();
    QCOMPARE(ids(), (QList<qint64>{1, 2, 3, 4}));
    const auto spoken = [this](int row) { return m_model->data(m_model->index(row), Qt::AccessibleTextRole).toString(); };
    QCOMPARE(spoken(0), u"Maria Garcia, Missed call, rang 22 s, Automatic text sent 6 s after the call ended, 2:50 PM"_s);
    QCOMPARE(spoken(1), u"(313) 555-0102, Missed call, rang 22 s, No text sent: this is a landline. Call back instead., 2:00 PM"_s);
    QCOMPARE(spoken(2), u"(313) 555-0103, Answered call, talked 1 min 30 s, yesterday, 9:00 AM"_s);
    QCOMPARE(spoken(3), u"(313) 555-0104, You called, no answer, Nov 13, 3:00 PM"_s);
    m_reader->rows[1].card.talked = Millis(40000); // to a machine
    emit m_engine->conversationsChanged({m_reader->rows[1].conversation});
    QVERIFY(spoken(1).contains(u"Missed call, rang 22 s"_s));
    m_page->grab(); // paints every kind
    m_page->resize(420, 500);
    m_page->grab();
}

void CallsPageTest::decisions_data()
{
    QTest::addColumn<CallCard>("card");
    QTest::addColumn<QString>("words");
    CallCard card;
    card.missed = true;
    QTest::newRow("not decided yet") << card << QString();
    card.decision = Decision::send(SendRule::Open, {});
    QTest::newRow("on its way") << card << u"Text not confirmed yet"_s;
    card.skippedLater = DecisionReason::CalledBack;
    QTest::newRow("dropped later") << card << u"Not texted: called back"_s;
    card.skippedLater.reset();
    card.decision = Decision::hold(SendRule::Closed, DecisionReason::HeldQuietHours, {});
    QTest::newRow("held") << card << u"Waits: quiet hours"_s;
    card.decision = Decision::skip(DecisionReason::OptedOut);
    QTest::newRow("refused") << card << u"Not texted: opted out"_s;
    card.textedAfter = Millis(6000);
    QTest::newRow("texted") << card << u"Texted in 6 s"_s;
    CallCard answered;
    QTest::newRow("answered") << answered << QString();
}

void CallsPageTest::decisions()
{
    QFETCH(CallCard, card);
    QFETCH(QString, words);
    const auto badge = CallWords::decision(card);
    QCOMPARE(badge ? badge->text : QString(), words);
}

void CallsPageTest::filtersByChip()
{
    fill();
    makePage();
    const std::pair<QString, QList<qint64>> parts[] = {{u"Missed"_s, {1, 2}}, {u"Texted"_s, {1}},   {u"Not texted"_s, {2}},
                                                       {u"Answered"_s, {3}},  {u"Outgoing"_s, {4}}, {u"All"_s, {1, 2, 3, 4}}};
    for (const auto &[word, wanted] : parts) {
        QVERIFY2(chip(word), qPrintable(word));
        QTest::mouseClick(chip(word), Qt::LeftButton);
        QCOMPARE(ids(), wanted);
    }
}

void CallsPageTest::filtersByDays()
{
    fill();
    makePage();
    m_page->days()->setChoice(DaysField::Choice::Today);
    QCOMPARE(ids(), (QList<qint64>{1, 2}));
    m_page->days()->setChoice(DaysField::Choice::Week);
    QCOMPARE(ids(), (QList<qint64>{1, 2, 3}));
    m_page->days()->setChoice(DaysField::Choice::Month);
    QCOMPARE(ids(), (QList<qint64>{1, 2, 3, 4}));
    m_page->days()->setChoice(DaysField::Choice::Chosen);
    m_page->days()->setDays(QDate(2026, 11, 22), QDate(2026, 11, 13)); // in whatever order
    QCOMPARE(ids(), (QList<qint64>{3, 4}));
    m_page->days()->setDays(QDate(2026, 11, 22), QDate(2026, 11, 22));
    QCOMPARE(ids(), (QList<qint64>{3}));
    // Tomorrow, "today" is another day when the page is looked at again.
    m_page->days()->setChoice(DaysField::Choice::Today);
    m_page->hide();
    m_time->advance(std::chrono::hours(24));
    m_page->show();
    QCOMPARE(ids(), QList<qint64>());
}

void CallsPageTest::daysByTheBusinessClock()
{
    DaysField field;
    field.setChoice(DaysField::Choice::Today);
    const QTimeZone detroit("America/Detroit");
    const UtcTime night = m_time->utcNow() - std::chrono::hours(12); // 3:00 UTC: still the 22nd there
    QCOMPARE(field.span(night, detroit).from, std::optional(m_time->utcNow() - std::chrono::hours(34)));
    QVERIFY(!field.span(night, detroit).until);
    field.setChoice(DaysField::Choice::Any);
    QCOMPARE(field.span(night, detroit), DaySpan());
    // The day on which the clocks go back has 25 hours.
    field.setChoice(DaysField::Choice::Chosen);
    field.setDays(QDate(2026, 11, 1), QDate(2026, 11, 1));
    const DaySpan day = field.span(night, detroit);
    QCOMPARE(*day.until - *day.from, Millis(std::chrono::hours(25)));
}

void CallsPageTest::pagesByKey()
{
    for (int i = 1; i <= 2000; ++i)
        m_reader->rows.push_back(call(i, i));
    makePage();
    const QAbstractItemModelTester tester(m_model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY2(m_model->rowCount() <= 4 * CallsModel::pageSize, qPrintable(QString::number(m_model->rowCount())));
    while (m_model->canFetchMore({}))
        m_model->fetchMore({});
    QCOMPARE(m_model->rowCount(), 2000);
    QCOMPARE(ids().last(), 2000);
}

void CallsPageTest::callsThatComeInKeepTheSelection()
{
    fill();
    makePage();
    const QAbstractItemModelTester tester(m_model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    m_page->list()->setCurrentIndex(m_model->index(1));
    QSignalSpy resets(m_model, &QAbstractItemModel::modelReset);
    CallListRow fresh = call(11, 0); // another call of conversation 2
    m_reader->rows.push_back(fresh);
    emit m_engine->conversationsChanged({fresh.conversation});
    QCOMPARE(ids(), (QList<qint64>{11, 1, 2, 3, 4}));
    QCOMPARE(m_page->list()->currentIndex().row(), 2);
    m_reader->rows.back().card.textedAfter = Millis(4000);
    QSignalSpy changed(m_model, &QAbstractItemModel::dataChanged);
    emit m_engine->conversationsChanged({fresh.conversation});
    QCOMPARE(changed.count(), 1);
    emit m_engine->conversationsChanged({fresh.conversation});
    QCOMPARE(changed.count(), 1); // nothing new, nothing said
    m_page->setFilter(CallFilter::NotTexted);
    QCOMPARE(ids(), QList<qint64>{2});
    m_reader->rows[1].card.textedAfter = Millis(9000); // it was texted after all: no row of this list any more
    emit m_engine->conversationsChanged({m_reader->rows[1].conversation});
    QCOMPARE(ids(), QList<qint64>());
    QCOMPARE(resets.count(), 1); // the filter's alone
}

void CallsPageTest::readsOnlyWhatIsOnTheScreen()
{
    fill();
    makePage();
    m_page->hide();
    const int before = m_reader->reads;
    emit m_engine->conversationsChanged({ConversationId{1}});
    emit m_engine->contactsTaken({1, 0, false});
    QCOMPARE(m_reader->reads, before);
    m_reader->rows[0].name = u"Ana"_s;
    m_page->show();
    QCOMPARE(m_model->rowAt(0).name, u"Ana"_s);
}

void CallsPageTest::busyDatabaseIsAskedAgain()
{
    fill();
    m_reader->failures = 1;
    makePage();
    emit m_engine->conversationsChanged({m_reader->rows[0].conversation});
    QCOMPARE(m_model->rowCount(), 0); // not one row as if it were all
    m_time->advance(Millis(300));
    QCOMPARE(m_model->rowCount(), 4);
    m_reader->rows[0].name = u"Ana"_s;
    m_reader->failures = 1;
    emit m_engine->conversationsChanged({m_reader->rows[0].conversation});
    QCOMPARE(m_model->rowAt(0).name, u"Maria Garcia"_s);
    m_time->advance(Millis(300));
    QCOMPARE(m_model->rowAt(0).name, u"Ana"_s);
}

void CallsPageTest::busyDatabaseInTheMiddleOfTheList()
{
    for (int i = 1; i <= 2000; ++i)
        m_reader->rows.push_back(call(i, i));
    makePage();
    m_page->list()->setCurrentIndex(m_model->index(40));
    const int shown = m_model->rowCount();
    QSignalSpy resets(m_model, &QAbstractItemModel::modelReset);
    m_reader->failures = 1;
    m_model->fetchMore({});
    QCOMPARE(m_model->rowCount(), shown);
    m_time->advance(Millis(300));
    QVERIFY(m_model->rowCount() > shown);
    QCOMPARE(resets.count(), 0); // who scrolls stays where they are
    QCOMPARE(m_page->list()->currentIndex().row(), 40);
}

/// From the first chip to an open conversation with keys alone.
void CallsPageTest::enterOpensTheConversation()
{
    fill();
    makePage();
    QSignalSpy opened(m_page.get(), &CallsPage::conversationRequested);
    chip(u"All"_s)->setFocus(Qt::TabFocusReason);
    QTest::keyClick(chip(u"All"_s), Qt::Key_Right);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(ids(), (QList<qint64>{1, 2}));
    // Tab goes as the eye does: the chips are one stop, then the days, then the calls.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(m_page->days()->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), m_page->list());
    QTest::keyClick(m_page->list(), Qt::Key_Home);
    QTest::keyClick(m_page->list(), Qt::Key_Down);
    QTest::keyClick(m_page->list(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.at(0).at(0).value<ConversationId>(), m_reader->rows[1].conversation);
    QCOMPARE(opened.at(0).at(1).value<ThreadKey>().key, u"c%1"_s.arg(m_reader->rows[1].card.id.value));
    QCOMPARE(opened.at(0).at(1).value<ThreadKey>().at, m_reader->rows[1].card.at);
    // A double click is two clicks to begin with.
    const QPoint first = m_page->list()->visualRect(m_model->index(0)).center();
    QTest::mouseClick(m_page->list()->viewport(), Qt::LeftButton, {}, first);
    QTest::mouseDClick(m_page->list()->viewport(), Qt::LeftButton, {}, first);
    QVERIFY(opened.count() > 1);
    QCOMPARE(opened.last().at(0).value<ConversationId>(), m_reader->rows[0].conversation);
}

void CallsPageTest::emptyStatesHaveOneButton()
{
    makePage();
    auto *empty = m_page->findChild<EmptyState *>();
    QVERIFY(empty->isVisible());
    QSignalSpy check(m_engine.get(), &EngineClient::checkNowRequested);
    empty->findChild<QPushButton *>()->click();
    QCOMPARE(check.count(), 1);
    fill();
    emit m_engine->conversationsChanged({ConversationId{1}, ConversationId{2}, ConversationId{3}, ConversationId{4}, ConversationId{5}});
    QCOMPARE(m_model->rowCount(), 4);
    QVERIFY(!empty->isVisible());
    m_page->setFilter(CallFilter::Outgoing);
    m_page->days()->setChoice(DaysField::Choice::Today);
    QVERIFY(empty->isVisible());
    empty->findChild<QPushButton *>()->click();
    QCOMPARE(m_model->rowCount(), 4);
    QCOMPARE(m_page->days()->choice(), DaysField::Choice::Any);
}

void CallsPageTest::everythingHasAName()
{
    makePage();
    for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
        const bool inner = widget->objectName().startsWith(u"qt_"_s) || qobject_cast<const QAbstractItemView *>(widget->parentWidget()) ||
                           widget->parentWidget()->inherits("QComboBox") || widget->parentWidget()->inherits("QDateEdit");
        if (widget->focusPolicy() == Qt::NoFocus || inner)
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()), widget->metaObject()->className());
    }
}

void CallsPageTest::exports()
{
    for (int i = 1; i <= 450; ++i)
        m_reader->rows.push_back(call(i, i));
    m_reader->rows[0].name = u"=HYPERLINK(\"x\")"_s;
    m_reader->rows[1].card.decision = Decision::skip(DecisionReason::Landline);
    makePage();
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"calls.csv"_s);
    m_reader->failures = 1; // busy at first
    m_page->exportTo(file);
    m_time->advance(Millis(1000));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = written.readAll().split('\n');
    QCOMPARE(lines.size(), 452);
    QVERIFY(lines[0].startsWith("\xEF\xBB\xBF\"Time (UTC)\""));
    QCOMPARE(
        lines[1].trimmed(),
        "\"2026-11-23 14:59:00\",\"'+13135550101\",\"'=HYPERLINK(\"\"x\"\")\",\"\",\"Missed call\",\"22.0\",\"0.0\",\"\",\"\",\"\""_ba);
    QVERIFY(lines[2].contains("\"Not texted: landline\",\"\",\"No text sent: this is a landline. Call back instead.\""));
    QVERIFY(!(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
}

void CallsPageTest::exportThatCannotBeWritten()
{
    fill();
    makePage();
    const QTemporaryDir folder;
    m_page->exportTo(folder.filePath(u"none/calls.csv"_s));
    m_time->advance(Millis(1000));
    QVERIFY(!QFileInfo::exists(folder.filePath(u"none"_s)));
    QVERIFY(m_page->findChildren<QPushButton *>().first()->isEnabled());
}

QTEST_MAIN(CallsPageTest)
#include "tst_callspage.moc"
