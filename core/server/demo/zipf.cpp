#include "server/demo/zipf.h"

namespace parvis::server {

Zipf::Zipf(int size) : m_threshold(size_t(size)), m_alias(size_t(size))
{
    const auto count = size_t(size);
    std::vector<double> share(count);
    double total = 0;
    for (size_t i = 0; i < count; ++i)
        total += share[i] = 1.0 / (double(i) + 2.7);
    std::vector<quint32> small;
    std::vector<quint32> large;
    for (size_t i = 0; i < count; ++i) {
        share[i] *= double(count) / total;
        (share[i] < 1 ? small : large).push_back(quint32(i));
    }
    const auto fill = [this](quint32 at, double part, quint32 alias) {
        m_threshold[at] = part >= 1 ? 0xffffffffu : quint32(part * 4294967296.0);
        m_alias[at] = alias;
    };
    while (!small.empty() && !large.empty()) {
        const quint32 low = small.back();
        const quint32 high = large.back();
        small.pop_back();
        fill(low, share[low], high);
        share[high] -= 1 - share[low];
        if (share[high] < 1) {
            large.pop_back();
            small.push_back(high);
        }
    }
    for (const auto &rest : {small, large}) {
        for (const quint32 at : rest)
            fill(at, 1, at);
    }
}

int Zipf::draw(base::Random &random) const
{
    const quint64 dice = random.next();
    const auto at = size_t((dice >> 32) * m_threshold.size() >> 32);
    return int(quint32(dice) <= m_threshold[at] ? at : m_alias[at]);
}

} // namespace parvis::server
