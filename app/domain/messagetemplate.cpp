// SPDX-License-Identifier: MIT
#include "domain/messagetemplate.h"

namespace textback {

void TemplateSet::setText(SendRule rule, const QString &text)
{
    if (text.isEmpty())
        m_texts.remove(rule);
    else
        m_texts.insert(rule, text);
}

} // namespace textback
