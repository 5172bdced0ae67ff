// SPDX-License-Identifier: MIT
#pragma once

#include "domain/exampleprovider.h"
#include "domain/settingsdocument.h"

namespace textback::test {

using namespace Qt::StringLiterals;

inline const QString sid = u"AC"_s + QString(32, u'1');
inline const QString keySid = u"SK"_s + QString(32, u'2');

inline const std::vector<ProviderDescriptor> providers = exampleProviders();

/// JSON is written here with single quotes, for reading's sake.
inline QByteArray quoted(QByteArray json)
{
    return json.replace('\'', '"');
}

/// Settings that are fine, on which the rows below change something.
inline Settings signedIn()
{
    Settings settings;
    settings.business.name = u"Motor City Towing"_s;
    settings.account.fields.insert(u"accountSid"_s, sid);
    settings.rules.mode = Mode::Watch;
    return settings;
}

inline QString problemOf(const tl::expected<Settings, SettingsProblem> &result)
{
    return result ? u"fine"_s : result.error().line();
}

} // namespace textback::test
