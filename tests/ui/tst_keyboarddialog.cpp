// SPDX-License-Identifier: MIT
#include "translations/translations.h"
#include "ui/dialogs/keyboarddialog.h"
#include "ui/windowfixture.h"

#include <QAccessible>
#include <QAction>
#include <QTranslator>
#include <QTreeWidget>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

/// The list of keys says what the window's actions say.
class KeyboardDialogTest : public WindowFixture {
    Q_OBJECT

private slots:
    void init()
    {
        makeWindow();
        m_window->openConversation(m_maria);
        settle();
    }
    void cleanup() { m_window.reset(); }

    void opensByItsKeys_data();
    void opensByItsKeys();
    void questionMarkIsALetterInAField();
    void hasEveryActionWithAKey();
    void isReadAloud();

private:
    KeyboardDialog *dialog() const { return m_window->findChild<KeyboardDialog *>(); }
    QHash<QString, QString> shown() const
    {
        QHash<QString, QString> keys;
        const auto *list = dialog()->findChild<QTreeWidget *>();
        for (int group = 0; group < list->topLevelItemCount(); ++group) {
            for (int i = 0; i < list->topLevelItem(group)->childCount(); ++i)
                keys.insert(list->topLevelItem(group)->child(i)->text(0), list->topLevelItem(group)->child(i)->text(1));
        }
        return keys;
    }
};

void KeyboardDialogTest::opensByItsKeys_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("F1") << int(Qt::Key_F1);
    QTest::newRow("?") << int(Qt::Key_Question); // desktops give it without the Shift that made it
}

void KeyboardDialogTest::opensByItsKeys()
{
    QFETCH(int, key);
    thread()->setFocus();
    QTest::keyClick(thread(), Qt::Key(key));
    settle();
    QVERIFY(dialog() && dialog()->isVisible());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!dialog());
}

void KeyboardDialogTest::questionMarkIsALetterInAField()
{
    field()->setFocus();
    QTest::keyClicks(field(), u"When?"_s);
    settle();
    QVERIFY(!dialog());
    QCOMPARE(field()->toPlainText(), u"When?"_s);
}

void KeyboardDialogTest::hasEveryActionWithAKey()
{
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    settle();
    const QHash<QString, QString> keys = shown();
    int counted = 0;
    for (const QAction *action : m_window->findChildren<QAction *>()) {
        if (action->shortcut().isEmpty() || action->text().isEmpty())
            continue;
        QVERIFY2(keys.value(action->text()).contains(action->shortcut().toString(QKeySequence::NativeText)), qPrintable(action->text()));
        ++counted;
    }
    QVERIFY(counted > 20);
    QCOMPARE(keys.size(), counted); // nobody's name twice
    QCOMPARE(keys.value(u"Previous conversation"_s), u"Alt+Up, Ctrl+PgUp"_s);
    QCOMPARE(keys.value(u"Write a note"_s), u"Ctrl+Shift+N"_s);
    QVERIFY(!keys.contains(u"Copy number"_s)); // it has none
    const auto *list = dialog()->findChild<QTreeWidget *>();
    QVERIFY(list->topLevelItemCount() >= 4);
    for (int group = 0; group < list->topLevelItemCount(); ++group)
        QVERIFY2(list->topLevelItem(group)->text(0) != u"More"_s, "an action without a group");
}

void KeyboardDialogTest::isReadAloud()
{
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    settle();
    auto *list = dialog()->findChild<QTreeWidget *>();
    QCOMPARE(list->accessibleName(), u"Keys"_s);
    QVERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Down);
    QVERIFY(list->currentItem() && !list->currentItem()->text(1).isEmpty());
    QCOMPARE(list->currentItem()->data(0, Qt::AccessibleTextRole).toString(),
             list->currentItem()->text(0) + u": "_s + list->currentItem()->text(1));
}

QTEST_MAIN(KeyboardDialogTest)
#include "tst_keyboarddialog.moc"
