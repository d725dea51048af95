#include <QApplication>
#include <QWidget>

#include <cstdio>

// A window with nothing in it. Says when its first paint has ended, then stays until it is killed.

namespace {

class EmptyWindow : public QWidget {
protected:
    bool event(QEvent *event) override
    {
        const bool taken = QWidget::event(event);
        // The update request is what paints: when it has been taken, the picture is where the platform shows it.
        if (event->type() == QEvent::UpdateRequest && !m_told) {
            m_told = true;
            std::puts("{\"window_painted\":true}");
            std::fflush(stdout);
        }
        return taken;
    }

private:
    bool m_told = false;
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    EmptyWindow window;
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
