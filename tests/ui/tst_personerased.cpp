// SPDX-License-Identifier: MIT
#include "ui/contact/erasedialog.h"
#include "ui/fakecontactreader.h"
#include "ui/theme/plainlabel.h"
#include "ui/windowfixture.h"

#include <QPointer>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

/// How somebody's data are deleted in the window, and how it goes on.
class PersonErasedTest : public WindowFixture {
    Q_OBJECT

private slots:
    void init()
    {
        makeWindow();
        m_contacts.people[m_maria] = mariasDetails(m_time->utcNow());
        m_window->setContactReaders(&m_contacts, nullptr);
        m_window->openConversation(m_maria);
        settle();
        m_asked = std::make_unique<QSignalSpy>(m_engine.get(), &EngineClient::erasePersonRequested);
        // What the engine would do.
        connect(m_engine.get(), &EngineClient::erasePersonRequested, this, [this](ConversationId id) {
            m_reader->remove(id);
            emit m_engine->personErased(id);
            emit m_engine->conversationsChanged({id});
        });
    }

    void cleanup()
    {
        m_asked.reset();
        m_window.reset();
        m_contacts = {};
    }

    void nothingIsDeletedBeforeTheDigitsAreTyped()
    {
        EraseDialog *dialog = ask();
        QVERIFY(dialog && dialog->isVisible());
        QPushButton *erase = buttonOf(dialog, u"Delete"_s);
        QVERIFY(erase && !erase->isEnabled());
        auto *digits = dialog->findChild<QLineEdit *>();
        QVERIFY(digits->hasFocus());
        QVERIFY(digits->accessibleName().endsWith(u"(313) 555-0131"_s));
        QTest::keyClick(digits, Qt::Key_Return); // nothing typed
        QTest::keyClicks(digits, u"0132"_s);
        QVERIFY(!erase->isEnabled());
        QTest::keyClick(digits, Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        digits->clear();
        QTest::keyClicks(digits, u" 0131"_s);
        QVERIFY(erase->isEnabled());
        QCOMPARE(m_asked->count(), 0);
        QTest::mouseClick(erase, Qt::LeftButton);
        QCOMPARE(m_asked->count(), 1);
        QCOMPARE(m_asked->at(0).at(0).value<ConversationId>(), m_maria);
    }

    void everySentenceIsReadToItsEnd()
    {
        EraseDialog *dialog = ask();
        for (const PlainLabel *label : dialog->findChildren<PlainLabel *>())
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    }

    void escapeDeletesNothing()
    {
        const QPointer<EraseDialog> dialog = ask();
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"0131"_s);
        QTest::keyClick(dialog, Qt::Key_Escape);
        settle();
        QVERIFY(!dialog || !dialog->isVisible());
        QCOMPARE(m_asked->count(), 0);
    }

    void itSaysWhatGoesAndWhatStays()
    {
        const QString words = wordsOf(ask());
        QVERIFY(words.contains(u"Everything about Maria Garcia on this PC"_s));
        QVERIFY(words.contains(u"Your phone provider keeps its own records"_s) && words.contains(u"Backups keep the data"_s));
        QVERIFY(words.contains(u"For 60 days"_s));
        QVERIFY(!words.contains(u"must not be texted"_s) && !words.contains(u"stays blocked"_s) && !words.contains(u"proof"_s));
    }

    void itSaysWhatIsKept_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("words");
        QTest::newRow("opted out") << u"out"_s << u"We keep that this number must not be texted"_s;
        QTest::newRow("opted in") << u"in"_s << u"We keep what they said about getting texts"_s;
        QTest::newRow("blocked") << u"blocked"_s << u"The number stays blocked."_s;
        QTest::newRow("never") << u"never"_s << u"The number is still never texted automatically."_s;
        QTest::newRow("VIP") << u"vip"_s << u"The number stays a VIP's."_s;
    }

    void itSaysWhatIsKept()
    {
        QFETCH(QString, what);
        QFETCH(QString, words);
        const PhoneNumber number = m_reader->row(m_maria).number;
        Settings settings = m_engine->settings();
        if (what == u"out" || what == u"in")
            m_contacts.people[m_maria].consent = ContactConsent{what == u"out", m_time->utcNow(), u"text"_s, u"STOP"_s};
        else
            (what == u"blocked" ? settings.people.blocked : what == u"vip" ? settings.people.vip : settings.people.neverText) = {number};
        emit m_engine->settingsChanged(settings);
        emit m_engine->conversationsChanged({m_maria});
        settle();
        const QString found = wordsOf(ask());
        QVERIFY2(found.contains(words), qPrintable(found));
    }

    void aViewerDeletesNothing()
    {
        Settings settings = m_engine->settings();
        settings.thisPc.role = DeviceRole::Viewer;
        emit m_engine->settingsChanged(settings);
        settle();
        QVERIFY(!buttonOf(m_window.get(), u"Delete data…"_s));
        QVERIFY(wordsOf(m_window.get()).contains(u"This PC only shows: data are deleted"_s));
    }

    void fromTheButtonToTheNextRow()
    {
        auto *model = m_window->findChild<ConversationListModel *>();
        const int row = model->rowOf(m_maria);
        const ConversationId next = model->summaryAt(row + 1).id;
        const int rows = model->rowCount();
        field()->setPlainText(u"Half a letter to Maria"_s);
        settle();
        QSignalSpy sent(m_engine.get(), &EngineClient::sendMessageRequested);
        EraseDialog *dialog = ask();
        auto *digits = dialog->findChild<QLineEdit *>();
        QTest::keyClicks(digits, u"0131"_s);
        QTest::keyClick(digits, Qt::Key_Return);
        settle();
        QCOMPARE(model->rowCount(), rows - 1);
        QCOMPARE(model->rowOf(m_maria), -1);
        QCOMPARE(model->summaryAt(list()->currentIndex().row()).id, next);
        QCOMPARE(threadModel()->conversation(), next);
        QCOMPARE(m_window->focusWidget(), list()); // not the button that would delete the next one
        QCOMPARE(m_window->findChild<Toast *>()->sentence(), u"Everything about (313) 555-0131 is deleted."_s);
        QVERIFY(field()->toPlainText().isEmpty());
        QVERIFY(sent.isEmpty());
    }

    void theLastRowLeavesTheOneAbove()
    {
        auto *model = m_window->findChild<ConversationListModel *>();
        const int last = model->rowCount() - 1;
        const ConversationId id = model->summaryAt(last).id;
        const ConversationId above = model->summaryAt(last - 1).id;
        m_window->openConversation(id);
        settle();
        emit m_engine->erasePersonRequested(id);
        settle();
        QCOMPARE(threadModel()->conversation(), above);
    }

    void somebodyElseStaysOpen()
    {
        auto *model = m_window->findChild<ConversationListModel *>();
        const ConversationId other = model->summaryAt(model->rowOf(m_maria) + 1).id;
        emit m_engine->erasePersonRequested(other);
        settle();
        QCOMPARE(model->rowOf(other), -1);
        QCOMPARE(threadModel()->conversation(), m_maria);
    }

    void theOnlyOneLeavesNothing()
    {
        auto *model = m_window->findChild<ConversationListModel *>();
        while (model->rowCount() > 0) {
            emit m_engine->erasePersonRequested(model->summaryAt(0).id);
            settle();
        }
        QVERIFY(!thread()->isVisible());
    }

    void whatHindersIsTold_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("text") << u"text-on-its-way"_s << u"Nothing was deleted: a text to this person is on its way."_s;
        QTest::newRow("call") << u"call-going-on"_s << u"Nothing was deleted: a call with this person is not over"_s;
        QTest::newRow("doubt") << u"doubt-open"_s << u"Nothing was deleted: answer the question"_s;
    }

    void whatHindersIsTold()
    {
        QFETCH(QString, code);
        QFETCH(QString, words);
        emit m_engine->actionFailed(m_maria, Error{ErrorKind::Storage, {}, {}, 0, code});
        settle();
        QVERIFY2(m_window->findChild<Toast *>()->sentence().startsWith(words), qPrintable(m_window->findChild<Toast *>()->sentence()));
        QCOMPARE(threadModel()->conversation(), m_maria);
    }

private:
    EraseDialog *ask()
    {
        QPushButton *erase = buttonOf(m_window.get(), u"Delete data…"_s);
        if (!erase)
            return nullptr;
        erase->setFocus();
        QTest::keyClick(erase, Qt::Key_Space);
        settle();
        return m_window->findChild<EraseDialog *>();
    }
    static QString wordsOf(QWidget *where)
    {
        QStringList words;
        for (const PlainLabel *label : where->findChildren<PlainLabel *>()) {
            if (label->isVisible())
                words.append(label->text());
        }
        return words.join(u' ');
    }
    static QPushButton *buttonOf(QWidget *where, const QString &words)
    {
        for (QPushButton *each : where->findChildren<QPushButton *>()) {
            if (each->isVisible() && each->text() == words)
                return each;
        }
        return nullptr;
    }

    FakeContactReader m_contacts;
    std::unique_ptr<QSignalSpy> m_asked;
};

QTEST_MAIN(PersonErasedTest)
#include "tst_personerased.moc"
