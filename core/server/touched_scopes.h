#pragma once

#include "model/scope.h"

#include <QSet>

#include <vector>

namespace parvis::server {

// The scopes that a transaction has changed, in the order of their first change, without those of refused operations.
class TouchedScopes {
public:
    void clear()
    {
        m_list.clear();
        m_set.clear();
        m_mark = 0;
    }
    void add(const model::ScopeId &scope)
    {
        if (m_set.contains(scope))
            return;
        m_set.insert(scope);
        m_list.push_back(scope);
    }
    void beginOperation() { m_mark = m_list.size(); }
    void refuseOperation()
    {
        for (; m_list.size() > m_mark; m_list.pop_back())
            m_set.remove(m_list.back());
    }
    const std::vector<model::ScopeId> &list() const { return m_list; }

private:
    std::vector<model::ScopeId> m_list;
    QSet<model::ScopeId> m_set;
    size_t m_mark = 0;
};

} // namespace parvis::server
