#include "store/fts_tokenizer.h"

#include "store/database.h"
#include "text/tokenizer_core.h"

#include <sqlite3.h>

namespace parvis::store {

namespace {

using Sink = int (*)(void *, int, const char *, int, int, int);

constexpr int maxPlaceBytes = 32;

int create(void *, const char **, int, Fts5Tokenizer **out)
{
    // It keeps nothing: any address that is not null will do.
    static char nothing;
    *out = reinterpret_cast<Fts5Tokenizer *>(&nothing);
    return SQLITE_OK;
}

void destroy(Fts5Tokenizer *) { }

int pieces(void *context, const char *text, int size, Sink sink)
{
    int code = SQLITE_OK;
    for (int from = 0; code == SQLITE_OK && from < size;) {
        int end = from + 1;
        while (end < size && text[end] != placeMark)
            ++end;
        code = sink(context, 0, text + from, end - from, from, end);
        from = end;
    }
    return code;
}

int tokenize(Fts5Tokenizer *, void *context, int flags, const char *text, int size, Sink sink)
{
    if (size > 1 && size <= maxPlaceBytes && text[0] == placeMark)
        return pieces(context, text, size, sink);
    const auto mode = (flags & FTS5_TOKENIZE_QUERY) ? text::Mode::Query : text::Mode::Document;
    return text::emitTokens(text, size, mode,
                            [&](const char *token, int length, int start, int end, bool colocated) -> int {
                                return sink(context, colocated ? FTS5_TOKEN_COLOCATED : 0, token, length, start, end);
                            });
}

} // namespace

fts5_api *ftsApi(Database &db)
{
    fts5_api *api = nullptr;
    Statement ask = db.prepare("SELECT fts5(?1)");
    sqlite3_bind_pointer(ask.handle(), 1, &api, "fts5_api_ptr", nullptr);
    ask.run();
    return api;
}

void registerTokenizer(Database &db)
{
    fts5_api *api = ftsApi(db);
    fts5_tokenizer tokenizer{create, destroy, tokenize};
    if (!api || api->xCreateTokenizer(api, "parvis", nullptr, &tokenizer, nullptr) != SQLITE_OK)
        throw Failure{{base::ErrorKind::Storage, QStringLiteral("cache.open"),
                       QStringLiteral("This SQLite was built without FTS5. Install one that has it.")}};
}

} // namespace parvis::store
