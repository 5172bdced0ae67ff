// SPDX-License-Identifier: MIT
#include "ui/settings/businesssection.h"

#include "domain/messagetemplate.h"
#include "ui/settings/formrow.h"

#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QLineEdit>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace textback {

namespace {

/// The trades' names for people; the spelling in the settings file is trades().
QString tradeName(const QString &trade)
{
    static const QMap<QString, const char *> names{
        {QStringLiteral("towing"), QT_TRANSLATE_NOOP("textback::BusinessSection", "Towing")},
        {QStringLiteral("roadside"), QT_TRANSLATE_NOOP("textback::BusinessSection", "Roadside assistance")},
        {QStringLiteral("hvac"), QT_TRANSLATE_NOOP("textback::BusinessSection", "Heating and cooling")},
        {QStringLiteral("plumbing"), QT_TRANSLATE_NOOP("textback::BusinessSection", "Plumbing")},
        {QStringLiteral("locksmith"), QT_TRANSLATE_NOOP("textback::BusinessSection", "Locksmith")},
        {QStringLiteral("junk-cars"), QT_TRANSLATE_NOOP("textback::BusinessSection", "Junk car buying")},
        {QStringLiteral("electrical"), QT_TRANSLATE_NOOP("textback::BusinessSection", "Electrical")},
        {QStringLiteral("garage-doors"), QT_TRANSLATE_NOOP("textback::BusinessSection", "Garage doors")},
        {QStringLiteral("appliances"), QT_TRANSLATE_NOOP("textback::BusinessSection", "Appliance repair")},
        {QStringLiteral("general"), QT_TRANSLATE_NOOP("textback::BusinessSection", "Another trade")},
    };
    const char *name = names.value(trade, nullptr);
    return name != nullptr ? QCoreApplication::translate("textback::BusinessSection", name) : trade;
}

/// The zones that most owners need come first; every other one of the world after them.
constexpr std::array commonZones{"America/New_York",    "America/Detroit",   "America/Chicago",  "America/Denver",     "America/Phoenix",
                                 "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu", "America/Puerto_Rico"};

} // namespace

BusinessSection::BusinessSection(QWidget *parent)
    : SettingsSection(tr("Business"), QString(), parent)
{
    m_name = new QLineEdit(this);
    m_name->setMaxLength(60);
    addRow(QStringLiteral("business.name"), tr("Name"), m_name, tr("As your customers know it. It stands in every automatic text."));

    m_trade = new QComboBox(this);
    for (const QString &trade : trades())
        m_trade->addItem(tradeName(trade), trade);
    FormRow *trade = addRow(QStringLiteral("business.trade"), tr("Trade"), m_trade, tr("Chooses the standard text."));

    m_zone = new QComboBox(this);
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_zone->setMinimumContentsLength(16);
    m_zone->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_zone->addItem(tr("As this computer"), QString());
    for (const char *zone : commonZones)
        m_zone->addItem(QString::fromLatin1(zone), QString::fromLatin1(zone));
    m_zone->insertSeparator(m_zone->count());
    const QList<QByteArray> zones = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &zone : zones) {
        const auto isIt = [&zone](const char *common) { return zone == common; };
        if (!zone.startsWith("UTC") && std::none_of(commonZones.begin(), commonZones.end(), isIt))
            m_zone->addItem(QString::fromLatin1(zone), QString::fromLatin1(zone));
    }
    FormRow *zone = addRow(QStringLiteral("business.timeZone"), tr("Time zone"), m_zone, tr("Times are shown in it."));
    addRowsAbreast({trade, zone});

    m_link = new QLineEdit(this);
    m_link->setPlaceholderText(QStringLiteral("https://"));
    addRow(QStringLiteral("business.bookingLink"), tr("Booking link"), m_link,
           tr("Where customers book online. It goes into a text in place of {link}. May stay empty."));

    connect(m_name, &QLineEdit::textChanged, this, &BusinessSection::noteEdit);
    connect(m_link, &QLineEdit::textChanged, this, &BusinessSection::noteEdit);
    connect(m_trade, &QComboBox::currentIndexChanged, this, &BusinessSection::noteEdit);
    connect(m_zone, &QComboBox::editTextChanged, this, &BusinessSection::noteEdit);
}

void BusinessSection::showSettings(const Settings &settings)
{
    const Filling filling(*this);
    m_name->setText(settings.business.name);
    m_link->setText(settings.business.bookingLink);
    m_trade->setCurrentIndex(std::max(0, m_trade->findData(settings.business.trade)));
    const int zone = m_zone->findData(settings.business.timeZone);
    if (zone >= 0)
        m_zone->setCurrentIndex(zone);
    else
        m_zone->setEditText(settings.business.timeZone);
}

void BusinessSection::writeTo(Settings &settings) const
{
    settings.business.name = m_name->text().trimmed();
    settings.business.bookingLink = m_link->text().trimmed();
    settings.business.trade = m_trade->currentData().toString();
    // What is typed counts, in any case of letters; the first entry stands for "none named".
    const QString typed = m_zone->currentText().trimmed();
    const int entry = m_zone->findText(typed, Qt::MatchFixedString);
    settings.business.timeZone = entry >= 0 ? m_zone->itemData(entry).toString() : typed;
}

} // namespace textback
