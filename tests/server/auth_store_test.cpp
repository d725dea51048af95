#include "server/auth_store.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace parvis;
using namespace parvis::server;

namespace {

constexpr HashCost cheap{1, 8192};
const QString home = QStringLiteral("192.0.2.1");

} // namespace

class AuthStoreTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    base::ManualClock m_clock;
    base::SeededRandom m_random{1};
    std::unique_ptr<AuthStore> m_auth;
    PersonId m_anna;
    QList<std::pair<PersonId, DeviceId>> m_revoked;

    void open() { m_auth = std::move(*AuthStore::open(m_dir->filePath("auth.db"), m_clock, m_random, cheap)); }
    TokenPair signIn(const QString &device = "laptop") { return *m_auth->login("anna", "secret", device, home); }
    QString whyNot(const QString &handle, const QString &password, const QString &address = home)
    {
        const auto pair = m_auth->login(handle, password, "d", address);
        return pair ? QString() : pair.error().where;
    }
    bool works(const TokenPair &pair) { return m_auth->checkAccess(pair.access).has_value(); }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_clock = base::ManualClock();
        m_revoked.clear();
        open();
        m_anna = PersonId(base::newUuid(m_clock, m_random));
        QVERIFY(m_auth->putAccount({m_anna, "anna", "Anna@Example.org", false, false}));
        QVERIFY(m_auth->setPassword(m_anna, "secret"));
        m_auth->onRevoked([this](PersonId person, DeviceId device) { m_revoked.append({person, device}); });
    }

    void rightPasswordOpensASession()
    {
        const TokenPair pair = signIn();
        QCOMPARE(pair.person, m_anna);
        QCOMPARE(pair.accessUntil, m_clock.now().plusMs(15 * 60 * 1000));
        const auto session = m_auth->checkAccess(pair.access);
        QCOMPARE(session->person, m_anna);
        QCOMPARE(session->device, pair.device);
        QVERIFY(!m_auth->checkAccess(pair.refresh));
        QVERIFY(!m_auth->refresh(pair.access));
    }

    void wrongHandleAndWrongPasswordLookTheSame()
    {
        const auto password = m_auth->login("anna", "wrong", "d", home);
        const auto handle = m_auth->login("nobody", "secret", "d", home);
        QCOMPARE(password.error(), handle.error());
        QCOMPARE(password.error().where, "wrong_password");
    }

    void accountWithoutPasswordCannotSignIn()
    {
        QVERIFY(m_auth->putAccount({PersonId(base::newUuid(m_clock, m_random)), "imported", {}, false, false}));
        QCOMPARE(whyNot("imported", ""), "wrong_password");
        QVERIFY(!(*m_auth->account("imported"))->hasPassword);
        QVERIFY((*m_auth->account("anna"))->hasPassword);
    }

    void passwordIsTheSameHoweverItIsComposed()
    {
        QVERIFY(m_auth->setPassword(m_anna, QStringLiteral("caf\u00e9")));
        QCOMPARE(whyNot("anna", QStringLiteral("cafe\u0301")), QString());
    }

    void accessTokenEndsAfterFifteenMinutes()
    {
        const TokenPair pair = signIn();
        m_clock.advanceMs(15 * 60 * 1000 - 1);
        QVERIFY(works(pair));
        m_clock.advanceMs(1);
        QVERIFY(!works(pair));
    }

    void refreshRotatesBothTokens()
    {
        const TokenPair first = signIn();
        const auto second = m_auth->refresh(first.refresh);
        QVERIFY(second->refresh != first.refresh);
        QVERIFY(second->access != first.access);
        QCOMPARE(second->device, first.device);
        QVERIFY(works(*second));
    }

    void answerLostOnTheWayCanBeAskedForAgain()
    {
        const TokenPair first = signIn();
        QVERIFY(m_auth->refresh(first.refresh)); // never arrives
        QVERIFY(m_auth->refresh(first.refresh)); // nor does this
        const auto third = m_auth->refresh(first.refresh);
        QVERIFY(works(*third));
        QVERIFY(m_revoked.isEmpty());
        QVERIFY(m_auth->refresh(third->refresh));
    }

    void tokenBeforeTheLastIsReuseOnceItsSuccessorWasUsed()
    {
        const TokenPair first = signIn();
        const TokenPair second = *m_auth->refresh(first.refresh);
        const TokenPair third = *m_auth->refresh(second.refresh);
        const auto reused = m_auth->refresh(first.refresh);
        QCOMPARE(reused.error().where, "session_ended");
        QVERIFY(!m_auth->refresh(third.refresh));
        QVERIFY(!works(third));
        QCOMPARE(m_revoked, (QList<std::pair<PersonId, DeviceId>>{{m_anna, first.device}}));
        QVERIFY(m_auth->devices(m_anna)->isEmpty());
    }

    void tokenBeforeTheLastIsReuseOnceAnAccessTokenOfTheLastWasUsed()
    {
        const TokenPair first = signIn();
        const TokenPair second = *m_auth->refresh(first.refresh);
        QVERIFY(works(second));
        QVERIFY(!m_auth->refresh(first.refresh));
        QVERIFY(!works(second));
        QCOMPARE(m_revoked.size(), 1);
    }

    void accessTokenThatCameBeforeProvesNothingAboutTheLast()
    {
        const TokenPair first = signIn();
        QVERIFY(m_auth->refresh(first.refresh)); // never arrives
        QVERIFY(works(first));
        QVERIFY(m_auth->refresh(first.refresh));
        QVERIFY(m_revoked.isEmpty());
    }

    void oneFamilysEndLeavesOtherDevicesAlone()
    {
        const TokenPair phone = signIn("phone");
        const TokenPair first = signIn();
        const TokenPair second = *m_auth->refresh(first.refresh);
        QVERIFY(m_auth->refresh(second.refresh));
        QVERIFY(!m_auth->refresh(first.refresh));
        QVERIFY(works(phone));
        QVERIFY(m_auth->refresh(phone.refresh));
    }

    void refreshTokenUnusedForMonthsIsTooOld()
    {
        const TokenPair pair = signIn();
        m_clock.advanceMs(qint64(91) * 24 * 3600 * 1000);
        QVERIFY(!m_auth->refresh(pair.refresh));
        QVERIFY(m_revoked.isEmpty());
    }

    void sessionsSurviveARestart()
    {
        const TokenPair pair = signIn();
        open();
        QVERIFY(works(pair));
        QVERIFY(m_auth->refresh(pair.refresh));
    }

    void onlyHashesOfTokensAndPasswordsAreOnDisk()
    {
        const TokenPair pair = signIn();
        m_auth.reset();
        for (const char *name : {"auth.db", "auth.db-wal"}) {
            QFile file(m_dir->filePath(name));
            const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            QVERIFY(!bytes.contains(pair.access.toUtf8()));
            QVERIFY(!bytes.contains(pair.refresh.toUtf8()));
            QVERIFY(!bytes.contains(QByteArray::fromBase64(pair.refresh.toUtf8(), QByteArray::Base64UrlEncoding)));
            QVERIFY(!bytes.contains("secret"));
        }
    }

    void guessingIsSlowedAfterFiveFailures()
    {
        for (int i = 0; i < 5; ++i)
            QCOMPARE(whyNot("anna", "wrong"), "wrong_password");
        const auto sixth = m_auth->login("anna", "secret", "d", home);
        QVERIFY(sixth.error().kind == base::ErrorKind::Refused);
        QCOMPARE(sixth.error().detail, "throttled: try again in 1 s");
        m_clock.advanceMs(1000);
        QCOMPARE(whyNot("anna", "wrong"), "wrong_password");
        m_clock.advanceMs(1000);
        QCOMPARE(whyNot("anna", "secret"), "throttled"); // each failure makes the next wait longer
        m_clock.advanceMs(1000);
        QCOMPARE(whyNot("anna", "secret"), QString());
        QCOMPARE(whyNot("anna", "wrong"), "wrong_password"); // a success clears the count
        QCOMPARE(whyNot("anna", "secret"), QString());
    }

    void strangerCannotLockSomebodyOut()
    {
        for (int i = 0; i < 8; ++i)
            whyNot("anna", "wrong", "203.0.113.9");
        QCOMPARE(whyNot("anna", "secret", "203.0.113.9"), "throttled");
        QCOMPARE(whyNot("anna", "secret"), QString());
    }

    void guessingFromManyAddressesIsSlowedToo()
    {
        for (int i = 0; i < 50; ++i)
            QCOMPARE(whyNot("anna", "wrong", QString::number(i)), "wrong_password");
        QCOMPARE(whyNot("anna", "wrong", "another"), "throttled");
    }

    void throttleOutlivesARestartAndADayOfPeace()
    {
        for (int i = 0; i < 5; ++i)
            whyNot("anna", "wrong");
        open();
        QCOMPARE(whyNot("anna", "secret"), "throttled");
        m_clock.advanceMs(25 * 3600 * 1000);
        QCOMPARE(whyNot("anna", "wrong"), "wrong_password");
        QCOMPARE(whyNot("anna", "secret"), QString());
    }

    void disablingEndsEverything()
    {
        const TokenPair pair = signIn();
        QVERIFY(m_auth->setDisabled(m_anna, true));
        QVERIFY(!works(pair));
        QVERIFY(!m_auth->refresh(pair.refresh));
        QCOMPARE(m_revoked, (QList<std::pair<PersonId, DeviceId>>{{m_anna, DeviceId()}}));
        QCOMPARE(whyNot("anna", "secret"), "disabled");
        QVERIFY(m_auth->setDisabled(m_anna, false));
        QCOMPARE(whyNot("anna", "secret"), QString());
    }

    void changedPasswordKeepsThisDeviceOnly()
    {
        const TokenPair here = signIn();
        const TokenPair there = signIn("phone");
        QCOMPARE(m_auth->changePassword(m_anna, "wrong", "new", here.device).error().where, "wrong_password");
        QVERIFY(m_auth->changePassword(m_anna, "secret", "new", here.device));
        QVERIFY(works(here));
        QVERIFY(!works(there));
        QCOMPARE(m_revoked, (QList<std::pair<PersonId, DeviceId>>{{m_anna, there.device}}));
        QCOMPARE(whyNot("anna", "secret"), "wrong_password");
        QCOMPARE(whyNot("anna", "new"), QString());
    }

    void passwordSetByTheAdministratorEndsAllSessions()
    {
        const TokenPair pair = signIn();
        QVERIFY(m_auth->setPassword(m_anna, "given"));
        QVERIFY(!works(pair));
        QCOMPARE(m_revoked, (QList<std::pair<PersonId, DeviceId>>{{m_anna, DeviceId()}}));
        QVERIFY(m_auth->setPassword(m_anna, "").error().kind == base::ErrorKind::Usage);
        QCOMPARE(m_auth->setPassword(PersonId(base::newUuid(m_clock, m_random)), "x").error().where, "no_such_person");
    }

    void oneHashServesManyAccounts()
    {
        const QString hash = *m_auth->hashPassword("shared");
        for (const char *handle : {"one", "two"}) {
            const PersonId person(base::newUuid(m_clock, m_random));
            QVERIFY(m_auth->putAccount({person, handle, {}, false, false}));
            QVERIFY(m_auth->setPasswordHash(person, hash));
            QCOMPARE(whyNot(handle, "shared"), QString());
        }
    }

    void revokedDeviceIsOutAtOnce()
    {
        const TokenPair here = signIn();
        const TokenPair there = signIn("phone");
        QCOMPARE(m_auth->devices(m_anna)->size(), 2);
        QVERIFY(m_auth->revokeDevice(m_anna, there.device));
        QVERIFY(!works(there));
        QVERIFY(works(here));
        QCOMPARE(m_auth->devices(m_anna)->first().name, "laptop");
        QCOMPARE(m_revoked, (QList<std::pair<PersonId, DeviceId>>{{m_anna, there.device}}));
        QCOMPARE(m_auth->revokeDevice(m_anna, there.device).error().where, "no_such_device");
        QCOMPARE(m_auth->revokeDevice(PersonId(base::newUuid(m_clock, m_random)), here.device).error().where,
                 "no_such_device");
    }

    void accountsAreFoundByHandleAndEmail()
    {
        QCOMPARE((*m_auth->account("anna"))->person, m_anna);
        QCOMPARE((*m_auth->accountByEmail("ANNA@example.org"))->person, m_anna);
        QVERIFY(!*m_auth->accountByEmail(""));
        QVERIFY(!*m_auth->account("nobody"));
        QVERIFY(m_auth->putAccount({PersonId(base::newUuid(m_clock, m_random)), "anna", {}, false, false}).error().kind == base::ErrorKind::Conflict);
        QVERIFY(m_auth->putAccount({m_anna, "anne", {}, false, false}));
        QCOMPARE(whyNot("anne", "secret"), QString());
        QCOMPARE(m_auth->accounts()->size(), 1);
        QVERIFY(m_auth->removeAccount(m_anna));
        QVERIFY(m_auth->accounts()->isEmpty());
    }
};

QTEST_GUILESS_MAIN(AuthStoreTest)
#include "auth_store_test.moc"
