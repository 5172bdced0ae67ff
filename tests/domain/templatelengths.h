// SPDX-License-Identifier: MIT
#pragma once

namespace textback::test {

/// The length of an English built-in text with a business name of 25 characters, a link of 37, an opening time of 8 and a phone number of 14:
/// the last column of rules.md 3. Group "system" holds the texts that all trades share.
struct TemplateLength {
    const char *group;
    const char *name;
    int length;
};

inline constexpr TemplateLength templateLengths[] = {
    {"towing", "open", 155},
    {"towing", "closed", 149},
    {"towing", "holiday", 141},
    {"towing", "follow-up-1", 142},
    {"towing", "follow-up-2", 137},
    {"towing", "review", 156},
    {"roadside", "open", 152},
    {"roadside", "closed", 142},
    {"roadside", "holiday", 141},
    {"roadside", "follow-up-1", 141},
    {"roadside", "follow-up-2", 125},
    {"roadside", "review", 142},
    {"hvac", "open", 144},
    {"hvac", "closed", 149},
    {"hvac", "holiday", 148},
    {"hvac", "follow-up-1", 143},
    {"hvac", "follow-up-2", 129},
    {"hvac", "review", 151},
    {"plumbing", "open", 152},
    {"plumbing", "closed", 151},
    {"plumbing", "holiday", 141},
    {"plumbing", "follow-up-1", 137},
    {"plumbing", "follow-up-2", 124},
    {"plumbing", "review", 150},
    {"locksmith", "open", 152},
    {"locksmith", "closed", 141},
    {"locksmith", "holiday", 143},
    {"locksmith", "follow-up-1", 142},
    {"locksmith", "follow-up-2", 142},
    {"locksmith", "review", 150},
    {"junk-cars", "open", 144},
    {"junk-cars", "closed", 147},
    {"junk-cars", "holiday", 137},
    {"junk-cars", "follow-up-1", 141},
    {"junk-cars", "follow-up-2", 121},
    {"junk-cars", "review", 153},
    {"electrical", "open", 152},
    {"electrical", "closed", 143},
    {"electrical", "holiday", 144},
    {"electrical", "follow-up-1", 132},
    {"electrical", "follow-up-2", 121},
    {"electrical", "review", 148},
    {"garage-doors", "open", 145},
    {"garage-doors", "closed", 143},
    {"garage-doors", "holiday", 137},
    {"garage-doors", "follow-up-1", 134},
    {"garage-doors", "follow-up-2", 111},
    {"garage-doors", "review", 150},
    {"appliances", "open", 143},
    {"appliances", "closed", 147},
    {"appliances", "holiday", 138},
    {"appliances", "follow-up-1", 123},
    {"appliances", "follow-up-2", 122},
    {"appliances", "review", 146},
    {"general", "open", 135},
    {"general", "closed", 148},
    {"general", "holiday", 135},
    {"general", "follow-up-1", 119},
    {"general", "follow-up-2", 116},
    {"general", "review", 140},
    {"general", "open-link", 142},
    {"system", "second-call", 144},
    {"system", "help", 156},
    {"system", "opt-out-confirmation", 117},
    {"system", "opted-in", 125},
};

/// SHA-256 of those texts in this order, with line breaks between them: they are rules.md's to the letter.
inline constexpr char englishTextsHash[] = "12e37e7deb623fd718ceaffd58971eb3a7069b914d14211eb2e6cbdb86899666";

} // namespace textback::test
