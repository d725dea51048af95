#include "auth/file_vault.h"

#include "auth/private_file.h"

namespace parvis::auth {

void FileVault::read(const QString &, ReadDone done)
{
    done(readPrivateFile(m_path));
}

void FileVault::write(const QString &, const QByteArray &value, Done done)
{
    done(writePrivateFile(m_path, value));
}

void FileVault::remove(const QString &, Done done)
{
    done(removePrivateFile(m_path));
}

} // namespace parvis::auth
