#include "auth/file_vault.h"
#include "auth/memory_vault.h"
#include "auth/sealed_file_vault.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

using namespace parvis;
using auth::SecretVault;

namespace {

const QString key = QStringLiteral("profile:test");

base::Result<std::optional<QByteArray>> readFrom(SecretVault &vault)
{
    base::Result<std::optional<QByteArray>> result;
    vault.read(key, [&](auto answer) { result = std::move(answer); });
    return result;
}

base::Result<void> writeTo(SecretVault &vault, const QByteArray &value)
{
    base::Result<void> result;
    vault.write(key, value, [&](auto answer) { result = std::move(answer); });
    return result;
}

} // namespace

class VaultTest : public QObject {
    Q_OBJECT

private:
    base::SeededRandom m_random{1};
    std::unique_ptr<QTemporaryDir> m_dir;
    QString path() const { return m_dir->filePath("credentials"); }
    std::unique_ptr<SecretVault> make(const QString &which)
    {
        if (which == "memory")
            return std::make_unique<auth::MemoryVault>();
        if (which == "file")
            return std::make_unique<auth::FileVault>(path());
        return std::make_unique<auth::SealedFileVault>(path(), "correct horse", m_random);
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void secretIsKeptReplacedAndRemoved_data()
    {
        QTest::addColumn<QString>("which");
        for (const char *which : {"memory", "file", "sealed"})
            QTest::newRow(which) << which;
    }
    void secretIsKeptReplacedAndRemoved()
    {
        QFETCH(QString, which);
        const auto vault = make(which);
        QCOMPARE(readFrom(*vault).value(), std::nullopt);
        QVERIFY(writeTo(*vault, "first").has_value());
        QCOMPARE(readFrom(*vault).value(), std::optional<QByteArray>("first"));
        QVERIFY(writeTo(*vault, QByteArray("a\0second", 8)).has_value());
        QCOMPARE(readFrom(*vault).value(), std::optional(QByteArray("a\0second", 8)));
        if (which != "memory")
            QCOMPARE(readFrom(*make(which)).value(), std::optional(QByteArray("a\0second", 8)));
        base::Result<void> removed;
        vault->remove(key, [&](auto answer) { removed = answer; });
        QVERIFY(removed.has_value());
        QCOMPARE(readFrom(*vault).value(), std::nullopt);
    }

    void fileIsForItsOwnerAloneAndNothingIsLeftBeside()
    {
        auth::FileVault vault(path());
        QVERIFY(writeTo(vault, "secret").has_value());
        struct stat info;
        QCOMPARE(::stat(qPrintable(path()), &info), 0);
        QCOMPARE(int(info.st_mode & 0777), 0600);
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden), QStringList{"credentials"});
    }

    void fileThatOthersMayReadIsNotUsed()
    {
        auth::FileVault vault(path());
        QVERIFY(writeTo(vault, "secret").has_value());
        QCOMPARE(::chmod(qPrintable(path()), 0644), 0);
        const auto read = readFrom(vault);
        QVERIFY(!read);
        QVERIFY(read.error().kind == base::ErrorKind::Refused);
    }

    void fileOfAVanishedFolderFailsWithTheNameOfTheFile()
    {
        auth::FileVault vault(m_dir->filePath("no/such/credentials"));
        const auto written = writeTo(vault, "secret");
        QVERIFY(!written);
        QVERIFY(written.error().kind == base::ErrorKind::Storage);
        QVERIFY(written.error().detail.contains("no/such"));
    }

    void sealedFileHoldsNothingReadable()
    {
        auth::SealedFileVault vault(path(), "correct horse", m_random);
        QVERIFY(writeTo(vault, "the secret itself").has_value());
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(!content.contains("the secret") && !content.contains("horse"));
    }

    void anotherPassphraseDoesNotOpenTheSeal()
    {
        auth::SealedFileVault vault(path(), "correct horse", m_random);
        QVERIFY(writeTo(vault, "secret").has_value());
        auth::SealedFileVault other(path(), "correct house", m_random);
        const auto read = readFrom(other);
        QVERIFY(!read);
        QVERIFY(read.error().kind == base::ErrorKind::Refused);
    }

    void sealThatWasChangedDoesNotOpen()
    {
        auth::SealedFileVault vault(path(), "correct horse", m_random);
        QVERIFY(writeTo(vault, "secret").has_value());
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 last = file.size() - 1;
        QVERIFY(file.seek(last));
        char byte = 0;
        QVERIFY(file.getChar(&byte) && file.seek(last) && file.putChar(char(byte ^ 1)));
        file.close();
        QVERIFY(!readFrom(vault));
    }

    void emptyPassphraseSealsNothing()
    {
        auth::SealedFileVault vault(path(), {}, m_random);
        const auto written = writeTo(vault, "secret");
        QVERIFY(!written);
        QVERIFY(written.error().kind == base::ErrorKind::Usage);
        QVERIFY(!QFile::exists(path()));
    }
};

QTEST_GUILESS_MAIN(VaultTest)
#include "vault_test.moc"
