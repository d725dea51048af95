#include "text/code_languages.h"

#include <QHash>

namespace parvis::text {

namespace {

QSet<QString> set(const char *words)
{
    const QStringList list = QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

CodeLanguage cLike(const char *keywords, const char *types)
{
    CodeLanguage language;
    language.keywords = set(keywords);
    language.types = set(types);
    language.slashComments = true;
    return language;
}

struct Table {
    QHash<QString, CodeLanguage> byName;
    QHash<QString, QString> aliases;

    void add(const char *names, const CodeLanguage &language)
    {
        const QStringList all = QString::fromLatin1(names).split(u' ');
        byName.insert(all.first(), language);
        for (const QString &name : all)
            aliases.insert(name, all.first());
    }
};

void addCFamily(Table &table)
{
    CodeLanguage cpp = cLike(
        "alignas alignof asm auto break case catch class co_await co_return co_yield concept const consteval constexpr "
        "constinit const_cast continue decltype default delete do dynamic_cast else enum explicit export extern false "
        "final "
        "for friend goto if import inline module mutable namespace new noexcept nullptr operator override private "
        "protected "
        "public register reinterpret_cast requires return sizeof static static_assert static_cast struct switch "
        "template "
        "this thread_local throw true try typedef typeid typename union using virtual volatile while NULL restrict",
        "bool char char8_t char16_t char32_t double float int long short signed unsigned void wchar_t size_t ssize_t "
        "ptrdiff_t "
        "int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t qint64 quint64 qsizetype string vector map "
        "QString");
    cpp.preprocessor = true;
    table.add("cpp c c++ cc cxx h hpp hxx objc", cpp);
    CodeLanguage java = cLike(
        "abstract assert break case catch class const continue default do else enum extends final finally for goto if "
        "implements "
        "import instanceof interface native new non-sealed null package permits private protected public record return "
        "sealed "
        "static strictfp super switch synchronized this throw throws transient true false try var volatile while yield",
        "boolean byte char double float int long short void String Integer Long Double Boolean Object List Map Set "
        "Optional");
    java.decorators = true;
    table.add("java kotlin kt groovy", java);
    CodeLanguage sharp = cLike("abstract as async await base break case catch checked class const continue default "
                               "delegate do else enum event explicit "
                               "extern false finally fixed for foreach get goto if implicit in init interface internal "
                               "is lock nameof namespace new null "
                               "operator out override params partial private protected public readonly record ref "
                               "required return sealed set sizeof "
                               "stackalloc static struct switch this throw true try typeof unchecked unsafe using "
                               "value var virtual void when where "
                               "while with yield",
                               "bool byte char decimal double dynamic float int long nint object sbyte short string "
                               "uint ulong ushort Task List "
                               "Dictionary IEnumerable DateTime Guid");
    sharp.preprocessor = true;
    table.add("csharp cs c# dotnet", sharp);
    CodeLanguage script =
        cLike("abstract as async await break case catch class const continue debugger declare default delete do else "
              "enum export extends "
              "false finally for from function get if implements import in infer instanceof interface is keyof let "
              "namespace new null of "
              "private protected public readonly return satisfies set static super switch this throw true try type "
              "typeof undefined var "
              "void while with yield",
              "any bigint boolean never number object string symbol unknown Array Promise Map Set Record Partial Date");
    script.backQuotes = true;
    script.decorators = true;
    table.add("javascript js jsx mjs cjs typescript ts tsx node", script);
    CodeLanguage go =
        cLike("break case chan const continue default defer else fallthrough for func go goto if import interface map "
              "package range return "
              "select struct switch type var nil true false iota make new len cap append copy delete panic recover",
              "any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune "
              "string uint uint8 uint16 "
              "uint32 uint64 uintptr");
    go.backQuotes = true;
    table.add("go golang", go);
    CodeLanguage rust = cLike("as async await break const continue crate dyn else enum extern false fn for if impl in "
                              "let loop match mod move mut pub ref "
                              "return self Self static struct super trait true type union unsafe use where while",
                              "bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize String Vec "
                              "Option Result Some None Ok Err Box Rc Arc "
                              "HashMap");
    rust.singleIsString = false;
    table.add("rust rs", rust);
}

void addOthers(Table &table)
{
    CodeLanguage python;
    python.keywords = set(
        "and as assert async await break case class continue def del elif else except False finally for from global "
        "if import in is lambda match None nonlocal not or pass raise return True try while with yield self");
    python.types = set(
        "bool bytes dict float frozenset int list object set str tuple type Exception ValueError TypeError KeyError "
        "print len range open isinstance super");
    python.hashComments = python.tripleQuotes = python.decorators = true;
    table.add("python py python3 py3", python);

    CodeLanguage sql;
    sql.keywords = set(
        "add all alter and any as asc begin between by case check column commit constraint create cross database "
        "default "
        "delete desc distinct drop else end except exists false fetch for foreign from full grant group having if in "
        "index inner insert intersect into is join key left like limit not null offset on or order outer over "
        "partition "
        "primary recursive references returning revoke right rollback row rows select set table then transaction "
        "trigger "
        "true truncate union unique update using values view when where window with");
    sql.types = set("bigint blob boolean bytea char character date decimal double float int integer interval json "
                    "jsonb numeric real "
                    "serial smallint text time timestamp timestamptz uuid varchar count sum avg min max coalesce now");
    sql.ignoresCase = sql.dashComments = sql.doubledQuotes = true;
    table.add("sql sqlite postgres postgresql psql mysql plsql tsql", sql);

    CodeLanguage shell;
    shell.shape = CodeLanguage::Shell;
    shell.keywords = set(
        "if then else elif fi for while until do done case esac in function return local export readonly declare set "
        "unset shift exit break continue source alias trap eval exec");
    shell.types = set("echo printf cd ls cat grep sed awk find xargs sort uniq head tail cut tr curl wget sudo apt "
                      "apt-get git docker "
                      "ssh scp tar mkdir rm cp mv chmod chown test read kill");
    shell.hashComments = true;
    table.add("shell sh bash zsh console terminal ksh", shell);

    CodeLanguage json;
    json.shape = CodeLanguage::Data;
    json.keywords = set("true false null");
    json.slashComments = true;
    table.add("json jsonc json5", json);

    CodeLanguage markup;
    markup.shape = CodeLanguage::Markup;
    table.add("html xml xhtml svg htm vue qrc ui", markup);
}

} // namespace

const CodeLanguage *codeLanguage(const QString &name)
{
    static const Table table = [] {
        Table made;
        addCFamily(made);
        addOthers(made);
        return made;
    }();
    const auto known = table.aliases.constFind(name);
    return known == table.aliases.constEnd() ? nullptr : &*table.byName.constFind(*known);
}

} // namespace parvis::text
