#include "ui/views/feed/participants_bar.h"

#include "ui/delegates/avatar.h"
#include "ui/models/thread_model.h"
#include "ui/shell/navigator.h"
#include "ui/widgets/labels.h"

#include <QAbstractButton>
#include <QHBoxLayout>

namespace parvis::ui {

namespace {

constexpr int maxFaces = 7;
constexpr int maxNamed = 3;

class FaceButton : public QAbstractButton {
public:
    FaceButton(const Theme &theme, const store::PersonCard &person, QWidget *parent)
        : QAbstractButton(parent), m_theme(theme), m_person(person)
    {
        theme.follow(this, [this] { setFixedSize(m_theme.px(28), m_theme.px(28)); });
        setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::TabFocus);
        setAccessibleName(person.fullName);
        setToolTip(person.fullName.toHtmlEscaped());
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        drawAvatar(painter, QRectF(rect()).adjusted(2, 2, -2, -2), m_person.fullName, m_person.id.uuid(), m_theme,
                   true);
        if (!hasFocus() && !underMouse())
            return;
        painter.setPen(QPen(m_theme.tokens().accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
    }

private:
    const Theme &m_theme;
    store::PersonCard m_person;
};

} // namespace

ParticipantsBar::ParticipantsBar(const Context &context, ThreadModel *model, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_model(model),
      m_faces(new QHBoxLayout),
      m_names(makeElidedLabel(context.theme, TextRole::Detail, Ink::Second, this))
{
    m_names->setMinimumWidth(40);
    m_faces->setSpacing(2);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 8);
    layout->setSpacing(8);
    layout->addLayout(m_faces);
    layout->addWidget(m_names, 1);
    hide();
    connect(model, &ItemModel::loaded, this, &ParticipantsBar::update);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &ParticipantsBar::update);
}

void ParticipantsBar::update()
{
    QList<store::PersonCard> people;
    QList<Uuid> ids;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const store::FeedItem &item = m_model->item(row);
        if (ids.contains(item.author.id.uuid()) || (item.blank && row > 0))
            continue;
        ids.append(item.author.id.uuid());
        people.append(item.author);
    }
    setVisible(people.size() > 1);
    if (ids == m_shown)
        return;
    m_shown = ids;
    while (QLayoutItem *old = m_faces->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    QStringList names;
    for (const store::PersonCard &person : people) {
        if (names.size() < maxNamed)
            names << person.fullName;
        if (m_faces->count() == maxFaces)
            continue;
        auto *face = new FaceButton(m_context.theme, person, this);
        connect(face, &QAbstractButton::clicked, this,
                [this, id = person.id.uuid()] { m_context.navigator.go({.kind = Place::PersonWall, .id = id}); });
        m_faces->addWidget(face);
    }
    const int others = int(people.size() - names.size());
    const QString list = names.join(QStringLiteral(", "));
    m_names->setText(others > 0 ? tr("%1 and %n other(s) take part", nullptr, others).arg(list)
                                : tr("%1 take part").arg(list));
}

} // namespace parvis::ui
