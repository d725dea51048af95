#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace parvis::auth {

// A device's session as kept in the vault: the access token beside its refresh token, so that a process that starts
// within 15 minutes does not rotate (design §8).
struct Tokens {
    QString access;
    QString refresh;
    base::Time accessUntil;
    bool operator==(const Tokens &) const = default;
};

QByteArray toSecret(const Tokens &tokens);
std::optional<Tokens> fromSecret(const QByteArray &secret); // nothing: unreadable

// Decides what to do with the tokens at hand; does nothing itself. Refreshing is for one process at a time: it takes the
// profile's token lock, reads the vault again, gives that to reread(), and only if the need is still Refresh does it ask
// the server.
class TokenKeeper {
public:
    enum class Need {
        SignIn,  // no session
        Refresh, // the access token is used up, or the server did not take it
        Nothing  // use access()
    };

    explicit TokenKeeper(const base::Clock &clock) : m_clock(clock) { }

    void reread(const std::optional<Tokens> &stored); // from the vault; perhaps another process has rotated them
    void renewed(const Tokens &tokens);               // from the server
    void accessRefused();                             // the server did not take access(): no use to try it again
    void ended();                                     // the session is over: signed out, revoked or reused

    Need need() const;
    const QString &access() const { return m_tokens.access; }
    const QString &refresh() const { return m_tokens.refresh; }
    const Tokens &tokens() const { return m_tokens; }

    // A token this close to its end is not used any more: it must outlast the way to the server.
    static constexpr qint64 marginMs = 30'000;

private:
    const base::Clock &m_clock;
    Tokens m_tokens;
    QString m_refused; // an access token known to be no good
};

} // namespace parvis::auth
