// SPDX-License-Identifier: MIT
#include "domain/media/mediatype.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

class TestMediaType : public QObject {
    Q_OBJECT

private slots:
    void toldByItsContent_data();
    void toldByItsContent();
    void suffixesComeBack();
    void everyBeginningOfAFileIsHarmless();
};

void TestMediaType::toldByItsContent_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &suffix, MediaKind kind) {
        QTest::newRow(name) << bytes << suffix << int(kind);
    };
    using enum MediaKind;
    row("JPEG", "\xFF\xD8\xFF\xE0 rest", u"jpg"_s, Picture);
    row("PNG", "\x89PNG\r\n\x1A\n rest", u"png"_s, Picture);
    row("GIF", "GIF89a....", u"gif"_s, Picture);
    row("old GIF", "GIF87a....", u"gif"_s, Picture);
    row("WebP", "RIFF\x10\x20\x30\x40WEBPVP8 ", u"webp"_s, Picture);
    row("WAV", "RIFF\x10\x20\x30\x40WAVEfmt ", u"wav"_s, Sound);
    row("AVI is not known",
        "RIFF\x10\x20\x30\x40"
        "AVI LIST",
        u"bin"_s, Other);
    row("MP3 with a tag", "ID3\x04....", u"mp3"_s, Sound);
    row("MP3 frame", "\xFF\xFB\x90\x64....", u"mp3"_s, Sound);
    row("MP3 frame of MPEG 2", "\xFF\xF3\x38\xC4....", u"mp3"_s, Sound);
    row("no MP3: AAC in ADTS", "\xFF\xF1\x50\x80....", u"bin"_s, Other);
    row("no MP3: text in UTF-16",
        QByteArray("\xFF\xFE"
                   "a\0",
                   4),
        u"bin"_s, Other);
    row("Ogg", "OggS....", u"ogg"_s, Sound);
    row("AMR", "#!AMR\n....", u"amr"_s, Sound);
    row("M4A",
        QByteArray("\0\0\0\x20"
                   "ftypM4A ....",
                   16),
        u"m4a"_s, Sound);
    row("MP4",
        QByteArray("\0\0\0\x20"
                   "ftypisom....",
                   16),
        u"mp4"_s, Video);
    row("QuickTime",
        QByteArray("\0\0\0\x14"
                   "ftypqt  ....",
                   16),
        u"mp4"_s, Video);
    row("3GP",
        QByteArray("\0\0\0\x20"
                   "ftyp3gp5....",
                   16),
        u"3gp"_s, Video);
    row("HEIC is not shown",
        QByteArray("\0\0\0\x20"
                   "ftypheic....",
                   16),
        u"bin"_s, Other);
    row("PDF", "%PDF-1.7\n", u"pdf"_s, Other);
    row("vCard", "BEGIN:VCARD\r\nVERSION:3.0", u"vcf"_s, Other);
    row("SVG is never a picture", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", u"bin"_s, Other);
    row("a web page", "<!DOCTYPE html><html>", u"bin"_s, Other);
    row("a program", "MZ\x90", u"bin"_s, Other);
    row("a shell script", "#!/bin/sh\n", u"bin"_s, Other);
    row("nothing", "", u"bin"_s, Other);
}

void TestMediaType::toldByItsContent()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, suffix);
    QFETCH(int, kind);
    QCOMPARE(mediaSuffix(mediaTypeOf(bytes)), suffix);
    QCOMPARE(int(mediaKindOf(mediaTypeOf(bytes))), kind);
}

void TestMediaType::suffixesComeBack()
{
    for (int i = 0; i <= int(MediaType::VCard); ++i)
        QCOMPARE(mediaTypeFromSuffix(mediaSuffix(MediaType(i))), MediaType(i));
    QVERIFY(!mediaTypeFromSuffix(u"exe"));
    QVERIFY(!mediaTypeFromSuffix(u"JPG"));
    QVERIFY(!mediaTypeFromSuffix(u""));
}

void TestMediaType::everyBeginningOfAFileIsHarmless()
{
    for (const QByteArray &whole : {QByteArray("RIFF\x10\x20\x30\x40WEBP"),
                                    QByteArray("\0\0\0\x20"
                                               "ftypisom",
                                               12),
                                    QByteArray("\xFF\xFB\x90")}) {
        for (qsizetype size = 0; size < whole.size(); ++size)
            QCOMPARE(mediaSuffix(mediaTypeOf(whole.left(size))), u"bin"_s);
    }
}

QTEST_GUILESS_MAIN(TestMediaType)
#include "tst_mediatype.moc"
