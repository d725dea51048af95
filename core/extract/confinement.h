#pragma once

namespace parvis::extract {

// What a process that reads strangers' files may use, from now on and for all that it starts. POSIX limits, setrlimit(2).
struct Confinement {
    int cpuSeconds = 20;
    long long memoryBytes = 1LL << 30; // address space; not counted under a sanitizer, which reserves terabytes
    int openFiles = 64;
};

// Writes no file, keeps no core, has the lowest priority, gains no rights by what it starts, has no network where the
// kernel lets it give that up, and ends with its parent.
void confine(const Confinement &limits = {});

} // namespace parvis::extract
