"""The ten tasks of somebody who knows Slack or Outlook, with nothing but the keyboard; each is proved by what the server
or the outbox then holds."""
import subprocess
import sys
import time

import stage as stages
from stage import PASSWORD, Failed, wait_for

GROUP = "passerelle-trois-iles"


class Keyboard:
    def __init__(self, stage):
        self.stage = stage

    def focus_window(self):
        """Without a window manager nobody gives the focus to a new window."""
        def window():
            found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "Parvis"], env=self.stage.env,
                                   capture_output=True, text=True).stdout.split()
            return found[-1] if found else None

        self.window = wait_for("the window", window)
        subprocess.run(["xdotool", "windowfocus", "--sync", self.window], env=self.stage.env, check=True)

    def keys(self, *names):
        subprocess.run(["xdotool", "key", "--delay", "40", *names], env=self.stage.env, check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "12", text], env=self.stage.env, check=True)

    def until(self, what, arrived, *again, seconds=stages.PATIENCE):
        """Waits for what the keys were to bring about; `again` are pressed from time to time."""
        until = time.monotonic() + seconds
        while True:
            value = arrived()
            if value:
                return value
            if time.monotonic() > until:
                raise Failed(f"waited in vain for {what}")
            if again:
                self.keys(*again)
            time.sleep(0.3)


def posts(stage, person="thomas.berger", group=None, limit=20):
    where = ["--group", group] if group else []
    return stage.cli(person, "feed", *where, "--limit", str(limit))


def steps(stage):
    stage.screen()
    address = stage.company()
    stage.window("--lang", "en")
    keyboard = Keyboard(stage)
    keyboard.focus_window()

    # 1. Join.
    keyboard.keys("Tab")
    keyboard.type(address)
    keyboard.keys("Tab")
    keyboard.type("camille.morel")
    keyboard.keys("Tab")
    keyboard.type(PASSWORD)
    stage.picture("join")
    keyboard.keys("Return")
    status = keyboard.until(
        "the first sync",
        lambda: [s for s in stage.cli("camille.morel", "--offline", "status", profile=stage.profile)
                 if s.get("complete")])
    stage.step("1 joined", "joined")
    assert status

    # 2. A post about a named subject.
    keyboard.keys("ctrl+f")
    keyboard.type("haubans")
    time.sleep(1)
    stage.picture("search")
    keyboard.keys("Return")
    time.sleep(0.7)
    stage.step("2 found and opened", "found")

    # 3. Answer it; the list has the focus, R answers. 4. With a mention.
    keyboard.keys("r")
    keyboard.type("Answered with the keyboard, @thomas.berger")
    stage.picture("answer")
    keyboard.keys("ctrl+Return")
    found = keyboard.until(
        "the answer at a colleague's",
        lambda: [hit for line in stage.cli("thomas.berger", "search", "answered keyboard", "--kind", "comment")
                 for hit in line["hits"]])
    stage.step("3 and 4 answered with a mention", "answered")
    assert found

    # 5. Write, react to it, edit it.
    keyboard.keys("ctrl+1")
    time.sleep(0.5)
    keyboard.keys("ctrl+n")
    time.sleep(0.5)
    keyboard.type("Written with the keyboard alone")
    keyboard.keys("ctrl+Return")
    mine = keyboard.until(
        "the post at a colleague's",
        lambda: [p for p in posts(stage) if p["body"].startswith("Written with the keyboard")])
    stage.step("a post is written", "written")
    keyboard.keys("Home")
    keyboard.keys("plus")
    time.sleep(0.5)
    stage.picture("reactions")
    keyboard.keys("Return")
    keyboard.until("the reaction", lambda: [p for p in posts(stage) if p["id"] == mine[0]["id"] and p["reactions"]])
    stage.step("5 reacted", "reacted")

    # 6. Edit.
    keyboard.keys("e")
    time.sleep(0.5)
    keyboard.keys("ctrl+End")
    keyboard.type(", and edited")
    stage.picture("edit")
    keyboard.keys("ctrl+Return")
    keyboard.until("the edited text",
                   lambda: [p for p in posts(stage) if p["id"] == mine[0]["id"] and "and edited" in p["body"]])
    stage.step("6 edited", "edited")

    # 10. Offline: what is written waits in the outbox, and goes once one is online again.
    keyboard.keys("ctrl+shift+o")
    time.sleep(0.5)
    keyboard.keys("ctrl+n")
    time.sleep(0.5)
    keyboard.type("Written in a train")
    keyboard.keys("ctrl+Return")
    keyboard.until(
        "the post in the outbox",
        lambda: [o for o in stage.cli("camille.morel", "--offline", "outbox", profile=stage.profile)
                 if o["kind"] == "post" and o["state"] == "pending"])
    if [p for p in posts(stage) if p["body"] == "Written in a train"]:
        raise Failed("what was written offline has left")
    stage.step("10 written offline", "offline")
    keyboard.keys("ctrl+shift+o")
    keyboard.until("the post, online again", lambda: [p for p in posts(stage) if p["body"] == "Written in a train"])
    stage.step("online again", "online")


if __name__ == "__main__":
    sys.exit(stages.run("keyboard", ["xdotool"], steps))
