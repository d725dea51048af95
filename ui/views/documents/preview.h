#pragma once

#include "ui/context.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace parvis::ui {

class MarkdownText;

// What one version of a document looks like, as far as the window can show it: pictures, PDF, text, code, Markdown, tables of text. What
// it cannot show it says, and what is not on this disk it offers to fetch. Nothing is read or decoded on this thread.
class Preview : public QWidget {
    Q_OBJECT

public:
    explicit Preview(const Context &context, QWidget *parent = nullptr);

    void show(const Uuid &version, const QString &name, qint64 size);
    void clear();
    QString said() const;               // in place of a preview; empty: there is one
    bool isShown() const;               // there is one
    void setTools(bool zoom);           // buttons to make it larger and smaller, besides those for pages
    int page() const { return m_page; } // of a PDF, from 0
    int pages() const { return m_pages; }
    void turn(int by);
    bool onKey(const QKeyEvent *event); // the page keys; + - 0 where there are tools. False: not one of them
    void zoomBy(double factor);         // 1 is all of it; up to 6
    double zoom() const { return m_zoom; }

    static constexpr qint64 mostTextBytes = 256 << 10;
    static constexpr int mostTableRows = 200;
    static constexpr qint64 mostFetchedBytes = 2 << 20; // without being asked for

Q_SIGNALS:
    void changed(); // something else is shown, or said

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fetch();
    void offerToFetch();
    void read();
    void readPicture();
    void showPicture(const QImage &image, int pages);
    QString pictureProblem(const base::Error &error) const;
    QWidget *makeTools();
    void tellTools();
    void readText();
    void say(const QString &text, bool fetchable = false);
    void showText(const QByteArray &bytes);
    void showTable(const QString &text, QChar separator);
    void show(QWidget *page);

    Context m_context;
    QStackedWidget *m_stack;
    QWidget *m_words;
    QLabel *m_label;
    QPushButton *m_fetch;
    QScrollArea *m_area; // of the picture
    QLabel *m_picture;
    QWidget *m_tools;
    QLabel *m_pageLabel;
    QWidget *m_pageTools;
    QWidget *m_zoomTools;
    QPlainTextEdit *m_text = nullptr;
    QWidget *m_markdownArea = nullptr;
    MarkdownText *m_markdown = nullptr;
    QTableWidget *m_table = nullptr;
    Uuid m_version;
    QString m_name;
    qint64 m_size = 0;
    QString m_said;
    quint64 m_generation = 0;
    bool m_waiting = false; // for its content to come
    QSize m_asked;          // the room that the picture was asked for
    int m_page = 0;
    int m_pages = 0;
    double m_zoom = 1;
    bool m_zoomable = false;
};

// The cells of comma separated values, quotes as RFC 4180 has them; at most `rows` rows.
QList<QStringList> cellsOf(const QString &text, QChar separator, int rows);
// The likeliest separator of such a text: ';', ',' or tab.
QChar separatorOf(const QString &text);

} // namespace parvis::ui
