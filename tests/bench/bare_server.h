#pragma once

#include <QByteArray>

#include <vector>

namespace parvis::bench {

// The floor of the network rows: one epoll loop and nothing else, in a process of its own (`parvis-bench --bare-server`).
// It prints its port. A message is a letter, a length (4 bytes, little-endian) and its content:
//   E: is sent back as it came;
//   F: holds messages, each a length and its bytes, which go to every connection that has not sent anything: one call
//      of send() a message and connection, the first message to all, then the next.
int runBareServer();

QByteArray echoMessage(const QByteArray &content);
QByteArray fanoutMessage(const std::vector<QByteArray> &messages);

} // namespace parvis::bench
