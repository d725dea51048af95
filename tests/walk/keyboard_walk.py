"""The ten tasks of somebody who knows Slack or Outlook, with nothing but the keyboard; each is proved by what the server
or the outbox then holds."""
import re
import subprocess
import sys
import time

import stage as stages
from stage import PASSWORD, Failed

GROUP = "passerelle-trois-iles"


class Keyboard:
    def __init__(self, stage):
        self.stage = stage

    def keys(self, *names):
        self.stage.key(*names)

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


def groups(stage):
    """Camille's, as the window's own profile has them."""
    return {group["name"]: group
            for group in stage.cli("camille.morel", "--offline", "groups", profile=stage.profile)}


def of_last_march(stage):
    """A post of March with a word that stands in few others: what somebody half remembers."""
    everything = stage.cli("camille.morel", "--offline", "feed", "--limit", "100000", profile=stage.profile)
    march = [post for post in everything if post["created_at"][5:7] == "03" and post["comments"] > 0]
    for post in march:
        for word in re.findall(r"\b[a-zà-ÿ]{8,}\b", post["body"]):
            if sum(word in other["body"] for other in everything) == 1:
                return post, word
    raise Failed("the demo company wrote nothing last March")


def steps(stage):
    stage.screen()
    address = stage.company()
    stage.window("--lang", "en")
    keyboard = Keyboard(stage)
    stage.focus_window()

    # 1. Join: the address has the keys already.
    keyboard.type(address)
    keyboard.keys("Tab")
    keyboard.type("camille.morel")
    keyboard.keys("Tab")
    keyboard.type(PASSWORD)
    stage.picture("join")
    keyboard.keys("Return")
    keyboard.until(
        "the first sync",
        lambda: [status for status in stage.cli("camille.morel", "--offline", "status", profile=stage.profile)
                 if status["complete"]])
    stage.step("1 joined", "joined")

    # 2. A post of last March about a named subject.
    wanted, word = of_last_march(stage)
    keyboard.keys("ctrl+shift+f")
    keyboard.type(f"during:march {word}")
    time.sleep(1)  # people look at what they found
    stage.picture("search")
    keyboard.keys("Return")
    time.sleep(1)
    stage.step(f"2 found the post of {wanted['created_at'][:10]} about '{word}'", "found")

    # 3. Answer it. 4. Mention somebody: three letters, and the suggestion is taken.
    keyboard.keys("ctrl+n")
    time.sleep(0.3)
    keyboard.type("Answered with the keyboard, @thomas.b")
    time.sleep(0.8)
    stage.picture("mention")
    keyboard.keys("Return")
    keyboard.keys("ctrl+Return")
    keyboard.until(
        "the answer with its mention in the thread that was found",
        lambda: [item for item in stage.cli("camille.morel", "thread", wanted["id"])
                 if "Answered with the keyboard, @thomas.berger" in item["body"]])
    stage.step("3 and 4 answered with a mention", "answered")

    # 5. Write, and react to it.
    keyboard.keys("Escape")
    keyboard.keys("ctrl+1")
    time.sleep(0.5)
    keyboard.keys("ctrl+n")
    time.sleep(0.5)
    keyboard.type("Written with the keyboard alone")
    keyboard.keys("ctrl+Return")
    mine = keyboard.until("the post at a colleague's",
                          lambda: [p for p in posts(stage) if p["body"].startswith("Written with the keyboard")])[0]
    stage.step("a post is written", "written")
    keyboard.keys("Home")
    keyboard.keys("plus")
    time.sleep(0.8)
    stage.picture("reactions")
    keyboard.keys("Return")
    keyboard.until("the reaction", lambda: [p for p in posts(stage) if p["id"] == mine["id"] and p["reactions"]])
    stage.step("5 reacted", "reacted")
    stage.focus_window()

    # 6. Edit.
    keyboard.keys("e")
    time.sleep(0.8)
    keyboard.keys("ctrl+End")
    keyboard.type(", and edited")
    stage.picture("edit")
    keyboard.keys("ctrl+Return")
    keyboard.until("the edited text",
                   lambda: [p for p in posts(stage) if p["id"] == mine["id"] and "and edited" in p["body"]])
    stage.step("6 edited", "edited")
    stage.focus_window()  # a window manager would, once the dialog is gone

    # 7. Mute a group, and leave another out of the feed and follow it again, by the palette.
    def palette(*words):
        for typed in words:
            keyboard.keys("ctrl+k")
            time.sleep(0.5)
            keyboard.type(typed)
            time.sleep(0.8)
            stage.picture("palette-" + typed.split()[0].lower())
            keyboard.keys("Return")
            time.sleep(0.8)

    palette("Passerelle des Trois", "Mute")
    keyboard.until("the muted group", lambda: groups(stage)[GROUP]["muted"])
    stage.step("7 a group is muted", "muted")
    palette("Leave out of my feed")
    keyboard.until("a feed without the group", lambda: not groups(stage)[GROUP]["followed"])
    palette("Follow in my feed")
    keyboard.until("a feed with the group", lambda: groups(stage)[GROUP]["followed"])
    stage.step("8 a group is followed", "followed")

    # 9. What is unread: a colleague writes, N goes there, and what was seen counts as read.
    stage.cli("camille.morel", "read", GROUP)  # on another device of hers
    keyboard.until("all of the group read", lambda: groups(stage)[GROUP]["unread"] == 0)
    stage.cli("thomas.berger", "post", "--group", GROUP, "--text-file", "-", text="Something new for Camille")
    keyboard.until("something unread", lambda: groups(stage)[GROUP]["unread"] > 0)
    stage.picture("unread")
    stage.focus_window()
    keyboard.keys("n")
    keyboard.until("nothing unread any more", lambda: groups(stage)[GROUP]["unread"] == 0)
    stage.step("9 found what is unread and read it", "read")

    # 10. Offline: what is written waits in the outbox, and goes once one is online again.
    keyboard.keys("ctrl+shift+o")
    time.sleep(0.5)
    keyboard.keys("ctrl+n")
    time.sleep(0.5)
    keyboard.type("Written in a train")
    keyboard.keys("ctrl+Return")
    keyboard.until(
        "the post in the outbox",
        lambda: [entry for entry in stage.cli("camille.morel", "--offline", "outbox", profile=stage.profile)
                 if entry["kind"] == "post" and entry["state"] == "pending"])
    if [p for p in posts(stage, group=GROUP) if p["body"] == "Written in a train"]:
        raise Failed("what was written offline has left")
    stage.step("10 written offline", "offline")
    keyboard.keys("ctrl+shift+o")
    keyboard.until("the post, online again",
                   lambda: [p for p in posts(stage, group=GROUP) if p["body"] == "Written in a train"])
    stage.step("online again", "online")


if __name__ == "__main__":
    sys.exit(stages.run("keyboard", ["xdotool"], steps))
