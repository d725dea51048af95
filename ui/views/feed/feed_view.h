#pragma once

#include "ui/context.h"
#include "ui/delegates/card_layout.h"
#include "ui/models/item_model.h"
#include "ui/models/reading_positions.h"
#include "ui/views/feed/feed_selection.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <QHash>
#include <QPointer>
#include <QSet>

#include <functional>

namespace parvis::ui {

// The list of cards: a window of rows of unequal height. What it holds fast is a row (the anchor) and its distance from the
// top, so that nothing jumps when rows come in above, are taken away or change their height. Heights are known only of rows
// that were seen; the scroll bar guesses the others. Layouts live in an LRU.
class FeedView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit FeedView(const Context &context, QWidget *parent = nullptr);
    ~FeedView() override;

    void setModel(ItemModel *model); // not owned
    ItemModel *model() const { return m_model; }
    void setShowPlace(bool show) { m_showPlace = show; }
    void setThread(bool thread) { m_thread = thread; }
    void setEmptyText(const QString &title, const QString &hint);
    void setFollowTop(bool follow) { m_followTop = follow; } // during a first sync the newest row stays in sight

    // Where a row is drawn now, in viewport coordinates; empty if it is out of sight.
    QRectF rowRect(int row) const;
    int anchorRow() const { return m_anchorRow; }
    qreal anchorOffset() const { return m_anchorOffset; }
    int currentRow() const;
    void setCurrent(const Uuid &id);
    void setFound(const text::Query &query); // these words are marked in the cards; an empty one: none
    void showFound(int row);                 // becomes the current row, unfolded if its words are below the fold
    void setHighlight(const Uuid &id); // until another row becomes the current one
    const Uuid &highlight() const { return m_highlightId; }
    // A line with a word over this row: what was read ends or begins here. Null: none.
    void setLine(const Uuid &below, const QString &label);
    const Uuid &line() const { return m_lineBelow; }
    ReadingPosition position() const;
    void restore(const ReadingPosition &position); // once the first rows of a model that is being opened are here
    // To the next (1) or previous (-1) unread row, over further pages if need be.
    void moveToUnread(int step);
    void scrollBy(qreal pixels); // positive: towards older rows
    void scrollToTop();
    void scrollToEnd();
    void reveal(int row);
    void revealAtFoot(int row); // with the end of the card near the foot of the viewport
    int newAbove() const { return m_newAbove; }
    QList<int> visibleRows() const;
    QString sentence(int row) const; // for a screen reader

    // What else can be done with a row: offered to screen readers; keys that are handed on as keyCommand().
    struct ItemAction {
        QString id, text, keys;
    };
    void setItemActions(std::function<QList<ItemAction>(int row)> offer, std::function<void(int, const QString &)> run);
    QList<ItemAction> itemActions(int row) const { return m_offer ? m_offer(row) : QList<ItemAction>(); }
    void runItemAction(int row, const QString &id);
    void setCommandKeys(const QList<int> &keys) { m_commandKeys = keys; }
    // ---- selected text: of one card, or of several ----
    bool hasSelection() const { return !m_selection.isEmpty(); }
    int selectedRow() const;      // -1: nothing is selected, or more than one card
    QString selectedText() const; // plain; of several cards with who wrote it and when
    QString selectedMarkdown() const;
    void selectAll(int row); // the whole text of a card, unfolded
    void clearSelection();
    void copySelection() const; // or the current card's text, when nothing is selected
    // Of one card, for a screen reader: its text, a selection in it, where a letter stands in the viewport.
    QString textOf(int row) const;
    std::pair<int, int> selectionIn(int row) const;
    void select(int row, int from, int to);
    QRectF letterRect(int row, int position) const;
    int letterAt(int row, QPointF inViewport) const;
    bool isCaretOn() const { return m_caretOn; }
    void setCaretOn(bool on); // in the current card
    int caret() const { return m_selection.head().position; }
    void activate(int row, CardHit::What what, const QString &value, QPoint globalPos);

Q_SIGNALS:
    void newAboveChanged(int count);
    void visibleRowsChanged();
    void hit(int row, const parvis::ui::CardHit &hit, QPoint globalPos); // a click, or its key
    void menuWanted(int row, QPoint globalPos);
    void fileMenuWanted(int row, const parvis::ui::Uuid &file, QPoint globalPos);
    void keyCommand(int row, int key); // a key that is not for moving
    void placeCommand(int key);        // one that is about the list as a whole
    void nothingUnread();
    void currentChanged(int row);
    void firstPainted(); // the first paint that drew a row has ended

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    static constexpr qreal margin = 16; // above the first and below the last card

    CardForm formOf(int row) const;
    const CardLayout &layoutOf(int row) const;
    qreal heightOf(int row) const;
    qreal guessOf(int row) const; // without laying anything out
    qreal cardWidth() const;
    qreal cardLeft() const;
    int rowAt(qreal y, qreal *top) const;
    void keepAnchor();
    void settle();    // brings anchor and offset into bounds
    void afterMove(); // scroll bar, paging, repaint
    void tick();
    void tellSeen();
    void fetchSmallPictures(const store::FeedItem &item);
    void updateBar();
    void onBar(int value);
    void forget(int first, int last);
    void onInserted(int first, int last);
    void onAboutToRemove(int first, int last);
    void placeFirstRows();
    void seekUnread();
    void noteSeen(const QList<int> &rows);
    void setNewAbove(int count);
    void hoverAt(QPointF position);
    void click(QPointF position, QPoint globalPos);
    void mousePressed(QMouseEvent *event);
    void mouseMoved(QMouseEvent *event);
    void mouseReleased(QMouseEvent *event);
    void mouseDoubleClicked(QMouseEvent *event);
    void extendTo(QPointF position);
    void scrollWhileDragging();
    void dragLink(const CardHit &link);
    bool toolTip(const QHelpEvent *event);
    TextPlace placeAt(QPointF position) const; // of the text that is nearest
    QString copied(bool markdown) const;
    bool caretKey(QKeyEvent *event);
    void revealCaret();
    void tellCaret();
    void moveCurrent(int step);
    void drawEmpty(QPainter &painter) const;
    void tellReaders(int row);

    Context m_context;
    QPointer<ItemModel> m_model;
    mutable QCache<Uuid, CardLayout> m_layouts;
    mutable QHash<Uuid, qreal> m_heights;
    QSet<Uuid> m_expanded;
    QSet<Uuid> m_fetched; // pictures that were asked for because they came into sight
    text::Query m_found;
    int m_anchorRow = 0;
    qreal m_anchorOffset = 0;
    Uuid m_anchorId;
    Uuid m_currentId;
    qint64 m_topOrder = 0;  // the highest that was ever in this list
    qint64 m_seenOrder = 0; // the highest that was on the screen
    int m_newAbove = 0;
    std::optional<ReadingPosition> m_wanted;
    Uuid m_highlightId;
    Uuid m_lineBelow;
    QString m_lineLabel;
    int m_seekStep = 0; // looking for something unread: where to
    int m_seekPages = 0;
    base::Scheduler::Handle m_timer = 0;
    FeedSelection m_selection;
    bool m_caretOn = false;
    enum class Unit { Letter, Word, Paragraph };
    struct Drag {
        bool pressed = false;
        bool selecting = false;
        bool clicked = false; // a double click was: its release is no click
        QPointF from;
        QPointF now;
        CardHit hit;
        Unit unit = Unit::Letter;
        base::Scheduler::Handle timer = 0;
        base::Time doubleClickAt;
    } m_drag;
    int m_hoverRow = -1;
    CardHit m_hover;
    QString m_emptyTitle;
    QString m_emptyHint;
    std::function<QList<ItemAction>(int)> m_offer;
    std::function<void(int, const QString &)> m_runOffered;
    QList<int> m_commandKeys;
    bool m_showPlace = false;
    bool m_thread = false;
    bool m_followTop = false;
    bool m_settingBar = false;
    bool m_painted = false;
};

} // namespace parvis::ui
