#pragma once

#include "ui/models/item_model.h"

namespace parvis::ui {

// One post and its comments, the post first, then oldest first. Read again as a whole when the thread changes.
class ThreadModel : public ItemModel {
    Q_OBJECT

public:
    explicit ThreadModel(Backend &backend, QObject *parent = nullptr);

    void open(PostId post);
    PostId post() const { return m_post; }

Q_SIGNALS:
    void gone(); // the post is not here (any more)

private:
    void read();

    Backend &m_backend;
    PostId m_post;
    bool m_reading = false;
    bool m_dirty = false;
    quint64 m_generation = 0;
};

} // namespace parvis::ui
