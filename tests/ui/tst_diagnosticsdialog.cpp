// SPDX-License-Identifier: MIT
#include "ui/dialogs/diagnosticsdialog.h"
#include "ui/theme/plainlabel.h"

#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

class TestDiagnosticsDialog : public QObject {
    Q_OBJECT

private slots:
    void showsWhatIsSavedAndNothingElse();
    void tellsWhatCameOfSaving();
    void everyPartHasAName();
    void goesWhenItIsClosed();

private:
    static PlainLabel *result(const DiagnosticsDialog &dialog)
    {
        for (PlainLabel *label : dialog.findChildren<PlainLabel *>()) {
            if (label->accessibleName() == "Result"_L1)
                return label;
        }
        return nullptr;
    }
};

void TestDiagnosticsDialog::showsWhatIsSavedAndNothingElse()
{
    const QString text = u"version: 1\n<b>a < b and c > d</b> <img src=\"file:///etc/passwd\">\n"_s;
    QStringList saved;
    auto *dialog = new DiagnosticsDialog(text, [&](const QString &path) {
        saved.append(path);
        return QString();
    });
    const QPointer<DiagnosticsDialog> guard(dialog);
    const auto *preview = dialog->findChild<QPlainTextEdit *>();
    QVERIFY(preview && preview->isReadOnly());
    QCOMPARE(preview->toPlainText(), text);
    QVERIFY(saved.isEmpty()); // nothing is written before somebody says so
    dialog->saveTo(u"/tmp/x.txt"_s);
    QCOMPARE(saved, QStringList{u"/tmp/x.txt"_s});
    delete dialog;
}

void TestDiagnosticsDialog::tellsWhatCameOfSaving()
{
    QString trouble;
    DiagnosticsDialog dialog(u"text"_s, [&](const QString &) { return trouble; });
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(result(dialog));
    dialog.saveTo(u"/tmp/x.txt"_s);
    QVERIFY(result(dialog)->text().contains("x.txt"_L1));
    trouble = u"the disk is full"_s;
    dialog.saveTo(u"/tmp/x.txt"_s);
    QCOMPARE(result(dialog)->text(), trouble);
}

void TestDiagnosticsDialog::everyPartHasAName()
{
    DiagnosticsDialog dialog(u"text"_s, [](const QString &) { return QString(); });
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(!dialog.windowTitle().isEmpty());
    QVERIFY(!dialog.findChild<QPlainTextEdit *>()->accessibleName().isEmpty());
    for (const QPushButton *button : dialog.findChildren<QPushButton *>())
        QVERIFY(!button->text().isEmpty());
}

void TestDiagnosticsDialog::goesWhenItIsClosed()
{
    const QPointer<DiagnosticsDialog> dialog(new DiagnosticsDialog(u"text"_s, [](const QString &) { return QString(); }));
    dialog->open();
    QTest::keyClick(dialog.data(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
}

QTEST_MAIN(TestDiagnosticsDialog)
#include "tst_diagnosticsdialog.moc"
