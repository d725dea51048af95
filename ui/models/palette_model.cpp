#include "ui/models/palette_model.h"

#include "base/deliver.h"
#include "text/cut.h"
#include "text/markdown.h"
#include "ui/actions/action_registry.h"
#include "ui/models/group_model.h"
#include "ui/models/search_model.h"
#include "ui/text/words.h"

namespace parvis::ui {

namespace {

constexpr int maxNamed = 9; // actions, places and people
constexpr int maxPosts = 4;
constexpr int maxPeople = 8; // asked of the store
constexpr int recentBonus = 60;
constexpr int ownBonus = 20;
constexpr int titleChars = 80;
constexpr int minForPosts = 2; // letters

QString keyOf(const Place &place)
{
    return QString::number(place.kind) + u':' + place.id.toString();
}

// A line has less room than a snippet: it begins shortly before the first word that was found.
PaletteEntry foundText(const store::SearchHit &hit)
{
    constexpr int before = 24;
    PaletteEntry entry{.kind = PaletteEntry::Post, .text = hit.snippet};
    entry.marks = hit.highlights;
    const int first = entry.marks.isEmpty() ? 0 : entry.marks.first().first;
    const auto blank = int(hit.snippet.lastIndexOf(u' ', qMax(0, first - before)));
    if (first <= 2 * before || blank < 0)
        return entry;
    entry.text = QStringLiteral("…") + hit.snippet.mid(blank + 1);
    for (auto &mark : entry.marks)
        mark.first -= blank;
    return entry;
}

PaletteEntry foundDocument(const store::SearchHit &hit)
{
    return {.kind = PaletteEntry::Document,
            .key = QStringLiteral("hit:") + hit.id.toString(),
            .text = hit.title,
            .detail = words::whereFiled(hit),
            .place = {.kind = Place::Documents, .id = hit.place.scope.id, .highlight = hit.id}};
}

} // namespace

PaletteModel::PaletteModel(Backend &backend, const base::Clock &clock, const Navigator &navigator,
                           ActionRegistry &registry, const GroupModel &groups, QObject *parent)
    : QAbstractListModel(parent),
      m_backend(backend),
      m_clock(clock),
      m_navigator(navigator),
      m_registry(registry),
      m_groups(groups)
{ }

void PaletteModel::open()
{
    ++m_opening;
    m_candidates.clear();
    addRecent();
    addGroups();
    addActions();
    setText({});
}

void PaletteModel::addActions()
{
    for (const Action &action : m_registry.actions()) {
        if (!m_registry.isPossible(action) || action.id == QLatin1String("find.palette"))
            continue;
        m_candidates.append(PaletteCandidate({.kind = PaletteEntry::Action,
                                              .key = action.id,
                                              .text = ActionRegistry::text(action),
                                              .also = action.help,
                                              .detail = title(action.group),
                                              .keys = action.keys}));
    }
}

void PaletteModel::addGroups()
{
    for (const store::GroupItem &group : m_groups.all()) {
        addPlace({.kind = PaletteEntry::GoTo,
                  .text = group.title,
                  .also = group.handle,
                  .detail = words::groupKind(group.kind),
                  .place = {.kind = Place::Group, .id = group.id.uuid()},
                  .face = group.id.uuid(),
                  .bonus = group.role ? ownBonus : 0});
    }
}

// Places gone to lately come before others; the later, the more.
void PaletteModel::addRecent()
{
    for (const Place &place : m_navigator.recent()) {
        if (place == m_navigator.place())
            continue;
        if (place.kind == Place::Group) {
            if (const auto *group = m_groups.find(place.id))
                addPlace({.kind = PaletteEntry::GoTo,
                          .text = group->title,
                          .also = group->handle,
                          .detail = words::groupKind(group->kind),
                          .place = place,
                          .face = place.id,
                          .bonus = recentBonus});
        } else if (place.kind == Place::PersonWall) {
            readPerson(place);
        } else if (place.kind == Place::Thread) {
            readThread(place);
        }
    }
}

void PaletteModel::readPerson(const Place &place)
{
    base::deliver(m_backend.person(place.id.toString()), this,
                  [this, place, opening = m_opening](const base::Result<std::optional<store::PersonCard>> &answer) {
                      if (opening != m_opening || !answer || !*answer)
                          return;
                      addPlace({.kind = PaletteEntry::Person,
                                .text = (*answer)->fullName,
                                .also = (*answer)->handle,
                                .detail = words::title(**answer),
                                .place = place,
                                .face = place.id,
                                .bonus = recentBonus});
                      arrange();
                  });
}

void PaletteModel::readThread(const Place &place)
{
    base::deliver(m_backend.item(place.id), this,
                  [this, place, opening = m_opening](const base::Result<std::optional<store::FeedItem>> &answer) {
                      if (opening != m_opening || !answer || !*answer || (*answer)->blank)
                          return;
                      const QString body =
                          text::plainText(text::parseMarkdown((*answer)->body.left(2000))).simplified();
                      addPlace({.kind = PaletteEntry::Post,
                                .text = text::shortened(body, titleChars),
                                .detail = (*answer)->author.fullName,
                                .place = {.kind = Place::Thread, .id = place.id},
                                .bonus = recentBonus});
                      arrange();
                  });
}

void PaletteModel::addPlace(const PaletteEntry &entry)
{
    PaletteEntry keyed = entry;
    keyed.key = keyOf(entry.place);
    for (const PaletteCandidate &held : std::as_const(m_candidates)) {
        if (held.entry.key == keyed.key)
            return;
    }
    m_candidates.append(PaletteCandidate(keyed));
}

void PaletteModel::setText(const QString &text)
{
    ++m_generation;
    const bool longer = !m_text.isEmpty() && text.startsWith(m_text);
    m_text = text.simplified();
    // What was found for fewer letters stays until the answer comes, as far as it still fits.
    if (!longer) {
        m_people.clear();
        m_posts.clear();
    }
    if (!m_text.isEmpty())
        askPeople();
    if (m_text.size() >= minForPosts)
        askPosts();
    arrange();
}

void PaletteModel::askPeople()
{
    base::deliver(m_backend.people(m_text, maxPeople), this,
                  [this, generation = m_generation](const base::Result<QList<store::PersonCard>> &answer) {
                      if (generation != m_generation || !answer)
                          return;
                      m_people.clear();
                      for (const store::PersonCard &person : *answer) {
                          const Place place{.kind = Place::PersonWall, .id = person.id.uuid()};
                          m_people.append(PaletteCandidate({.kind = PaletteEntry::Person,
                                                            .key = keyOf(place),
                                                            .text = person.fullName,
                                                            .also = person.handle + u' ' + person.title,
                                                            .detail = words::title(person),
                                                            .place = place,
                                                            .face = place.id}));
                      }
                      arrange();
                  });
}

void PaletteModel::askPosts()
{
    store::SearchQuery query;
    query.text = m_text;
    query.limit = 2 * maxPosts;
    base::deliver(m_backend.search(query), this,
                  [this, generation = m_generation](const base::Result<store::SearchResult> &answer) {
                      if (generation != m_generation || !answer)
                          return;
                      m_posts.clear();
                      for (const store::SearchHit &hit : answer->hits) {
                          if (m_posts.size() == maxPosts)
                              break;
                          if (SearchModel::isFiled(hit)) {
                              m_posts.append(foundDocument(hit));
                              continue;
                          }
                          if (hit.kind != model::Kind::Post && hit.kind != model::Kind::Comment)
                              continue;
                          PaletteEntry entry = foundText(hit);
                          entry.place = {.kind = Place::Thread, .id = hit.post};
                          if (hit.kind == model::Kind::Comment)
                              entry.place.highlight = hit.id;
                          entry.key = QStringLiteral("hit:") + hit.id.toString();
                          entry.detail = hit.author.fullName + QStringLiteral(" · ")
                                         + words::relativeTime(hit.createdAt, m_clock.now());
                          m_posts.append(entry);
                      }
                      arrange();
                  });
}

void PaletteModel::arrange()
{
    QList<PaletteEntry> rows;
    if (m_text.isEmpty()) {
        for (const PaletteCandidate &candidate : std::as_const(m_candidates)) {
            if (candidate.entry.bonus == recentBonus)
                rows.append(candidate.entry);
        }
        for (const bool first : {true, false}) {
            for (const PaletteCandidate &candidate : std::as_const(m_candidates)) {
                const bool common = candidate.entry.key.startsWith(QLatin1String("write."))
                                    || candidate.entry.key.startsWith(QLatin1String("find."));
                if (candidate.entry.kind == PaletteEntry::Action && common == first && rows.size() < maxNamed)
                    rows.append(candidate.entry);
            }
        }
    } else {
        QList<PaletteCandidate> all = m_candidates;
        for (const PaletteCandidate &person : std::as_const(m_people)) {
            const bool recent = std::any_of(m_candidates.begin(), m_candidates.end(),
                                            [&](const auto &held) { return held.entry.key == person.entry.key; });
            if (!recent)
                all.append(person);
        }
        rows = ranked(all, m_text, maxNamed);
        rows += m_posts;
        rows.append({.kind = PaletteEntry::Search,
                     .key = QStringLiteral("search"),
                     .text = tr("Search everything for “%1”").arg(m_text)});
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const PaletteEntry &row = m_rows.at(index.row());
    if (role == Qt::DisplayRole)
        return row.text;
    if (role != Qt::AccessibleTextRole)
        return {};
    QStringList said{row.text, row.detail, shownKeys(row.keys).value(0)};
    said.removeAll(QString());
    return said.join(QStringLiteral(", "));
}

int PaletteModel::rowOf(const QString &key) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).key == key)
            return row;
    }
    return -1;
}

} // namespace parvis::ui
