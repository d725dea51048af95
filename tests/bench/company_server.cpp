#include "bench/company_server.h"

#include "base/clock.h"
#include "base/random.h"
#include "server/data_folder.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

namespace parvis::bench {

void CompanyServer::makeFolder(const QString &dir, qint64 items)
{
    base::SystemClock clock;
    base::SystemRandom random;
    constexpr server::HashCost cheap{1, 8 * 1024};
    const server::Env env{clock, random};
    const auto folder = take(server::DataFolder::init(
        dir, {QStringLiteral("Benchmark"), QStringLiteral("admin"), {}, password()}, env, cheap));
    foundCompany(folder->rows(), m_company, true, true);
    if (items > 0)
        Filler(folder->rows(), m_company).addItems(items);
    const QString hash = take(folder->auth().hashPassword(password()));
    for (size_t i = 0; i < m_company.people.size(); ++i) {
        const QString handle = Company::handle(int(i));
        take(folder->auth().putAccount({m_company.people[i], handle, {}, false, false}));
        take(folder->auth().setPasswordHash(m_company.people[i], hash));
        m_tokens.push_back(
            take(folder->auth().login(handle, password(), QStringLiteral("bench"), QStringLiteral("127.0.0.1")))
                .access);
    }
}

CompanyServer::CompanyServer(const Settings &settings, qint64 items)
{
    const QString dir = settings.scratch + QStringLiteral("/company");
    QDir(dir).removeRecursively();
    makeFolder(dir, items);
    m_process = std::make_unique<Child>(settings.program("parvisd"),
                                        QStringList{QStringLiteral("--data"), dir, QStringLiteral("serve"),
                                                    QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    const QString address =
        QJsonDocument::fromJson(m_process->readLine(30)).object().value(QStringLiteral("listening")).toString();
    m_port = quint16(address.section(u':', -1).toUInt());
    if (m_port == 0)
        throw NotMeasured{QStringLiteral("parvisd does not say where it listens")};
}

} // namespace parvis::bench
