// SPDX-License-Identifier: MIT
#include "support/sanitizers.h"
#include "translations/translations.h"
#include "ui/scenes.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QFontDatabase>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTest>
#include <QTranslator>

#include <array>
#include <cmath>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int block = 16;   // device-independent pixels a side: of each, the kept picture has the mean
constexpr int mostOff = 14; // of 255, for one block: a machine's own rounding stays far below, a missing word does not
constexpr int columns = 4;  // of one file: light and dark, English and Spanish; below them the same at 200 %
constexpr int perScene = 2 * columns;

QString goldenFile(const Scene &scene)
{
    return QStringLiteral(TEXTBACK_SOURCE_DIR "/tests/ui/golden/") + scene.name + u".png"_s;
}

/// The means of all blocks of a picture, one pixel each.
QImage meansOf(const QImage &picture)
{
    const int side = int(block * picture.devicePixelRatio());
    QImage means((picture.width() + side - 1) / side, (picture.height() + side - 1) / side, QImage::Format_RGB32);
    for (int y = 0; y < means.height(); ++y) {
        for (int x = 0; x < means.width(); ++x) {
            qint64 red = 0;
            qint64 green = 0;
            qint64 blue = 0;
            const QRect area = QRect(x * side, y * side, side, side).intersected(picture.rect());
            for (int row = area.top(); row <= area.bottom(); ++row) {
                const auto *line = reinterpret_cast<const QRgb *>(picture.constScanLine(row));
                for (int column = area.left(); column <= area.right(); ++column) {
                    red += qRed(line[column]);
                    green += qGreen(line[column]);
                    blue += qBlue(line[column]);
                }
            }
            const qint64 count = qint64(area.width()) * area.height();
            means.setPixel(x, y, qRgb(int(red / count), int(green / count), int(blue / count)));
        }
    }
    return means;
}

/// How far two means lie apart at most, and where.
std::pair<int, QPoint> worst(const QImage &one, const QImage &other)
{
    std::pair<int, QPoint> found{0, {}};
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            const QRgb a = one.pixel(x, y);
            const QRgb b = other.pixel(x, y);
            const int off = std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
            if (off > found.first)
                found = {off, QPoint(x, y)};
        }
    }
    return found;
}

/// A button or label whose words do not fit into it; empty if all do.
QString cutWords(const QWidget &top)
{
    for (const QWidget *widget : top.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        QString words;
        int missing = 0;
        if (const auto *button = qobject_cast<const QPushButton *>(widget)) {
            words = button->text();
            missing = button->minimumSizeHint().width() - button->width();
        } else if (const auto *box = qobject_cast<const QCheckBox *>(widget)) {
            words = box->text();
            missing = box->minimumSizeHint().width() - box->width();
        } else if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            words = label->text();
            missing = label->wordWrap() ? label->heightForWidth(label->width()) - label->height()
                                        : label->minimumSizeHint().width() - label->width();
        }
        if (!words.isEmpty() && missing > 1)
            return u"“%1” misses %2 px (%3)"_s.arg(words).arg(missing).arg(QLatin1StringView(widget->metaObject()->className()));
    }
    return {};
}

} // namespace

/// What the window looks like: kept pictures of its screens, and that no word is cut. All are painted with a font of the tests, so that they are the
/// same everywhere. TEXTBACK_GOLDEN=write keeps what is painted now; look at it before it is committed.
class ScenesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void looksAsKept_data();
    void looksAsKept();
    void noWordIsCut_data();
    void noWordIsCut();

private:
    /// Theme and language as from now on; the font is the tests' own.
    void use(ColorMode colors, const QString &language, int textPercent = 100);

    std::unique_ptr<Theme> m_theme;
};

void ScenesTest::initTestCase()
{
    for (const QString &name : {u"Regular"_s, u"Bold"_s})
        QVERIFY(QFontDatabase::addApplicationFont(QStringLiteral(TEXTBACK_SOURCE_DIR "/tests/ui/fonts/NotoSans-%1.ttf").arg(name)) >= 0);
    m_theme = std::make_unique<Theme>(*qApp);
}

void ScenesTest::use(ColorMode colors, const QString &language, int textPercent)
{
    qDeleteAll(qApp->findChildren<QTranslator *>(Qt::FindDirectChildrenOnly));
    QLocale::setDefault(QLocale(language));
    installTranslations(*qApp, QLocale());
    m_theme->setTextPercent(textPercent);
    m_theme->setColors(colors);
    QFont font(u"Textback Test Sans"_s);
    font.setPixelSize(QApplication::font().pixelSize());
    font.setHintingPreference(QFont::PreferNoHinting);
    QApplication::setFont(font);
}

void ScenesTest::looksAsKept_data()
{
    QTest::addColumn<int>("scene");
    for (size_t i = 0; i < scenes().size(); ++i) {
        if (scenes()[i].golden)
            QTest::newRow(qPrintable(scenes()[i].name)) << int(i);
    }
}

void ScenesTest::looksAsKept()
{
    QFETCH(int, scene);
    const Scene &shown = scenes()[size_t(scene)];
    const bool write = qEnvironmentVariable("TEXTBACK_GOLDEN") == "write"_L1;
    const QImage kept(goldenFile(shown));
    std::array<QImage, perScene> means;
    QStringList off;
    int next = 0;
    for (const qreal scale : {1.0, 2.0}) {
        for (const QString &language : {u"en"_s, u"es"_s}) {
            for (const ColorMode colors : {ColorMode::Light, ColorMode::Dark}) {
                const int place = next++;
                if (underSanitizers && place != 1 && place != 2) // dark English and light Spanish
                    continue;
                use(colors, language);
                const QImage picture = arranged(shown)->picture(scale);
                QImage &mean = means[size_t(place)];
                mean = meansOf(picture);
                const QRect part(QPoint(place % columns * mean.width(), place / columns * mean.height()), mean.size());
                if (write || kept.isNull())
                    continue;
                const auto [distance, at] = worst(mean, kept.copy(part));
                if (distance <= mostOff)
                    continue;
                const QString name = u"%1-%2-%3-%4"_s.arg(shown.name, toString(colors), language).arg(int(scale * 100));
                picture.save(QStringLiteral(TEXTBACK_BINARY_DIR "/") + name + u".png"_s);
                off.append(u"%1: %2 of 255 off at (%3, %4)"_s.arg(name).arg(distance).arg(at.x() * block).arg(at.y() * block));
            }
        }
    }
    QCOMPARE(next, perScene);
    if (write) {
        QVERIFY(!underSanitizers);
        const QSize size = means.front().size();
        QImage all(size.width() * columns, size.height() * perScene / columns, QImage::Format_RGB32);
        QPainter painter(&all);
        for (int place = 0; place < perScene; ++place)
            painter.drawImage(place % columns * size.width(), place / columns * size.height(), means[size_t(place)]);
        painter.end();
        QVERIFY(QDir().mkpath(QFileInfo(goldenFile(shown)).path()) && all.save(goldenFile(shown)));
        QSKIP("written, not compared");
    }
    QVERIFY2(!kept.isNull(), "no picture is kept: run with TEXTBACK_GOLDEN=write and look at it");
    QVERIFY2(off.isEmpty(), qPrintable(off.join(u'\n')));
}

void ScenesTest::noWordIsCut_data()
{
    QTest::addColumn<int>("textPercent");
    if (!underSanitizers) {
        QTest::newRow("90 %") << 90;
        QTest::newRow("100 %") << 100;
    }
    QTest::newRow("150 %") << 150;
}

void ScenesTest::noWordIsCut()
{
    QFETCH(int, textPercent);
    QStringList cut;
    for (const QString &language : {u"en"_s, u"es"_s}) {
        use(ColorMode::Light, language, textPercent);
        for (const Scene &scene : scenes()) {
            const auto stage = arranged(scene);
            if (const QString words = cutWords(*stage->seen); !words.isEmpty())
                cut.append(scene.name + u", "_s + language + u": "_s + words);
        }
    }
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
}

QTEST_MAIN(ScenesTest)
#include "tst_scenes.moc"
