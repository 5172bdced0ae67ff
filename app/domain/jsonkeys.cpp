// SPDX-License-Identifier: MIT
#include "domain/jsonkeys.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <cstring>

using namespace Qt::StringLiterals;

namespace textback {

namespace {

/// Walks over well-formed JSON; its nesting is bounded by QJsonDocument's own limit (1024).
class KeyScanner {
public:
    explicit KeyScanner(const QByteArray &json)
        : m_json(json)
    {
        if (m_json.startsWith("\xef\xbb\xbf"))
            m_at = 3;
    }

    std::optional<QString> scan()
    {
        value(QString());
        return m_duplicate;
    }

private:
    bool isDone() const { return m_duplicate || m_at >= m_json.size(); }

    char next()
    {
        while (m_at < m_json.size() && std::strchr(" \t\r\n", m_json[m_at]))
            ++m_at;
        return m_at < m_json.size() ? m_json[m_at] : '\0';
    }

    void value(const QString &path)
    {
        switch (next()) {
        case '{':
            object(path);
            break;
        case '[':
            array(path);
            break;
        case '"':
            string();
            break;
        default:
            while (m_at < m_json.size() && !std::strchr(",]} \t\r\n", m_json[m_at]))
                ++m_at;
        }
    }

    void object(const QString &path)
    {
        QSet<QString> keys;
        ++m_at;
        while (!isDone() && next() != '}') {
            const QString key = string();
            const QString keyPath = path.isEmpty() ? key : path + u'.' + key;
            if (keys.contains(key)) {
                m_duplicate = keyPath;
                return;
            }
            keys.insert(key);
            next();
            ++m_at; // the colon
            value(keyPath);
            if (next() == ',')
                ++m_at;
        }
        ++m_at;
    }

    void array(const QString &path)
    {
        ++m_at;
        for (int index = 0; !isDone() && next() != ']'; ++index) {
            value(u"%1[%2]"_s.arg(path).arg(index));
            if (next() == ',')
                ++m_at;
        }
        ++m_at;
    }

    /// Two spellings of one key ("mode", "m\u006fde") are the same key, so Qt's own reader has to undo the escapes.
    QString string()
    {
        const qsizetype begin = m_at++;
        while (m_at < m_json.size() && m_json[m_at] != '"')
            m_at += m_json[m_at] == '\\' ? 2 : 1;
        ++m_at;
        return QJsonDocument::fromJson('[' + m_json.mid(begin, m_at - begin) + ']').array().first().toString();
    }

    const QByteArray m_json;
    qsizetype m_at = 0;
    std::optional<QString> m_duplicate;
};

} // namespace

std::optional<QString> firstDuplicateKey(const QByteArray &json)
{
    return KeyScanner(json).scan();
}

} // namespace textback
