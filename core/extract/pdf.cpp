#include "extract/pdf.h"

#include <QFile>
#include <QStandardPaths>
#include <QStringDecoder>

#include <csignal>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace parvis::extract {

namespace {

constexpr qint64 mostBytes = 8 << 20; // of text that is read, should it be all blanks

// Text with a form feed after each page, as it comes.
class PageReader {
public:
    explicit PageReader(TextSink &out) : m_out(out) { m_out.place(PlaceType::Page, QStringLiteral("1")); }

    void add(QByteArrayView bytes)
    {
        const QString text = m_decoder.decode(bytes);
        qsizetype from = 0;
        for (qsizetype end = text.indexOf(u'\f'); end >= 0; end = text.indexOf(u'\f', from)) {
            m_out.add(QStringView(text).mid(from, end - from));
            m_out.place(PlaceType::Page, QString::number(++m_page));
            from = end + 1;
        }
        m_out.add(QStringView(text).mid(from));
    }

private:
    TextSink &m_out;
    QStringDecoder m_decoder{QStringConverter::Utf8};
    int m_page = 1;
};

// Its standard output. This process has one thread, so anything may be done between fork and exec.
pid_t start(const QByteArray &program, const QByteArray &file, int &output)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return -1;
    const pid_t parent = ::getpid();
    const pid_t child = ::fork();
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
        if (::getppid() != parent || ::dup2(nothing, 0) < 0 || ::dup2(ends[1], 1) < 0 || ::dup2(nothing, 2) < 0)
            ::_exit(127);
        ::execl(program.constData(), program.constData(), "-q", "-enc", "UTF-8", "-eol", "unix", "--", file.constData(), "-",
                static_cast<char *>(nullptr));
        ::_exit(127);
    }
    ::close(ends[1]);
    if (child < 0)
        ::close(ends[0]);
    output = ends[0];
    return child;
}

} // namespace

Outcome addPdf(TextSink &out, const QString &path)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (program.isEmpty())
        return Outcome::Unavailable;
    int output = -1;
    const pid_t child = start(QFile::encodeName(program), QFile::encodeName(path), output);
    if (child < 0)
        return Outcome::Text;
    PageReader pages(out);
    QByteArray block(64 * 1024, Qt::Uninitialized);
    for (qint64 left = mostBytes; left > 0 && !out.isFull();) {
        const ssize_t got = ::read(output, block.data(), size_t(block.size()));
        if (got <= 0)
            break;
        left -= got;
        pages.add(QByteArrayView(block).first(got));
    }
    ::close(output);
    ::kill(child, SIGKILL); // it has ended, or nothing more is wanted of it
    ::waitpid(child, nullptr, 0);
    return Outcome::Text;
}

} // namespace parvis::extract
