// SPDX-License-Identifier: MIT
#pragma once

#include "engine/engineclient.h"
#include "support/virtualtime.h"
#include "ui/fakecontactreader.h"
#include "ui/fakelists.h"
#include "ui/fakereader.h"
#include "ui/fakesearchreader.h"
#include "ui/mainwindow/mainwindow.h"

#include <QImage>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <vector>

namespace textback {
class CallsPage;
class PeoplePage;
} // namespace textback

namespace textback::test {

class MediaScene;
class RecordingPhone;
class SettingsScene;

/// The window with the sample inbox, contacts, calls, people and search, in virtual time: what a scene is arranged on.
class Stage {
public:
    Stage();
    ~Stage();

    void settle();
    /// Opens the search over everything and types a question.
    void ask(const QString &question);
    /// Types into the field to answer in.
    void write(const QString &words);
    /// Presses a chip above the list of conversations, counted from the left.
    void choose(int chip);
    /// Puts off, marks done and half writes some of the conversations.
    void putAway();
    void goOffline();
    void showTrap();
    /// Something that stands beside the window and is to be seen instead of it.
    void show(std::unique_ptr<QWidget> other);
    /// What is to be seen, `scale` pixels for each of the window's own.
    QImage picture(qreal scale);

    FakeReader reader;
    VirtualTime time;
    EngineClient engine;
    FakeContactReader contacts;
    FakeCallsReader calls;
    FakePeopleReader people;
    FakeSearchReader search;
    Settings settings;
    // Of the scenes that show some; the window's parts hold to them.
    std::unique_ptr<SettingsScene> settingsScene;
    std::unique_ptr<RecordingPhone> phone;
    MainWindow window;
    CallsPage *callsPage;
    PeoplePage *peoplePage;
    QWidget *seen; ///< the window, unless a dialog is to be seen
    QString book;  ///< an address book to import

    std::unique_ptr<MediaScene> media; ///< of the scenes that show some

    static constexpr ConversationId maria{1};
    static constexpr ConversationId states{3};
    static constexpr ConversationId doubtful{5};
    static constexpr ConversationId optedOut{6};
    static constexpr ConversationId urgent{8};

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QWidget> m_other;
};

/// One thing that a person sees.
struct Scene {
    QString name;
    QSize size;
    std::function<void(Stage &)> arrange;
    bool golden = false; ///< its pictures are kept and compared
};

const std::vector<Scene> &scenes();

/// The scene as it is arranged for the first time.
std::unique_ptr<Stage> arranged(const Scene &scene);

} // namespace textback::test
