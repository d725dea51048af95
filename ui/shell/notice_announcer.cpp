#include "ui/shell/notice_announcer.h"

#include "base/deliver.h"
#include "ui/models/notice_model.h"
#include "ui/text/words.h"
#include "ui/widgets/announcer.h"

#include <algorithm>
#include <utility>

namespace parvis::ui {

namespace {

constexpr int readAtMost = 50;

}

NoticeAnnouncer::NoticeAnnouncer(const Context &context, Announcer *announcer, std::function<bool()> isHeard)
    : QObject(announcer), m_context(context), m_announcer(announcer), m_isHeard(std::move(isHeard))
{
    connect(&context.backend, &Backend::changed, this, [this](const store::ChangeSet &changes) {
        if (mayChangeNotices(changes))
            read();
    });
    connect(announcer, &Announcer::said, this, [this](const QString &sentence) {
        if (sentence == m_sentence)
            m_untold.clear();
    });
    read();
}

void NoticeAnnouncer::read()
{
    if (!m_isHeard()) { // nobody listens; what has come by the time that somebody does is in the list
        m_started = false;
        return;
    }
    m_dirty = true;
    if (m_reading)
        return;
    m_dirty = false;
    m_reading = true;
    base::deliver(m_context.backend.notices({.limit = readAtMost}), this,
                  [this](const base::Result<store::NoticePage> &answer) {
                      m_reading = false;
                      if (answer && !std::exchange(m_started, true))
                          m_board.start(answer->items);
                      const auto step = answer ? m_board.update(answer->items, {}, {}) : alerts::Board::Step();
                      for (const alerts::Alert &alert : step.show) {
                          for (const store::NoticeItem &notice : alert.notices)
                              m_untold.append(notice);
                          m_board.dismissed(alert.thread); // each notice once
                      }
                      if (!step.show.isEmpty())
                          tell();
                      if (m_dirty)
                          read();
                  });
}

void NoticeAnnouncer::tell()
{
    if (!m_announcer->isVisible() || !m_announcer->window()->isActiveWindow()) {
        m_untold.clear();
        return;
    }
    const auto newest =
        std::max_element(m_untold.cbegin(), m_untold.cend(),
                         [](const store::NoticeItem &a, const store::NoticeItem &b) { return a.order < b.order; });
    const int count = int(m_untold.size());
    m_sentence = count == 1
                     ? words::sentence(*newest, m_context.clock.now())
                     : tr("%n new notification(s), the last from %1", nullptr, count).arg(newest->author.fullName);
    m_announcer->sayWhenQuiet(m_sentence);
}

} // namespace parvis::ui
