// SPDX-License-Identifier: MIT
#include "ui/format/viewcontext.h"
#include "ui/thread/threadwords.h"
#include "ui/windowfixture.h"

#include <QImage>
#include <QPainter>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

/// The thread inside the window: its painted buttons and links, its place while it grows, and texts from strangers.
class ThreadViewTest : public WindowFixture {
    Q_OBJECT

private slots:
    void init() { makeWindow(); }
    void cleanup() { m_window.reset(); }
    void newTextAppearsAtTheEnd();
    void holdCanBeCancelledAndHurried();
    void unconfirmedAsksBeforeItIsSentAgain();
    void whyExplains();
    void linkShowsItsHostFirst();
    void hostileTexts_data();
    void hostileTexts();
    void aWideWindowKeepsTheTextsTogether();
    void longBodyIsCut();
    void linkInTheSecondPortion();
    void olderPagesComeInAbove();
    void staffIsNamed();
};

void ThreadViewTest::staffIsNamed()
{
    // What staff wrote from the road is ours, and says whose; what they text to the business line is no customer's.
    for (const MessageOrigin origin : {MessageOrigin::Person, MessageOrigin::Customer}) {
        ThreadEntry entry = makeMessage(90, m_maria, origin, u"on our way"_s, 0);
        auto &bubble = std::get<MessageBubble>(entry.content);
        QCOMPARE(ThreadWords::headline(bubble, entry.at), QString());
        bubble.message.author = u"An\na"_s;
        QCOMPARE(ThreadWords::headline(bubble, entry.at), u"An a"_s);
        const ViewContext context{*m_time, *m_time, TimeWords(), u"US"_s, {}, {}};
        QVERIFY2(ThreadWords::spoken(entry, context).startsWith("An a, "_L1), qPrintable(ThreadWords::spoken(entry, context)));
    }
}

void ThreadViewTest::newTextAppearsAtTheEnd()
{
    m_window->openConversation(m_maria);
    const int rows = threadModel()->rowCount();
    m_reader->putEntry(m_maria, makeMessage(90, m_maria, MessageOrigin::Customer, u"One more thing"_s, 0));
    emit m_engine->conversationsChanged({m_maria});
    settle();
    QCOMPARE(threadModel()->rowCount(), rows + 1);
    const QRect last = thread()->visualRect(threadModel()->index(rows));
    QVERIFY(thread()->viewport()->rect().contains(last.center()));
}

void ThreadViewTest::holdCanBeCancelledAndHurried()
{
    QSignalSpy cancelled(m_engine.get(), &EngineClient::cancelWaitingRequested);
    QSignalSpy hurried(m_engine.get(), &EngineClient::sendNowRequested);
    m_window->openConversation(ConversationId{3});
    QVERIFY(clickInThread(u"m35"_s, u"Cancel"_s));
    QCOMPARE(cancelled.count(), 1);
    QCOMPARE(cancelled.at(0).at(0).value<MessageId>(), MessageId{35});
    QVERIFY(clickInThread(u"m35"_s, u"Send now"_s));
    QCOMPARE(hurried.count(), 1);
    QSignalSpy sent(m_engine.get(), &EngineClient::sendMessageRequested);
    QVERIFY(clickInThread(u"m33"_s, u"Send anyway"_s));
    QCOMPARE(sent.at(0).at(1).toString(), u"Sorry we missed you again."_s);
    QVERIFY(clickInThread(u"m32"_s, u"Copy text"_s));
    QCOMPARE(QApplication::clipboard()->text(), u"Are you still there?"_s);
}

void ThreadViewTest::unconfirmedAsksBeforeItIsSentAgain()
{
    QSignalSpy again(m_engine.get(), &EngineClient::sendAgainRequested);
    m_window->openConversation(ConversationId{3});
    QVERIFY(clickInThread(u"m31"_s, u"Send again"_s));
    QCOMPARE(again.count(), 0);
    QVERIFY(box());
    press(box(), u"Cancel"_s);
    QCOMPARE(again.count(), 0);
    QVERIFY(clickInThread(u"m31"_s, u"Send again"_s));
    press(box(), u"Send again"_s);
    QCOMPARE(again.count(), 1);
    QVERIFY(clickInThread(u"m32"_s, u"Send again"_s)); // surely not arrived: at once
    QCOMPARE(again.count(), 2);
}

void ThreadViewTest::whyExplains()
{
    m_window->openConversation(ConversationId{3});
    QVERIFY(clickInThread(u"c31"_s, u"Why?"_s));
    QVERIFY(box());
    QVERIFY(box()->text().contains("landline"_L1));
    QVERIFY(box()->informativeText().contains("4f2a9c"_L1));
    QCOMPARE(box()->textFormat(), Qt::PlainText);
}

void ThreadViewTest::linkShowsItsHostFirst()
{
    m_window->openConversation(m_maria);
    settle();
    const QModelIndex index = threadModel()->index(threadModel()->rowOf(u"m1"_s));
    const QRect area = thread()->visualRect(index);
    const RowLayout &row = thread()->rows().layoutOf(index, area.width(), thread()->palette());
    QCOMPARE(row.body.links().size(), size_t(1));
    QPoint spot;
    for (int y = 0; y < row.height && spot.isNull(); y += 3) {
        for (int x = 0; x < area.width() && spot.isNull(); x += 3) {
            if (row.linkAt(QPointF(x, y)))
                spot = QPoint(x, y);
        }
    }
    QVERIFY(!spot.isNull());
    QTest::mouseClick(thread()->viewport(), Qt::LeftButton, {}, area.topLeft() + spot + QPoint(2, 2));
    QVERIFY(box());
    QVERIFY(box()->text().contains("brightair.example"_L1));
    press(box(), u"Cancel"_s);
}

void ThreadViewTest::hostileTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("html") << u"<html><img src=\"file:///etc/hostname\"><b>bold</b>"_s;
    QTest::newRow("looks like html") << u"a < b and c > d"_s;
    QTest::newRow("override") << u"\u202Egnp.exe\u202C and \u2067back\u2069\u2069\u2069"_s;
    QTest::newRow("storm") << u"Z"_s + QString(3000, QChar(0x0351)) + u"algo"_s;
    QTest::newRow("one long word") << QString(3000, u'W');
    QTest::newRow("megabyte") << QString(1 << 20, u'x');
    QTest::newRow("only breaks") << QString(500, u'\n');
    QTest::newRow("nul and controls") << QString(QChar(0)) + u"\a\b\x1b[31mred"_s;
    QTest::newRow("lone surrogate") << QString(QChar(0xD83D)) + u"x"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("arabic and thai") << u"مرحبا بالعالم ภาษาไทยยาวมากไม่มีช่องว่าง"_s;
    QTest::newRow("emoji family") << u"👨‍👩‍👧‍👦🏳️‍🌈🇺🇸"_s;
}

void ThreadViewTest::hostileTexts()
{
    QFETCH(QString, text);
    auto row = makeSummary(1, text.left(80), u"+13135550131"_s, 0);
    row.preview = text.left(160);
    row.previewKind = PreviewKind::Customer;
    row.needsReply = true;
    m_reader->put(row);
    m_reader->putEntry(m_maria, makeMessage(50, m_maria, MessageOrigin::Customer, text, 0));
    auto failed = makeMessage(51, m_maria, MessageOrigin::Person, text, 0, DeliveryStatus::Failed);
    std::get<MessageBubble>(failed.content).message.errorText = text;
    m_reader->putEntry(m_maria, failed);
    emit m_engine->conversationsChanged({m_maria});
    m_window->openConversation(m_maria);
    for (const int width : {1280, 640, 420}) {
        m_window->resize(width, 700);
        settle();
        const QImage image = m_window->grab().toImage();
        QVERIFY(!image.isNull());
        const QModelIndex index = threadModel()->index(threadModel()->rowOf(u"m50"_s));
        const int available = thread()->viewport()->width();
        const RowLayout &layout = thread()->rows().layoutOf(index, available, thread()->palette());
        QVERIFY2(layout.box.right() <= available && layout.box.left() >= 0, "a bubble sticks out");
        QCOMPARE(threadModel()->index(threadModel()->rowCount() - 1).isValid(), true);
        QVERIFY(!thread()->horizontalScrollBar()->isVisible());
        for (const QLabel *label : m_window->findChildren<QLabel *>())
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text().left(60)));
    }
}

void ThreadViewTest::aWideWindowKeepsTheTextsTogether()
{
    m_reader->putEntry(m_maria, makeMessage(50, m_maria, MessageOrigin::Customer, u"Are you there?"_s, 1));
    m_reader->putEntry(m_maria, makeMessage(51, m_maria, MessageOrigin::Person, u"We are"_s, 0));
    m_window->openConversation(m_maria);
    settle();
    const auto box = [this](const QString &entry, int width) {
        return thread()->rows().layoutOf(threadModel()->index(threadModel()->rowOf(entry)), width, thread()->palette()).box;
    };
    for (const int width : {3000, 1200}) {
        QCOMPARE(box(u"m50"_s, width).left(), (width - 960) / 2.0);
        QCOMPARE(box(u"m51"_s, width).right(), (width + 960) / 2.0);
    }
    QCOMPARE(box(u"m50"_s, 900).left(), 20.0);
    QCOMPARE(box(u"m51"_s, 900).right(), 880.0);
}

void ThreadViewTest::longBodyIsCut()
{
    m_reader->putEntry(m_maria, makeMessage(50, m_maria, MessageOrigin::Customer, u"word "_s.repeated(2000), 0));
    m_window->openConversation(m_maria);
    settle();
    const QModelIndex index = threadModel()->index(threadModel()->rowOf(u"m50"_s));
    const int cut = thread()->visualRect(index).height();
    QVERIFY(clickInThread(u"m50"_s, u"Show more (4,000 of 10,000 characters)"_s));
    settle();
    const auto &portions = thread()->rows().layoutOf(index, thread()->viewport()->width(), thread()->palette()).body.portions;
    QCOMPARE(portions.size(), size_t(2));
    const QTextLayout *first = portions.front().text.get();
    QVERIFY(clickInThread(u"m50"_s, u"Show more (8,000 of 10,000 characters)"_s));
    settle();
    const RowLayout &row = thread()->rows().layoutOf(index, thread()->viewport()->width(), thread()->palette());
    QCOMPARE(row.body.portions.size(), size_t(3));
    QCOMPARE(row.body.portions.front().text.get(), first); // what was laid out stays
    QVERIFY(row.box.bottom() >= row.body.at.y() + row.body.size().height());
    QString words;
    for (const BodyLayout::Portion &portion : row.body.portions)
        words += portion.text->text();
    QCOMPARE(words, u"word "_s.repeated(2000));
    QVERIFY(std::none_of(row.buttons.begin(), row.buttons.end(), [](const auto &b) { return b.action == ThreadAction::ShowMore; }));
    const int whole = thread()->visualRect(threadModel()->index(threadModel()->rowOf(u"m50"_s))).height();
    QVERIFY2(whole > cut * 2, qPrintable(u"%1 and %2"_s.arg(cut).arg(whole)));
}

/// The portions stand below each other: what is drawn and what is clicked agree on where.
void ThreadViewTest::linkInTheSecondPortion()
{
    const QString body = u"word "_s.repeated(800) + u"https://late.example/x and on"_s;
    m_reader->putEntry(m_maria, makeMessage(50, m_maria, MessageOrigin::Customer, body, 0));
    m_window->openConversation(m_maria);
    settle();
    QVERIFY(clickInThread(u"m50"_s, u"Show more (4,000 of 4,029 characters)"_s));
    settle();
    const QModelIndex index = threadModel()->index(threadModel()->rowOf(u"m50"_s));
    const RowLayout &row = thread()->rows().layoutOf(index, thread()->viewport()->width(), thread()->palette());
    QCOMPARE(row.body.portions.size(), size_t(2));
    const qreal second = row.body.at.y() + row.body.portions.front().size.height();
    const QPointF inside(row.body.at.x() + 20, second + row.body.portions.back().size.height() / 2);
    QVERIFY(row.linkAt(inside));
    QCOMPARE(row.linkAt(inside)->url.host(), u"late.example"_s);
    QVERIFY(!row.linkAt(QPointF(inside.x(), row.body.at.y() + 5)));

    QImage drawn(QSize(thread()->viewport()->width(), row.height), QImage::Format_ARGB32);
    drawn.fill(Qt::white);
    QPainter painter(&drawn);
    row.body.draw(painter, {});
    painter.end();
    const QImage last = drawn.copy(QRect(int(row.body.at.x()), int(second), 200, int(row.body.portions.back().size.height())));
    QImage blank(last.size(), last.format());
    blank.fill(Qt::white);
    QVERIFY(last != blank);
}

void ThreadViewTest::olderPagesComeInAbove()
{
    const ConversationId id{4};
    for (int i = 1; i <= 120; ++i)
        m_reader->putEntry(id, makeMessage(1000 + i, id, MessageOrigin::Customer, u"Message number %1"_s.arg(i), 400 - i));
    m_window->openConversation(id);
    settle();
    QCOMPARE(threadModel()->rowCount(), 50);
    const QString key = u"m1075"_s;
    thread()->verticalScrollBar()->setValue(0);
    const int before = thread()->visualRect(threadModel()->index(threadModel()->rowOf(key))).top();
    settle();
    QVERIFY(threadModel()->rowCount() >= 100);
    const int after = thread()->visualRect(threadModel()->index(threadModel()->rowOf(key))).top();
    QVERIFY2(std::abs(after - before) <= 40, qPrintable(u"%1 was at %2, is at %3"_s.arg(key).arg(before).arg(after)));
}

QTEST_MAIN(ThreadViewTest)
#include "tst_threadview.moc"
