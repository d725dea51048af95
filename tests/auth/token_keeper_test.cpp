#include "auth/token_keeper.h"

#include <QtTest>

using namespace parvis;
using auth::TokenKeeper;
using auth::Tokens;
using Need = TokenKeeper::Need;

class TokenKeeperTest : public QObject {
    Q_OBJECT

private:
    base::ManualClock m_clock;
    Tokens fresh(const QString &name) const
    {
        return {QStringLiteral("access-") + name, QStringLiteral("refresh-") + name, m_clock.now().plusMs(15 * 60'000)};
    }

private Q_SLOTS:
    void nothingStoredMeansSignIn()
    {
        TokenKeeper keeper(m_clock);
        QCOMPARE(keeper.need(), Need::SignIn);
        keeper.reread(std::nullopt);
        QCOMPARE(keeper.need(), Need::SignIn);
    }

    void processStartedWithinFifteenMinutesDoesNotRotate()
    {
        const Tokens stored = fresh("a");
        m_clock.advanceMs(14 * 60'000);
        TokenKeeper keeper(m_clock);
        keeper.reread(auth::fromSecret(auth::toSecret(stored)));
        QCOMPARE(keeper.need(), Need::Nothing);
        QCOMPARE(keeper.access(), stored.access);
    }

    void tokenAboutToEndIsNotUsedAnyMore()
    {
        TokenKeeper keeper(m_clock);
        keeper.renewed(fresh("a"));
        m_clock.advanceMs(15 * 60'000 - TokenKeeper::marginMs);
        QCOMPARE(keeper.need(), Need::Refresh);
    }

    void tokenThatTheServerRefusedIsNotTriedAgain()
    {
        TokenKeeper keeper(m_clock);
        keeper.renewed(fresh("a"));
        keeper.accessRefused();
        QCOMPARE(keeper.need(), Need::Refresh);
        keeper.reread(fresh("a")); // the vault still has the same one
        QCOMPARE(keeper.need(), Need::Refresh);
    }

    void tokensRotatedByAnotherProcessAreTakenInsteadOfRotatingAgain()
    {
        TokenKeeper keeper(m_clock);
        keeper.renewed(fresh("a"));
        keeper.accessRefused();
        keeper.reread(fresh("b"));
        QCOMPARE(keeper.need(), Need::Nothing);
        QCOMPARE(keeper.access(), QStringLiteral("access-b"));
    }

    void endedSessionAsksToSignIn()
    {
        TokenKeeper keeper(m_clock);
        keeper.renewed(fresh("a"));
        keeper.ended();
        QCOMPARE(keeper.need(), Need::SignIn);
        QVERIFY(keeper.access().isEmpty() && keeper.refresh().isEmpty());
    }

    void secretSurvivesStoringAndDamageIsNothing()
    {
        const Tokens tokens = fresh("ä \"quoted\"");
        QCOMPARE(auth::fromSecret(auth::toSecret(tokens)), std::optional(tokens));
        QVERIFY(!auth::fromSecret("not json"));
        QVERIFY(!auth::fromSecret("{\"access\":\"x\"}"));
        QVERIFY(!auth::fromSecret({}));
    }
};

QTEST_GUILESS_MAIN(TokenKeeperTest)
#include "token_keeper_test.moc"
