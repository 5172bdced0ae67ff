// SPDX-License-Identifier: MIT
#include "ui/contact/erasedialog.h"
#include "ui/contact/namefield.h"
#include "ui/contact/numberssection.h"
#include "ui/contact/personexport.h"
#include "ui/contact/samepersoncard.h"
#include "ui/contact/timelinesection.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/panelfixture.h"
#include "ui/shots.h"
#include "ui/theme/plainlabel.h"
#include "ui/thread/threadview.h"

#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QScrollArea>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

namespace {

const QString aboutALink = u"Each number keeps its own texts and rules."_s;
const QString question = u"Maria Garcia also has (313) 555-0150. The same person?"_s;

PhoneNumber numberOf(int last)
{
    return PhoneNumber::fromStored(u"+1313555%1"_s.arg(last, 4, 10, QLatin1Char('0'))).value();
}

} // namespace

/// Several numbers of one person in the contact panel: the question, the list, and what follows from it.
class TestPersonNumbers : public PanelFixture {
    Q_OBJECT

private slots:
    void init()
    {
        makePanel();
        maria().maybeSame = {m_sofia, m_jordan};
        showPanel();
        m_panel->focusFirst();
    }

    void cleanup() { m_panel.reset(); }

    void nothingWhereThereIsNothing()
    {
        maria().maybeSame.clear();
        read();
        QVERIFY(!section()->isVisible());
        maria().linked = {m_sofia};
        read();
        QVERIFY(section()->isVisible());
        QVERIFY(!card()->isVisible());
        m_contacts->failures = 1; // and nothing of hers stands there for anybody else
        m_panel->setConversation(m_reader->row(ConversationId{6}));
        QVERIFY(!section()->isVisible());
    }

    void aBusyDatabaseLeavesNobodyElsesTimeline()
    {
        const auto lines = [this] {
            int seen = 0;
            for (const PlainLabel *label : m_panel->findChild<TimelineSection *>()->findChildren<PlainLabel *>())
                seen += label->isVisible() && label->text().contains(u"tomorrow at 10"_s) ? 1 : 0;
            return seen;
        };
        QVERIFY(lines() > 0);
        m_reader->failures = 1; // of the thread: the details are another reader's
        m_panel->setConversation(m_reader->row(ConversationId{4}));
        QCOMPARE(lines(), 0);
        m_reader->failures = 1; // who is shown already stays
        m_panel->setConversation(m_reader->row(m_maria));
        m_time->advance(Millis(300));
        QVERIFY(lines() > 0);
        m_reader->failures = 1;
        m_panel->setConversation(m_reader->row(m_maria));
        QVERIFY(lines() > 0);
    }

    void onlyAsks()
    {
        QSignalSpy linked(m_engine.get(), &EngineClient::linkNumbersRequested);
        QVERIFY(card()->isVisible());
        QVERIFY(hasLine(question));
        QVERIFY(hasLine(aboutALink));
        QVERIFY(!hasLine(u"Numbers"_s));
        m_time->advance(std::chrono::hours(48));
        QCOMPARE(linked.count(), 0);
        QVERIFY(hasLine(question));
    }

    void samePersonByClick()
    {
        QSignalSpy linked(m_engine.get(), &EngineClient::linkNumbersRequested);
        QSignalSpy refused(m_engine.get(), &EngineClient::refuseLinkRequested);
        QTest::mouseClick(button(u"Same person"_s), Qt::LeftButton);
        QCOMPARE(linked.count(), 1);
        QCOMPARE(linked.takeFirst(), (QVariantList{id(m_maria), id(m_sofia.conversation)}));
        QVERIFY(!card()->isVisible());
        QVERIFY(hasLine(u"Numbers"_s));
        QVERIFY(hasLine(u"(313) 555-0150"_s));
        QCOMPARE(QApplication::focusWidget(), more(0));
        // The engine's word changes nothing of it.
        maria().linked = {m_sofia};
        maria().maybeSame = {m_jordan};
        read();
        QCOMPARE(QApplication::focusWidget(), more(0));
        QVERIFY(!card()->isVisible());
        m_time->advance(Millis(1000));
        QVERIFY(hasLine(u"Maria Garcia also has (313) 555-0163. The same person?"_s));
        QCOMPARE(QApplication::focusWidget(), more(0));
        QCOMPARE(refused.count(), 0);
    }

    /// An export would lack the other numbers, a deletion would not name them.
    void nothingIsExportedOrDeletedBeforeTheNumbersAreKnown()
    {
        m_contacts->failures = 1;
        m_panel->setConversation(m_reader->row(ConversationId{4}));
        QVERIFY(!button(u"Export this person…"_s)->isEnabled());
        QVERIFY(!button(u"Delete data…"_s)->isEnabled());
        m_time->advance(Millis(300));
        QVERIFY(button(u"Export this person…"_s)->isEnabled());
        QVERIFY(button(u"Delete data…"_s)->isEnabled());
    }

    void aSlipIsUndone()
    {
        QString told;
        std::function<void()> undo;
        connect(m_panel.get(), &ContactPanel::offered, this,
                [&](const QString &sentence, const QString &button, const std::function<void()> &run) {
                    told = sentence + u' ' + button;
                    undo = run;
                });
        QTest::mouseClick(button(u"No, two people"_s), Qt::LeftButton);
        QCOMPARE(told, u"Two people. You will not be asked again. Undo"_s);
        m_panel->setConversation(m_reader->row(ConversationId{6})); // meanwhile
        QSignalSpy withdrawn(m_engine.get(), &EngineClient::withdrawRefusalRequested);
        undo();
        QCOMPARE(withdrawn.takeFirst(), (QVariantList{id(m_maria), id(m_sofia.conversation)}));
    }

    /// Hebrew in an English sentence leaves the sentence as it is.
    void aNameStandsApartFromTheQuestion()
    {
        const auto labels = card()->findChildren<PlainLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
                            [](PlainLabel *label) { return label->text().startsWith(u"\u2068Maria Garcia\u2069 also"_s); }));
    }

    /// Where the list will have it, so that nothing moves when the engine has stored it.
    void aLinkedNumberTakesItsPlace()
    {
        maria().linked = {m_jordan};
        maria().maybeSame = {m_sofia};
        read();
        button(u"Same person"_s)->setFocus();
        QTest::keyClick(button(u"Same person"_s), Qt::Key_Space);
        QCOMPARE(buttons(u"Open"_s).size(), 2);
        QPointer<QWidget> focused = QApplication::focusWidget();
        QCOMPARE(focused->accessibleName(), u"More for (313) 555-0150"_s);
        button(u"Open"_s)->setFocus();
        focused = QApplication::focusWidget();
        maria().linked = {m_sofia, m_jordan};
        maria().maybeSame.clear();
        read();
        QCOMPARE(QApplication::focusWidget(), focused.data());
    }

    /// Whoever presses twice has not answered what they have not read.
    void twoPeopleByKey()
    {
        QSignalSpy linked(m_engine.get(), &EngineClient::linkNumbersRequested);
        QSignalSpy refused(m_engine.get(), &EngineClient::refuseLinkRequested);
        QPushButton *no = button(u"No, two people"_s);
        QCOMPARE(no->accessibleDescription(), question);
        no->setFocus();
        QTest::keyClick(no, Qt::Key_Space);
        QCOMPARE(refused.count(), 1);
        QCOMPARE(refused.takeFirst(), (QVariantList{id(m_maria), id(m_sofia.conversation)}));
        QVERIFY(!section()->isVisible());
        QSignalSpy called(m_panel.get(), &ContactPanel::callRequested);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(called.count(), 0);
        QVERIFY(QApplication::focusWidget()->isAncestorOf(section()));
        maria().maybeSame = {m_jordan};
        read();
        m_time->advance(Millis(999));
        QVERIFY(!card()->isVisible());
        m_time->advance(Millis(1));
        QVERIFY(hasLine(u"Maria Garcia also has (313) 555-0163. The same person?"_s));
        QCOMPARE(refused.count() + linked.count(), 0);
        QVERIFY(QApplication::focusWidget()->isAncestorOf(section()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), m_panel->findChild<NameField *>());
    }

    void whoeverIsShownNextIsAskedAboutAtOnce()
    {
        QTest::mouseClick(button(u"No, two people"_s), Qt::LeftButton);
        m_contacts->people[ConversationId{5}].maybeSame = {m_sofia};
        m_panel->setConversation(m_reader->row(ConversationId{5}));
        QVERIFY(hasLine(u"Jordan Tran also has (313) 555-0150. The same person?"_s));
    }

    void whatCouldNotBeStoredIsAskedAgain()
    {
        QTest::mouseClick(button(u"Same person"_s), Qt::LeftButton);
        QVERIFY(hasLine(u"(313) 555-0150"_s));
        emit m_engine->actionFailed(m_maria, Error{ErrorKind::Storage, u"disk full"_s, {}, 0, {}});
        QVERIFY(!hasLine(u"(313) 555-0150"_s));
        m_time->advance(Millis(1000));
        QVERIFY(hasLine(question));
    }

    void whatIsToldOfANumber()
    {
        m_sofia.optedOut = true;
        m_jordan.name = u"Maria\n<b>at work</b>"_s;
        maria().linked = {m_sofia, m_jordan};
        read();
        QVERIFY(card()->isVisible());
        QVERIFY(!hasLine(aboutALink)); // the list says more
        QVERIFY(hasLine(u"(313) 555-0150"_s));
        QVERIFY(hasLine(u"Opted out (STOP)"_s));
        QVERIFY(hasLine(u"(313) 555-0163"_s));
        QVERIFY(hasLine(u"Maria <b>at work</b>"_s));
        QVERIFY(hasLine(
            u"STOP and the other rules count for each number by itself. An export has all of them; data are deleted number by number."_s));
        QCOMPARE(button(u"Open"_s)->accessibleName(), u"Open (313) 555-0150"_s);
        QCOMPARE(more(0)->accessibleName(), u"More for (313) 555-0150"_s);
    }

    void separatesByKey()
    {
        QSignalSpy separated(m_engine.get(), &EngineClient::separateNumberRequested);
        maria().linked = {m_sofia, m_jordan};
        maria().maybeSame.clear();
        read();
        more(0)->setFocus();
        QTest::keyClick(more(0), Qt::Key_Space);
        QMenu *menu = openMenu();
        QVERIFY(menu);
        QTest::keyClick(menu, Qt::Key_Escape);
        QCOMPARE(separated.count(), 0);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QTest::keyClick(more(0), Qt::Key_Space);
        QTest::keyClick(openMenu(), Qt::Key_Return);
        QCOMPARE(separated.takeFirst(), (QVariantList{id(m_maria), id(m_sofia.conversation)}));
        QVERIFY(!hasLine(u"(313) 555-0150"_s));
        QCOMPARE(QApplication::focusWidget(), more(0)); // of the next one
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QTest::keyClick(more(0), Qt::Key_Space);
        QTest::keyClick(openMenu(), Qt::Key_Return);
        QCOMPARE(separated.takeFirst(), (QVariantList{id(m_maria), id(m_jordan.conversation)}));
        QVERIFY(!section()->isVisible());
        QVERIFY(QApplication::focusWidget()->isAncestorOf(section()));
        // Who separated them is not asked at once whether they are one; who comes back to it is.
        maria().linked.clear();
        maria().maybeSame = {m_sofia, m_jordan};
        read();
        m_time->advance(Millis(2000));
        QVERIFY(!card()->isVisible());
        m_panel->setConversation(m_reader->row(ConversationId{4}));
        read();
        QVERIFY(card()->isVisible());
    }

    void aMenuDoesNotOutliveItsPerson()
    {
        QSignalSpy separated(m_engine.get(), &EngineClient::separateNumberRequested);
        maria().linked = {m_sofia};
        read();
        QTest::mouseClick(more(0), Qt::LeftButton);
        QVERIFY(openMenu());
        m_panel->setConversation(m_reader->row(ConversationId{5}));
        QVERIFY(!openMenu());
        QCOMPARE(separated.count(), 0);
    }

    /// Who only shows says nothing about who is who.
    void aPcThatOnlyShows()
    {
        Settings settings;
        settings.thisPc.role = DeviceRole::Viewer;
        m_context->use(settings);
        maria().linked = {m_jordan};
        read();
        QVERIFY(!card()->isVisible());
        QVERIFY(hasLine(u"(313) 555-0163"_s));
        QVERIFY(button(u"Open"_s));
        QVERIFY(!more(0));
        m_context->use(Settings()); // it took over
        read();
        QVERIFY(card()->isVisible());
        QVERIFY(more(0));
    }

    void everythingIsReachedByTabInItsOrder()
    {
        maria().linked = {m_sofia, m_jordan};
        read();
        maria().linked = {m_jordan, m_sofia}; // made anew
        read();
        QList<QWidget *> reached;
        m_panel->focusFirst();
        for (int i = 0; i < 10; ++i) {
            QWidget *focused = QApplication::focusWidget();
            if (section()->isAncestorOf(focused))
                reached.append(focused);
            QTest::keyClick(focused, Qt::Key_Tab);
        }
        const QList<QPushButton *> opens = buttons(u"Open"_s);
        QCOMPARE(opens.size(), 2);
        QCOMPARE(reached, (QList<QWidget *>{opens[0], more(0), opens[1], more(1), button(u"Same person"_s), button(u"No, two people"_s)}));
    }

    void nothingIsCut_data()
    {
        QTest::addColumn<int>("percent");
        QTest::addColumn<QString>("name");
        QTest::newRow("usual") << 100 << u"Maria Garcia of the Bright Side Apartments, front office"_s;
        QTest::newRow("large") << 200 << u"Maria Garcia of the Bright Side Apartments, front office"_s;
        QTest::newRow("words without an end") << 100 << QString(48, u'w') + u' ' + QString(50, u'm');
    }

    void nothingIsCut()
    {
        QFETCH(int, percent);
        QFETCH(QString, name);
        m_theme->setTextPercent(percent);
        m_sofia.optedOut = true;
        m_sofia.name = name + u" (work)"_s;
        m_reader->row(m_maria).contactName = name;
        maria().linked = {m_sofia, m_jordan};
        read();
        m_panel->resize(ContactPanel::usualWidth(), 1100);
        m_panel->setConversation(m_reader->row(ConversationId{4}));
        read(); // made for this size
        QCoreApplication::processEvents();
        for (QWidget *each : section()->findChildren<QWidget *>()) {
            if (!each->isVisible() || each->isWindow())
                continue;
            QVERIFY2(each->mapTo(m_panel.get(), QPoint(each->width(), 0)).x() <= m_panel->width(), each->metaObject()->className());
            if (const auto *words = qobject_cast<PlainLabel *>(each); words && words->wordWrap())
                QVERIFY2(words->heightForWidth(words->width()) <= words->height() + 1, qPrintable(words->text()));
        }
        shot(*m_panel, u"contact-numbers-%1"_s.arg(percent));
        m_theme->setTextPercent(100);
    }

    void exportsAllNumbers()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"maria.json"_s);
        PersonExport person(*m_evidence, *m_time);
        QSignalSpy told(&person, &PersonExport::told);
        const PhoneNumber mine = m_reader->row(m_maria).number;
        person.writeTo(path, {mine, m_sofia.number});
        QVERIFY(told.takeFirst()[0].toString().startsWith(u"Saved as "_s));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(document["number"_L1].toString(), mine.e164());
        const QJsonArray others = document["linkedNumbers"_L1].toArray();
        QCOMPARE(others.size(), 1);
        QCOMPARE(others[0]["number"_L1].toString(), m_sofia.number.e164());
        QVERIFY(!others[0].toObject().contains("linkedNumbers"_L1));
        // The button knows them.
        maria().linked = {m_sofia, m_jordan};
        read();
        QTest::mouseClick(button(u"Export this person…"_s), Qt::LeftButton);
        auto *place = m_panel->findChild<QFileDialog *>();
        QVERIFY(place);
        const QString chosen = folder.filePath(u"chosen.json"_s);
        emit place->fileSelected(chosen);
        QFile all(chosen);
        QVERIFY(all.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(all.readAll())["linkedNumbers"_L1].toArray().size(), 2);
        m_evidence->busyAt = m_sofia.number; // all of it or nothing
        person.writeTo(folder.filePath(u"no.json"_s), {mine, m_sofia.number});
        QVERIFY(told.takeFirst()[0].toString().contains(u"cannot be read"_s));
        QVERIFY(!QFile::exists(folder.filePath(u"no.json"_s)));
    }

    void deletingNamesTheNumbersThatStay()
    {
        maria().linked = {m_sofia, m_jordan};
        read();
        QTest::mouseClick(button(u"Delete data…"_s), Qt::LeftButton);
        const auto *dialog = m_panel->findChild<EraseDialog *>();
        QVERIFY(dialog);
        const QString expected =
            u"Everything about their other numbers: (313) 555-0150, (313) 555-0163. Delete it there, too, if you want it gone."_s;
        const auto labels = dialog->findChildren<PlainLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const PlainLabel *label) { return label->text() == expected; }));
        // It is not everything about Maria.
        QVERIFY(std::any_of(labels.begin(), labels.end(),
                            [](const PlainLabel *label) { return label->text().startsWith(u"Everything about (313) 555-0131 on"); }));
    }

    void opensTheOtherConversation_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("beside the thread") << QSize(1280, 800);
        QTest::newRow("over the thread") << QSize(900, 700);
        QTest::newRow("in the smallest window") << QSize(420, 520);
    }

    void opensTheOtherConversation()
    {
        QFETCH(QSize, size);
        m_panel->hide();
        MainWindow window(*m_engine, *m_reader, *m_time, *m_time);
        window.setContactReaders(m_contacts.get(), m_evidence.get());
        maria().linked = {m_sofia};
        m_contacts->people[m_sofia.conversation].linked = {{m_maria, m_reader->row(m_maria).number, u"Maria Garcia"_s, false}};
        window.resize(size);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.openConversation(m_maria);
        auto *panel = window.findChild<ContactPanel *>();
        if (!panel->isVisible())
            QTest::keyClick(&window, Qt::Key_I, Qt::ControlModifier);
        QCoreApplication::processEvents();
        QPushButton *open = buttonsIn(panel, u"Open"_s).value(0);
        QVERIFY(open);
        panel->findChild<QScrollArea *>()->ensureWidgetVisible(open);
        QTest::mouseClick(open, Qt::LeftButton);
        QCoreApplication::processEvents();
        if (panel->isVisible()) {
            const auto opens = buttonsIn(panel, u"Open"_s);
            QCOMPARE(opens.size(), 1);
            QCOMPARE(opens[0]->accessibleName(), u"Open (313) 555-0131"_s); // and back
        }
        QVERIFY(!panel->isAncestorOf(QApplication::focusWidget()));
        QSignalSpy saved(m_engine.get(), &EngineClient::setDoneRequested);
        QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(saved.count(), 1);
        QCOMPARE(saved[0][0].value<ConversationId>(), m_sofia.conversation);
    }

private:
    ContactDetails &maria() { return m_contacts->people[m_maria]; }
    void read() { m_panel->setConversation(m_reader->row(m_maria)); }
    static QVariant id(ConversationId conversation) { return QVariant::fromValue(conversation); }
    NumbersSection *section() const { return m_panel->findChild<NumbersSection *>(); }
    SamePersonCard *card() const { return m_panel->findChild<SamePersonCard *>(); }
    bool hasLine(const QString &text) const
    {
        const auto labels = section()->findChildren<PlainLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](PlainLabel *label) {
            return label->isVisible() && label->text().replace(QChar::Nbsp, u' ').remove(u'\u2068').remove(u'\u2069') == text;
        });
    }
    QToolButton *more(int row) const
    {
        QList<QToolButton *> found;
        for (QToolButton *each : section()->findChildren<QToolButton *>()) {
            if (each->isVisible())
                found.append(each);
        }
        return found.value(row);
    }
    NamedNumber m_sofia{ConversationId{4}, numberOf(150), u"Maria Garcia"_s, false};
    NamedNumber m_jordan{ConversationId{5}, numberOf(163), u"Maria Garcia"_s, false};
};

QTEST_MAIN(TestPersonNumbers)
#include "tst_personnumbers.moc"
