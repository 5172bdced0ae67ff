// SPDX-License-Identifier: MIT
#include "ui/theme/avatar.h"
#include "ui/theme/flowlayout.h"
#include "ui/theme/icons.h"
#include "ui/theme/systemscheme.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>
#include <QPalette>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <array>

using namespace textback;
using namespace Qt::StringLiterals;

/// Colours against WCAG 2, icons that are all there, palettes that carry their theme.
class ThemeTest : public QObject {
    Q_OBJECT

private slots:
    void contrastKnown()
    {
        QCOMPARE(qRound(contrastRatio(QColor(Qt::black), QColor(Qt::white)) * 100), 2100);
        // The published figures of two pairs of the table.
        QCOMPARE(qRound(contrastRatio(lightTokens().text1, lightTokens().surface) * 100), 1781);
        QCOMPARE(qRound(contrastRatio(darkTokens().text2, darkTokens().selected) * 100), 687);
    }

    void contrast_data()
    {
        QTest::addColumn<QColor>("front");
        QTest::addColumn<QColor>("back");
        QTest::addColumn<double>("least");
        for (const Tokens *set : {&lightTokens(), &darkTokens(), &contrastLightTokens(), &contrastDarkTokens()}) {
            const Tokens &t = *set;
            const QByteArray theme = QByteArray(t.contrast ? "contrast " : "") + (t.dark ? "dark " : "light ");
            const auto pair = [&](const char *name, const QColor &front, const QColor &back, double least = 4.5) {
                QTest::newRow((theme + name).constData()) << front << back << (t.contrast && least > 4.0 ? 7.0 : least);
            };
            for (const auto &[name, back] : {std::pair{"surface", t.surface},
                                             {"window", t.window},
                                             {"thread", t.thread},
                                             {"selected", t.selected},
                                             {"hover", t.hover}}) {
                pair((QByteArray("text1 on ") + name).constData(), t.text1, back);
                pair((QByteArray("text2 on ") + name).constData(), t.text2, back);
                pair((QByteArray("text3 on ") + name).constData(), t.text3, back);
                pair((QByteArray("link on ") + name).constData(), t.link, back);
            }
            for (const auto &[name, back] : {std::pair{"in", t.bubbleIn}, {"out", t.bubbleOut}, {"auto", t.bubbleAuto}}) {
                pair((QByteArray("text1 in bubble ") + name).constData(), t.text1, back);
                pair((QByteArray("text2 in bubble ") + name).constData(), t.text2, back);
                pair((QByteArray("link in bubble ") + name).constData(), t.link, back);
            }
            pair("automatic label", t.autoLabel, t.bubbleAuto);
            pair("automatic label while it waits", t.autoLabel, t.surface);
            pair("danger badge", t.danger, t.dangerBg);
            pair("danger", t.danger, t.surface);
            pair("danger on thread", t.danger, t.thread);
            pair("danger in my bubble", t.danger, t.bubbleOut);
            pair("ok badge", t.ok, t.okBg);
            pair("ok", t.ok, t.surface);
            pair("warn badge", t.warn, t.warnBg);
            pair("warn on thread", t.warn, t.thread);
            pair("text1 on warn", t.text1, t.warnBg);
            pair("text1 on danger", t.text1, t.dangerBg);
            pair("info badge", t.info, t.infoBg);
            pair("muted badge", t.muted, t.mutedBg);
            pair("primary button", t.onAccent, t.accent);
            pair("primary button under the mouse", t.onAccent, t.accentHover);
            pair("count", t.onAccent, t.countBadge);
            pair("edge of controls on surface", t.borderControl, t.surface, 3.0);
            pair("edge of controls on window", t.borderControl, t.window, 3.0);
            pair("focus ring on surface", t.focus, t.surface, 3.0);
            pair("focus ring on thread", t.focus, t.thread, 3.0);
            pair("accent on surface", t.accent, t.surface, 3.0);
            for (size_t i = 0; i < t.avatars.size(); ++i)
                pair(("avatar " + QByteArray::number(qulonglong(i))).constData(), t.onAccent, t.avatars[i]);
        }
    }

    void contrast()
    {
        QFETCH(QColor, front);
        QFETCH(QColor, back);
        QFETCH(double, least);
        const double ratio = contrastRatio(front, back);
        QVERIFY2(ratio >= least, qPrintable(u"%1 on %2 is %3"_s.arg(front.name(), back.name()).arg(ratio)));
    }

    void paletteCarriesTheTheme()
    {
        QVERIFY(!tokensOf(paletteFrom(lightTokens())).dark);
        QVERIFY(tokensOf(paletteFrom(darkTokens())).dark);
        for (const Tokens *set : {&lightTokens(), &darkTokens(), &contrastLightTokens(), &contrastDarkTokens()})
            QCOMPARE(&tokensOf(paletteFrom(*set)), set);
    }

    void themeSwitchesLive()
    {
        Theme theme(*qApp);
        QSignalSpy changes(&theme, &Theme::changed);
        theme.setColors(ColorMode::Dark);
        QVERIFY(tokensOf(QApplication::palette()).dark);
        theme.setColors(ColorMode::Light);
        QVERIFY(!tokensOf(QApplication::palette()).dark);
        QCOMPARE(changes.count(), 2);
        QCOMPARE(dp(100), 100);
        theme.setTextPercent(150);
        QCOMPARE(dp(100), 150);
        theme.setTextPercent(100);
        QVERIFY2(!qApp->styleSheet().contains(u'@'), "a colour or length of the style sheet was not filled in");
    }

    /// The desktop's wish for strong contrast goes before what was chosen here, and is followed live.
    void strongContrastIsFollowed()
    {
        Theme theme(*qApp);
        auto *system = theme.findChild<SystemScheme *>();
        QVERIFY(system);
        theme.setColors(ColorMode::Dark);
        system->setWantsContrast(true);
        QCOMPARE(&tokensOf(QApplication::palette()), &contrastDarkTokens());
        theme.setColors(ColorMode::Light);
        QCOMPARE(&tokensOf(QApplication::palette()), &contrastLightTokens());
        system->setWantsContrast(false);
        QCOMPARE(&tokensOf(QApplication::palette()), &lightTokens());
    }

    /// What is taken out of a flow and put in again, visible all the while, is laid out with the rest.
    void flowTakesBackWhatIsVisible()
    {
        QWidget page;
        auto *column = new QVBoxLayout(&page);
        auto *flow = new FlowLayout(4);
        column->addLayout(flow);
        column->addStretch();
        std::array<QWidget *, 3> chips{};
        for (QWidget *&chip : chips) {
            chip = new QWidget(&page);
            chip->setFixedSize(60, 20);
            flow->addWidget(chip);
        }
        page.resize(160, 300);
        page.show();
        QApplication::processEvents();
        const QRect place = chips[2]->geometry();
        QVERIFY(place.top() > chips[1]->geometry().bottom()); // a second line
        flow->removeWidget(chips[2]);
        QApplication::processEvents();
        chips[2]->move(500, 500);
        flow->addWidget(chips[2]);
        QApplication::processEvents();
        QCOMPARE(chips[2]->geometry(), place);
        QCOMPARE(flow->geometry().height(), 44);
    }

    void everyIconIsThere()
    {
        for (int i = 0; i <= int(Icon::Voicemail); ++i) {
            for (const qreal ratio : {1.0, 1.5, 2.0, 3.0}) {
                const QPixmap pixmap = tintedIcon(Icon(i), 24, Qt::red, ratio);
                QCOMPARE(pixmap.width(), qRound(24 * ratio));
                const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
                bool painted = false;
                for (int y = 0; y < image.height() && !painted; ++y)
                    for (int x = 0; x < image.width() && !painted; ++x)
                        painted = qAlpha(image.pixel(x, y)) > 200 && qRed(image.pixel(x, y)) > 240;
                QVERIFY2(painted, qPrintable(iconName(Icon(i))));
            }
        }
        QVERIFY(applicationIcon().availableSizes().contains(QSize(256, 256)));
    }

    void anIconIsDrawnForThePlaceThatShowsIt()
    {
        const QIcon icon = themedIcon(Icon::Search, 16, Qt::red);
        const QImage drawn = tintedIcon(Icon::Search, 16, Qt::red, 1).toImage();
        QCOMPARE(icon.pixmap(QSize(16, 16), 1.0).toImage(), drawn);
        QCOMPARE(icon.pixmap(QSize(16, 16), 2.0).size(), QSize(32, 32));
        QCOMPARE(icon.pixmap(QSize(16, 16), 2.0).deviceIndependentSize(), QSizeF(16, 16));
        QCOMPARE(icon.pixmap(QSize(48, 48), 1.0).size(), QSize(16, 16));
        QCOMPARE(icon.actualSize(QSize(48, 48)), QSize(16, 16));
        QVERIFY(icon.pixmap(QSize(16, 16), 1.0, QIcon::Disabled).toImage() != drawn);
        QImage canvas(20, 20, QImage::Format_ARGB32_Premultiplied);
        canvas.fill(Qt::transparent);
        QPainter painter(&canvas);
        icon.paint(&painter, canvas.rect());
        painter.end();
        QCOMPARE(canvas.copy(2, 2, 16, 16), drawn.convertToFormat(canvas.format()));
        for (const int side : {16, 40, 256})
            QCOMPARE(applicationIcon().pixmap(QSize(side, side), 1.0).size(), QSize(side, side));
    }

    void avatars_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("letters");
        QTest::newRow("two names") << u"Maria Garcia"_s << u"+13135550131"_s << u"MG"_s;
        QTest::newRow("one name") << u"maria"_s << u"+13135550131"_s << u"M"_s;
        QTest::newRow("three names") << u"Maria Elena Garcia"_s << QString() << u"MG"_s;
        QTest::newRow("business") << u"R. Banerjee & Sons Refrigeration"_s << QString() << u"RB"_s;
        QTest::newRow("no name") << QString() << u"+13135550177"_s << u"77"_s;
        QTest::newRow("withheld") << QString() << u"withheld"_s << u"?"_s;
        QTest::newRow("marks alone") << u"<img>"_s << QString() << u"I"_s;
        QTest::newRow("emoji alone") << u"🎉"_s << u"+13135550199"_s << u"99"_s;
    }

    void avatars()
    {
        QFETCH(QString, name);
        QFETCH(QString, address);
        QTEST(avatarLetters(name, address), "letters");
    }

    void avatarColourIsStable()
    {
        QCOMPARE(avatarColourIndex(u"+13135550131"_s), avatarColourIndex(u"+13135550131"_s));
        QSet<int> seen;
        for (int i = 0; i < 200; ++i)
            seen.insert(avatarColourIndex(u"+1313555%1"_s.arg(i, 4, 10, QChar(u'0'))));
        QCOMPARE(seen.size(), 9);
    }
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
