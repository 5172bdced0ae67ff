// SPDX-License-Identifier: MIT
#include "domain/messagebody.h"
#include "ui/canary.h"
#include "ui/dialogs/outside.h"
#include "ui/format/errorwords.h"
#include "ui/format/safetext.h"
#include "ui/hostiletexts.h"
#include "ui/theme/plainlabel.h"
#include "ui/windowfixture.h"

#include <QAccessible>
#include <QDesktopServices>
#include <QMenu>
#include <QTextBrowser>
#include <QToolTip>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

/// What strangers write goes through every place of the window that shows it: each character stands there, and neither a file nor a socket
/// is opened. Links open nothing before a person said so.
class TestHostileWindow : public WindowFixture {
    Q_OBJECT

public slots:
    void noteOpened(const QUrl &url) { m_opened.append(url); }

private slots:
    void initTestCase();
    void init() { makeWindow(); }
    void cleanup();
    void cleanupTestCase();
    void f52TheCanaryIsAwake();
    void f52LetterByLetterEverywhere_data();
    void f52LetterByLetterEverywhere();
    void f53LooksLikeMarkup();
    void f50LongTextIsDrawnInPart();
    void f54LinkAsksAndNamesItsHost_data();
    void f54LinkAsksAndNamesItsHost();
    void f54LinksByKeyboard();
    void f54NothingElseGoesOut();

private:
    static QStringList schemes() { return {u"http"_s, u"https"_s, u"tel"_s, u"file"_s, u"ftp"_s, u"mailto"_s, u"javascript"_s}; }
    /// A body as the bubble shows it.
    static QString drawn(const QString &text)
    {
        QString body = bodyText(text.left(portionEnd(text, 0)), 0);
        body.replace(u'\n', QChar(QChar::LineSeparator));
        return body;
    }
    const RowLayout &rowOf(const QString &key) const
    {
        const QModelIndex index = threadModel()->index(threadModel()->rowOf(key));
        return thread()->rows().layoutOf(index, thread()->viewport()->width(), thread()->palette());
    }
    /// Every label's text, the visible ones of dialogs too.
    bool someLabelSays(const QString &words) const
    {
        for (const QWidget *top : QApplication::topLevelWidgets()) {
            for (const QLabel *label : top->findChildren<QLabel *>()) {
                if (label->text().contains(words))
                    return true;
            }
        }
        return false;
    }
    void showEverything(const QString &text);
    /// Lets every widget and row show its tool tip, and reads everything aloud.
    void hoverAndSpeak(const QString &text);
    void clickLink(const QString &key);

    std::unique_ptr<Canary> m_canary;
    QList<QUrl> m_opened;
};

void TestHostileWindow::initTestCase()
{
    m_canary = std::make_unique<Canary>();
    QVERIFY(m_canary->isGood());
    for (const QString &scheme : schemes())
        QDesktopServices::setUrlHandler(scheme, this, "noteOpened");
}

void TestHostileWindow::cleanupTestCase()
{
    for (const QString &scheme : schemes())
        QDesktopServices::unsetUrlHandler(scheme);
}

void TestHostileWindow::cleanup()
{
    m_window.reset();
    m_opened.clear();
    QToolTip::hideText();
    m_canary->touches();
}

/// The same texts in Qt's own labels, tool tips and boxes do touch the canary: the tests below can fail.
void TestHostileWindow::f52TheCanaryIsAwake()
{
    if (!Canary::seesFiles())
        QSKIP("Opens of files are counted on Linux only.");
    const QString text = u"<img src=\"file://%1\"> a"_s.arg(m_canary->path());
    QCOMPARE(m_canary->touches(), 0);
    QLabel label(text);
    label.grab();
    QVERIFY2(m_canary->touches() > 0, "a label");
    QMessageBox message;
    message.setText(text);
    message.show();
    message.grab();
    QVERIFY2(m_canary->touches() > 0, "a message box");
    QTextBrowser browser;
    browser.setHtml(text);
    browser.grab();
    QVERIFY2(m_canary->touches() > 0, "a browser");
    QToolTip::showText(QPoint(10, 10), text, m_window.get());
    QVERIFY2(m_canary->touches() > 0, "a tool tip");
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, quint16(QUrl(m_canary->webUrl()).port()));
    QVERIFY(socket.waitForConnected());
    int calls = 0;
    QTRY_VERIFY2((calls += m_canary->touches()) > 0, "a socket");
}

void TestHostileWindow::f52LetterByLetterEverywhere_data()
{
    QTest::addColumn<QString>("text");
    for (const auto &[name, text] : hostileTexts(m_canary->path(), m_canary->webUrl()))
        QTest::newRow(qPrintable(name)) << text;
}

void TestHostileWindow::showEverything(const QString &text)
{
    ConversationSummary row = makeSummary(1, text, u"+13135550131"_s, 0);
    row.preview = text.left(160);
    row.previewKind = PreviewKind::Customer;
    row.needsReply = true;
    row.optedOut = true; // the sentence instead of the field names the person
    m_reader->put(row);
    ConversationSummary odd = makeSummary(70, {}, {}, 0); // a caller whose "number" is a text of the provider
    odd.address = text;
    odd.number = {};
    odd.needsReply = true;
    m_reader->put(odd);
    m_reader->putEntry(m_maria, makeMessage(50, m_maria, MessageOrigin::Customer, text, 0));
    ThreadEntry failed = makeMessage(51, m_maria, MessageOrigin::Person, text, 0, DeliveryStatus::Failed);
    std::get<MessageBubble>(failed.content).message.errorText = text;
    m_reader->putEntry(m_maria, failed);
    emit m_engine->conversationsChanged({m_maria, ConversationId{70}});
    Settings settings = m_engine->settings();
    settings.business.name = text;
    settings.lines = {Line{PhoneNumber::fromStored(u"+13132230100"_s).value(), text, text, false, 2, {}},
                      Line{PhoneNumber::fromStored(u"+13132230101"_s).value(), text, text, false, 2, {}}};
    emit m_engine->settingsChanged(settings);
    ConnectionState refused;
    refused.kind = ConnectionState::Kind::Refused;
    refused.error = Error{ErrorKind::Rejected, text, {}, 403, u"x"_s};
    emit m_engine->connectionChanged(refused);
    emit m_engine->actionFailed(m_maria, *refused.error);
    m_window->openConversation(ConversationId{70});
    settle();
    m_window->grab();
    m_window->openConversation(m_maria);
    named<QLineEdit>(u"Search"_s)->setText(text.left(200));
    settle();
    m_time->advance(Millis(500));
    m_window->grab();
    named<QLineEdit>(u"Search"_s)->clear();
    settle();
}

void TestHostileWindow::hoverAndSpeak(const QString &text)
{
    const auto tip = [](QWidget *widget, const QPoint &at) {
        QHelpEvent help(QEvent::ToolTip, at, widget->mapToGlobal(at));
        QApplication::sendEvent(widget, &help);
        QApplication::processEvents();
    };
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        tip(widget, widget->rect().center());
        if (QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget)) {
            for (const QAccessible::Text kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
                spoken->text(kind);
        }
    }
    for (int row = 0; row < list()->model()->rowCount(); ++row)
        tip(list()->viewport(), list()->visualRect(list()->model()->index(row, 0)).center());
    for (int row = 0; row < threadModel()->rowCount(); ++row)
        tip(thread()->viewport(), thread()->visualRect(threadModel()->index(row)).center());
    QAccessibleInterface *rows = QAccessible::queryAccessibleInterface(list());
    QVERIFY(rows && rows->childCount() > 0);
    bool heard = singleLine(text).isEmpty();
    for (int i = 0; i < rows->childCount(); ++i)
        heard = heard || rows->child(i)->text(QAccessible::Name).contains(singleLine(text.left(160)));
    QVERIFY2(heard, "the list does not say the name");
    QAccessibleInterface *entries = QAccessible::queryAccessibleInterface(thread());
    QVERIFY(entries && entries->childCount() >= threadModel()->rowCount());
    const QString said = entries->child(threadModel()->rowOf(u"m50"_s))->text(QAccessible::Name);
    QVERIFY2(said.endsWith(singleLine(text)), qPrintable(said.left(200)));
}

void TestHostileWindow::f52LetterByLetterEverywhere()
{
    QFETCH(QString, text);
    m_canary->touches();
    showEverything(text);
    const QString line = singleLine(text);
    for (const int width : {1280, 420}) {
        m_window->resize(width, 700);
        settle();
        m_window->grab();
        // Bubble: every character of the body, and what the provider said about the one that failed.
        QCOMPARE(rowOf(u"m50"_s).body.portions.empty() ? QString() : rowOf(u"m50"_s).body.portions.front().text->text(), drawn(text));
        bool reason = false;
        for (const RowLayout::Label &label : rowOf(u"m51"_s).labels)
            reason = reason || label.text == ErrorWords::failedText({}, text);
        QVERIFY(reason);
        for (const QLabel *label : m_window->findChildren<QLabel *>())
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text().left(60)));
    }
    m_window->resize(1280, 700);
    settle();
    const QModelIndex index = list()->currentIndex();
    QVERIFY(index.isValid());
    QCOMPARE(index.data(Qt::DisplayRole).toString(), line.isEmpty() ? u"(313) 555-0131"_s : line);
    QVERIFY2(someLabelSays(line), "banner, toast and the sentence under the thread");
    hoverAndSpeak(text);

    // Dialogs and menus.
    const QModelIndex bubble = threadModel()->index(threadModel()->rowOf(u"m50"_s));
    thread()->scrollTo(bubble);
    QContextMenuEvent asked(QContextMenuEvent::Mouse, thread()->visualRect(bubble).center(), QPoint(200, 200));
    QApplication::sendEvent(thread()->viewport(), &asked);
    settle();
    for (QMenu *menu : m_window->findChildren<QMenu *>()) {
        menu->grab();
        menu->close();
    }
    for (NameField *name : m_window->findChildren<NameField *>()) {
        if (name->isVisible()) {
            name->setFocus();
            name->grab();
        }
    }
    const std::vector<TextLink> links = rowOf(u"m50"_s).body.links();
    for (const TextLink &link : links) {
        emit thread()->linkRequested(link.url);
        QVERIFY(box());
        QCOMPARE(box()->textFormat(), Qt::PlainText);
        box()->grab();
        press(box(), u"Cancel"_s);
    }
    settle();
    QCOMPARE(m_canary->touches(), 0);
    QVERIFY2(m_opened.isEmpty(), "opened without being asked");
}

/// QLabel calls this rich text and swallows part of it.
void TestHostileWindow::f53LooksLikeMarkup()
{
    for (const QString &text : {u"a < b and c > d"_s, u"5 &lt; 6"_s, u"<html>"_s, u"I <3 you </b>"_s, u"x<y>z && \"q\" 'p'"_s}) {
        showEverything(text);
        QCOMPARE(rowOf(u"m50"_s).body.portions.front().text->text(), text);
        QCOMPARE(list()->currentIndex().data(Qt::DisplayRole).toString(), text);
        QVERIFY2(someLabelSays(u"%1 opted out"_s.arg(text)), qPrintable(text));
        QVERIFY2(someLabelSays(u"“%1”"_s.arg(text)), qPrintable(text));
        // What is painted is what a plain label of the same words paints, to the pixel.
        QLabel raw(text);
        raw.setTextFormat(Qt::PlainText);
        PlainLabel ours(text);
        for (QLabel *label : {&raw, static_cast<QLabel *>(&ours)})
            label->resize(300, 30);
        QCOMPARE(ours.grab().toImage(), raw.grab().toImage());
    }
}

void TestHostileWindow::f50LongTextIsDrawnInPart()
{
    const QString megabyte(1 << 20, u'x');
    const QString kept = keptBody(megabyte);
    m_reader->putEntry(m_maria, makeMessage(50, m_maria, MessageOrigin::Customer, kept, 0));
    m_window->openConversation(m_maria);
    settle();
    const auto drawn = [this] {
        qsizetype size = 0;
        for (const BodyLayout::Portion &portion : rowOf(u"m50"_s).body.portions) {
            size += portion.text->text().size();
            // Shaping a text costs more than in proportion to its length: none is long.
            if (portion.text->text().size() > drawnBodyLength)
                return qsizetype(-1);
        }
        return size;
    };
    QCOMPARE(drawn(), drawnBodyLength);
    const auto says = [this](const QString &words) {
        for (const RowLayout::Label &label : rowOf(u"m50"_s).labels) {
            if (label.text.contains(words))
                return true;
        }
        return false;
    };
    QVERIFY(!says(u"too long to keep"_s));
    for (int portions = 1; portions * drawnBodyLength < kept.size(); ++portions) {
        QCOMPARE(drawn(), portions * drawnBodyLength);
        QVERIFY(clickInThread(u"m50"_s, u"Show more (%L1 of 65,540 characters)"_s.arg(portions * drawnBodyLength)));
        settle();
    }
    QCOMPARE(drawn(), kept.size());
    QVERIFY(says(u"too long to keep"_s));
    m_reader->putEntry(m_maria, makeMessage(50, m_maria, MessageOrigin::Customer, QString(longestBody, u'x'), 0));
    emit m_engine->conversationsChanged({m_maria});
    settle();
    QVERIFY(!says(u"too long to keep"_s)); // whole
}

void TestHostileWindow::clickLink(const QString &key)
{
    const QModelIndex index = threadModel()->index(threadModel()->rowOf(key));
    thread()->scrollTo(index);
    settle();
    const QRect area = thread()->visualRect(index);
    const RowLayout &row = rowOf(key);
    for (int y = 0; y < row.height; y += 3) {
        for (int x = 0; x < area.width(); x += 3) {
            if (!row.linkAt(QPointF(x, y)))
                continue;
            const QPoint at = area.topLeft() + QPoint(x, y) + QPoint(2, 2);
            QHelpEvent help(QEvent::ToolTip, at, thread()->viewport()->mapToGlobal(at));
            QApplication::sendEvent(thread()->viewport(), &help);
            QTest::mouseClick(thread()->viewport(), Qt::LeftButton, {}, at);
            return;
        }
    }
    QFAIL("no link can be clicked");
}

void TestHostileWindow::f54LinkAsksAndNamesItsHost_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("opened");
    QTest::newRow("plain") << u"https://example.com/a?b=1&c=2"_s << u"example.com"_s << u"https://example.com/a?b=1&c=2"_s;
    QTest::newRow("www") << u"www.example.com"_s << u"www.example.com"_s << u"https://www.example.com"_s;
    QTest::newRow("look-alike") << u"https://аpple.com/id"_s << u"xn--pple-43d.com"_s << u"https://xn--pple-43d.com/id"_s;
    QTest::newRow("host before a host") << u"https://apple.com.evil.example/"_s << u"apple.com.evil.example"_s
                                        << u"https://apple.com.evil.example/"_s;
    QTest::newRow("phone") << u"tel:+13135550131"_s << u"+13135550131"_s << u"tel:+13135550131"_s;
}

void TestHostileWindow::f54LinkAsksAndNamesItsHost()
{
    QFETCH(QString, text);
    QFETCH(QString, host);
    QFETCH(QString, opened);
    m_reader->putEntry(m_maria, makeMessage(50, m_maria, MessageOrigin::Customer, text, 0));
    m_window->openConversation(m_maria);
    settle();
    clickLink(u"m50"_s);
    QCOMPARE(QToolTip::text(), u"<span>%1</span>"_s.arg(host.toHtmlEscaped()));
    QVERIFY(box());
    QVERIFY2(box()->text().contains(host), qPrintable(box()->text()));
    QVERIFY(m_opened.isEmpty());
    press(box(), u"Cancel"_s);
    QVERIFY(m_opened.isEmpty());
    clickLink(u"m50"_s);
    press(box(), text.startsWith("tel:"_L1) ? u"Call"_s : u"Open"_s);
    QCOMPARE(m_opened.size(), 1);
    QCOMPARE(m_opened.at(0).toString(QUrl::FullyEncoded), opened);
}

void TestHostileWindow::f54LinksByKeyboard()
{
    m_reader->putEntry(m_maria, makeMessage(50, m_maria, MessageOrigin::Customer, u"see https://example.com/x"_s, 0));
    m_window->openConversation(m_maria);
    settle();
    thread()->setFocus();
    thread()->setCurrentIndex(threadModel()->index(threadModel()->rowOf(u"m50"_s)));
    QTest::keyClick(thread(), Qt::Key_Return);
    QAction *open = nullptr;
    for (QMenu *menu : thread()->findChildren<QMenu *>()) {
        for (QAction *action : menu->actions())
            open = action->text() == u"Open example.com"_s ? action : open;
    }
    QVERIFY2(open, "the row's menu offers no link");
    open->trigger();
    settle();
    QVERIFY(box());
    press(box(), u"Open"_s);
    QCOMPARE(m_opened, QList<QUrl>{QUrl(u"https://example.com/x"_s)});
}

/// Whoever asks: other schemes, a user before the host, and addresses without one stay inside.
void TestHostileWindow::f54NothingElseGoesOut()
{
    for (const char *address :
         {"file:///etc/passwd", "javascript:alert(1)", "ftp://a.example/", "mailto:a@b.example", "https://a@b.example/", "https:///x",
          "tel:", "ms-settings:x", "smb://host/share", "//host/share", "C:\\windows\\calc.exe", "relative", ""}) {
        const QUrl url(QString::fromLatin1(address));
        QVERIFY2(!openOutside(url), address);
        emit thread()->linkRequested(url);
        QVERIFY2(!box(), address);
    }
    QVERIFY(m_opened.isEmpty());
    QVERIFY(openOutside(QUrl(u"https://example.com/"_s)));
    QCOMPARE(m_opened.size(), 1);
}

QTEST_MAIN(TestHostileWindow)
#include "tst_hostilewindow.moc"
