#pragma once

#include "server/http_message.h"
#include "server/io_thread.h"

#include <optional>

namespace parvis::server {

// Requests and answers in turn, until the connection ends or becomes a WebSocket.
class HttpConnection final : public Peer {
public:
    HttpConnection(IoThread &thread, std::shared_ptr<Stream> stream, AddressTicket ticket, QString address);

    void start() override;
    void serverStops() override;
    void readable() override;
    void writable() override;
    qint64 deadlineMs() const override;

private:
    enum class Stage { Reading, Answering, Writing, Lingering };
    void parse();
    int bodyLimit(const HttpHead &head);
    void dispatch();
    void upgrade(const HttpRequest &request);
    void answer(const HttpResponse &response);
    void answered();
    void readSource();
    void sourceRead(const QByteArray &piece);
    void enter(Stage stage);

    QString m_address;
    Stage m_stage = Stage::Reading;
    std::optional<HttpParser> m_parser;
    QByteArray m_in;
    QByteArray m_out;
    qsizetype m_outSent = 0;
    qint64 m_since; // of the stage, or of the first byte of the request
    std::shared_ptr<BodySource> m_source; // of the answer being written, with what is left of it
    qint64 m_sourceLeft = 0;
    bool m_idle = false;
    bool m_large = false; // the request being read may have a large body
    bool m_keepAlive = false;
    bool m_continued = false;
};

} // namespace parvis::server
