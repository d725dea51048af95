#include "spelling/speller.h"

#include "spelling/spell_worker.h"

#include <QMetaObject>
#include <QPromise>

#include <memory>

namespace parvis::spelling {

Speller::Speller(const Files &files) : m_worker(new SpellWorker(files))
{
    m_thread.setObjectName(QStringLiteral("spelling"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
}

Speller::~Speller()
{
    if (!m_thread.isRunning()) {
        delete m_worker;
        return;
    }
    m_thread.quit();
    m_thread.wait();
}

// The thread begins with the first question.
template<class F>
QFuture<QStringList> Speller::ask(F question)
{
    if (!m_thread.isRunning())
        m_thread.start(QThread::LowPriority);
    auto promise = std::make_shared<QPromise<QStringList>>();
    promise->start();
    auto future = promise->future();
    QMetaObject::invokeMethod(
        m_worker,
        [promise, worker = m_worker, question = std::move(question)] {
            promise->addResult(question(*worker));
            promise->finish();
        },
        Qt::QueuedConnection);
    return future;
}

QFuture<QStringList> Speller::misspelt(const QStringList &words)
{
    return ask([words](SpellWorker &worker) { return worker.misspelt(words); });
}

QFuture<QStringList> Speller::suggestions(const QString &word)
{
    return ask([word](SpellWorker &worker) { return worker.suggestions(word); });
}

QFuture<QStringList> Speller::ownWords()
{
    return ask([](SpellWorker &worker) { return worker.ownWords(); });
}

void Speller::learn(const QString &word)
{
    ask([word](SpellWorker &worker) {
        worker.learn(word);
        return QStringList();
    });
    Q_EMIT ownWordsChanged();
}

void Speller::forget(const QString &word)
{
    ask([word](SpellWorker &worker) {
        worker.forget(word);
        return QStringList();
    });
    Q_EMIT ownWordsChanged();
}

} // namespace parvis::spelling
