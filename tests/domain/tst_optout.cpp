// SPDX-License-Identifier: MIT
#include "domain/optout.h"

#include <QTest>

using namespace textback;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(textback::ConsentWord)

class TestOptOut : public QObject {
    Q_OBJECT

private slots:
    void words_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<ConsentWord>("word");
        const auto row = [](const char *name, const QString &body, ConsentWord word) { QTest::newRow(name) << body << word; };
        using enum ConsentWord;

        // C1: every word, in the three usual cases
        for (const char *word :
             {"STOP", "STOPALL", "STOP ALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT", "OPT OUT", "OPT-OUT", "REMOVE"}) {
            const QString text = QString::fromLatin1(word);
            row(word, text, OptOut);
            row(qPrintable(text.toLower()), text.toLower(), OptOut);
            row(qPrintable(text[0] + text.mid(1).toLower()), text[0] + text.mid(1).toLower(), OptOut);
        }
        // C2: odd spellings
        row("space behind", u"STOP "_s, OptOut);
        row("space in front", u"  stop"_s, OptOut);
        row("full stop", u"stop."_s, OptOut);
        row("curly quotes", u"“Stop”"_s, OptOut);
        row("straight quotes", u"\"STOP\""_s, OptOut);
        row("single quotes", u"‘stop’"_s, OptOut);
        row("guillemets", u"«stop»"_s, OptOut);
        row("line break", u"STOP\n"_s, OptOut);
        row("Windows line breaks", u"\r\nSTOP\r\n"_s, OptOut);
        row("tab", u"\tSTOP\t"_s, OptOut);
        row("emoji", u"Stop 🛑"_s, OptOut);
        row("emoji without space", u"🛑stop🛑"_s, OptOut);
        row("emoji with skin tone and joiner", u"stop 🙅🏽‍♀️"_s, OptOut);
        row("stop please", u"stop please"_s, OptOut);
        row("please stop", u"Please stop!"_s, OptOut);
        row("please, stop, please", u"Please, stop. Pls"_s, OptOut);
        row("comma without space", u"stop,please"_s, OptOut);
        row("zero width inside, comma without space", u"please,st\u200bop"_s, OptOut);
        row("emoji between", u"please🙏stop"_s, OptOut);
        row("exclamation marks", u"STOP!!!"_s, OptOut);
        row("inverted marks", u"¡Stop!"_s, OptOut);
        row("brackets", u"[STOP]"_s, OptOut);
        row("stars", u"*stop*"_s, OptOut);
        row("hash", u"#STOP"_s, OptOut);
        row("dots between", u"S.T.O.P."_s, OptOut);
        row("zero width space inside", u"ST\u200bOP"_s, OptOut);
        row("zero width joiner", u"STOP\u200d"_s, OptOut);
        row("byte order mark", u"\ufeffSTOP"_s, OptOut);
        row("soft hyphen", u"st\u00adop"_s, OptOut);
        row("right-to-left mark", u"\u200fstop"_s, OptOut);
        row("full width", u"ＳＴＯＰ"_s, OptOut);
        row("full width, small", u"ｓｔｏｐ"_s, OptOut);
        row("no-break space", u"\u00a0stop\u00a0"_s, OptOut);
        row("no-break space between", u"opt\u00a0out"_s, OptOut);
        row("ideographic space", u"stop\u3000all"_s, OptOut);
        row("two spaces between", u"stop   all"_s, OptOut);
        row("line break between", u"opt\nout"_s, OptOut);
        row("non-breaking hyphen", u"opt\u2011out"_s, OptOut);
        row("dash with spaces", u"opt - out"_s, OptOut);
        row("accent", u"stóp"_s, OptOut);
        row("Turkish capital i", u"UNSUBSCRİBE"_s, OptOut);
        row("Turkish small i", u"unsubscrıbe"_s, OptOut); // whose capital is the I of everybody else
        row("mathematical bold", u"𝐒𝐓𝐎𝐏"_s, OptOut);
        row("said twice", u"Stop! STOP!!!"_s, OptOut);
        row("said on three lines", u"stop\nstop\nstop please"_s, OptOut);
        row("long tail of marks", u"stop"_s + QString(1500, u'!'), OptOut);

        // C4: ordinary messages
        row("stop by", u"can you stop by at 5"_s, None);
        row("won't stop", u"the AC won't stop"_s, None);
        row("end of the driveway", u"end of the driveway"_s, None);
        row("cancel my appointment", u"cancel my appointment"_s, None);
        row("nonstop", u"nonstop leak"_s, None);
        row("nonstop alone", u"nonstop"_s, None);
        row("non-stop alone", u"non-stop"_s, None);
        row("stopped", u"stopped"_s, None);
        row("stop it", u"stop it"_s, None);
        row("don't stop", u"don't stop"_s, None);
        row("bus stop", u"Bus stop"_s, None);
        row("weekend", u"weekend"_s, None);
        row("the end", u"the end"_s, None);
        row("stop with a number", u"stop 5"_s, None);
        row("remove snow", u"remove snow"_s, None);
        row("two words of the list", u"stop cancel"_s, None);
        row("Cyrillic look-alikes", u"ЅТОР"_s, None);
        row("empty", QString(), None);
        row("space", u"  \n"_s, None);
        row("marks only", u"...!?"_s, None);
        row("please only", u"please"_s, None);
        row("emoji only", u"🛑"_s, None);
        row("Spanish stop is no keyword of the list", u"alto"_s, None);

        // C10
        row("START", u"START"_s, OptIn);
        row("start", u" start. "_s, OptIn);
        row("UNSTOP", u"Unstop"_s, OptIn);
        row("UN-STOP", u"un-stop"_s, OptIn);
        row("please start", u"please start"_s, OptIn);
        row("start the car", u"it won't start"_s, None);
        row("when can you start", u"start tomorrow?"_s, None);
        row("YES", u"YES"_s, OptInIfOptedOut);
        row("yes!", u"Yes! 👍"_s, OptInIfOptedOut);
        row("yes please", u"yes please"_s, OptInIfOptedOut);
        row("yes and more", u"yes I need a tow"_s, None);

        // C11
        row("HELP", u"HELP"_s, Help);
        row("help", u" “help” "_s, Help);
        row("INFO", u"Info"_s, Help);
        row("help with something", u"help me, I'm stuck on I-75"_s, None);
    }

    void words()
    {
        QFETCH(QString, body);
        QFETCH(ConsentWord, word);
        QCOMPARE(static_cast<int>(readConsentWord(body)), static_cast<int>(word));
    }
};

QTEST_GUILESS_MAIN(TestOptOut)
#include "tst_optout.moc"
