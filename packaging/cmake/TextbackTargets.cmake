# SPDX-License-Identifier: MIT
# One option set for every target of ours.

add_library(textback_options INTERFACE)
target_compile_features(textback_options INTERFACE cxx_std_20)
target_compile_definitions(textback_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_STRICT_ITERATORS
    QT_DEPRECATED_WARNINGS
    $<$<BOOL:${TEXTBACK_FAILPOINTS}>:TEXTBACK_FAILPOINTS>)
target_compile_options(textback_options INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
    $<$<BOOL:${TEXTBACK_WERROR}>:-Werror>
    # Hardening. _FORTIFY_SOURCE wants optimisation and does not go together with the address sanitizer.
    -fstack-protector-strong
    $<$<AND:$<CONFIG:Release,RelWithDebInfo>,$<NOT:$<BOOL:${TEXTBACK_SANITIZE}>>>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=2>
    $<$<BOOL:${TEXTBACK_SANITIZE}>:-fsanitize=address,undefined;-fno-omit-frame-pointer;-fno-sanitize-recover=undefined>
    # Counts which lines an input reaches; the fuzzers themselves bring the rest when they are linked.
    $<$<BOOL:${TEXTBACK_FUZZ}>:-fsanitize=fuzzer-no-link>)
target_compile_definitions(textback_options INTERFACE _GLIBCXX_ASSERTIONS)
target_link_options(textback_options INTERFACE
    $<$<BOOL:${TEXTBACK_SANITIZE}>:-fsanitize=address,undefined>
    $<$<PLATFORM_ID:Linux>:LINKER:-z,relro,-z,now>)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
include(CheckPIESupported)
check_pie_supported()

# The rooms under app/ do nearly all the work of the tests: with the sanitizers they are optimised a little (the engine's tests take about two thirds of
# the time). The window and the tests themselves are not: that would cost their build more than it saves.
set(textback_room_options $<$<BOOL:${TEXTBACK_SANITIZE}>:-O1>)

# The programs of the tests run once and compile often: a little optimised they take a fifth less of a compiler's time.
set(textback_test_options $<$<CONFIG:Release,RelWithDebInfo>:-O1>)

# What nearly every file of ours reads first, read once: textback_pch_rooms, textback_pch_window and textback_pch_tests. A forgotten #include is found by
# clang-tidy, which reads each file in a build folder without them (TEXTBACK_PCH=OFF).
# textback_make_pch(NAME [OPTIONS ...] [INCLUDES ...] [HEADERS ...]): of the modules of Qt that INCLUDES names the headers alone, without linking them.
# Their macros (QT_WIDGETS_LIB) would reach programs that have no window, Qt Test would ask for a QApplication there, and g++ does not use a header
# that was made with a macro which the program lacks.
function(textback_make_pch name)
    cmake_parse_arguments(PCH "" "" "OPTIONS;INCLUDES;HEADERS" ${ARGN})
    file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp" "")
    add_library(${name} STATIC "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
    target_link_libraries(${name} PRIVATE textback_options Qt6::Core)
    target_compile_options(${name} PRIVATE ${textback_pch_options} ${PCH_OPTIONS})
    foreach(module ${PCH_INCLUDES})
        target_include_directories(${name} SYSTEM PRIVATE $<TARGET_PROPERTY:Qt6::${module},INTERFACE_INCLUDE_DIRECTORIES>)
    endforeach()
    target_precompile_headers(${name} PRIVATE
        <algorithm> <chrono> <functional> <memory> <optional> <variant> <vector>
        <QDateTime> <QJsonArray> <QJsonDocument> <QJsonObject> <QObject> <QRegularExpression> <QString> <QTimer> <QUrl> ${PCH_HEADERS})
endfunction()
# ccache tells by this which precompiled header a file was compiled with; it wants to be told that the header's time does not matter.
set(textback_pch_options $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
if(CMAKE_CXX_COMPILER_LAUNCHER MATCHES "^[^;]*ccache$")
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros "${CMAKE_CXX_COMPILER_LAUNCHER}")
endif()
if(TEXTBACK_PCH)
    textback_make_pch(textback_pch_rooms OPTIONS ${textback_room_options} INCLUDES Network Sql HEADERS <QSqlQuery>)
    set(widgets "")
    if(TEXTBACK_UI)
        set(widgets INCLUDES Gui Widgets HEADERS <QAbstractListModel> <QBoxLayout> <QLabel> <QPainter> <QPushButton> <QWidget>)
        textback_make_pch(textback_pch_window ${widgets})
    endif()
    if(TEXTBACK_TESTS)
        textback_make_pch(textback_pch_tests OPTIONS ${textback_test_options} ${widgets})
    endif()
endif()
function(textback_precompiled target pch)
    if(TEXTBACK_PCH)
        target_precompile_headers(${target} REUSE_FROM ${pch})
        target_compile_options(${target} PRIVATE ${textback_pch_options})
    endif()
endfunction()

# textback_room(NAME SOURCES ... LINK ...): the static library of one room (folder). Includes are written from app/ ("domain/ids.h").
function(textback_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;LINK" ${ARGN})
    add_library(textback_${name} STATIC ${ROOM_SOURCES})
    target_include_directories(textback_${name} PUBLIC "${PROJECT_SOURCE_DIR}/app")
    target_link_libraries(textback_${name} PUBLIC ${ROOM_LINK} PRIVATE textback_options)
    target_compile_options(textback_${name} PRIVATE ${textback_room_options})
    textback_precompiled(textback_${name} textback_pch_rooms)
endfunction()

# textback_ui_room(NAME SOURCES ... LINK ...): as textback_room for a folder of ui/; includes from app/ and from the top folder. The target is
# textback_ui_NAME.
function(textback_ui_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;LINK" ${ARGN})
    add_library(textback_ui_${name} STATIC ${ROOM_SOURCES})
    target_include_directories(textback_ui_${name} PUBLIC "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/app")
    target_link_libraries(textback_ui_${name} PUBLIC ${ROOM_LINK} PRIVATE textback_options)
    textback_precompiled(textback_ui_${name} textback_pch_window)
endfunction()

# textback_moc(TARGET SOURCES ...): moc by hand for a program of which at most the .cpp files declare Q_OBJECT and then end with their own ".moc". AUTOMOC
# starts CMake, parses every file and compiles one more for each target, which for all the tests is more than a tenth of a cold build.
function(textback_moc target)
    if("${ARGN}" MATCHES "\\.h(;|$)")
        return() # AUTOMOC it is
    endif()
    # AUTORCC as well: it would keep the folder of AUTOMOC among the includes, where an older build left its files.
    set_target_properties(${target} PROPERTIES AUTOMOC OFF AUTORCC OFF)
    target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
    foreach(source ${ARGN})
        cmake_path(ABSOLUTE_PATH source)
        cmake_path(GET source STEM name)
        file(STRINGS "${source}" own_moc REGEX "^#include \"${name}\\.moc\"$")
        if(own_moc)
            qt_generate_moc("${source}" "${name}.moc" TARGET ${target})
            target_sources(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${name}.moc")
        endif()
    endforeach()
endfunction()

# textback_test_build(TARGET): how programs of the tests, and libraries for them alone, are compiled.
function(textback_test_build target)
    target_compile_options(${target} PRIVATE ${textback_test_options})
    textback_precompiled(${target} textback_pch_tests)
endfunction()

# textback_test(NAME SOURCES ... LINK ... [LABELS ...]): one Qt Test program, run offscreen with a private runtime folder and time zone UTC.
function(textback_test name)
    cmake_parse_arguments(TEST "" "" "SOURCES;LINK;LABELS;ENVIRONMENT" ${ARGN})
    add_executable(tst_${name} ${TEST_SOURCES})
    set_target_properties(tst_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    target_include_directories(tst_${name} PRIVATE "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/tests")
    target_link_libraries(tst_${name} PRIVATE Qt6::Test textback_options ${TEST_LINK})
    target_compile_definitions(tst_${name} PRIVATE TEXTBACK_SOURCE_DIR="${PROJECT_SOURCE_DIR}" TEXTBACK_BINARY_DIR="${CMAKE_BINARY_DIR}")
    textback_test_build(tst_${name})
    textback_moc(tst_${name} ${TEST_SOURCES})
    add_test(NAME ${name} COMMAND tst_${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT 300
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;XDG_RUNTIME_DIR=${CMAKE_BINARY_DIR}/tests/run;LC_ALL=C.UTF-8;${TEST_ENVIRONMENT}")
    if(TEST_LABELS)
        set_tests_properties(${name} PROPERTIES LABELS "${TEST_LABELS}")
    endif()
    textback_fault_rows(${name} tst_${name} ${TEST_SOURCES})
endfunction()

# Each row of tests/README.md's table of faults is a test of its own, "F06.NAME": the test functions of one program whose names begin with the
# row's number in small letters ("f06RetryAfter"). They run once more in the program's own test; ctest -L faults runs the rows alone,
# ctest -LE again everything once.
function(textback_fault_rows name program)
    set(rows "")
    foreach(source ${ARGN})
        cmake_path(ABSOLUTE_PATH source)
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${source}")
        file(STRINGS "${source}" slots REGEX "^    void f[0-9][0-9][A-Za-z0-9]*\\(\\)")
        foreach(slot ${slots})
            string(REGEX MATCH "f[0-9][0-9][A-Za-z0-9]*" function "${slot}")
            string(SUBSTRING "${function}" 1 2 number)
            list(APPEND rows ${number})
            list(APPEND functions_${number} ${function})
        endforeach()
    endforeach()
    list(REMOVE_DUPLICATES rows)
    get_test_property(${name} ENVIRONMENT environment)
    get_test_property(${name} LABELS labels)
    foreach(number ${rows})
        add_test(NAME F${number}.${name} COMMAND ${program} ${functions_${number}})
        set_tests_properties(F${number}.${name} PROPERTIES TIMEOUT 300 ENVIRONMENT "${environment}" LABELS "faults;again")
    endforeach()
endfunction()
