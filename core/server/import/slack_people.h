#pragma once

#include "server/auth_store.h"
#include "server/import/slack_message.h"
#include "server/people.h"

#include <QHash>
#include <QSet>

namespace parvis::server {

// The people of a workspace, and who each of them is here. Writes the new ones into the open transaction.
// Throws BadArchive and store::Failure.
class SlackPeople {
public:
    SlackPeople(WriteView &view, AuthStore *accounts, const Env &env) : m_view(view), m_accounts(accounts), m_env(env)
    { }

    // One entry of users.json. A person who has an account with the same e-mail address is that person.
    void add(const JsonFields &user);
    // To be called once after the last entry: ids of bots that have only a name are kept apart by workspace.
    void settle();

    std::optional<SlackName> byUserId(const QString &userId) const;
    // Who wrote it; makes a bot, or a person who stands in no list, at the first message.
    PersonId author(const SlackAuthor &author);
    void rememberBotName(const SlackBotName &bot);
    bool isGuest(const QString &userId) const { return m_guests.contains(userId); }
    bool isAdministrator(const QString &userId) const { return m_administrators.contains(userId); }
    QString team() const { return m_team; }

    qint64 created() const { return m_created; }
    qint64 recognised() const { return m_recognised; }
    const QList<Account> &accounts() const { return m_newAccounts; }

private:
    struct Known {
        PersonId id;
        QString handle;
    };

    std::optional<Known> recognise(const QString &email);
    Known ensure(PersonId id, model::Person person, const QString &wantedHandle);
    void wantAccount(const Known &known, const QString &email, bool disabled);
    QString freeHandle(const QString &wanted);

    WriteView &m_view;
    AuthStore *m_accounts;
    Env m_env;
    QHash<QString, Known> m_users;       // by "U…"
    QHash<QString, Known> m_botIds;      // by "B…": bots of users.json
    QHash<QString, Known> m_botNames;    // by lower-case name
    QHash<QString, QString> m_toldNames; // of bots that have only an id
    QSet<QString> m_guests;
    QSet<QString> m_administrators;
    QSet<QString> m_emails;
    QHash<QString, int> m_nextNumber; // of a handle that is taken
    QHash<QString, int> m_teams;
    QString m_team;
    qint64 m_created = 0;
    qint64 m_recognised = 0;
    QList<Account> m_newAccounts;
};

// A handle like `wanted` that nobody has: a taken one gets a number. `next` remembers where counting goes on.
QString freeHandleLike(ReadView &view, const QString &wanted, QHash<QString, int> &next);

} // namespace parvis::server
