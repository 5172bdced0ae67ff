// SPDX-License-Identifier: MIT
#include "ui/thread/emojilist.h"

#include <QStringList>

#include <algorithm>

namespace textback {

std::vector<Emoji> EmojiList::all()
{
    struct Entry {
        const char *text;
        const char *name;
    };
    static constexpr Entry entries[] = {
        {"🙂", QT_TR_NOOP("smile happy")},       {"😀", QT_TR_NOOP("grin laugh")},
        {"😂", QT_TR_NOOP("tears of joy laugh")},   {"😉", QT_TR_NOOP("wink")},
        {"😊", QT_TR_NOOP("blush smile")},          {"😍", QT_TR_NOOP("heart eyes love")},
        {"😎", QT_TR_NOOP("cool sunglasses")},      {"🤔", QT_TR_NOOP("thinking")},
        {"😅", QT_TR_NOOP("sweat relief")},         {"😢", QT_TR_NOOP("sad cry")},
        {"🙏", QT_TR_NOOP("please thanks")},        {"👍", QT_TR_NOOP("thumbs up yes good")},
        {"👎", QT_TR_NOOP("thumbs down no")},       {"👌", QT_TR_NOOP("okay perfect")},
        {"👋", QT_TR_NOOP("wave hello goodbye")},   {"👏", QT_TR_NOOP("clap well done")},
        {"💪", QT_TR_NOOP("strong arm")},           {"🤝", QT_TR_NOOP("handshake deal")},
        {"❤️", QT_TR_NOOP("red heart love")},  {"🎉", QT_TR_NOOP("party celebrate")},
        {"🎁", QT_TR_NOOP("gift present")},         {"⭐", QT_TR_NOOP("star review")},
        {"🔥", QT_TR_NOOP("fire hot heating")},     {"❄️", QT_TR_NOOP("snow cold cooling")},
        {"💧", QT_TR_NOOP("drop water leak")},      {"⚡", QT_TR_NOOP("lightning power electric")},
        {"☀️", QT_TR_NOOP("sun summer")},      {"🌧️", QT_TR_NOOP("rain weather")},
        {"🏠", QT_TR_NOOP("house home")},           {"🔧", QT_TR_NOOP("wrench repair")},
        {"🛠️", QT_TR_NOOP("tools work")},     {"🔑", QT_TR_NOOP("key door")},
        {"🚗", QT_TR_NOOP("car on my way")},        {"🚚", QT_TR_NOOP("truck delivery")},
        {"📍", QT_TR_NOOP("pin place address")},    {"📅", QT_TR_NOOP("calendar appointment date")},
        {"⏰", QT_TR_NOOP("alarm clock time")},     {"📞", QT_TR_NOOP("phone call")},
        {"📷", QT_TR_NOOP("camera photo picture")}, {"📎", QT_TR_NOOP("paper clip attachment")},
        {"💵", QT_TR_NOOP("money dollar price")},   {"💳", QT_TR_NOOP("card payment")},
        {"✅", QT_TR_NOOP("check done yes")},       {"❌", QT_TR_NOOP("cross no")},
        {"⚠️", QT_TR_NOOP("warning careful")}, {"❓", QT_TR_NOOP("question")},
        {"➡️", QT_TR_NOOP("arrow right")},     {"🐶", QT_TR_NOOP("dog pet")},
    };
    std::vector<Emoji> list;
    for (const Entry &entry : entries)
        list.push_back({QString::fromUtf8(entry.text), tr(entry.name)});
    return list;
}

std::vector<Emoji> EmojiList::matching(const QString &typed)
{
    std::vector<Emoji> list = all();
    const QString wanted = typed.trimmed().toCaseFolded();
    list.erase(std::remove_if(list.begin(), list.end(),
                              [&wanted](const Emoji &emoji) {
                                  const QStringList words = emoji.name.toCaseFolded().split(u' ');
                                  return !wanted.isEmpty() && !emoji.name.toCaseFolded().startsWith(wanted) &&
                                         std::none_of(words.begin(), words.end(),
                                                      [&wanted](const QString &word) { return word.startsWith(wanted); });
                              }),
               list.end());
    return list;
}

} // namespace textback
