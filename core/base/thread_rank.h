#pragma once

namespace parvis::base {

// The calling thread, for its whole life, gives way to the others of this computer when there is more to do than there are
// processors. For work in the background that nobody waits for at that moment.
void standBack();

} // namespace parvis::base
