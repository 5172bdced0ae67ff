// SPDX-License-Identifier: MIT
#include "domain/conversation.h"

namespace textback {

QString ThreadEntry::key() const
{
    if (const CallCard *card = std::get_if<CallCard>(&content))
        return u'c' + QString::number(card->id.value);
    if (const ThreadNote *note = std::get_if<ThreadNote>(&content))
        return u'n' + QString::number(note->id.value);
    return u'm' + QString::number(std::get<MessageBubble>(content).message.id.value);
}

} // namespace textback
