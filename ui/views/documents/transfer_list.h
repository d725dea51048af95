#pragma once

#include "ui/context.h"
#include "ui/widgets/column.h"

namespace parvis::ui {

// The files under way: how far each is, how quickly, how long it will take; what cannot be had and why. Each can be ended or tried again.
class TransferList : public Column {
    Q_OBJECT

public:
    explicit TransferList(const Context &context, QWidget *parent = nullptr);
    ~TransferList() override;
    void read();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    struct Measure {
        qint64 done = 0;
        qint64 atMs = 0;
        double bytesPerMs = 0; // smoothed
    };
    void show(const QList<client::Transfer> &transfers);
    QWidget *row(const client::Transfer &transfer);
    QString speed(const client::Transfer &transfer) const;
    void measure(const QList<client::Transfer> &transfers);

    Context m_context;
    QHash<Uuid, Measure> m_measures;
    base::Scheduler::Handle m_timer = 0;
};

} // namespace parvis::ui
