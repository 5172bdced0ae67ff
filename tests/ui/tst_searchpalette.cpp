// SPDX-License-Identifier: MIT
#include "translations/translations.h"
#include "ui/fakesearchreader.h"
#include "ui/hostiletexts.h"
#include "ui/search/searchmodel.h"
#include "ui/search/searchpalette.h"
#include "ui/theme/metrics.h"
#include "ui/windowfixture.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QTranslator>

using namespace textback;
using namespace textback::test;
using namespace Qt::StringLiterals;

/// Ctrl+K by keys alone: typing, choosing, going away again.
class SearchPaletteTest : public WindowFixture {
    Q_OBJECT

private slots:
    void initTestCase() { installTranslations(*QCoreApplication::instance(), QLocale::c()); } // plural forms; links the translations in
    void init()
    {
        m_search = std::make_unique<FakeSearchReader>();
        fillSampleSearch(*m_search);
        makeWindow();
        m_window->setSearch(*m_search);
        new QAbstractItemModelTester(model(), QAbstractItemModelTester::FailureReportingMode::QtTest, model());
        press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(palette()->isVisible());
        QVERIFY(question()->hasFocus());
    }
    void cleanup() { m_window.reset(); }

    void recentAndActionsAtFirst();
    void groupsAndMarks();
    void marksStayInSight();
    void personByKeys();
    void messageIsScrolledTo();
    void oldMessageIsReadFirst();
    void noteUnfoldsThePanel();
    void messageThatIsGone();
    void entryWhileTheDatabaseIsBusy();
    void actionByItsWords();
    void actionsInSpanish();
    void keysOfActionsWorkMeanwhile();
    void enterBeforeTheSearchRan();
    void arrowsSkipHeadings();
    void escapeGoesBackToWhereOneWas();
    void clickBesideCloses();
    void clickChooses();
    void nothingFound();
    void focusStaysInside();
    void busyIsAskedAgain();
    void typingSharesQuestions();
    void namesAndSentences();
    void wholeInTheSmallestWindow();
    void hostileTextsAreInert();
    void listSearchHasItsOwnKeys();

private:
    SearchPalette *palette() const { return m_window->findChild<SearchPalette *>(); }
    SearchModel *model() const { return m_window->findChild<SearchModel *>(); }
    QLineEdit *question() const { return palette()->findChild<QLineEdit *>(); }
    QListView *results() const { return palette()->findChild<QListView *>(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *target = m_window->focusWidget();
        QTest::keyClick(target ? target : m_window.get(), key, modifiers);
        settle();
    }
    void type(const QString &text)
    {
        QTest::keyClicks(m_window->focusWidget(), text);
        m_time->advance(Millis(100));
        settle();
    }
    /// Every row in a line: headings in [ ], what is current behind >.
    QString shown() const
    {
        QStringList rows;
        for (int row = 0; row < model()->rowCount(); ++row) {
            const SearchModel::Row &each = model()->rowAt(row);
            QString words = each.kind == SearchModel::Kind::Heading ? u'[' + each.title.text + u']' : each.title.text;
            if (results()->currentIndex().row() == row)
                words.prepend(u'>');
            rows.append(words);
        }
        return rows.join(u'|');
    }
    static QString marked(const MarkedLine &line)
    {
        QStringList parts;
        for (const TextRange &mark : line.marks)
            parts.append(line.text.mid(mark.start, mark.length));
        return parts.join(u'|');
    }

    std::unique_ptr<FakeSearchReader> m_search;
};

void SearchPaletteTest::recentAndActionsAtFirst()
{
    QVERIFY2(shown().startsWith(u"[Recent]|>Maria Garcia|(313) 555-0177|"_s), qPrintable(shown()));
    QVERIFY2(shown().contains(u"|[Actions]|"_s) && shown().contains(u"|Settings|"_s), qPrintable(shown()));
    // Neither the search itself nor what only makes sense as a key.
    QVERIFY(!shown().contains(u"Close the top thing"_s));
    QVERIFY(!shown().contains(u"|Search|"_s));
    QVERIFY(m_search->asked.isEmpty());
}

void SearchPaletteTest::groupsAndMarks()
{
    type(u"TOMORROW at"_s);
    QCOMPARE(shown(), u"[Messages]|>Maria Garcia|Maria Garcia"_s);
    QCOMPARE(marked(model()->rowAt(1).line), u"tomorrow|at"_s);
    QCOMPARE(model()->rowAt(2).line.text, u"You: We can be there tomorrow at 10. Does that work?"_s);
    QCOMPARE(marked(model()->rowAt(2).line), u"tomorrow|at"_s);
    question()->clear();
    type(u"tomorrow"_s);
    QCOMPARE(shown(), u"[Messages]|>Maria Garcia|Maria Garcia|[Notes]|Sofía López"_s);
    question()->clear();
    type(u"sofia"_s);
    QCOMPARE(shown(), u"[People]|>Sofía López"_s);
    QCOMPARE(marked(model()->rowAt(1).title), u"Sofía"_s);
    QCOMPARE(model()->rowAt(1).line.text, u"(313) 555-0150"_s);
    question()->clear();
    type(u"555-01 7"_s);
    QCOMPARE(shown(), u"[People]|>(313) 555-0177"_s);
    QCOMPARE(marked(model()->rowAt(1).title), u"555-017"_s);
}

void SearchPaletteTest::marksStayInSight()
{
    const QFont font = textFont(TextStyle::Small);
    const qreal wide = QFontMetricsF(font).horizontalAdvance(u'm') * 25;
    const SearchMatcher matcher(u"tomorrow"_s, u"US"_s);
    const QString end = u"but mornings are best, so tomorrow is fine"_s;
    for (const QString &text :
         {end, u"Unit on the roof, "_s.repeated(9) + end, u"tomorrow, "_s + end.repeated(5), u"x"_s.repeated(200) + u" tomorrow"_s}) {
        const MarkedLine line{text, matcher.marks(text)};
        for (const qreal width : {wide, wide * 1.7}) {
            const MarkedLine cut = line.elided(font, width);
            QVERIFY2(marked(cut).startsWith(u"tomorrow"_s), qPrintable(cut.text));
            QFont bold = font;
            bold.setWeight(QFont::Bold);
            QVERIFY2(QFontMetricsF(bold).horizontalAdvance(cut.text) <= width + 1, qPrintable(cut.text));
        }
    }
    const MarkedLine whole{u"tomorrow"_s, {{0, 8}}};
    QCOMPARE(whole.elided(font, wide).text, whole.text);
}

void SearchPaletteTest::personByKeys()
{
    type(u"jor"_s);
    press(Qt::Key_Return);
    QVERIFY(!palette()->isVisible());
    QCOMPARE(m_window->openedConversation(), ConversationId{5});
    QVERIFY(field()->hasFocus());
}

void SearchPaletteTest::messageIsScrolledTo()
{
    type(u"cooling last"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_window->openedConversation(), m_maria);
    QVERIFY(thread()->hasFocus());
    QCOMPARE(thread()->currentIndex().data(ThreadModel::KeyRole).toString(), u"m2"_s);
}

void SearchPaletteTest::oldMessageIsReadFirst()
{
    const ConversationId id{4};
    for (int i = 1; i <= 1700; ++i)
        m_reader->putEntry(id, makeMessage(1000 + i, id, MessageOrigin::Customer, u"Message number %1"_s.arg(i), 5000 - i));
    m_search->add(SearchGroup::Message, 4, u"Sofía López"_s, u"+13135550150"_s, 5000 - 20, u"Message number 20"_s, u"m1020"_s);
    type(u"number 20"_s);
    press(Qt::Key_Return);
    const int row = threadModel()->rowOf(u"m1020"_s);
    QVERIFY(row >= 0);
    QCOMPARE(thread()->currentIndex().row(), row);
    const QRect area = thread()->visualRect(threadModel()->index(row));
    QVERIFY2(thread()->viewport()->rect().contains(area.center()), qPrintable(QString::number(area.top())));
    // It stays there while the rest of what the window does at an opening goes on.
    emit m_engine->conversationsChanged({id});
    settle();
    QVERIFY(thread()->viewport()->rect().contains(thread()->visualRect(threadModel()->index(threadModel()->rowOf(u"m1020"_s))).center()));
}

/// A note about a person stands in the contact panel, which may be folded away.
void SearchPaletteTest::noteUnfoldsThePanel()
{
    auto *panel = m_window->findChild<ContactPanel *>();
    for (const QSize &size : {QSize(1280, 800), QSize(1000, 800), QSize(420, 700)}) {
        m_window->resize(size);
        settle();
        m_window->openConversation({});
        m_window->openConversation(ConversationId{4});
        settle();
        if (panel->isVisible()) {
            QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier);
            settle();
        }
        QVERIFY(!panel->isVisible());
        if (!palette()->isVisible())
            QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        type(u"roof"_s);
        press(Qt::Key_Return);
        settle();
        QVERIFY2(panel->isVisible(), qPrintable(QString::number(size.width())));
        QCOMPARE(m_window->openedConversation(), ConversationId{4});
        question()->clear();
    }
}

void SearchPaletteTest::messageThatIsGone()
{
    m_search->add(SearchGroup::Message, 1, u"Maria Garcia"_s, u"+13135550131"_s, 14.8, u"Forgotten"_s, u"m77"_s);
    type(u"forgotten"_s);
    press(Qt::Key_Return);
    // Its next neighbour.
    QCOMPARE(thread()->currentIndex().data(ThreadModel::KeyRole).toString(), u"m3"_s);
}

void SearchPaletteTest::entryWhileTheDatabaseIsBusy()
{
    const ConversationId id{4};
    for (int i = 1; i <= 200; ++i)
        m_reader->putEntry(id, makeMessage(1000 + i, id, MessageOrigin::Customer, u"Message number %1"_s.arg(i), 5000 - i));
    m_window->openConversation(id);
    settle();
    m_reader->failures = 1;
    thread()->showEntry({minutesAgo(5000 - 20), u"m1020"_s});
    QCOMPARE(threadModel()->rowOf(u"m1020"_s), -1);
    m_time->advance(Millis(300));
    settle();
    QCOMPARE(thread()->currentIndex().data(ThreadModel::KeyRole).toString(), u"m1020"_s);
}

void SearchPaletteTest::actionByItsWords()
{
    QSignalSpy checks(m_engine.get(), &EngineClient::checkNowRequested);
    type(u"check n"_s);
    QCOMPARE(shown(), u"[Actions]|>Check now"_s);
    QCOMPARE(marked(model()->rowAt(1).title), u"Check|n"_s);
    QCOMPARE(model()->rowAt(1).aside, u"F5"_s);
    press(Qt::Key_Enter);
    QCOMPARE(checks.size(), 1);
    QVERIFY(!palette()->isVisible());
}

void SearchPaletteTest::actionsInSpanish()
{
    QTranslator spanish;
    QVERIFY(spanish.load(u":/i18n/textback_es.qm"_s));
    QApplication::installTranslator(&spanish);
    cleanup();
    init();
    type(u"conversacion sig"_s); // the accent is left out
    QCOMPARE(shown(), u"[Acciones]|>Conversación siguiente"_s);
    QCOMPARE(marked(model()->rowAt(1).title), u"Conversación|sig"_s);
    question()->clear();
    type(u"tomorrow"_s);
    QCOMPARE(question()->accessibleDescription(), u"3 resultados"_s);
    cleanup();
    QApplication::removeTranslator(&spanish);
}

void SearchPaletteTest::keysOfActionsWorkMeanwhile()
{
    press(Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(!palette()->isVisible());
    QVERIFY(named<QWidget>(u"Settings page"_s)->isVisible());
}

void SearchPaletteTest::enterBeforeTheSearchRan()
{
    QTest::keyClicks(question(), u"jordan"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_window->openedConversation(), ConversationId{5});
}

void SearchPaletteTest::arrowsSkipHeadings()
{
    type(u"tomorrow"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    QCOMPARE(shown(), u"[Messages]|Maria Garcia|Maria Garcia|[Notes]|>Sofía López"_s);
    press(Qt::Key_Down);
    QCOMPARE(shown(), u"[Messages]|>Maria Garcia|Maria Garcia|[Notes]|Sofía López"_s);
    press(Qt::Key_Up);
    QCOMPARE(shown(), u"[Messages]|Maria Garcia|Maria Garcia|[Notes]|>Sofía López"_s);
    press(Qt::Key_PageUp);
    QCOMPARE(shown(), u"[Messages]|>Maria Garcia|Maria Garcia|[Notes]|Sofía López"_s);
    press(Qt::Key_PageDown);
    QCOMPARE(shown(), u"[Messages]|Maria Garcia|Maria Garcia|[Notes]|>Sofía López"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_window->openedConversation(), ConversationId{4});
}

void SearchPaletteTest::escapeGoesBackToWhereOneWas()
{
    press(Qt::Key_Escape);
    QVERIFY(!palette()->isVisible());
    QVERIFY(list()->hasFocus());
    m_window->openConversation(m_maria);
    settle();
    QVERIFY(field()->hasFocus());
    press(Qt::Key_K, Qt::ControlModifier);
    type(u"jor"_s);
    press(Qt::Key_Escape);
    QVERIFY(!palette()->isVisible());
    QVERIFY(field()->hasFocus());
    QCOMPARE(m_window->openedConversation(), m_maria);
    // Empty again at the next time.
    press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(question()->text().isEmpty());
    QVERIFY2(shown().startsWith(u"[Recent]|>"_s), qPrintable(shown()));
}

void SearchPaletteTest::clickBesideCloses()
{
    QTest::mouseClick(question(), Qt::LeftButton);
    QVERIFY(palette()->isVisible());
    QTest::mouseClick(palette(), Qt::LeftButton, {}, QPoint(5, 5));
    QVERIFY(!palette()->isVisible());
}

void SearchPaletteTest::clickChooses()
{
    type(u"tomorrow"_s);
    const auto click = [this](int row) {
        QTest::mouseClick(results()->viewport(), Qt::LeftButton, {}, results()->visualRect(model()->index(row)).center());
        settle();
    };
    click(0); // a heading
    QVERIFY(palette()->isVisible());
    click(2);
    QCOMPARE(m_window->openedConversation(), m_maria);
    QCOMPARE(thread()->currentIndex().data(ThreadModel::KeyRole).toString(), u"m4"_s);
}

void SearchPaletteTest::nothingFound()
{
    type(u"pump"_s);
    QVERIFY(!results()->isVisible());
    bool told = false;
    for (const QLabel *label : palette()->findChildren<QLabel *>())
        told = told || (label->isVisible() && label->text() == u"Nothing for “pump”. Search also looks in notes."_s);
    QVERIFY(told);
    press(Qt::Key_Return);
    QVERIFY(palette()->isVisible());
    // By keys to the button and back to everything.
    press(Qt::Key_Tab);
    QVERIFY(!question()->hasFocus());
    press(Qt::Key_Space);
    m_time->advance(Millis(200));
    QTRY_VERIFY(question()->hasFocus());
    QVERIFY(results()->isVisible());
    QVERIFY(question()->text().isEmpty());
}

void SearchPaletteTest::focusStaysInside()
{
    for (int i = 0; i < 3; ++i) {
        press(Qt::Key_Tab);
        QVERIFY(question()->hasFocus());
    }
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(question()->hasFocus());
}

void SearchPaletteTest::busyIsAskedAgain()
{
    m_search->failures = 2;
    type(u"jordan"_s);
    QVERIFY(!results()->isVisible());
    for (const QLabel *label : palette()->findChildren<QLabel *>())
        QVERIFY2(!label->isVisible() || !label->text().startsWith(u"Nothing for"_s), qPrintable(label->text()));
    m_time->advance(Millis(600));
    settle();
    QCOMPARE(shown(), u"[People]|>Jordan Tran"_s);
}

void SearchPaletteTest::typingSharesQuestions()
{
    QTest::keyClicks(question(), u"jordan"_s);
    m_time->advance(Millis(100));
    QCOMPARE(m_search->asked, QStringList{u"jordan"_s});
    press(Qt::Key_Escape);
    m_time->advance(Millis(100));
    QCOMPARE(m_search->asked.size(), 1);
}

void SearchPaletteTest::namesAndSentences()
{
    QCOMPARE(question()->accessibleName(), u"Search everything"_s);
    QCOMPARE(results()->accessibleName(), u"Results"_s);
    type(u"tomorrow"_s);
    QCOMPARE(question()->accessibleDescription(), u"3 results"_s);
    const auto spoken = [this](int row) { return model()->index(row).data(Qt::AccessibleTextRole).toString(); };
    QCOMPARE(spoken(0), u"Messages"_s);
    QVERIFY2(spoken(1).startsWith(u"Maria Garcia, "_s) && spoken(1).endsWith(u": Yes please, tomorrow at 10 works for me"_s),
             qPrintable(spoken(1)));
    QVERIFY2(spoken(4).startsWith(u"Note about Sofía López: Gate code"_s), qPrintable(spoken(4)));
    QVERIFY(!model()->flags(model()->index(0)).testFlag(Qt::ItemIsSelectable));
    question()->clear();
    type(u"check now"_s);
    QCOMPARE(spoken(1), u"Check now, F5"_s);
    const QAccessibleInterface *list = QAccessible::queryAccessibleInterface(results());
    QVERIFY(list && list->childCount() == 2);
}

void SearchPaletteTest::wholeInTheSmallestWindow()
{
    m_window->resize(420, 520);
    settle();
    QCOMPARE(palette()->size(), m_window->size());
    for (QWidget *part : std::initializer_list<QWidget *>{question(), results()})
        QVERIFY(palette()->rect().contains(QRect(part->mapTo(palette(), QPoint()), part->size())));
    // The last row can be reached by keys.
    press(Qt::Key_Up);
    QVERIFY(results()->viewport()->rect().contains(results()->visualRect(results()->currentIndex()).center()));
}

void SearchPaletteTest::hostileTextsAreInert()
{
    for (const auto &[name, text] : hostileTexts(u"/nowhere"_s, u"http://127.0.0.1:9"_s)) {
        m_search->hits.clear();
        m_search->add(SearchGroup::Person, 1, text, u"+13135550131"_s, 2);
        m_search->add(SearchGroup::Message, 1, text, u"+13135550131"_s, 2, text.left(180) + u" zebra"_s, u"m5"_s);
        question()->clear();
        m_time->advance(Millis(100));
        type(u"zebra"_s);
        QVERIFY2(model()->rowCount() == 2, qPrintable(name));
        const MarkedLine line = model()->rowAt(1).line;
        QVERIFY2(!line.text.contains(u'\n') && !line.text.contains(QChar(0x202E)), qPrintable(name));
        QVERIFY2(marked(line) == u"zebra"_s, qPrintable(name + u": "_s + marked(line)));
        palette()->grab();
    }
}

void SearchPaletteTest::listSearchHasItsOwnKeys()
{
    press(Qt::Key_Escape);
    press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!palette()->isVisible());
    QVERIFY(named<QLineEdit>(u"Search"_s)->hasFocus());
}

QTEST_MAIN(SearchPaletteTest)
#include "tst_searchpalette.moc"
