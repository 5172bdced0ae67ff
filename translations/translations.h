// SPDX-License-Identifier: MIT
#pragma once

class QCoreApplication;
class QLocale;

namespace textback {

/// Makes the program speak the locale's language where it is one of ours, else English. Once, after the application object and before the
/// first widget. The translators belong to `application`.
void installTranslations(QCoreApplication &application, const QLocale &locale);

} // namespace textback
