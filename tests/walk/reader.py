"""What a screen reader sees and does: AT-SPI, with waiting."""
import sys

from stage import SKIPPED, Failed, wait_for

try:
    import pyatspi
    from gi.repository import GLib
except ImportError:
    print("skipped, not on this machine: python3-pyatspi")
    sys.exit(SKIPPED)


def application(name="parvis"):
    def find():
        desktop = pyatspi.Registry.getDesktop(0)
        for at in range(desktop.childCount):
            try:
                app = desktop.getChildAtIndex(at)
                if app and app.name.lower() == name:
                    return app
            except Exception:
                pass
        return None

    return wait_for("the program on the accessibility bus", find)


def each(root, depth=0):
    """The tree below root; a list's items are asked for by those who want them."""
    yield root
    if depth > 30:
        return
    try:
        count = root.childCount if root.getRole() != pyatspi.ROLE_LIST else 0
    except Exception:
        return
    for at in range(min(count, 200)):
        try:
            child = root.getChildAtIndex(at)
        except Exception:
            continue
        if child is not None:
            yield from each(child, depth + 1)


def is_showing(node):
    states = node.getState()
    return states.contains(pyatspi.STATE_SHOWING) and states.contains(pyatspi.STATE_VISIBLE)


def find(root, name, roles=None, showing=True):
    """The control of that name that is on the screen, waited for. `name`: its beginning."""

    def look():
        for node in each(root):
            try:
                if node.name.startswith(name) and (not roles or node.getRole() in roles) and (
                        not showing or is_showing(node)):
                    return node
            except Exception:
                continue
        return None

    return wait_for(f"'{name}' on the screen", look)


def press(node, action=None):
    """Does an action of the control, by name, or the first that presses it."""
    actions = node.queryAction()
    names = [actions.getName(at) for at in range(actions.nActions)]
    wanted = [action] if action else ["Press", "press", "click", "Toggle"]
    for name in wanted:
        if name in names:
            actions.doAction(names.index(name))
            return
    raise Failed(f"'{node.name}' has only the actions {names}")


def write(node, text):
    node.queryEditableText().setTextContents(text)


def items(node):
    """Of a list: its items, as many as it has now."""
    return [node.getChildAtIndex(at) for at in range(min(node.childCount, 60))]


class Announcements:
    """What is said by itself, wherever the focus is: notifications as they come to be seen."""

    def __init__(self):
        self.said = []
        pyatspi.Registry.registerEventListener(self._hear, "object:state-changed:showing")

    def _hear(self, event):
        if event.detail1 and event.source.getRole() == pyatspi.ROLE_NOTIFICATION:
            self.said.append(event.source.name)

    def beginning(self, words):
        while GLib.MainContext.default().iteration(False):
            pass
        return next((said for said in self.said if said.startswith(words)), None)


BUTTONS = [pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON]
ENTRIES = [pyatspi.ROLE_ENTRY, pyatspi.ROLE_TEXT, pyatspi.ROLE_PASSWORD_TEXT]
LISTS = [pyatspi.ROLE_LIST, pyatspi.ROLE_LIST_BOX]
