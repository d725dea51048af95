#include "text/entities.h"

namespace parvis::text {

namespace {

struct Named {
    QStringView name;
    char16_t character;
};

constexpr Named named[] = {
    {u"amp", u'&'},      {u"lt", u'<'},       {u"gt", u'>'},       {u"quot", u'"'},     {u"apos", u'\''},
    {u"nbsp", 0xA0},     {u"laquo", 0xAB},    {u"raquo", 0xBB},    {u"copy", 0xA9},     {u"reg", 0xAE},
    {u"deg", 0xB0},      {u"middot", 0xB7},   {u"euro", 0x20AC},   {u"hellip", 0x2026}, {u"ndash", 0x2013},
    {u"mdash", 0x2014},  {u"lsquo", 0x2018},  {u"rsquo", 0x2019},  {u"ldquo", 0x201C},  {u"rdquo", 0x201D},
    {u"bull", 0x2022},   {u"trade", 0x2122},  {u"times", 0xD7},    {u"larr", 0x2190},   {u"rarr", 0x2192},
    {u"agrave", 0xE0},   {u"acirc", 0xE2},    {u"ccedil", 0xE7},   {u"egrave", 0xE8},   {u"eacute", 0xE9},
    {u"ecirc", 0xEA},    {u"euml", 0xEB},     {u"icirc", 0xEE},    {u"iuml", 0xEF},     {u"ocirc", 0xF4},
    {u"ugrave", 0xF9},   {u"ucirc", 0xFB},    {u"oelig", 0x153},   {u"Agrave", 0xC0},   {u"Eacute", 0xC9},
    {u"Ccedil", 0xC7},   {u"OElig", 0x152},   {u"sect", 0xA7},     {u"para", 0xB6},     {u"shy", 0xAD},
};

} // namespace

QString resolveEntity(QStringView entity)
{
    if (entity.size() < 3 || !entity.startsWith(u'&') || !entity.endsWith(u';'))
        return entity.toString();
    const QStringView body = entity.mid(1, entity.size() - 2);
    if (body.startsWith(u'#')) {
        const bool hexadecimal = body.size() > 1 && body[1].toLower() == u'x';
        bool ok = false;
        const char32_t c = body.mid(hexadecimal ? 2 : 1).toUInt(&ok, hexadecimal ? 16 : 10);
        const bool isControl = c < 0x20 && c != '\t' && c != '\n';
        if (!ok || isControl || (c >= 0x7F && c < 0xA0) || (c >= 0xD800 && c <= 0xDFFF) || c > 0x10FFFF)
            return entity.toString();
        return QString::fromUcs4(&c, 1);
    }
    for (const Named &known : named) {
        if (known.name == body)
            return QChar(known.character);
    }
    return entity.toString();
}

} // namespace parvis::text
