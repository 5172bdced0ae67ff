// SPDX-License-Identifier: MIT
#include "ui/search/searchmodel.h"

#include "domain/conversation.h"
#include "domain/ports/clock.h"
#include "ui/format/conversationwords.h"
#include "ui/format/safetext.h"
#include "ui/format/viewcontext.h"

#include <QAction>

#include <algorithm>
#include <iterator>

namespace textback {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis retryDelay{250};
constexpr qsizetype shownOfName = 120; ///< no window shows more of one

} // namespace

SearchModel::SearchModel(SearchReader &reader, const ViewContext &context, QObject *parent)
    : QAbstractListModel(parent)
    , m_reader(reader)
    , m_context(context)
{
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return spoken(rowAt(index.row()));
    return {};
}

Qt::ItemFlags SearchModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (rowAt(index.row()).kind == Kind::Heading)
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

void SearchModel::setActions(const QList<QAction *> &actions)
{
    m_actions.clear();
    std::copy(actions.begin(), actions.end(), std::back_inserter(m_actions));
}

void SearchModel::ask(const QString &question)
{
    m_retry.cancel();
    const QString trimmed = question.trimmed();
    const auto found = trimmed.isEmpty() ? m_reader.recent(hitsPerGroup) : m_reader.search(trimmed, hitsPerGroup);
    if (!found)
        m_retry = m_context.scheduler.callAfter(retryDelay, [this, question] { ask(question); });
    const std::vector<SearchHit> hits = found.value_or(std::vector<SearchHit>());
    beginResetModel();
    m_question = trimmed;
    m_matcher = SearchMatcher(trimmed, m_context.region);
    m_rows.clear();
    add(trimmed.isEmpty() ? tr("Recent") : tr("People"), rowsOf(hits, SearchGroup::Person));
    add(tr("Actions"), actionRows());
    add(tr("Messages"), rowsOf(hits, SearchGroup::Message));
    add(tr("Notes"), rowsOf(hits, SearchGroup::Note));
    endResetModel();
}

void SearchModel::add(const QString &heading, std::vector<Row> rows)
{
    if (rows.empty())
        return;
    m_rows.push_back({Kind::Heading, {heading, {}}, {}, {}});
    std::move(rows.begin(), rows.end(), std::back_inserter(m_rows));
}

std::vector<SearchModel::Row> SearchModel::rowsOf(const std::vector<SearchHit> &hits, SearchGroup group) const
{
    std::vector<Row> rows;
    for (const SearchHit &hit : hits) {
        if (hit.group == group)
            rows.push_back(rowOf(hit));
    }
    return rows;
}

SearchModel::Row SearchModel::rowOf(const SearchHit &hit) const
{
    ConversationSummary party;
    party.number = hit.number;
    party.address = hit.address.left(shownOfName);
    party.contactName = hit.name.left(shownOfName);
    Row row;
    row.hit = hit;
    row.aside = m_context.times.inList(hit.at, m_context.clock.utcNow());
    row.title.text = ConversationWords::title(party, m_context.region);
    if (hit.group == SearchGroup::Person) {
        row.kind = Kind::Person;
        const QString address = ConversationWords::address(party, m_context.region);
        if (hit.name.isEmpty()) {
            row.title.marks = m_matcher.numberMarks(row.title.text);
        } else {
            row.title.marks = m_matcher.marks(row.title.text);
            row.line = {address, m_matcher.numberMarks(address)};
        }
        return row;
    }
    row.kind = hit.group == SearchGroup::Message ? Kind::Message : Kind::Note;
    row.line.text = singleLine(hit.excerpt);
    row.line.marks = m_matcher.marks(row.line.text);
    if (hit.ours)
        row.line.prepend(tr("You:") + u' ');
    return row;
}

std::vector<SearchModel::Row> SearchModel::actionRows() const
{
    std::vector<Row> rows;
    for (const QPointer<QAction> &action : m_actions) {
        if (!action || !action->isEnabled() || action->text().isEmpty())
            continue;
        if (!m_question.isEmpty() && !m_matcher.matchesAll(action->text()))
            continue;
        Row row;
        row.kind = Kind::Action;
        row.title = {action->text(), m_matcher.marks(action->text())};
        row.aside = action->shortcut().toString(QKeySequence::NativeText);
        row.action = action;
        rows.push_back(std::move(row));
    }
    return rows;
}

int SearchModel::nextChoice(int row, int step) const
{
    const int count = rowCount();
    for (int walked = 0; walked < count; ++walked) {
        row = (row + step + count) % count;
        if (rowAt(row).kind != Kind::Heading)
            return row;
    }
    return -1;
}

int SearchModel::choices() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.kind != Kind::Heading; }));
}

QString SearchModel::spoken(const Row &row) const
{
    switch (row.kind) {
    case Kind::Heading:
        return row.title.text;
    case Kind::Person:
        return row.line.text.isEmpty() ? row.title.text : row.title.text + u", "_s + row.line.text;
    case Kind::Action:
        return row.aside.isEmpty() ? row.title.text : row.title.text + u", "_s + row.aside;
    case Kind::Message:
        return row.title.text + u", "_s + row.aside + u": "_s + row.line.text;
    case Kind::Note:
        return tr("Note about %1").arg(row.title.text) + u": "_s + row.line.text;
    }
    Q_UNREACHABLE();
}

} // namespace textback
