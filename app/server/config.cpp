#include "config.h"

#include <QFile>

#include <toml++/toml.h>

#include <limits>
#include <map>

namespace parvis::app {

namespace {

tl::unexpected<base::Error> wrong(const QString &detail)
{
    return base::fail(base::ErrorKind::Usage, "config", detail);
}

QString text(std::string_view given)
{
    return QString::fromUtf8(given.data(), qsizetype(given.size()));
}

// Every limit that an administrator may set, by name; all are counts, bytes or milliseconds above zero.
base::Result<void> readLimit(server::Limits &limits, std::string_view name, const toml::node &value)
{
    static const std::map<std::string_view, int server::Limits::*> numbers{
        {"per_address", &server::Limits::perAddress},       {"per_loopback", &server::Limits::perLoopback},
        {"connections", &server::Limits::connections},      {"send_buffer_bytes", &server::Limits::sendBufferBytes},
        {"waiting_logins", &server::Limits::waitingLogins},
    };
    static const std::map<std::string_view, qint64 server::Limits::*> times{
        {"handshake_ms", &server::Limits::handshakeMs},
        {"http_idle_ms", &server::Limits::httpIdleMs},
        {"silence_ms", &server::Limits::silenceMs},
        {"stall_ms", &server::Limits::stallMs},
    };
    const auto number = value.value_exact<int64_t>();
    if (!number || *number <= 0 || *number > std::numeric_limits<int>::max())
        return wrong(QString("limits.%1 must be a whole number above zero").arg(text(name)));
    if (const auto found = numbers.find(name); found != numbers.end())
        limits.*found->second = int(*number);
    else if (const auto time = times.find(name); time != times.end())
        limits.*time->second = *number;
    else
        return wrong(QString("there is no limit called '%1'").arg(text(name)));
    return {};
}

// Sizes of files, in bytes, or of what all of them may take up.
base::Result<void> readFileLimit(server::BlobLimits &limits, std::string_view name, const toml::node &value)
{
    static const std::map<std::string_view, qint64 server::BlobLimits::*> sizes{
        {"largest_bytes", &server::BlobLimits::largestBytes},
        {"group_bytes", &server::BlobLimits::groupBytes},
        {"person_bytes", &server::BlobLimits::personBytes},
    };
    const auto number = value.value_exact<int64_t>();
    if (!number || *number <= 0)
        return wrong(QString("files.%1 must be a whole number above zero").arg(text(name)));
    const auto found = sizes.find(name);
    if (found == sizes.end())
        return wrong(QString("there is no limit of files called '%1'").arg(text(name)));
    limits.*found->second = *number;
    return {};
}

base::Result<void> readFileSetting(Config &config, std::string_view name, const toml::node &value)
{
    if (name != "text")
        return readFileLimit(config.blobs, name, value);
    const auto wanted = value.value_exact<bool>();
    if (!wanted)
        return wrong("files.text must be true or false");
    config.text = *wanted;
    return {};
}

} // namespace

base::Result<Config> readConfig(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return wrong(QString("cannot read '%1': %2").arg(path, file.errorString()));
    const QByteArray bytes = file.readAll();
    toml::table table;
    try {
        table = toml::parse(std::string_view(bytes.constData(), std::size_t(bytes.size())));
    } catch (const toml::parse_error &error) {
        return wrong(
            QString("'%1', line %2: %3").arg(path).arg(error.source().begin.line).arg(text(error.description())));
    }
    Config config;
    const std::map<std::string_view, QString *> texts{
        {"listen", &config.listen}, {"cert", &config.cert}, {"key", &config.key}};
    for (const auto &[key, value] : table) {
        if (const auto found = texts.find(key.str()); found != texts.end()) {
            const auto given = value.value_exact<std::string>();
            if (!given)
                return wrong(QString("'%1' must be a string").arg(text(key.str())));
            *found->second = text(*given);
        } else if (key.str() == "files" && value.is_table()) {
            for (const auto &[name, setting] : *value.as_table()) {
                if (const auto read = readFileSetting(config, name.str(), setting); !read)
                    return base::fail(read.error());
            }
        } else if (key.str() == "limits" && value.is_table()) {
            for (const auto &[name, number] : *value.as_table()) {
                if (const auto read = readLimit(config.limits, name.str(), number); !read)
                    return base::fail(read.error());
            }
        } else {
            return wrong(QString("'%1' means nothing here: use listen, cert, key, [limits] and [files]").arg(text(key.str())));
        }
    }
    return config;
}

base::Result<ListenAddress> parseListenAddress(const QString &given)
{
    const auto colon = given.lastIndexOf(':');
    bool ok = false;
    const quint16 port = given.mid(colon + 1).toUShort(&ok);
    QString address = given.left(std::max<qsizetype>(colon, 0));
    if (address.startsWith('[') && address.endsWith(']'))
        address = address.mid(1, address.size() - 2);
    else if (address.contains(':'))
        ok = false; // which colon ends an IPv6 address?
    if (!ok || address.isEmpty())
        return base::fail(base::ErrorKind::Usage, "listen",
                          QString("'%1' is not an address and a port: write 127.0.0.1:7460 or [::1]:7460").arg(given));
    return ListenAddress{address, port};
}

} // namespace parvis::app
