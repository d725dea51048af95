#include "ui/desktop/teller.h"

#include "base/deliver.h"
#include "ui/models/notice_model.h"
#include "ui/text/words.h"

namespace parvis::ui {

namespace {

constexpr int readAtMost = 100;
constexpr int gatheredLines = 4;

} // namespace

Teller::Teller(const Context &context, Messages &messages, std::function<bool()> isInView, QObject *parent)
    : QObject(parent), m_context(context), m_messages(messages), m_isInView(std::move(isInView))
{
    connect(&context.backend, &Backend::changed, this, [this](const store::ChangeSet &changes) {
        if (mayChangeNotices(changes))
            read();
    });
    connect(&context.navigator, &Navigator::moved, this, &Teller::look);
    connect(&messages, &Messages::opened, this, [this](const QString &key) {
        if (const auto thread = threadOf(key)) {
            m_board.dismissed(*thread);
            Q_EMIT openWanted(m_places.take(*thread));
        }
    });
    connect(&messages, &Messages::gone, this, [this](const QString &key) {
        if (const auto thread = threadOf(key))
            m_board.dismissed(*thread);
    });
    read();
}

Teller::~Teller()
{
    for (const Uuid &thread : m_board.takeDown())
        m_messages.withdraw(keyOf(thread));
}

QString Teller::keyOf(const Uuid &thread) const
{
    const auto identity = m_context.backend.identity();
    return (identity ? identity->person.toString() : QString()) + u'/' + thread.toString();
}

// Other companies' messages hang there too.
std::optional<Uuid> Teller::threadOf(const QString &key) const
{
    const auto thread = Uuid::fromString(key.section(u'/', 1));
    return thread && m_places.contains(*thread) && keyOf(*thread) == key ? thread : std::nullopt;
}

void Teller::look()
{
    if (m_started)
        update();
}

void Teller::read()
{
    m_dirty = true;
    if (m_reading)
        return;
    m_dirty = false;
    m_reading = true;
    base::deliver(m_context.backend.notices({.limit = readAtMost}), this,
                  [this](const base::Result<store::NoticePage> &answer) {
                      m_reading = false;
                      if (answer) {
                          const int before = std::exchange(m_page, *answer).unread;
                          if (!std::exchange(m_started, true))
                              m_board.start(m_page.items);
                          update();
                          if (before != m_page.unread)
                              Q_EMIT unreadChanged(m_page.unread);
                      }
                      if (m_dirty)
                          read();
                  });
}

void Teller::update()
{
    const Place &place = m_context.navigator.place();
    const Uuid inView = place.kind == Place::Thread && m_isInView() ? place.id : Uuid();
    const alerts::Wishes wishes{m_context.preferences.notify, m_context.preferences.notifyMentionsOnly};
    const auto step = m_board.update(m_page.items, wishes, inView);
    for (const Uuid &thread : step.withdraw)
        m_messages.withdraw(keyOf(thread));
    for (const alerts::Alert &alert : step.show) {
        const store::NoticeItem &newest = alert.notices.first();
        Place leads{.kind = Place::Notices};
        if (!alert.thread.isNull()) {
            leads = {.kind = Place::Thread, .id = alert.thread};
            if (newest.kind == model::Kind::Comment)
                leads.highlight = newest.id;
        }
        m_places.insert(alert.thread, leads);
        m_messages.show(messageOf(alert));
    }
}

Message Teller::messageOf(const alerts::Alert &alert) const
{
    auto who = [](const store::NoticeItem &notice) {
        return tr("%1 %2", "author, what was done").arg(notice.author.fullName, words::noticeWhy(notice.reason));
    };
    Message message;
    message.key = keyOf(alert.thread);
    message.openLabel = tr("Open");
    const int count = int(alert.notices.size());
    if (!alert.thread.isNull()) {
        const store::NoticeItem &newest = alert.notices.first();
        message.title = who(newest);
        message.body = words::placeTitle(newest.place) + u'\n' + newest.text;
        if (count > 1)
            message.body += u'\n' + tr("and %n more in this thread", nullptr, count - 1);
        return message;
    }
    message.title = tr("%n notification(s)", nullptr, count);
    QStringList lines;
    for (const store::NoticeItem &notice : alert.notices.mid(0, gatheredLines))
        lines << who(notice) + QStringLiteral(" · ") + words::placeTitle(notice.place);
    if (count > gatheredLines)
        lines << tr("and %n more", nullptr, count - gatheredLines);
    message.body = lines.join(u'\n');
    return message;
}

} // namespace parvis::ui
