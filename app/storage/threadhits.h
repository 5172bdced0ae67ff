// SPDX-License-Identifier: MIT
#pragma once

#include "domain/ports/searchreader.h"

namespace textback {

class SqlConnection;
struct SearchTerms;

/// SearchReader::inThread(). A thread of a few hundred messages is read; of a long one the full-text index says where the words are, so that the
/// cost grows neither with how long it is nor with how often a word was written to others.
ThreadHits hitsInThread(SqlConnection &connection, const SearchTerms &terms, ConversationId conversation);

} // namespace textback
