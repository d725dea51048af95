"""Sign in, read, search, post and react as somebody does who sees nothing: through accessibility actions alone."""
import sys

import stage as stages
from stage import PASSWORD, Failed, wait_for


def steps(stage):
    stage.screen()
    address = stage.company()
    stage.window("--lang", "en")
    import reader
    app = reader.application()
    stage.focus_window()

    reader.write(reader.find(app, "Address of your company's server", reader.ENTRIES), address)
    reader.write(reader.find(app, "Your short name", reader.ENTRIES), "camille.morel")
    reader.write(reader.find(app, "Password", reader.ENTRIES), PASSWORD)
    stage.step("sign in filled in")
    reader.press(reader.find(app, "Join my company", reader.BUTTONS))

    posts = reader.find(app, "Posts", reader.LISTS)
    wait_for("posts in the list", lambda: posts.childCount > 5)
    sentences = [item.name for item in reader.items(posts)[:8]]
    for sentence in sentences:
        print("   ", sentence[:110])
        # Who, what and when, as one would say it.
        if len(sentence) < 20 or "," not in sentence or sentence[0] in "{[<":
            raise Failed(f"an item that does not read like a sentence: {sentence}")
    stage.step("the feed is read item by item")

    reader.press(reader.find(app, "Search", reader.BUTTONS))
    reader.write(reader.find(app, "Search", reader.ENTRIES), "passerelle")
    results = reader.find(app, "Results", reader.LISTS)
    wait_for("results", lambda: results.childCount > 0 and all(item.name for item in reader.items(results)[:5]))
    for item in reader.items(results)[:3]:
        print("   ", item.name[:110])
    stage.step("search finds")

    reader.press(reader.find(app, "Feed", reader.BUTTONS))
    reader.press(reader.find(app, "Share something", reader.BUTTONS))
    reader.write(reader.find(app, "Text", reader.ENTRIES), "Written without looking at the screen.")
    reader.press(reader.find(app, "Post", reader.BUTTONS))
    posts = reader.find(app, "Posts", reader.LISTS)
    wait_for("the own post at the top",
             lambda: any("Written without looking" in item.name for item in reader.items(posts)[:2]))
    stage.step("a post is written")

    mine = next(item for item in reader.items(posts)[:2] if "Written without looking" in item.name)
    reader.press(mine, "post.react")
    reader.write(reader.find(app, "Search an emoji", reader.ENTRIES), "thumbs up")
    emoji = reader.find(app, "Emoji", reader.LISTS)
    wait_for("the emoji that was looked for", lambda: emoji.childCount > 0 and "thumbs" in emoji.getChildAtIndex(0).name)
    stage.focus_window("Emoji")
    stage.key("Return")  # a list's item is chosen, then taken with Enter: so does every reader
    arrived = wait_for(
        "the post and its reaction at a colleague's",
        lambda: [post for post in stage.cli("thomas.berger", "feed", "--limit", "5")
                 if "Written without looking" in post["body"] and post["reactions"].get("👍") == 1])
    print("   ", arrived[0]["author"], arrived[0]["reactions"])
    stage.step("it has a reaction")

    stage.focus_window()
    heard = reader.Announcements()
    stage.cli("thomas.berger", "comment", arrived[0]["id"], text="Well seen, @camille.morel")
    said = wait_for("what is announced", lambda: heard.beginning("Thomas Berger"))
    print("   ", said)
    stage.step("a notice is announced")


if __name__ == "__main__":
    sys.exit(stages.run("screen-reader", ["dbus-daemon", "xdotool"], steps))
