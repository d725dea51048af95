#pragma once

#include <QtGlobal>

#include <memory>
#include <optional>

namespace parvis::server {

// A sorted map whose copies cost nothing: a treap (Seidel and Aragon, 1996) that copies the path it changes. Copies may
// be read on any thread.
template<class K, class V>
class PersistentMap {
public:
    const V *find(const K &key) const
    {
        const Node *node = m_root.get();
        while (node) {
            if (key < node->item->first)
                node = node->left.get();
            else if (node->item->first < key)
                node = node->right.get();
            else
                return &node->item->second;
        }
        return nullptr;
    }
    bool contains(const K &key) const { return find(key) != nullptr; }
    std::optional<V> value(const K &key) const
    {
        const V *found = find(key);
        return found ? std::optional<V>(*found) : std::nullopt;
    }
    void insert(const K &key, V value)
    {
        m_root = put(m_root, std::make_shared<const Item>(key, std::move(value)), priority(++m_count));
    }
    void erase(const K &key)
    {
        if (contains(key))
            m_root = without(m_root, key);
    }

    // Calls visit(key, value) on keys >= from upwards, or <= from downwards, until it gives false.
    template<class F>
    void ascend(const K &from, F &&visit) const
    {
        up(m_root.get(), from, visit);
    }
    template<class F>
    void descend(const K &from, F &&visit) const
    {
        down(m_root.get(), from, visit);
    }

private:
    using Item = std::pair<const K, V>;
    struct Node;
    using Link = std::shared_ptr<const Node>;
    struct Node {
        std::shared_ptr<const Item> item;
        quint64 priority;
        Link left, right;
    };

    static quint64 priority(quint64 n)
    {
        n = (n ^ (n >> 30)) * 0xbf58476d1ce4e5b9ull;
        n = (n ^ (n >> 27)) * 0x94d049bb133111ebull;
        return n ^ (n >> 31);
    }
    static Link node(const Node &like, Link left, Link right)
    {
        return std::make_shared<const Node>(Node{like.item, like.priority, std::move(left), std::move(right)});
    }
    static Link put(const Link &at, std::shared_ptr<const Item> item, quint64 priority)
    {
        if (!at)
            return std::make_shared<const Node>(Node{std::move(item), priority, {}, {}});
        if (item->first < at->item->first) {
            Link left = put(at->left, std::move(item), priority);
            if (left->priority > at->priority)
                return node(*left, left->left, node(*at, left->right, at->right));
            return node(*at, std::move(left), at->right);
        }
        if (at->item->first < item->first) {
            Link right = put(at->right, std::move(item), priority);
            if (right->priority > at->priority)
                return node(*right, node(*at, at->left, right->left), right->right);
            return node(*at, at->left, std::move(right));
        }
        return std::make_shared<const Node>(Node{std::move(item), at->priority, at->left, at->right});
    }
    static Link joined(const Link &low, const Link &high)
    {
        if (!low || !high)
            return low ? low : high;
        if (low->priority > high->priority)
            return node(*low, low->left, joined(low->right, high));
        return node(*high, joined(low, high->left), high->right);
    }
    static Link without(const Link &at, const K &key)
    {
        if (key < at->item->first)
            return node(*at, without(at->left, key), at->right);
        if (at->item->first < key)
            return node(*at, at->left, without(at->right, key));
        return joined(at->left, at->right);
    }
    template<class F>
    static bool up(const Node *at, const K &from, F &visit)
    {
        if (!at)
            return true;
        if (at->item->first < from)
            return up(at->right.get(), from, visit);
        return up(at->left.get(), from, visit) && visit(at->item->first, at->item->second)
               && up(at->right.get(), from, visit);
    }
    template<class F>
    static bool down(const Node *at, const K &from, F &visit)
    {
        if (!at)
            return true;
        if (from < at->item->first)
            return down(at->left.get(), from, visit);
        return down(at->right.get(), from, visit) && visit(at->item->first, at->item->second)
               && down(at->left.get(), from, visit);
    }

    Link m_root;
    quint64 m_count = 0;
};

} // namespace parvis::server
