#pragma once

#include "base/result.h"

namespace parvis::base {

// A function of a library of ours that is loaded only where it is needed (ADR 7): beside the program, else in ../lib/parvis. The
// library stays loaded. Any thread. Error Storage: it is not installed.
Result<QFunctionPointer> moduleFunction(const char *library, const char *function);

} // namespace parvis::base
