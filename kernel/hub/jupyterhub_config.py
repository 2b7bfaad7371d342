# JupyterHub on one machine, whose users are the learners. As root:
#   jupyterhub -f kernel/hub/jupyterhub_config.py
# The course was set up with `setup --prefix /opt/nekonote`, JupyterHub and configurable-http-proxy are on PATH.
import os
import sys

c = get_config()  # noqa: F821

prefix = os.environ.get("NEKONOTE_PREFIX", "/opt/nekonote")
here = os.path.dirname(os.path.abspath(__file__))

c.JupyterHub.bind_url = os.environ.get("NEKONOTE_HUB_URL", "http://127.0.0.1:8000")
c.JupyterHub.spawner_class = "jupyterhub.spawner.LocalProcessSpawner"
c.JupyterHub.db_url = "sqlite:///" + os.path.join(os.getcwd(), "jupyterhub.sqlite")

# Each learner's server runs as her own user, who owns her home and nothing else.
c.Spawner.cmd = [os.path.join(here, "learner")]
c.Spawner.default_url = "/lab"
c.Spawner.http_timeout = c.Spawner.start_timeout = 120
c.Spawner.environment = {
    "PATH": os.path.dirname(sys.executable) + ":" + os.environ["PATH"],
    "JUPYTER_PATH": os.environ.get("JUPYTER_PATH", "/usr/local/share/jupyter"),
    "NEKONOTE_PROGRAM": os.path.join(prefix, "bin", "nekonote"),
}

# Whoever comes from a Japanese page gets the Japanese notebooks.
c.Spawner.options_form = """
<label>Language / 言語 <select name="lang" class="form-control">
<option value="en">English</option><option value="ja">日本語</option></select></label>
"""


def chosen(form):
    return {"lang": form.get("lang", ["en"])[0]}


def speak(spawner, options):
    lang = options.get("lang", "en")
    spawner.environment = {**spawner.environment, "NEKONOTE_LANG": lang if lang in ("en", "ja") else "en"}


c.Spawner.options_from_form = chosen
c.Spawner.apply_user_options = speak

# Who is away for an hour has her server stopped, where jupyterhub-idle-culler is installed; her work lies in her home.
try:
    import jupyterhub_idle_culler  # noqa: F401

    c.JupyterHub.load_roles = [{
        "name": "culler", "services": ["culler"],
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
    }]
    c.JupyterHub.services = [{"name": "culler", "command": [sys.executable, "-m", "jupyterhub_idle_culler", "--timeout=3600"]}]
except ImportError:
    pass
