#include "ui/widgets/choice_popup.h"

#include "ui/widgets/list_keys.h"

#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <QScrollBar>
#include <QVBoxLayout>

namespace parvis::ui {

QVariant ChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_choices.size())
        return {};
    const Choice &held = m_choices.at(index.row());
    if (role == Qt::DisplayRole)
        return held.detail.isEmpty() ? held.text : held.text + QStringLiteral(" · ") + held.detail;
    if (role == Qt::AccessibleTextRole)
        return held.detail.isEmpty() ? held.text : held.text + QStringLiteral(", ") + held.detail;
    return {};
}

void ChoiceModel::set(const QList<Choice> &choices)
{
    if (choices == m_choices)
        return;
    beginResetModel();
    m_choices = choices;
    endResetModel();
}

ChoicePopup::ChoicePopup(const Theme &theme, const QString &name, QWidget *parent)
    : QFrame(parent, Qt::Popup),
      m_field(new QLineEdit(this)),
      m_model(new ChoiceModel(this)),
      m_list(new QListView(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(name);
    m_field->setPlaceholderText(name);
    m_field->setAccessibleName(name);
    m_list->setModel(m_model);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setSpacing(2);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setAccessibleName(name);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    theme.follow(this, [this, &theme] {
        m_list->setFont(theme.font(TextRole::List));
        resize(theme.px(320), theme.px(320));
    });
    steerFrom(m_field, m_list);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) { m_source(text); });
    connect(m_field, &QLineEdit::returnPressed, this, [this] { choose(qMax(0, m_list->currentIndex().row())); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
}

void ChoicePopup::openBelow(QWidget *anchor, Source source)
{
    m_source = std::move(source);
    m_field->clear();
    m_source({});
    QPoint at = anchor->mapToGlobal(QPoint(0, anchor->height() + 4));
    const QRect screen = anchor->screen()->availableGeometry();
    at.setX(qBound(screen.left(), at.x(), qMax(screen.left(), screen.right() - width())));
    move(at);
    show();
    m_field->setFocus();
}

void ChoicePopup::offer(const QString &typed, const QList<Choice> &choices)
{
    if (typed != m_field->text())
        return;
    m_model->set(choices);
    if (!choices.isEmpty())
        m_list->setCurrentIndex(m_model->index(0));
}

void ChoicePopup::choose(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    const QString value = m_model->choice(row).value;
    close();
    Q_EMIT chosen(value);
}

} // namespace parvis::ui
