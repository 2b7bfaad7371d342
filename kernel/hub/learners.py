# What a learner's server is, for every JupyterHub whose learners are users of the machine: jupyterhub_config.py loads it, and The
# Littlest JupyterHub where it lies in /opt/tljh/config/jupyterhub_config.d.
import os

c = get_config()  # noqa: F821

prefix = os.environ.get("NEKONOTE_PREFIX", "/opt/nekonote")

# Each learner's server runs as her own user, who owns her home and nothing else.
c.Spawner.cmd = [os.path.join(prefix, "bin", "learner")]
c.Spawner.default_url = "/lab"
c.Spawner.http_timeout = c.Spawner.start_timeout = 120
c.Spawner.environment = {"NEKONOTE_PROGRAM": os.path.join(prefix, "bin", "nekonote")}

# Whoever comes from a Japanese page gets the Japanese notebooks.
c.Spawner.options_form = """
<label>Language / 言語 <select name="lang" class="form-control">
<option value="en">English</option><option value="ja">日本語</option></select></label>
"""


def chosen(form):
    return {"lang": form.get("lang", ["en"])[0]}


def speak(spawner):
    lang = spawner.user_options.get("lang", "en")
    spawner.environment = {**spawner.environment, "NEKONOTE_LANG": lang if lang in ("en", "ja") else "en"}


c.Spawner.options_from_form = chosen
c.Spawner.pre_spawn_hook = speak
