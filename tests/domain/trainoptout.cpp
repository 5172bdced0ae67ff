// SPDX-License-Identifier: MIT
// Learns the weights of app/domain/consent/optoutweights.cpp from the tuning part of the labelled set: logistic regression by stochastic
// gradient descent over the traits of a text, the same for the same file. Not part of the program: build the target "trainoptout" and run
//     trainoptout tests/domain/data/optout.tsv > app/domain/consent/optoutweights.cpp
// after a change of that part or of the word lists. Opt-outs against all other texts. Batches that were written to mislead the reader are left
// out: every second "stop" in them is no opt-out, which is not how customers write; phrases answer them.
#include "domain/consent/optoutsound.h"
#include "domain/consent/plaintext.h"

#include <QFile>
#include <QHash>
#include <QTextStream>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <vector>

using namespace textback;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 30;
constexpr double pace = 0.2;
constexpr double biasPace = 0.05;
constexpr double decay = 0.002;
constexpr int rarest = 3;        // a trait that fewer texts show is chance
constexpr int lightest = 20;     // hundredths: less makes no difference
constexpr unsigned order = 1;    // of the shuffles
constexpr qsizetype width = 118; // characters of a line

bool isMisleading(const QString &batch)
{
    return batch == "11"_L1 || batch == "12"_L1 || batch == "13"_L1;
}

struct Example {
    std::vector<int> traits;
    double optOut = 0;
};

QString escaped(QString text)
{
    return text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
}

} // namespace

int main(int argc, char **argv)
{
    QFile file(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString());
    if (!file.open(QIODevice::ReadOnly))
        return 1;
    std::vector<std::pair<QStringList, bool>> texts;
    std::map<QString, int> counts;
    file.readLine();
    while (!file.atEnd()) {
        const QStringList fields = QString::fromUtf8(file.readLine()).trimmed().split(u'\t');
        if (fields.size() != 5 || fields[3] != "tuning"_L1 || isMisleading(fields[4]))
            continue;
        const QStringList traits = optOutTraits(clausesOf(QString(fields[0]).replace("\\n"_L1, "\n"_L1)));
        for (const QString &trait : traits)
            ++counts[trait];
        texts.emplace_back(traits, fields[1] == "optout"_L1);
    }
    std::vector<QString> names;
    QHash<QString, int> numbers;
    for (const auto &[trait, count] : counts) {
        const bool plain = std::all_of(trait.begin(), trait.end(), [](QChar c) { return c.unicode() < 0x7f && !c.isDigit() && c != u';'; });
        if (count < rarest || !plain)
            continue;
        numbers.insert(trait, int(names.size()));
        names.push_back(trait);
    }
    std::vector<Example> examples;
    for (const auto &[traits, optOut] : texts) {
        Example example{{}, optOut ? 1.0 : 0.0};
        for (const QString &trait : traits) {
            if (numbers.contains(trait))
                example.traits.push_back(numbers.value(trait));
        }
        examples.push_back(example);
    }
    std::vector<double> weights(names.size(), 0.0);
    std::vector<double> moved(names.size(), 1e-6); // sum of squared gradients: AdaGrad
    double bias = 0;
    std::mt19937 random(order);
    for (int round = 0; round < rounds; ++round) {
        for (size_t left = examples.size(); left > 1; --left)
            std::swap(examples[left - 1], examples[random() % left]);
        for (const Example &example : examples) {
            double logit = bias;
            for (const int trait : example.traits)
                logit += weights[size_t(trait)];
            const double error = 1 / (1 + std::exp(-logit)) - example.optOut;
            bias -= biasPace * error;
            for (const int trait : example.traits) {
                const double gradient = error + decay * weights[size_t(trait)];
                moved[size_t(trait)] += gradient * gradient;
                weights[size_t(trait)] -= pace * gradient / std::sqrt(moved[size_t(trait)]);
            }
        }
    }
    QStringList entries{u"* %1;"_s.arg(qRound(bias * 100))};
    for (size_t trait = 0; trait < names.size(); ++trait) {
        if (const int hundredths = qRound(weights[trait] * 100); std::abs(hundredths) >= lightest)
            entries.append(u"%1 %2;"_s.arg(names[trait]).arg(hundredths));
    }
    QTextStream out(stdout);
    out << "// SPDX-License-Identifier: MIT\n// Written by tests/domain/trainoptout.cpp; not by hand. \"trait weight\", hundredths of a "
           "logit.\n"
           "#include \"domain/consent/optoutweights.h\"\n\nnamespace textback {\n\nusing namespace Qt::StringLiterals;\n\n"
           "QLatin1StringView optOutWeightTable()\n{\n    // clang-format off\n    return";
    QString line;
    for (const QString &entry : entries) {
        if (line.size() + entry.size() > width) {
            out << "\n        \"" << escaped(line) << '"';
            line.clear();
        }
        line += entry;
    }
    out << "\n        \"" << escaped(line) << "\"_L1;\n    // clang-format on\n}\n\n} // namespace textback\n";
    return 0;
}
