#include "server/import/slack_import.h"

#include "server/import/bad_archive.h"
#include "server/import/slack_day.h"
#include "server/import/zip_reader.h"
#include "store/database.h"

#include <QRegularExpression>

namespace parvis::server {

namespace {

constexpr qint64 maxListBytes = 512ll * 1024 * 1024; // users.json of a very large company

// One day file, in the order in which they are taken.
struct DayFile {
    int channel;
    quint32 date; // yyyymmdd
    const ZipReader::Entry *entry;
};

class Import {
public:
    Import(const QString &file, WriteView &view, AuthStore *accounts, base::Clock &clock, base::Random &random)
        : m_zip(file),
          m_view(view),
          m_env{clock, random},
          m_people(view, accounts, m_env),
          m_channels(view, m_people, m_env),
          m_nowUs(clock.now().us)
    { }

    ImportReport run()
    {
        readLists();
        std::vector<DayFile> days = dayFiles();
        OrderBook orders(m_view, m_nowUs);
        for (auto it = days.cbegin(); it != days.cend();) {
            const int channel = it->channel;
            SlackDayWriter writer({m_view, m_people, m_channels, orders, m_report, m_notes, m_nowUs}, channel);
            for (; it != days.cend() && it->channel == channel; ++it) {
                const QString place = QString::fromUtf8(m_zip.name(*it->entry));
                writer.take(m_zip.read(*it->entry), place, place.section(u'/', 0, 0));
            }
            // Rows that came late must not stand above newer ones (rule 38).
            const SlackChannel &group = m_channels.at(channel);
            if (group.hadRows && writer.hasWritten())
                m_view.renumber(group.scope(), EpochId(base::randomUuid(m_env.random)));
        }
        m_report.people = m_people.created();
        m_report.groups = m_channels.created();
        m_notes.add("people", "recognised_by_email", m_people.recognised());
        m_notes.add("members", "unknown_person", m_channels.unknownMembers());
        m_report.notes = m_notes.list();
        m_report.accounts = m_people.accounts();
        return std::move(m_report);
    }

private:
    using Take = std::function<void(const JsonFields &)>;

    bool readList(const char *name, const Take &take)
    {
        const auto *entry = m_zip.find(name);
        if (!entry)
            return false;
        const QString place = QString::fromLatin1(name);
        const QByteArray bytes = m_zip.read(*entry, maxListBytes);
        JsonList list(bytes, place);
        while (const auto object = list.next())
            take(JsonFields(*object, place));
        return true;
    }

    void readLists()
    {
        if (!readList("users.json", [this](const JsonFields &user) { m_people.add(user); }))
            refuseArchive(
                QStringLiteral("users.json"),
                "The archive has no users.json at its top: this is no Slack export, or it was packed again with "
                "a folder around it. Give the zip that Slack exported.");
        m_people.settle();
        const bool hasPublic = readList("channels.json", [this](const JsonFields &c) { m_channels.addPublic(c); });
        const bool hasPrivate = readList("groups.json", [this](const JsonFields &c) { m_channels.addPrivate(c); });
        readList("dms.json", [this](const JsonFields &c) { m_channels.addDirect(c); });
        readList("mpims.json", [this](const JsonFields &c) { m_channels.addDirect(c); });
        if (!hasPublic && !hasPrivate)
            refuseArchive(QStringLiteral("channels.json"),
                          "The archive has neither channels.json nor groups.json. Give the zip that Slack exported.");
    }

    std::vector<DayFile> dayFiles()
    {
        static const QRegularExpression day(QStringLiteral("^(\\d{4})-(\\d{2})-(\\d{2})\\.json$"));
        static const QStringList lists{QStringLiteral("users.json"), QStringLiteral("channels.json"),
                                       QStringLiteral("groups.json"), QStringLiteral("dms.json"),
                                       QStringLiteral("mpims.json")};
        std::vector<DayFile> days;
        QString lastFolder;
        int channel = -1;
        for (const ZipReader::Entry &entry : m_zip.entries()) {
            const QString name = QString::fromUtf8(m_zip.name(entry));
            const auto match = day.match(name.section(u'/', 1));
            if (!match.hasMatch()) {
                if (!lists.contains(name))
                    m_notes.add("files of the archive", "not_taken");
                continue;
            }
            // Entries are sorted by name: a folder's files stand together.
            const QString folder = name.section(u'/', 0, 0);
            if (channel < 0 || folder != lastFolder)
                channel = m_channels.ofFolder(folder);
            lastFolder = folder;
            const quint32 date = (match.captured(1) + match.captured(2) + match.captured(3)).toUInt();
            days.push_back({channel, date, &entry});
        }
        std::stable_sort(days.begin(), days.end(), [](const DayFile &a, const DayFile &b) {
            return std::pair(a.channel, a.date) < std::pair(b.channel, b.date);
        });
        return days;
    }

    ZipReader m_zip;
    WriteView &m_view;
    Env m_env;
    SlackPeople m_people;
    SlackChannels m_channels;
    qint64 m_nowUs;
    ImportReport m_report;
    SlackNotes m_notes;
};

} // namespace

base::Result<ImportReport> importSlack(const QString &zipFile, WriteView &view, AuthStore *accounts, base::Clock &clock,
                                       base::Random &random)
{
    if (!view.scope(ScopeId::directory()))
        return base::fail(base::ErrorKind::Refused, QStringLiteral("import.slack"),
                          QStringLiteral("This data folder has no company yet. Run init first."));
    try {
        return Import(zipFile, view, accounts, clock, random).run();
    } catch (const BadArchive &bad) {
        base::Error error = bad.error;
        error.where = QStringLiteral("import.slack: ") + error.where;
        return base::fail(error);
    } catch (const store::Failure &failure) {
        return base::fail(failure.error);
    }
}

base::Result<void> registerAccounts(const ImportReport &report, AuthStore &accounts)
{
    for (const Account &account : report.accounts) {
        if (auto put = accounts.putAccount(account); !put)
            return put;
    }
    return {};
}

base::Result<ImportReport> importSlack(const QString &zipFile, RowStore &store, AuthStore *accounts, base::Clock &clock,
                                       base::Random &random)
{
    try {
        const auto view = store.write();
        auto report = importSlack(zipFile, *view, accounts, clock, random);
        if (!report)
            return report;
        view->commit();
        if (accounts) {
            if (auto registered = registerAccounts(*report, *accounts); !registered)
                return base::fail(registered.error());
        }
        return report;
    } catch (const store::Failure &failure) {
        return base::fail(failure.error);
    }
}

} // namespace parvis::server
