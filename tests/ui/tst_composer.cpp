// SPDX-License-Identifier: MIT
#include "ui/theme/plaintooltip.h"
#include "ui/theme/tokens.h"
#include "ui/thread/emojilist.h"
#include "ui/thread/emojipicker.h"
#include "ui/thread/repliesdialog.h"
#include "ui/thread/replypicker.h"
#include "ui/windowfixture.h"

#include <QAbstractItemView>
#include <QListWidget>
#include <QMenu>
#include <QTextBlock>
#include <QTextLayout>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

/// Saved replies, emoji, what Enter does, long pastes, the counter's colours.
class ComposerTest : public WindowFixture {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_window.reset(); }
    void slashOpensAndTypingFilters();
    void keysChooseAndPutIn_data();
    void keysChooseAndPutIn();
    void escapeClosesTheListAlone();
    void clickPutsIn();
    void theButtonAsks();
    void blanksAreMarkedAndNotSentUnseen();
    void repliesAreManaged();
    void managedRepliesMustBeWhole();
    void emojiByNameAndKeys();
    void emojiNamesAreWords();
    void enterIsASetting();
    void longPasteIsAsked();
    void counterColours();
    void blockedHidesEverything();

private:
    ReplyPicker *picker() const { return m_window->findChild<ReplyPicker *>(); }
    QListWidget *replies() const { return picker()->findChild<QListWidget *>(); }
    QStringList shown() const
    {
        QStringList names;
        for (int row = 0; row < replies()->count(); ++row)
            names.append(replies()->item(row)->text().section(u" — "_s, 0, 0));
        return names;
    }
    QString counterText() const
    {
        for (const QLabel *label : m_window->findChild<Composer *>()->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(u" / "_s))
                return label->text();
        }
        return {};
    }
    QColor counterColour() const
    {
        for (const QLabel *label : m_window->findChild<Composer *>()->findChildren<QLabel *>()) {
            if (label->isVisible() && (label->text().contains(u" / "_s) || label->text().contains(u"too long"_s)))
                return label->palette().color(QPalette::PlaceholderText);
        }
        return {};
    }

    Settings m_settings;
    std::vector<InboxSettings> m_changes;
};

void ComposerTest::init()
{
    makeWindow();
    m_settings = Settings();
    m_settings.business.timeZone = u"UTC"_s;
    m_settings.business.name = u"Bright Air"_s;
    m_settings.inbox.replies = {{u"On my way"_s, u"Hi {name|there}, {biz} is on the way."_s},
                                {u"Prices"_s, u"A visit is $89."_s},
                                {u"Appointment"_s, u"See you {day} at {time}."_s}};
    emit m_engine->settingsChanged(m_settings);
    m_changes.clear();
    connect(m_engine.get(), &EngineClient::changeInboxRequested, this, [this](const InboxSettings &inbox) { m_changes.push_back(inbox); });
    m_window->openConversation(m_maria);
    settle();
}

void ComposerTest::slashOpensAndTypingFilters()
{
    QVERIFY(!picker()->isVisible());
    QTest::keyClicks(field(), u"Hi /"_s);
    QVERIFY(picker()->isVisible());
    QCOMPARE(shown(), (QStringList{u"On my way"_s, u"Prices"_s, u"Appointment"_s, u"Manage saved replies…"_s}));
    QVERIFY(field()->hasFocus());
    QTest::keyClicks(field(), u"pri"_s);
    QCOMPARE(shown().first(), u"Prices"_s);
    QCOMPARE(shown().size(), 2);
    QTest::keyClicks(field(), u"x"_s);
    QVERIFY(!picker()->isVisible()); // a mere "/"
    QTest::keyClick(field(), Qt::Key_Backspace);
    QVERIFY(picker()->isVisible());
    QTest::keyClicks(field(), u" "_s);
    QVERIFY(!picker()->isVisible());
    QTest::keyClicks(field(), u"and/"_s); // in a word
    QVERIFY(!picker()->isVisible());
}

void ComposerTest::keysChooseAndPutIn_data()
{
    QTest::addColumn<QList<int>>("keys");
    QTest::addColumn<QString>("text");
    QTest::newRow("Enter") << QList<int>{Qt::Key_Return} << u"Ok. Hi Maria, Bright Air is on the way."_s;
    QTest::newRow("Tab") << QList<int>{Qt::Key_Tab} << u"Ok. Hi Maria, Bright Air is on the way."_s;
    QTest::newRow("Down") << QList<int>{Qt::Key_Down, Qt::Key_Tab} << u"Ok. A visit is $89."_s;
    QTest::newRow("Down and Up") << QList<int>{Qt::Key_Down, Qt::Key_Up, Qt::Key_Return} << u"Ok. Hi Maria, Bright Air is on the way."_s;
    QTest::newRow("Up goes round") << QList<int>{Qt::Key_Up, Qt::Key_Up, Qt::Key_Return} << u"Ok. See you {day} at {time}."_s;
}

void ComposerTest::keysChooseAndPutIn()
{
    QFETCH(QList<int>, keys);
    QFETCH(QString, text);
    QSignalSpy sent(m_engine.get(), &EngineClient::sendMessageRequested);
    QTest::keyClicks(field(), u"Ok. /"_s);
    for (const int key : keys)
        QTest::keyClick(field(), Qt::Key(key));
    QCOMPARE(field()->toPlainText(), text);
    QVERIFY(!picker()->isVisible());
    QVERIFY(field()->hasFocus());
    QCOMPARE(sent.count(), 0);
}

void ComposerTest::escapeClosesTheListAlone()
{
    m_window->resize(800, 700); // one column would go back to the list
    settle();
    QTest::keyClicks(field(), u"/"_s);
    QVERIFY(picker()->isVisible());
    QTest::keyClick(field(), Qt::Key_Escape);
    QVERIFY(!picker()->isVisible());
    QCOMPARE(field()->toPlainText(), u"/"_s);
    QCOMPARE(m_window->openedConversation(), m_maria);
    QTest::keyClicks(field(), u"p"_s); // it was sent away, and stays away for this "/"
    QVERIFY(!picker()->isVisible());
    QTest::keyClicks(field(), u" /"_s);
    QVERIFY(picker()->isVisible());
}

void ComposerTest::clickPutsIn()
{
    QTest::keyClicks(field(), u"/"_s);
    settle();
    QTest::mouseClick(replies()->viewport(), Qt::LeftButton, {}, replies()->visualItemRect(replies()->item(1)).center());
    QCOMPARE(field()->toPlainText(), u"A visit is $89."_s);
    QVERIFY(field()->hasFocus());
    // Above the field, and within the window.
    QTest::keyClicks(field(), u" /"_s);
    const QRect place(picker()->mapTo(m_window.get(), QPoint(0, 0)), picker()->size());
    QVERIFY(m_window->rect().contains(place));
    QVERIFY(place.bottom() < field()->mapTo(m_window.get(), QPoint(0, 0)).y());
}

void ComposerTest::theButtonAsks()
{
    QTest::keyClicks(field(), u"Hello"_s);
    QTest::mouseClick(named<QPushButton>(u"Saved replies"_s), Qt::LeftButton);
    QVERIFY(picker()->isVisible());
    QCOMPARE(field()->toPlainText(), u"Hello /"_s);
    QTest::keyClick(field(), Qt::Key_Down);
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(field()->toPlainText(), u"Hello A visit is $89."_s);
}

void ComposerTest::blanksAreMarkedAndNotSentUnseen()
{
    QSignalSpy sent(m_engine.get(), &EngineClient::sendMessageRequested);
    QTest::keyClicks(field(), u"/app"_s);
    QTest::keyClick(field(), Qt::Key_Tab);
    QCOMPARE(field()->textCursor().selectedText(), u"{day}"_s); // what is written next
    int marked = 0;
    for (const QTextLayout::FormatRange &range : field()->document()->firstBlock().layout()->formats())
        marked += range.length;
    QCOMPARE(marked, 11); // {day} and {time}
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(sent.count(), 0);
    QVERIFY(box());
    press(box(), u"Go back"_s);
    QCOMPARE(sent.count(), 0);
    QTest::keyClicks(field(), u"Monday"_s);
    QTest::keyClick(field(), Qt::Key_Return);
    QVERIFY(box());
    QVERIFY(box()->text().contains(u"{time}"_s));
    press(box(), u"Send anyway"_s);
    QCOMPARE(sent.count(), 1);
    QCOMPARE(sent.at(0).at(1).toString(), u"See you Monday at {time}."_s);
}

void ComposerTest::repliesAreManaged()
{
    QTest::keyClicks(field(), u"Hi /"_s);
    QTest::keyClick(field(), Qt::Key_Up); // the last line
    QTest::keyClick(field(), Qt::Key_Return);
    settle();
    auto *dialog = m_window->findChild<RepliesDialog *>();
    QVERIFY(dialog);
    QCOMPARE(field()->toPlainText(), u"Hi "_s);
    const auto button = [&](const QString &text) {
        for (QPushButton *candidate : dialog->findChildren<QPushButton *>()) {
            if (candidate->text() == text)
                return candidate;
        }
        return static_cast<QPushButton *>(nullptr);
    };
    auto *names = dialog->findChild<QListWidget *>();
    QCOMPARE(names->count(), 3);
    QTest::mouseClick(button(u"Down"_s), Qt::LeftButton);   // On my way, second now
    QTest::mouseClick(button(u"Delete"_s), Qt::LeftButton); // and gone
    QTest::mouseClick(button(u"Add"_s), Qt::LeftButton);
    QVERIFY(!button(u"Save"_s)->isEnabled());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"Thanks"_s);
    QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(), u"Thank you, {name|friend}!"_s);
    QTest::mouseClick(button(u"Up"_s), Qt::LeftButton);
    QVERIFY(button(u"Save"_s)->isEnabled());
    QTest::mouseClick(button(u"Save"_s), Qt::LeftButton);
    settle();
    m_window->activateWindow(); // as a window manager does
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(field()->hasFocus());
    QCOMPARE(m_changes.size(), size_t(1));
    QVERIFY((m_changes[0].replies == std::vector<SavedReply>{{u"Prices"_s, u"A visit is $89."_s},
                                                             {u"Thanks"_s, u"Thank you, {name|friend}!"_s},
                                                             {u"Appointment"_s, u"See you {day} at {time}."_s}}));
    QVERIFY(m_changes[0].enter == EnterKey::Sends);
    QTest::keyClicks(field(), u"/th"_s);
    QTest::keyClick(field(), Qt::Key_Tab);
    QCOMPARE(field()->toPlainText(), u"Hi Thank you, Maria!"_s);
}

void ComposerTest::managedRepliesMustBeWhole()
{
    RepliesDialog dialog({{u"One"_s, u"1"_s}, {u"Two"_s, u"2"_s}}, m_window.get());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QPushButton *save = nullptr;
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->text() == u"Save")
            save = button;
    }
    auto *name = dialog.findChild<QLineEdit *>();
    auto *text = dialog.findChild<QPlainTextEdit *>();
    QVERIFY(save->isEnabled());
    name->selectAll();
    QTest::keyClicks(name, u"two"_s); // is there already
    QVERIFY(!save->isEnabled());
    QTest::keyClicks(name, u"!"_s);
    QVERIFY(save->isEnabled());
    text->setPlainText(u"  "_s);
    QVERIFY(!save->isEnabled());
    text->setPlainText(QString(1601, u'a'));
    QVERIFY(!save->isEnabled());
    text->setPlainText(QString(1600, u'a'));
    QVERIFY(save->isEnabled());
    name->clear();
    QTest::keyClicks(name, u" "_s);
    QVERIFY(!save->isEnabled());
}

void ComposerTest::emojiByNameAndKeys()
{
    QTest::keyClicks(field(), u"Done "_s);
    QTest::mouseClick(named<QToolButton>(u"Emoji"_s), Qt::LeftButton);
    settle();
    auto *emoji = m_window->findChild<EmojiPicker *>();
    QVERIFY(emoji->isVisible());
    auto *search = emoji->findChild<QLineEdit *>();
    auto *grid = emoji->findChild<QListWidget *>();
    QVERIFY(grid->count() > 40);
    QTest::keyClicks(search, u"thumbs"_s);
    QCOMPARE(grid->count(), 2);
    QTest::keyClick(search, Qt::Key_Right);
    QTest::keyClick(search, Qt::Key_Left);
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(!emoji->isVisible());
    QCOMPARE(field()->toPlainText(), u"Done 👍"_s);
    QTest::mouseClick(named<QToolButton>(u"Emoji"_s), Qt::LeftButton);
    settle();
    QCOMPARE(search->text(), QString());
    QTest::keyClicks(search, u"no such thing"_s);
    QTest::keyClick(search, Qt::Key_Return); // picks nothing
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(!emoji->isVisible());
    QCOMPARE(field()->toPlainText(), u"Done 👍"_s);
}

void ComposerTest::emojiNamesAreWords()
{
    QSet<QString> texts;
    for (const Emoji &emoji : EmojiList::all()) {
        QVERIFY(!emoji.name.isEmpty());
        QVERIFY2(!texts.contains(emoji.text), qPrintable(emoji.name));
        texts.insert(emoji.text);
    }
    QCOMPARE(EmojiList::matching(u"HOUSE"_s).size(), size_t(1));
    QCOMPARE(EmojiList::matching(u"on my way"_s).size(), size_t(0)); // words behind the first are found one by one
    QCOMPARE(EmojiList::matching(u"car on"_s).size(), size_t(1));
    QCOMPARE(EmojiList::matching(QString()).size(), EmojiList::all().size());
}

void ComposerTest::enterIsASetting()
{
    QSignalSpy sent(m_engine.get(), &EngineClient::sendMessageRequested);
    auto *hint = named<QToolButton>(u"Enter to send"_s);
    QVERIFY(hint);
    QTest::keyClicks(field(), u"one"_s);
    QTest::keyClick(field(), Qt::Key_Return, Qt::ControlModifier); // does the other thing
    QCOMPARE(field()->toPlainText(), u"one\n"_s);
    for (QAction *action : hint->menu()->actions()) {
        if (action->text().startsWith(u"Ctrl+Enter"_s))
            action->trigger();
    }
    QCOMPARE(m_changes.size(), size_t(1));
    QVERIFY(m_changes[0].enter == EnterKey::NewLine);
    QVERIFY(m_changes[0].replies == m_settings.inbox.replies);
    QCOMPARE(hint->text(), u"Ctrl+Enter to send"_s);
    QTest::keyClicks(field(), u"two"_s);
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(field()->toPlainText(), u"one\ntwo\n"_s);
    QCOMPARE(sent.count(), 0);
    QTest::keyClick(field(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(sent.count(), 1);
    QCOMPARE(sent.at(0).at(1).toString(), u"one\ntwo"_s);
    QCOMPARE(named<QPushButton>(u"Send"_s)->toolTip(), plainToolTip(u"Send (Ctrl+Enter)"_s));
    emit m_engine->settingsChanged(m_settings); // from the settings page
    QCOMPARE(hint->text(), u"Enter to send"_s);
}

void ComposerTest::longPasteIsAsked()
{
    QGuiApplication::clipboard()->setText(QString(1000, u'a'));
    field()->paste();
    QCOMPARE(field()->toPlainText().size(), 1000);
    field()->clear();
    QGuiApplication::clipboard()->setText(QString(1001, u'a'));
    field()->paste();
    settle();
    QVERIFY(field()->toPlainText().isEmpty());
    QVERIFY(box());
    press(box(), u"Cancel"_s);
    QVERIFY(field()->toPlainText().isEmpty());
    field()->paste();
    settle();
    press(box(), u"Paste"_s);
    QCOMPARE(field()->toPlainText().size(), 1001);
}

void ComposerTest::counterColours()
{
    const Tokens &tokens = tokensOf(m_window->palette());
    field()->setPlainText(QString(160, u'a'));
    QVERIFY(counterText().startsWith(u"160 / 160 · "_s));
    QCOMPARE(counterColour(), tokens.text3);
    field()->setPlainText(QString(161, u'a'));
    QVERIFY(counterText().startsWith(u"161 / 306 · "_s));
    QCOMPARE(counterColour(), tokens.warn);
    field()->setPlainText(QString(1599, u'a'));
    QCOMPARE(counterColour(), tokens.warn);
    field()->setPlainText(QString(1600, u'a'));
    QCOMPARE(counterColour(), tokens.danger);
    QVERIFY(named<QPushButton>(u"Send"_s)->isEnabled());
    field()->setPlainText(QString(1601, u'a'));
    QCOMPARE(counterColour(), tokens.danger);
    QVERIFY(!named<QPushButton>(u"Send"_s)->isEnabled());
}

void ComposerTest::blockedHidesEverything()
{
    QTest::keyClicks(field(), u"/"_s);
    QVERIFY(picker()->isVisible());
    m_reader->row(m_maria).optedOut = true;
    emit m_engine->conversationsChanged({m_maria});
    settle();
    QVERIFY(!picker()->isVisible());
    const auto visible = [this] {
        QStringList words;
        for (const QAbstractButton *button : m_window->findChild<Composer *>()->findChildren<QAbstractButton *>()) {
            if (button->isVisible())
                words.append(button->text().isEmpty() ? button->accessibleName() : button->text());
        }
        words.sort();
        return words;
    };
    QCOMPARE(visible(), (QStringList{u"Call"_s, u"Write a note"_s})); // what can still be done
    m_window->resize(1000, 700);
    settle();
    QCOMPARE(visible(), (QStringList{u"Call"_s, u"Write a note"_s}));
    m_window->openConversation(ConversationId{7}); // withheld
    settle();
    QVERIFY(m_window->findChild<Composer *>()->isBlocked());
    QCOMPARE(visible(), QStringList{u"Write a note"_s});
}

QTEST_MAIN(ComposerTest)
#include "tst_composer.moc"
