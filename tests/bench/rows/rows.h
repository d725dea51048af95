#pragma once

#include "bench/row.h"

// One function a row, each in the file of its family.
namespace parvis::bench {

Outcome measureStart1m(const Settings &settings);
Outcome measureStartGrowth(const Settings &settings);
Outcome measureMemory1m(const Settings &settings);
Outcome measureIdleCpu(const Settings &settings);
Outcome measureFrame1m(const Settings &settings);
Outcome measureJump1m(const Settings &settings);
Outcome measureThemeSwitch(const Settings &settings);
Outcome measureWritePainted(const Settings &settings);
Outcome measureSyncRead(const Settings &settings);
Outcome measureBinary(const Settings &settings);
Outcome measureWriteDurable(const Settings &settings);
Outcome measurePostToPeer(const Settings &settings);
Outcome measureFirstSync(const Settings &settings);
Outcome measureFirstSyncText(const Settings &settings);
Outcome measureFirstFeed(const Settings &settings);
Outcome measureCatchUp(const Settings &settings);
Outcome measureWireRow(const Settings &settings);
Outcome measureSearchNew(const Settings &settings);
Outcome measureSearchRank(const Settings &settings);
Outcome measureComplete(const Settings &settings);
Outcome measureDiskRow(const Settings &settings);
Outcome measureDocsOpen(const Settings &settings);
Outcome measureDocsScroll(const Settings &settings);
Outcome measureFileUp(const Settings &settings);
Outcome measureFileDown(const Settings &settings);
Outcome measureConnMemory(const Settings &settings);
Outcome measureFanout8k(const Settings &settings);
Outcome measurePostsS(const Settings &settings);

} // namespace parvis::bench
