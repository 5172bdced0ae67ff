// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

#include <utility>

namespace textback::test {

/// What strangers may write. `fileUrl` and `path` name a file whose opening is watched, `webUrl` a port that listens.
inline QList<std::pair<QString, QString>> hostileTexts(const QString &path, const QString &webUrl)
{
    using namespace Qt::StringLiterals;
    const QString file = u"file://"_s + path;
    return {
        {u"html image of a file"_s, u"<html><body><img src=\"%1\"><b>bold</b></body></html>"_s.arg(file)},
        {u"html image of a plain path"_s, u"<img src='%1' width=50 height=50>"_s.arg(path)},
        {u"html image of the web"_s, u"<p><img src=\"%1/a.png\"></p>"_s.arg(webUrl)},
        {u"style with a background"_s,
         u"<style>body{background-image:url(%1)}</style><p style=\"background:url(%2/b)\">x</p>"_s.arg(file, webUrl)},
        {u"link around another"_s, u"<a href=\"%1/x\">https://example.com</a>"_s.arg(webUrl)},
        {u"looks like html"_s, u"a < b and c > d"_s},
        {u"entities"_s, u"&amp; &lt;b&gt; &#x3C;img src=%1&#x3E;"_s.arg(path)},
        {u"markdown"_s, u"![x](%1) **bold** [a](%2)"_s.arg(file, webUrl)},
        {u"bare links"_s, u"%1 %2/preview"_s.arg(file, webUrl)},
        {u"ampersands"_s, u"R&D && sons &File"_s},
        {u"percents"_s, u"%1 %2 %n %L1 %s %d"_s},
        {u"override"_s, u"\u202Egnp.exe\u202C and \u2067back\u2069\u2069\u2069"_s},
        {u"zero width"_s, u"p\u200Bay\u200Dpal\uFEFF"_s},
        {u"storm"_s, u"Z"_s + QString(3000, QChar(0x0351)) + u"algo"_s},
        {u"one long word"_s, QString(3000, u'W')},
        {u"megabyte"_s, QString(1 << 20, u'x')},
        {u"megabyte of markup"_s, u"<img src=\"%1\">"_s.arg(file).repeated((1 << 20) / 60)},
        {u"only breaks"_s, QString(500, u'\n')},
        {u"separators"_s, u"a\u2028b\u2029c\u0085d\ve\ff"_s},
        {u"controls"_s, QString(QChar(0)) + u"\a\b\x1b[31mred\x1b[0m"_s},
        {u"lone surrogates"_s, QString(QChar(0xD83D)) + u"x"_s + QString(QChar(0xDE00))},
        {u"no character"_s, u"\uFFFE\uFFFF\uFFF9x\uFFFB"_s},
        {u"arabic and thai"_s, u"مرحبا بالعالم ภาษาไทยยาวมากไม่มีช่องว่าง"_s},
        {u"emoji"_s, u"👨‍👩‍👧‍👦🏳️‍🌈🇺🇸👍🏽"_s},
        {u"empty"_s, QString()},
    };
}

} // namespace textback::test
