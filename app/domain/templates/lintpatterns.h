// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace textback::lint {

// What templatelint looks for, English and Spanish. Each returns the words found, or an empty text.

/// What carriers refuse to carry: sex, hate, spirits, firearms, tobacco, drugs.
QString refusedContent(const QString &text);
/// A public link shortener, with or without a scheme.
QString shortener(const QString &text);
/// A word that unsubscribes or asks for help, used as a command of ours ("Reply CANCEL to ..."). "Reply STOP to opt out" is none. The Spanish
/// words (CANCELAR, ALTO, PARAR, BAJA, FIN, SALIR, AYUDA) are no keyword of a provider by itself, but people set them up as such, and somebody
/// who sends one to us means it.
QString commandWord(const QString &text);
/// "ALL CAPS" where most letters are capitals.
QString shout(const QString &text);
/// A promise of a time, such as "in 5 minutes" or "right away".
QString timePromise(const QString &text);
/// A coupon, prices off, a special offer.
QString promotion(const QString &text);
/// Something in return for a review.
QString incentive(const QString &text);
/// Asking only those for a review who are happy.
QString ratingGate(const QString &text);
/// Asking to name an employee in a review.
QString employeeName(const QString &text);
/// A link, or the field for one.
QString link(const QString &text);

} // namespace textback::lint
