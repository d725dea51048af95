"""The stage of a walk: a company's server, a screen of its own and the real program on it.

Everything lives in one temporary folder: homes, profiles, the server's data. Whatever was started is ended with the stage.
"""
import contextlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PASSWORD = "parvis-demo"
SKIPPED = 77  # ctest: what the walk needs is not on this machine
PATIENCE = 30


class Failed(Exception):
    pass


def wait_for(what, condition, seconds=PATIENCE):
    """The first value of condition() that is true; looked for until the time is over."""
    until = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > until:
            raise Failed(f"waited in vain for {what}")
        time.sleep(0.05)


def need(*programs):
    missing = [each for each in programs if not shutil.which(each)]
    if missing:
        print("skipped, not on this machine:", *missing)
        sys.exit(SKIPPED)


class Stage:
    def __init__(self, programs, pictures, walk):
        need("Xvfb", "import")
        self.programs = pathlib.Path(programs)
        self.pictures = pathlib.Path(pictures)
        self.pictures.mkdir(parents=True, exist_ok=True)
        self.walk = walk
        self.step_number = 0
        self.children = []
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="parvis-walk-"))
        self.env = dict(os.environ, HOME=str(self.folder), LC_ALL="C.UTF-8", QT_QPA_PLATFORM="xcb",
                        QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_ACCESSIBILITY="1")
        for name in ("data", "config", "cache", "state"):
            (self.folder / name).mkdir()
            self.env[f"XDG_{name.upper()}_HOME"] = str(self.folder / name)
        self.env.pop("WAYLAND_DISPLAY", None)
        runtime = self.folder / "runtime"
        runtime.mkdir(mode=0o700)
        self.env["XDG_RUNTIME_DIR"] = str(runtime)
        self.keychain()

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if error is not None:
            with contextlib.suppress(Exception):
                self.picture("failed")
        for child in reversed(self.children):
            if child.poll() is None:
                child.send_signal(signal.SIGTERM)
                try:
                    child.wait(12)
                except subprocess.TimeoutExpired:
                    child.kill()
                    child.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self, *command, **options):
        child = subprocess.Popen([str(each) for each in command], env=self.env, **options)
        self.children.append(child)
        return child

    def keychain(self):
        """One that is open: the desktop's own would ask with a window of its own."""
        if shutil.which("gnome-keyring-daemon"):
            self.start("gnome-keyring-daemon", "--unlock", "--components=secrets", "--foreground",
                       stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            self.children[-1].stdin.write(b"walk\n")
            self.children[-1].stdin.close()

    def screen(self, size="1280x800"):
        read, write = os.pipe()
        self.start("Xvfb", "-displayfd", write, "-screen", "0", size + "x24", "-nolisten", "tcp", pass_fds=[write],
                   stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise Failed("Xvfb did not start")
        self.env["DISPLAY"] = os.environ["DISPLAY"] = f":{number}"

    def company(self):
        """A server with the demo company; gives its address."""
        data = self.folder / "server"
        subprocess.run([self.programs / "parvisd", "--data", data, "demo"], env=self.env, check=True,
                       stdout=subprocess.DEVNULL)
        server = self.start(self.programs / "parvisd", "--data", data, "serve", "--listen", "127.0.0.1:0",
                            stdout=subprocess.PIPE, text=True)
        self.address = "http://" + json.loads(server.stdout.readline())["listening"]
        return self.address

    def window(self, *arguments):
        self.profile = self.folder / "profile"
        return self.start(self.programs / "parvis", "--profile", self.profile, *arguments)

    def cli(self, person, *arguments, text=None, profile=None):
        """What the command line of a colleague says: the proof that it arrived."""
        profile = profile or self.folder / f"cli-{person}"
        command = [self.programs / "parvis-cli", "--profile", profile]
        if not profile.exists():
            subprocess.run([*command, "login", "--server", self.address, "--user", person], env=self.env, check=True,
                           input=PASSWORD + "\n", text=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        done = subprocess.run([*command, *arguments], env=self.env, input=text, text=True, capture_output=True)
        if done.returncode != 0:
            raise Failed(f"parvis-cli {' '.join(map(str, arguments))}: {done.stdout} {done.stderr}")
        if not done.stdout.strip():
            return []
        lines = [json.loads(line) for line in done.stdout.splitlines() if line.strip()]
        return lines

    def focus_window(self, name="Parvis"):
        """Without a window manager nobody gives the focus to a new window."""

        def window():
            found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", name], env=self.env,
                                   capture_output=True, text=True).stdout.split()
            return found[-1] if found else None

        subprocess.run(["xdotool", "windowfocus", "--sync", wait_for("the window", window)], env=self.env, check=True)

    def key(self, *names):
        subprocess.run(["xdotool", "key", "--delay", "40", *names], env=self.env, check=True)

    def picture(self, name):
        self.step_number += 1
        file = self.pictures / f"{self.walk}-{self.step_number:02}-{name}.png"
        subprocess.run(["import", "-silent", "-window", "root", str(file)], env=self.env, check=True)

    def step(self, what, picture=None):
        print(f"ok: {what}", flush=True)
        self.picture(picture or what.replace(" ", "-"))


def run(walk, needs, steps):
    """main() of a walk: PROGRAMS PICTURES are its arguments."""
    need(*needs)
    try:
        with Stage(sys.argv[1], sys.argv[2], walk) as stage:
            steps(stage)
    except Failed as why:
        print("failed:", why)
        return 1
    return 0
