// SPDX-License-Identifier: MIT
#pragma once

#include "storage/sqlcallsreader.h"
#include "storage/sqlcontactreader.h"
#include "storage/sqlevidencereader.h"
#include "storage/sqlexportreader.h"
#include "storage/sqlpeoplereader.h"
#include "storage/sqlsearchreader.h"

#include <QString>

namespace textback {

class Clock;

/// The window's looks into the database, each with a connection of its own that it opens when it is asked first. GUI thread.
struct WindowReaders {
    /// The clock outlives it.
    WindowReaders(const QString &databaseFile, const Clock &clock)
        : exports(databaseFile)
        , contacts(databaseFile, clock)
        , evidence(databaseFile)
        , calls(databaseFile)
        , people(databaseFile)
        , search(databaseFile)
    {
    }

    SqlExportReader exports;
    SqlContactReader contacts;
    SqlEvidenceReader evidence;
    SqlCallsReader calls;
    SqlPeopleReader people;
    SqlSearchReader search;
};

} // namespace textback
