#pragma once

#include "base/result.h"

namespace parvis::app {

// The company server of 'Try it', as the library lib/parvis/parvis-demo offers it. That library is loaded when the demo
// is wanted, so that no other start pays for a server. All calls come from one thread, which they block.
class DemoHost {
public:
    virtual ~DemoHost() = default; // stops the server

    // Makes the demo company in DIR/server if there is none (some seconds), and serves it on loopback. The address:
    // "http://127.0.0.1:41234", kept in DIR/address. Where another process serves DIR already: that one's address.
    virtual base::Result<QString> start(const QString &dir) = 0;

    virtual QString password() const = 0; // of every demo person
};

inline constexpr char demoHostLibrary[] = "parvis-demo";
inline constexpr char demoHostFunction[] = "parvisDemoHost"; // DemoHost *parvisDemoHost(): a new one, the caller's
using MakeDemoHost = DemoHost *(*)();

} // namespace parvis::app
