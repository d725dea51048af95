#pragma once

#include "base/random.h"

#include <vector>

namespace parvis::server {

// Ranks 0 … size-1 with a chance proportional to 1 / (rank + 2.7) (Zipf and Mandelbrot), as words of a language are used.
// Constant time a draw: alias method (Walker 1977, Vose 1991).
class Zipf {
public:
    explicit Zipf(int size);
    int draw(base::Random &random) const;

private:
    std::vector<quint32> m_threshold; // of 2^32
    std::vector<quint32> m_alias;
};

} // namespace parvis::server
