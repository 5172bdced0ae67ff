// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QUrl;

namespace textback {

/// `text` without what must not reach a log or an Error's detail: telephone numbers become "…2231", sign-in headers, long tokens and keys
/// "…", a provider's ids keep their kind and last four characters ("CA…9f3e"), query values vanish. Short numbers such as statuses and codes stay.
QString redactText(const QString &text);

/// Host and path of a URL, redacted; of its query only the names.
QString redactUrl(const QUrl &url);

} // namespace textback
