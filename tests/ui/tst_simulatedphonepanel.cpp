// SPDX-License-Identifier: MIT
#include "recordingphone.h"
#include "shots.h"
#include "ui/simulatedphone/simulatedphonepanel.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace textback;
using namespace textback::test;

/// The customers' side of the demo.
class TestSimulatedPhonePanel : public QObject {
    Q_OBJECT

private:
    Theme *m_theme = nullptr;
    std::unique_ptr<RecordingPhone> m_phone;
    std::unique_ptr<SimulatedPhonePanel> m_panel;

    void click(const QString &word)
    {
        const QList<QPushButton *> buttons = m_panel->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->text() == word) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        QFAIL(qPrintable(word));
    }
    template <typename Widget>
    Widget *named(const QString &name)
    {
        const QList<Widget *> all = m_panel->findChildren<Widget *>();
        for (Widget *widget : all) {
            if (widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }

private slots:
    void initTestCase() { m_theme = new Theme(*qApp, this); }
    void init()
    {
        m_phone = std::make_unique<RecordingPhone>();
        m_panel = std::make_unique<SimulatedPhonePanel>(*m_phone);
        m_panel->resize(m_panel->sizeHint());
        m_panel->show();
    }

    void eachButtonDoesItsCall()
    {
        click(QStringLiteral("Call and hang up"));
        click(QStringLiteral("Let it ring out"));
        named<QComboBox>(QStringLiteral("Customer"))->setCurrentIndex(1);
        click(QStringLiteral("Leave voicemail"));
        QCOMPARE(m_phone->done,
                 QStringList({QStringLiteral("hang up 0142"), QStringLiteral("ring out 0142"), QStringLiteral("voicemail 0177")}));
    }

    void aSuggestionIsSentAsTheCustomer()
    {
        auto *suggestions = named<QComboBox>(QStringLiteral("Suggested replies"));
        QCOMPARE(suggestions->count(), 3);
        suggestions->setCurrentIndex(1);
        emit suggestions->activated(1);
        QCOMPARE(named<QLineEdit>(QStringLiteral("Reply text"))->text(), suggestions->itemText(1));
        click(QStringLiteral("Reply"));
        QCOMPARE(m_phone->done.last(), QStringLiteral("reply 0142 My AC stopped cooling. Can someone come today?"));
        QVERIFY(named<QLineEdit>(QStringLiteral("Reply text"))->text().isEmpty());
    }

    void typedTextGoesWithReturnAndNothingEmptyGoes()
    {
        auto *text = named<QLineEdit>(QStringLiteral("Reply text"));
        QTest::keyClicks(text, QStringLiteral("   "));
        QTest::keyClick(text, Qt::Key_Return);
        QVERIFY(m_phone->done.isEmpty());
        QTest::keyClicks(text, QStringLiteral("hello "));
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(m_phone->done, QStringList({QStringLiteral("reply 0142 hello")}));
    }

    void stopOptsOut()
    {
        click(QStringLiteral("STOP"));
        QCOMPARE(m_phone->done, QStringList({QStringLiteral("reply 0142 STOP")}));
    }

    void looks()
    {
        for (const ColorMode choice : {ColorMode::Light, ColorMode::Dark}) {
            m_theme->setColors(choice);
            QCoreApplication::processEvents();
            click(QStringLiteral("Call and hang up"));
            shot(*m_panel, QStringLiteral("simulatedphone-") + toString(choice));
        }
        m_theme->setColors(ColorMode::Light);
    }
};

QTEST_MAIN(TestSimulatedPhonePanel)
#include "tst_simulatedphonepanel.moc"
