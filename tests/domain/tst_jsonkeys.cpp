// SPDX-License-Identifier: MIT
#include "domain/jsonkeys.h"

#include <QJsonDocument>
#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

/// JSON is written here with single quotes, for reading's sake.
QByteArray quoted(const char *json)
{
    return QByteArray(json).replace('\'', '"');
}

} // namespace

class TestJsonKeys : public QObject {
    Q_OBJECT

private slots:
    void duplicates_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("path"); // null: none
        const auto row = [](const char *name, const char *json, const char *path) {
            QTest::newRow(name) << quoted(json) << (path ? QString::fromLatin1(path) : QString());
        };
        row("empty object", "{}", nullptr);
        row("none", "{'a': 1, 'b': {'a': 2}, 'c': [{'a': 1}, {'a': 2}]}", nullptr);
        row("top", "{'a': 1, 'b': 2, 'a': 3}", "a");
        row("nested", "{'a': {'b': 1, 'b': 1}}", "a.b");
        row("in a list", "{'a': [{'b': 1}, {'c': 1, 'b': 2, 'c': 3}]}", "a[1].c");
        row("list in a list", "[[{'x': 1, 'x': 1}]]", "[0][0].x");
        row("escaped", "{'mode': 1, 'm\\u006fde': 2}", "mode");
        row("case counts", "{'a': 1, 'A': 2}", nullptr);
        row("keys in values", "{'a': '\\'a\\': 1, \\'a\\': 2', 'b': '{\\'x\\':1,\\'x\\':2}'}", nullptr);
        row("backslash at the end of a text", "{'a': 'x\\\\', 'b': 'y', 'a': 1}", "a");
        row("brackets in texts", "{'a': ']}{[', 'b': ['}', ']'], 'a': 1}", "a");
        row("after a list", "{'a': [1, 2, [3]], 'b': true, 'c': null, 'a': -1.5e3}", "a");
        row("no spaces", "{'a':1,'b':{'c':[],'d':{}},'b':2}", "b");
        row("byte order mark", "\xef\xbb\xbf{'a': 1, 'a': 2}", "a");
        row("empty keys", "{'': 1, '': 2}", "");
        row("a number alone", "12", nullptr);
    }

    void duplicates()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, path);
        if (!json.startsWith('1'))
            QVERIFY(!QJsonDocument::fromJson(json).isNull()); // what it is used on
        const std::optional<QString> found = firstDuplicateKey(json);
        QCOMPARE(found.has_value(), !path.isNull());
        if (found)
            QCOMPARE(*found, path);
    }

    /// Text that is cut off anywhere does not lead it astray, though nobody calls it with such.
    void cutOff()
    {
        const QByteArray json = quoted("{'a': [1, {'b': 'c\\\\d'}], 'e': {'f': null}}");
        for (qsizetype length = 0; length < json.size(); ++length)
            QVERIFY(!firstDuplicateKey(json.left(length)));
    }
};

QTEST_GUILESS_MAIN(TestJsonKeys)
#include "tst_jsonkeys.moc"
