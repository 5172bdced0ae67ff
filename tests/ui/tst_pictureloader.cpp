// SPDX-License-Identifier: MIT
#include "ui/samplefiles.h"
#include "ui/thread/pictureloader.h"

#include <QBuffer>
#include <QImageReader>
#include <QTest>
#include <QtEndian>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

/// Pictures of strangers: what is read, how large, and that the rest costs nothing.
class PictureLoaderTest : public QObject {
    Q_OBJECT

private slots:
    void picturesAreReadAndMadeSmaller_data();
    void picturesAreReadAndMadeSmaller();
    void hostileOnesAreNothing_data();
    void hostileOnesAreNothing();
    void nobodyIsCalledAfterTheEnd();

private:
    /// A PNG that says it is this large and has nothing behind it.
    static QByteArray announced(quint32 width, quint32 height)
    {
        QByteArray header(13, '\0');
        qToBigEndian(width, header.data());
        qToBigEndian(height, header.data() + 4);
        header[8] = 8;
        header[9] = 6;
        const QByteArray chunk = "IHDR" + header;
        QByteArray checksum(4, '\0');
        qToBigEndian(crc32(chunk), checksum.data());
        return QByteArray("\x89PNG\r\n\x1A\n") + QByteArray("\0\0\0\x0D", 4) + chunk + checksum;
    }
    static quint32 crc32(const QByteArray &data)
    {
        quint32 crc = 0xFFFFFFFFU;
        for (const char c : data) {
            crc ^= uchar(c);
            for (int bit = 0; bit < 8; ++bit)
                crc = (crc >> 1) ^ (0xEDB88320U & (0U - (crc & 1U)));
        }
        return ~crc;
    }
    static QByteArray encoded(const QSize &size, const char *format, QImage::Format pixels = QImage::Format_RGB32)
    {
        QImage image(size, pixels);
        image.fill(Qt::blue);
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, format);
        return buffer.data();
    }

    SampleFiles m_files;
};

void PictureLoaderTest::picturesAreReadAndMadeSmaller_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QSize>("size");
    QTest::newRow("small PNG") << encoded({40, 30}, "PNG") << QSize(40, 30);
    QTest::newRow("wide JPEG") << encoded({2000, 500}, "JPEG") << QSize(200, 50);
    QTest::newRow("high PNG") << encoded({100, 1000}, "PNG") << QSize(20, 200);
    QTest::newRow("a line") << encoded({4000, 1}, "PNG") << QSize(200, 1);
    QTest::newRow("GIF") << QByteArray::fromHex("47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b")
                         << QSize(1, 1);
}

void PictureLoaderTest::picturesAreReadAndMadeSmaller()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QSize, size);
    const KeptFile file = m_files.write(u"picture"_s, bytes);
    QCOMPARE(readPicture(file.path, file.type, 200).size(), size);
}

void PictureLoaderTest::hostileOnesAreNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("type");
    QTest::newRow("60,000 x 60,000") << announced(60000, 60000) << int(MediaType::Png);
    QTest::newRow("long and thin") << announced(2000000000, 1) << int(MediaType::Png);
    QTest::newRow("100 million pixels") << announced(10000, 10000) << int(MediaType::Png);
    // These could be read: it is their size alone that is too much.
    QTest::newRow("48 million pixels, whole") << encoded({8000, 6000}, "PNG", QImage::Format_Mono) << int(MediaType::Png);
    QTest::newRow("20,000 wide, whole") << encoded({20000, 4}, "PNG", QImage::Format_Mono) << int(MediaType::Png);
    const QByteArray jpeg = encoded({64, 64}, "JPEG");
    QVERIFY(jpeg.contains("\xFF\xDA"));
    // Each begin of a scan makes a decoder go through all pixels again: 82,000 of them kept one busy for minutes.
    QTest::newRow("a JPEG of very many scans") << jpeg + QByteArray("\xFF\xDA").repeated(150) << int(MediaType::Jpeg);
    QTest::newRow("nothing behind the head") << announced(100, 100) << int(MediaType::Png);
    QTest::newRow("no size") << announced(0, 0) << int(MediaType::Png);
    QTest::newRow("half a JPEG's head") << encoded({100, 100}, "JPEG").left(30) << int(MediaType::Jpeg);
    QTest::newRow("PNG that passes for a JPEG") << encoded({10, 10}, "PNG") << int(MediaType::Jpeg);
    QTest::newRow("SVG that passes for a PNG") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>")
                                               << int(MediaType::Png);
    QTest::newRow("SVG") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>") << int(MediaType::Unknown);
    QTest::newRow("PDF") << QByteArray("%PDF-1.7") << int(MediaType::Pdf);
    QTest::newRow("empty") << QByteArray() << int(MediaType::Gif);
}

void PictureLoaderTest::hostileOnesAreNothing()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, type);
    const PictureLoader loader; // sets the decoders' limit
    QVERIFY(QImageReader::allocationLimit() > 0 && QImageReader::allocationLimit() <= 256);
    const KeptFile file = m_files.write(u"hostile"_s, bytes);
    QVERIFY(readPicture(file.path, MediaType(type), 200).isNull());
}

void PictureLoaderTest::nobodyIsCalledAfterTheEnd()
{
    const KeptFile file = m_files.picture(u"one"_s);
    int calls = 0;
    PictureLoader loader;
    auto context = std::make_unique<QObject>();
    loader.load(file.path, file.type, 100, context.get(), [&calls](const QImage &) { ++calls; });
    context.reset();
    QObject other;
    loader.load(file.path, file.type, 100, &other, [&calls](const QImage &picture) { calls += picture.isNull() ? 100 : 10; });
    QTRY_COMPARE(calls, 10); // in their order: the first was read, and told to nobody
    {
        PictureLoader brief;
        brief.load(file.path, file.type, 100, &other, [&calls](const QImage &) { ++calls; });
    }
    QCoreApplication::processEvents();
    QCOMPARE(calls, 10);
}

QTEST_GUILESS_MAIN(PictureLoaderTest)
#include "tst_pictureloader.moc"
