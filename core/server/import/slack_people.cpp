#include "server/import/slack_people.h"

#include "server/import/bad_archive.h"
#include "text/handle.h"

namespace parvis::server {

namespace {

constexpr qsizetype maxNameLength = 200;

QString firstOf(std::initializer_list<QString> candidates)
{
    for (const QString &each : candidates) {
        const QString simple = each.simplified();
        if (!simple.isEmpty())
            return simple.left(maxNameLength);
    }
    return {};
}

PersonId userPersonId(const QString &userId)
{
    return PersonId(base::derivedUuid({"slack_user", userId.toUtf8()}));
}

} // namespace

QString freeHandleLike(ReadView &view, const QString &wanted, QHash<QString, int> &next)
{
    QString base = wanted.toLower().normalized(QString::NormalizationForm_C);
    if (!text::isHandle(base))
        base = text::handleFrom(wanted);
    base.truncate(text::maxHandleLength - 8);
    if (!text::isHandle(base))
        base = QStringLiteral("person");
    if (!next.contains(base)) {
        next.insert(base, 2);
        if (!view.handleOwner(base))
            return base;
    }
    for (int &number = next[base];;) {
        const QString numbered = base + QString::number(number++);
        if (!view.handleOwner(numbered))
            return numbered;
    }
}

QString SlackPeople::freeHandle(const QString &wanted)
{
    return freeHandleLike(m_view, wanted, m_nextNumber);
}

std::optional<SlackPeople::Known> SlackPeople::recognise(const QString &email)
{
    if (email.isEmpty() || !m_accounts)
        return std::nullopt;
    const auto account = m_accounts->accountByEmail(email);
    if (!account)
        throw BadArchive{account.error()};
    if (!*account)
        return std::nullopt;
    const auto known = person(m_view, (*account)->person);
    if (!known)
        return std::nullopt;
    return Known{(*account)->person, known->handle};
}

SlackPeople::Known SlackPeople::ensure(PersonId id, model::Person made, const QString &wantedHandle)
{
    if (const auto held = person(m_view, id))
        return {id, held->handle};
    made.handle = freeHandle(wantedHandle);
    if (made.fullName.isEmpty())
        made.fullName = made.handle;
    const auto created = createPerson(m_view, made, m_env, id);
    if (!created)
        throw BadArchive{created.error()};
    ++m_created;
    return {id, made.handle};
}

void SlackPeople::wantAccount(const Known &known, const QString &email, bool disabled)
{
    if (!m_accounts)
        return;
    const auto held = m_accounts->account(known.handle);
    if (!held)
        throw BadArchive{held.error()};
    if (*held)
        return;
    Account account;
    account.person = known.id;
    account.handle = known.handle;
    account.email = email;
    account.disabled = disabled;
    m_newAccounts.append(account);
}

void SlackPeople::add(const JsonFields &user)
{
    const QString userId = user.text("id");
    if (userId.isEmpty())
        refuseArchive(user.place(), "A person in this file has no id. Export the workspace again.");
    if (m_users.contains(userId))
        refuseArchive(user.place(),
                      QStringLiteral("The person %1 stands in this file twice. Export the workspace again.")
                          .arg(userId.left(40)));
    const JsonFields profile = user.object("profile");
    const QString name = user.text("name");
    const bool bot = user.flag("is_bot") || userId == QLatin1String("USLACKBOT");
    const bool guest = user.flag("is_restricted") || user.flag("is_ultra_restricted");
    const bool disabled = user.flag("deleted");
    ++m_teams[user.text("team_id")];

    QString email = profile.text("email").trimmed();
    if (email.size() > 254 || m_emails.contains(email.toLower()))
        email.clear();
    if (!email.isEmpty())
        m_emails.insert(email.toLower());

    const PersonId id = userPersonId(userId);
    const bool before = person(m_view, id).has_value();
    const auto recognised = before || bot ? std::nullopt : recognise(email);
    Known known;
    if (recognised) {
        known = *recognised;
        ++m_recognised;
    } else {
        model::Person made;
        made.fullName =
            firstOf({user.text("real_name"), profile.text("real_name"), profile.text("display_name"), name});
        made.title = profile.text("title").simplified().left(maxNameLength);
        made.role = guest ? model::CompanyRole::Guest : model::CompanyRole::Employee;
        made.disabled = disabled;
        made.bot = bot;
        known = ensure(id, made, firstOf({name, profile.text("display_name"), made.fullName, userId}));
        if (!bot)
            wantAccount(known, email, disabled);
    }
    m_users.insert(userId, known);
    if (guest)
        m_guests.insert(userId);
    if (user.flag("is_admin") || user.flag("is_owner"))
        m_administrators.insert(userId);
    if (bot) {
        const QString botId = profile.text("bot_id");
        if (!botId.isEmpty())
            m_botIds.insert(botId, known);
        for (const QString &each :
             {name, user.text("real_name"), profile.text("real_name"), profile.text("display_name")}) {
            const QString key = each.simplified().toLower();
            if (!key.isEmpty() && !m_botNames.contains(key))
                m_botNames.insert(key, known);
        }
    }
}

void SlackPeople::settle()
{
    int most = 0;
    for (auto it = m_teams.cbegin(); it != m_teams.cend(); ++it) {
        if (it.value() > most || (it.value() == most && it.key() < m_team)) {
            most = it.value();
            m_team = it.key();
        }
    }
}

std::optional<SlackName> SlackPeople::byUserId(const QString &userId) const
{
    const auto found = m_users.constFind(userId);
    if (found == m_users.cend())
        return std::nullopt;
    return SlackName{found->handle, found->id.uuid()};
}

void SlackPeople::rememberBotName(const SlackBotName &bot)
{
    m_toldNames.insert(bot.botId, bot.name);
}

PersonId SlackPeople::author(const SlackAuthor &author)
{
    if (!author.userId.isEmpty()) {
        if (const auto found = m_users.constFind(author.userId); found != m_users.cend())
            return found->id;
        // Somebody of another workspace, or long gone: they wrote it, but cannot sign in here.
        model::Person made;
        made.fullName = firstOf({author.name, author.userId});
        made.bot = author.bot;
        made.disabled = !author.bot;
        const Known known = ensure(userPersonId(author.userId), made, made.fullName);
        m_users.insert(author.userId, known);
        return known.id;
    }
    if (const auto found = m_botIds.constFind(author.botId); found != m_botIds.cend())
        return found->id;
    const QString name = author.name.isEmpty() ? author.botId : author.name;
    const QString key = name.toLower();
    if (const auto found = m_botNames.constFind(key); found != m_botNames.cend())
        return found->id;
    model::Person made;
    made.fullName = author.name.isEmpty() ? m_toldNames.value(author.botId, author.botId) : author.name;
    made.bot = true;
    const PersonId id(base::derivedUuid({"slack_bot", m_team.toUtf8(), key.toUtf8()}));
    const Known known = ensure(id, made, made.fullName);
    m_botNames.insert(key, known);
    return known.id;
}

} // namespace parvis::server
