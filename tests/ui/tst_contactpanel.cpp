// SPDX-License-Identifier: MIT
#include "ui/contact/jobdialog.h"
#include "ui/contact/personexport.h"
#include "ui/contact/tagchip.h"
#include "ui/contact/tagdialog.h"
#include "ui/contact/timelinesection.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/panelfixture.h"
#include "ui/shots.h"
#include "ui/theme/plainlabel.h"
#include "ui/thread/threadview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace textback;
using namespace textback::test;

/// The contact panel, worked by keys.
class TestContactPanel : public PanelFixture {
    Q_OBJECT

private slots:
    void init()
    {
        Settings settings;
        settings.business.timeZone = u"UTC"_s;
        settings.business.name = u"Bright Air"_s;
        settings.rules.mode = Mode::On;
        settings.account.apiBaseUrl = u"http://127.0.0.1:9"_s; // a simulated line: numbers that belong to nobody are texted
        settings.inbox.tags = {{u"AC repair"_s, TagColor::Blue}, {u"New customer"_s, TagColor::Green}, {u"Urgent"_s, TagColor::Red}};
        makePanel(settings);
        m_contacts->people[m_maria] = mariasDetails(m_time->utcNow());
        showPanel();
    }

    void cleanup() { m_panel.reset(); }

    void tellsWhoItIs()
    {
        QCOMPARE(fact(u"First call"_s), u"Nov 20, 3:00 PM"_s);
        QCOMPARE(fact(u"Calls"_s), u"3 (2 missed)"_s);
        QCOMPARE(fact(u"Texts"_s), u"7"_s);
        QCOMPARE(fact(u"Automatic text"_s), u"Not now: texted before"_s);
        QCOMPARE(fact(u"Next one"_s), u"after 2:40 PM tomorrow"_s);
        QCOMPARE(fact(u"Consent"_s), QString());
        // Nobody's call gets a text while texts are blocked for them, however long they wait.
        m_contacts->people[m_maria].consent = ContactConsent{true, m_time->utcNow(), u"text"_s, u"STOP"_s};
        m_contacts->people[m_maria].history.optedOut = true;
        m_panel->setConversation(m_reader->row(m_maria));
        QCOMPARE(fact(u"Automatic text"_s), u"No: opted out"_s);
        QCOMPARE(fact(u"Next one"_s), QString());
        QCOMPARE(fact(u"Consent"_s), u"Wants no texts (3:00 PM)"_s);
    }

    void aTallPanelLeavesItsRoomBelow()
    {
        m_panel->resize(300, 2400);
        QCoreApplication::processEvents();
        const QWidget *section = notes()->parentWidget();
        QVERIFY2(section->height() <= section->sizeHint().height(), qPrintable(QString::number(section->height())));
    }

    void whatIsAllowedChangesWithTime()
    {
        m_contacts->people[m_maria].history.lastTextBack = m_time->utcNow() - std::chrono::hours(24) + std::chrono::minutes(5);
        m_panel->setConversation(m_reader->row(m_maria));
        QCOMPARE(fact(u"Automatic text"_s), u"Not now: texted before"_s);
        m_time->advance(std::chrono::minutes(6));
        QCOMPARE(fact(u"Automatic text"_s), u"Allowed"_s);
    }

    void aBusyDatabaseIsReadAgain()
    {
        const ConversationId other{4};
        m_contacts->people[other].notes = u"Sofía's"_s;
        m_contacts->failures = 2; // and nothing of Maria's stands there meanwhile
        m_panel->setConversation(m_reader->row(other));
        QCOMPARE(notes()->toPlainText(), QString());
        QCOMPARE(fact(u"Calls"_s), QString());
        QVERIFY(chips().isEmpty());
        QVERIFY(!hasLine(u"Booked for 10:00 AM tomorrow · $480"_s));
        m_time->advance(Millis(300));
        m_time->advance(Millis(300));
        QCOMPARE(notes()->toPlainText(), u"Sofía's"_s);
    }

    void readsOnlyWhatIsSeen()
    {
        m_panel->hide();
        const int before = m_contacts->reads;
        m_contacts->people[m_maria].calls = 9;
        m_panel->setConversation(m_reader->row(m_maria));
        m_time->advance(std::chrono::hours(1));
        QCOMPARE(m_contacts->reads, before);
        m_panel->show();
        QCOMPARE(fact(u"Calls"_s), u"9 (2 missed)"_s);
    }

    void notesAreKeptWhileTyping()
    {
        QSignalSpy saved(m_engine.get(), &EngineClient::saveNotesRequested);
        notes()->setFocus();
        QTest::keyClick(notes(), Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(notes(), u" Dog!"_s);
        m_time->advance(Millis(399));
        QCOMPARE(saved.count(), 0);
        // What is read meanwhile is older than what is being typed.
        m_panel->setConversation(m_reader->row(m_maria));
        m_time->advance(Millis(1));
        QCOMPARE(saved.count(), 1);
        QCOMPARE(saved[0][0].value<ConversationId>(), m_maria);
        QVERIFY(saved[0][1].toString().endsWith(u"mornings. Dog!"_s));
        m_panel->setConversation(m_reader->row(m_maria)); // not stored yet
        QVERIFY(notes()->toPlainText().endsWith(u"Dog!"_s));
        m_contacts->people[m_maria].notes = saved[0][1].toString();
        m_panel->setConversation(m_reader->row(m_maria));
        m_contacts->people[m_maria].notes = u"from elsewhere"_s;
        m_panel->setConversation(m_reader->row(m_maria));
        QCOMPARE(notes()->toPlainText(), u"from elsewhere"_s);
        // Tab leaves the field: notes have no tabs.
        QTest::keyClick(notes(), Qt::Key_Tab);
        QVERIFY(!notes()->hasFocus());
    }

    void notesAreKeptWhenAnotherIsShown()
    {
        QSignalSpy saved(m_engine.get(), &EngineClient::saveNotesRequested);
        notes()->setFocus();
        QTest::keyClicks(notes(), u"x"_s);
        m_panel->setConversation(m_reader->row(ConversationId{4}));
        QCOMPARE(saved.count(), 1);
        QCOMPARE(saved[0][0].value<ConversationId>(), m_maria);
        QCOMPARE(notes()->toPlainText(), QString());
        m_time->advance(Millis(1000));
        QCOMPARE(saved.count(), 1);
        QTest::keyClicks(notes(), u"y"_s);
        m_panel->hide();
        QCOMPARE(saved.count(), 2);
        QCOMPARE(saved[1][0].value<ConversationId>(), ConversationId{4});
    }

    void tagsByKeyboard()
    {
        QSignalSpy set(m_engine.get(), &EngineClient::setTagsRequested);
        QCOMPARE(chips().size(), 2);
        QVERIFY(chips()[0]->tag().color == TagColor::Blue);
        chips()[0]->setFocus();
        QTest::keyClick(chips()[0], Qt::Key_Delete);
        QCOMPARE(set.takeFirst()[1].toStringList(), QStringList{u"New customer"_s});
        QCOMPARE(chips().size(), 1);
        QVERIFY(chips()[0]->hasFocus()); // whoever takes off several goes on

        QPushButton *add = button(u"+ Tag"_s);
        add->setFocus();
        QTest::keyClick(add, Qt::Key_Space);
        QMenu *menu = openMenu();
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 5); // three tags, a line, a new one
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return); // Urgent
        QCOMPARE(set.takeFirst()[1].toStringList(), (QStringList{u"New customer"_s, u"Urgent"_s}));
    }

    /// One beside the other, whoever was shown before, and also where they come while the panel is not seen.
    void tagsDoNotOverlap()
    {
        m_panel->setConversation(m_reader->row(ConversationId{4}));
        QCoreApplication::processEvents();
        m_panel->hide();
        m_panel->setConversation(m_reader->row(m_maria));
        m_panel->show();
        QCoreApplication::processEvents();
        QList<QWidget *> all{button(u"+ Tag"_s)};
        for (TagChip *chip : chips())
            all.append(chip);
        QCOMPARE(all.size(), 3);
        for (QWidget *one : all) {
            for (QWidget *other : all)
                QVERIFY(one == other || !one->geometry().intersects(other->geometry()));
        }
    }

    void makesATag()
    {
        QSignalSpy set(m_engine.get(), &EngineClient::setTagsRequested);
        QSignalSpy inbox(m_engine.get(), &EngineClient::changeInboxRequested);
        button(u"+ Tag"_s)->click();
        QTest::keyClick(openMenu(), Qt::Key_Up);
        QTest::keyClick(openMenu(), Qt::Key_Return);
        auto *dialog = shown<TagDialog>();
        QVERIFY(dialog);
        auto *name = dialog->findChild<QLineEdit *>();
        QTest::keyClicks(name, u"urgent"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(dialog->isVisible()); // there is one
        name->selectAll();
        QTest::keyClicks(name, u"  Roof & attic "_s);
        QTest::keyClick(name, Qt::Key_Tab);
        QTest::keyClick(dialog->findChild<QComboBox *>(), Qt::Key_Down);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(!dialog->isVisible());
        QVERIFY(inbox.takeFirst()[0].value<InboxSettings>().tags.back() == (Tag{u"Roof & attic"_s, TagColor::Green}));
        QVERIFY(set.takeFirst()[1].toStringList().contains(u"Roof & attic"_s));
    }

    void twentyTagsAreEnough()
    {
        Settings settings = m_context->settings;
        while (settings.inbox.tags.size() < InboxSettings::mostTags)
            settings.inbox.tags.push_back({u"Tag %1"_s.arg(settings.inbox.tags.size()), TagColor::Grey});
        m_context->use(settings);
        button(u"+ Tag"_s)->click();
        QVERIFY(!openMenu()->actions().constLast()->isEnabled());
    }

    void renamesAndDeletesATag()
    {
        QSignalSpy renamed(m_engine.get(), &EngineClient::renameTagRequested);
        QSignalSpy inbox(m_engine.get(), &EngineClient::changeInboxRequested);
        const auto edit = [this] {
            QTest::keyClick(chips()[0], Qt::Key_Return);
            QTest::keyClick(openMenu(), Qt::Key_Down);
            QTest::keyClick(openMenu(), Qt::Key_Return);
            return shown<TagDialog>();
        };
        TagDialog *dialog = edit();
        QVERIFY(dialog);
        auto *name = dialog->findChild<QLineEdit *>();
        name->selectAll();
        QTest::keyClicks(name, u"AC"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(renamed.takeFirst(), (QList<QVariant>{u"AC repair"_s, u"AC"_s}));
        QVERIFY(inbox.takeFirst()[0].value<InboxSettings>().tags[0] == (Tag{u"AC"_s, TagColor::Blue}));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

        m_panel->setConversation(m_reader->row(m_maria));
        dialog = edit();
        shot(*dialog, u"contact-tag"_s);
        QTest::keyClick(buttonsIn(dialog, u"Delete tag…"_s).value(0), Qt::Key_Space);
        auto *question = shown<QMessageBox>();
        QVERIFY(question);
        QTest::keyClick(buttonsIn(question, u"Delete"_s).value(0), Qt::Key_Space);
        QCOMPARE(renamed.takeFirst(), (QList<QVariant>{u"AC repair"_s, QString()}));
        QCOMPARE(inbox.takeFirst()[0].value<InboxSettings>().tags.size(), size_t(2));
    }

    void booksAJob()
    {
        QSignalSpy noted(m_engine.get(), &EngineClient::noteJobRequested);
        const QString review = u"“Job done” also plans the review request."_s;
        QVERIFY(!hasLine(review));
        Settings settings = m_context->settings;
        settings.reviews.ask = true;
        m_context->use(settings);
        m_panel->setConversation(m_reader->row(m_maria));
        QVERIFY(hasLine(review));
        QVERIFY(hasLine(u"Booked for 10:00 AM tomorrow · $480"_s));
        QVERIFY(hasLine(u"Done Oct 29, 3:00 PM · $120.50"_s));
        QTest::keyClick(button(u"Book a job…"_s), Qt::Key_Space);
        auto *dialog = shown<JobDialog>();
        QVERIFY(dialog);
        QCOMPARE(dialog->focusWidget(), dialog->findChild<QDateTimeEdit *>());
        auto *amount = dialog->findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly);
        QTest::keyClicks(amount, u"lots"_s);
        QTest::keyClick(amount, Qt::Key_Return);
        shot(*dialog, u"contact-job"_s);
        QCOMPARE(noted.count(), 0);
        amount->clear();
        QTest::keyClicks(amount, u"$1,250.5"_s);
        QTest::keyClick(amount, Qt::Key_Return);
        QCOMPARE(noted.count(), 1);
        QCOMPARE(noted[0][0].value<ConversationId>(), m_maria);
        // Tomorrow at nine of the business's wall clock, which is UTC here.
        QVERIFY(noted[0][1].value<std::optional<UtcTime>>() == m_time->utcNow() + std::chrono::hours(18));
        QCOMPARE(noted[0][2].value<std::optional<qint64>>(), std::optional<qint64>(125050));
        QSignalSpy done(m_engine.get(), &EngineClient::finishJobRequested);
        QTest::keyClick(button(u"Job done"_s), Qt::Key_Space);
        QCOMPARE(done.count(), 1);
    }

    void theNewestFiveAreTheTimeline()
    {
        m_reader->putEntry(m_maria, makeMessage(90, m_maria, MessageOrigin::Automatic, u"a planned follow-up"_s, -60));
        m_panel->setConversation(m_reader->row(m_maria));
        QStringList lines;
        for (PlainLabel *label : m_panel->findChild<TimelineSection *>()->findChildren<PlainLabel *>()) {
            if (label->isVisible() && !label->accessibleName().isEmpty())
                lines.append(label->text());
        }
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines[0], u"👍"_s);
        QVERIFY(lines[1].startsWith(u"Yes please"_s));
        QVERIFY(lines[4].startsWith(u"Hi! My AC"_s));
    }

    void blockAndNeverTextExcludeEachOther()
    {
        QSignalSpy people(m_engine.get(), &EngineClient::changePeopleRequested);
        auto *block = box(u"Block"_s);
        auto *never = box(u"Never text automatically"_s);
        const PhoneNumber maria = m_reader->row(m_maria).number;
        QTest::keyClick(never, Qt::Key_Space);
        QVERIFY(people.takeFirst()[0].value<People>().neverText == std::vector{maria});
        Settings settings = m_context->settings;
        settings.people.neverText = {maria};
        settings.people.vip = {*PhoneNumber::fromStored(u"+13135550199"_s)};
        m_context->use(settings);
        m_panel->setConversation(m_reader->row(m_maria));
        QVERIFY(never->isChecked());
        QCOMPARE(fact(u"Automatic text"_s), u"No: never text"_s);
        QTest::keyClick(block, Qt::Key_Space);
        const auto changed = people.takeFirst()[0].value<People>();
        QVERIFY(changed.blocked == std::vector{maria});
        QVERIFY(changed.neverText.empty());
        QCOMPARE(changed.vip.size(), size_t(1)); // another's
        QVERIFY(!never->isChecked());
        settings.people.blocked = {maria};
        settings.people.neverText.clear();
        m_context->use(settings);
        m_panel->setConversation(m_reader->row(m_maria));
        QTest::keyClick(block, Qt::Key_Space);
        QVERIFY(people.takeFirst()[0].value<People>().blocked.empty());
    }

    void optsOutAndInByHand()
    {
        QSignalSpy consent(m_engine.get(), &EngineClient::recordConsentRequested);
        QTest::keyClick(button(u"They want no texts…"_s), Qt::Key_Space);
        auto *dialog = shown<QDialog>();
        QVERIFY(dialog);
        auto *how = dialog->findChild<QComboBox *>();
        QTest::keyClick(how, Qt::Key_End); // another way
        QLineEdit *words = lineOf(dialog, u"Their words (may be left empty)"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(consent.count(), 0); // how, then?
        shot(*dialog, u"contact-consent"_s);
        QTest::keyClicks(words, u"by fax"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(consent.count(), 1);
        QCOMPARE(consent[0][0].value<ConversationId>(), m_maria);
        QCOMPARE(consent[0][1].toBool(), true);
        QCOMPARE(consent[0][2].toString(), u"other 2026-11-23: by fax"_s);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

        m_reader->row(m_maria).optedOut = true;
        m_contacts->people[m_maria].consent = ContactConsent{true, m_time->utcNow(), u"manual"_s, u"other 2026-11-23: by fax"_s};
        m_panel->setConversation(m_reader->row(m_maria));
        QTest::keyClick(button(u"They want texts again…"_s), Qt::Key_Space);
        dialog = shown<QDialog>();
        QTest::keyClick(lineOf(dialog, u"Their words (may be left empty)"_s), Qt::Key_Return);
        QCOMPARE(consent.count(), 2);
        QCOMPARE(consent[1][1].toBool(), false);
        QCOMPARE(consent[1][2].toString(), u"phone 2026-11-23"_s);
    }

    void aQuestionAboutOneIsNotAnsweredAboutAnother()
    {
        QTest::keyClick(button(u"They want no texts…"_s), Qt::Key_Space);
        QPointer<QDialog> dialog = shown<QDialog>();
        QVERIFY(dialog);
        m_panel->setConversation(m_reader->row(m_maria)); // news about the same person: the question stays
        QVERIFY(dialog->isVisible());
        m_panel->setConversation(m_reader->row(ConversationId{4}));
        QVERIFY(!dialog || !dialog->isVisible());
    }

    void exportsAPrivateFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"maria.json"_s);
        PersonExport person(*m_evidence, *m_time);
        QSignalSpy told(&person, &PersonExport::told);
        person.writeTo(path, {m_reader->row(m_maria).number});
        QVERIFY(told.takeFirst()[0].toString().startsWith(u"Saved as "_s));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("Maria Garcia"));
        QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        m_evidence->busyAt = m_reader->row(m_maria).number;
        person.writeTo(folder.filePath(u"no.json"_s), {m_reader->row(m_maria).number});
        QVERIFY(told.takeFirst()[0].toString().contains(u"cannot be read"_s));
        QVERIFY(!QFile::exists(folder.filePath(u"no.json"_s)));
        m_evidence->busyAt = {};
        person.writeTo(folder.filePath(u"nowhere/no.json"_s), {m_reader->row(m_maria).number});
        QVERIFY(told.takeFirst()[0].toString().contains(u"cannot be written"_s));
    }

    /// Nobody is hidden from a keyboard or a screen reader: Tab comes by everything that can be worked, and each thing has a name.
    void everythingIsReachedByTab()
    {
        m_panel->focusFirst();
        QSet<QWidget *> reached;
        for (int i = 0; i < 40; ++i) {
            QWidget *focused = QApplication::focusWidget();
            QVERIFY(focused);
            const bool named = !focused->accessibleName().isEmpty() ||
                               (qobject_cast<QAbstractButton *>(focused) && !qobject_cast<QAbstractButton *>(focused)->text().isEmpty());
            QVERIFY2(named, focused->metaObject()->className());
            reached.insert(focused);
            QTest::keyClick(focused, Qt::Key_Tab);
        }
        for (QAbstractButton *each : m_panel->findChildren<QAbstractButton *>()) {
            if (each->isVisible() && each->focusPolicy() & Qt::TabFocus)
                QVERIFY2(reached.contains(each), qPrintable(each->text() + each->accessibleName()));
        }
        QVERIFY(reached.contains(notes()));
    }

    /// Also where they were made later than what stands below them.
    void tagsAreReachedInTheirPlace()
    {
        m_panel->focusFirst();
        const QList<QWidget *> order{button(u"Call"_s), button(u"Copy number"_s), chips()[0], chips()[1], button(u"+ Tag"_s), notes()};
        for (QWidget *each : order) {
            QCOMPARE(QApplication::focusWidget(), each);
            QTest::keyClick(each, Qt::Key_Tab);
        }
    }

    /// In the smallest window the panel covers the page; Ctrl+I and Esc open and close it, and the focus goes along.
    void overTheThreadInTheSmallestWindow()
    {
        MainWindow window(*m_engine, *m_reader, *m_time, *m_time);
        window.setContactReaders(m_contacts.get(), m_evidence.get());
        window.resize(420, 520);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.openConversation(m_maria);
        QTest::keyClick(&window, Qt::Key_I, Qt::ControlModifier);
        QCoreApplication::processEvents();
        auto *panel = window.findChild<ContactPanel *>();
        QVERIFY(panel->isVisible());
        QCOMPARE(panel->geometry(), panel->parentWidget()->rect());
        QVERIFY(panel->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
        QCOMPARE(QApplication::focusWidget(), window.findChild<ThreadView *>());
    }

    void f6ComesByThePanel()
    {
        MainWindow window(*m_engine, *m_reader, *m_time, *m_time);
        window.setContactReaders(m_contacts.get(), m_evidence.get());
        window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.openConversation(m_maria);
        auto *panel = window.findChild<ContactPanel *>();
        bool reached = false;
        for (int i = 0; i < 6 && !reached; ++i) {
            QTest::keyClick(&window, Qt::Key_F6);
            reached = panel->isAncestorOf(QApplication::focusWidget());
        }
        QVERIFY(reached);
        QTest::keyClick(&window, Qt::Key_F6); // and goes on
        QVERIFY(!panel->isAncestorOf(QApplication::focusWidget()));
    }

    void nobodyWithoutANumber()
    {
        const ConversationId withheld{7};
        m_panel->setConversation(m_reader->row(withheld));
        QCOMPARE(fact(u"Automatic text"_s), u"No: withheld"_s);
        QVERIFY(!box(u"Block"_s));
        QVERIFY(!button(u"Call"_s));
    }

    /// In the smallest window it scrolls and nothing is cut at its side.
    void narrowPlace()
    {
        m_panel->resize(300, 480);
        QCoreApplication::processEvents();
        for (QWidget *each : m_panel->findChildren<QWidget *>()) {
            if (each->isVisible() && !each->isWindow())
                QVERIFY2(each->mapTo(m_panel.get(), QPoint(each->width(), 0)).x() <= m_panel->width(), each->metaObject()->className());
        }
    }

private:
    QString fact(const QString &name) const
    {
        for (PlainLabel *label : m_panel->findChildren<PlainLabel *>()) {
            if (label->isVisibleTo(m_panel.get()) && label->accessibleName().startsWith(name + u": "_s))
                return label->text();
        }
        return {};
    }
    bool hasLine(const QString &text) const
    {
        const auto labels = m_panel->findChildren<PlainLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](PlainLabel *label) { return label->isVisible() && label->text() == text; });
    }
    QCheckBox *box(const QString &text) const
    {
        for (QCheckBox *each : m_panel->findChildren<QCheckBox *>()) {
            if (each->isVisible() && each->text() == text)
                return each;
        }
        return nullptr;
    }
    static QLineEdit *lineOf(QWidget *where, const QString &name)
    {
        for (QLineEdit *each : where->findChildren<QLineEdit *>()) {
            if (each->accessibleName() == name)
                return each;
        }
        return nullptr;
    }
    QPlainTextEdit *notes() const { return m_panel->findChild<QPlainTextEdit *>(); }
    QList<TagChip *> chips() const
    {
        QList<TagChip *> shown;
        for (TagChip *chip : m_panel->findChildren<TagChip *>()) {
            if (chip->isVisible())
                shown.append(chip);
        }
        return shown;
    }
    template <typename Dialog>
    Dialog *shown() const
    {
        for (Dialog *dialog : m_panel->findChildren<Dialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
};

QTEST_MAIN(TestContactPanel)
#include "tst_contactpanel.moc"
