#pragma once

#include <QWidget>

#include <functional>

class QStackedLayout;

namespace parvis::ui {

class MainWindow;

// The window on the screen. It holds one page for each company, and shows one of them.
class Window : public QWidget {
    Q_OBJECT

public:
    // `geometry`: what geometryToKeep() gave before, or empty.
    explicit Window(const QByteArray &geometry, QWidget *parent = nullptr);

    void add(MainWindow *page); // not owned
    void show(MainWindow *page);
    void setCompany(const QString &name); // for the title
    MainWindow *shown() const;
    QByteArray geometryToKeep() const { return saveGeometry(); }
    void setHidesOnClose(std::function<bool()> hides) { m_hides = std::move(hides); } // asked each time
    void comeToFront();
    using QWidget::show;

Q_SIGNALS:
    void closed(); // drafts are kept by then
    void hidden(); // instead: the program runs on

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    QStackedLayout *m_layout;
    std::function<bool()> m_hides;
};

} // namespace parvis::ui
