#include "transport/extra_authority.h"

#include <QFile>
#include <QSslCertificate>

namespace parvis::transport {

base::Result<QSslConfiguration> tlsWith(const QString &caFile)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (caFile.isEmpty())
        return tls;
    QFile file(caFile);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorKind::Usage, QStringLiteral("certificate file"),
                          QStringLiteral("cannot read %1: %2").arg(caFile, file.errorString()));
    const QList<QSslCertificate> extra = QSslCertificate::fromDevice(&file, QSsl::Pem);
    if (extra.isEmpty())
        return base::fail(base::ErrorKind::Usage, QStringLiteral("certificate file"),
                          QStringLiteral("%1 holds no certificate in PEM form").arg(caFile));
    tls.addCaCertificates(extra);
    return tls;
}

bool onlyTheTimeIsWrong(const QList<QSslError> &errors)
{
    return !errors.isEmpty() && std::all_of(errors.begin(), errors.end(), [](const QSslError &error) {
        return error.error() == QSslError::CertificateExpired || error.error() == QSslError::CertificateNotYetValid;
    });
}

} // namespace parvis::transport
