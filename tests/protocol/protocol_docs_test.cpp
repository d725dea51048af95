// The tables of docs/protocol.md are made from the code. PARVIS_REGENERATE=1 writes them anew.
#include "model/entities.h"
#include "protocol/messages.h"

#include <QFile>
#include <QTest>

using namespace parvis;
using namespace parvis::model;
using namespace parvis::protocol;

namespace {

const QString path = QStringLiteral(PARVIS_SOURCE_DIR "/docs/protocol.md");
const QString begin = QStringLiteral("<!-- generated -->\n");
const QString end = QStringLiteral("<!-- /generated -->\n");

QString wireType(qint64) { return QStringLiteral("integer"); }
QString wireType(bool) { return QStringLiteral("boolean"); }
QString wireType(const QString &) { return QStringLiteral("text"); }
QString wireType(const QByteArray &) { return QStringLiteral("bytes"); }
QString wireType(const Uuid &) { return QStringLiteral("id"); }
QString wireType(const ScopeId &) { return QStringLiteral("scope"); }
QString wireType(const LaneState &) { return QStringLiteral("lane_state"); }
QString wireType(const ScopeHead &) { return QStringLiteral("scope_head"); }
QString wireType(const ScopeCoverage &) { return QStringLiteral("scope_coverage"); }
QString wireType(const Touched &) { return QStringLiteral("touched"); }
template<class Tag>
QString wireType(const base::Id<Tag> &)
{
    return QStringLiteral("id");
}
template<class T>
QString wireType(const QList<T> &)
{
    return wireType(T{}) + QStringLiteral(" list");
}

template<class T>
QString fieldsOf()
{
    QStringList fields;
    T sample{};
    T::fields(sample, [&](int number, const char *name, const auto &value) {
        fields << QStringLiteral("%1 `%2` %3").arg(number).arg(QLatin1String(name), wireType(value));
    });
    return fields.join(QStringLiteral(", "));
}

template<size_t At = 0>
void messageRows(QString &out)
{
    if constexpr (At < std::variant_size_v<Message>) {
        using M = std::variant_alternative_t<At, Message>;
        out += QStringLiteral("| %1 | `%2` | %3 | %4 |\n")
                   .arg(M::type)
                   .arg(QLatin1String(M::name), M::type < 32 ? QStringLiteral("client") : QStringLiteral("server"), fieldsOf<M>());
        messageRows<At + 1>(out);
    }
}

QString typeName(FieldType type)
{
    switch (type) {
    case FieldType::Bool: return QStringLiteral("boolean");
    case FieldType::Integer: return QStringLiteral("integer");
    case FieldType::Time: return QStringLiteral("time");
    case FieldType::Text: return QStringLiteral("text");
    case FieldType::Id: return QStringLiteral("id");
    case FieldType::TextList: return QStringLiteral("text list");
    case FieldType::IdList: return QStringLiteral("id list");
    case FieldType::Versions: return QStringLiteral("versions");
    }
    return {};
}

QString ruleName(Rule rule)
{
    switch (rule) {
    case Rule::Replace: return QStringLiteral("replace");
    case Rule::Fixed: return QStringLiteral("fixed");
    case Rule::Server: return QStringLiteral("server");
    case Rule::Maximum: return QStringLiteral("maximum");
    }
    return {};
}

QString tables()
{
    QString out = QStringLiteral("### Messages\n\n| type | name | from | fields |\n| --- | --- | --- | --- |\n");
    messageRows(out);
    out += QStringLiteral("\n### Parts of messages\n\n| part | fields |\n| --- | --- |\n");
    out += QStringLiteral("| `lane_state` | %1 |\n").arg(fieldsOf<LaneState>());
    out += QStringLiteral("| `scope_head` | %1 |\n").arg(fieldsOf<ScopeHead>());
    out += QStringLiteral("| `scope_coverage` | %1 |\n").arg(fieldsOf<ScopeCoverage>());
    out += QStringLiteral("| `touched` | %1 |\n").arg(fieldsOf<Touched>());
    out += QStringLiteral("\n### Entities\n");
    for (const Kind kind : allKinds) {
        out += QStringLiteral("\n#### %1 `%2`\n\n| number | name | type | rule |\n| --- | --- | --- | --- |\n")
                   .arg(int(kind))
                   .arg(toString(kind));
        withKind(kind, [&](auto tag) {
            forEachField<decltype(tag)>([&](const auto &f) {
                out += QStringLiteral("| %1 | `%2` | %3 | %4 |\n")
                           .arg(f.number)
                           .arg(QLatin1String(f.name), typeName(*fieldType(kind, f.number)), ruleName(f.rule));
            });
        });
    }
    return out;
}

} // namespace

class ProtocolDocsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tablesOfTheDocumentAreThoseOfTheCode()
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        file.close();
        const auto from = text.indexOf(begin);
        const auto to = text.indexOf(end);
        QVERIFY2(from >= 0 && to > from, "docs/protocol.md has lost its marks");
        const QString head = text.left(from + begin.size());
        const QString tail = text.mid(to);
        if (qEnvironmentVariableIsSet("PARVIS_REGENERATE")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write((head + tables() + tail).toUtf8());
            return;
        }
        const QStringList written = text.mid(head.size(), to - head.size()).split(u'\n');
        const QStringList made = tables().split(u'\n');
        for (qsizetype line = 0; line < std::min(written.size(), made.size()); ++line)
            QCOMPARE(written[line], made[line]);
        QCOMPARE(written.size(), made.size());
    }
};

QTEST_GUILESS_MAIN(ProtocolDocsTest)
#include "protocol_docs_test.moc"
