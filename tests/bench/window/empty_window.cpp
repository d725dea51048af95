#include <QApplication>
#include <QWidget>

#include <cstdio>

// A window with nothing in it. Says when its first paint has ended, then stays until it is killed.

namespace {

class EmptyWindow : public QWidget {
protected:
    void paintEvent(QPaintEvent *) override
    {
        if (std::exchange(m_told, true))
            return;
        // Queued: by then the picture has been handed to the platform.
        QMetaObject::invokeMethod(
            this,
            [] {
                std::puts("{\"window_painted\":true}");
                std::fflush(stdout);
            },
            Qt::QueuedConnection);
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
