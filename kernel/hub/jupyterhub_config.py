# JupyterHub on one machine, whose users are the learners. As root:
#   jupyterhub -f kernel/hub/jupyterhub_config.py
# The course was set up with `setup --prefix /opt/nekonote`, JupyterHub and configurable-http-proxy are on PATH.
import os
import sys

c = get_config()  # noqa: F821

here = os.path.dirname(os.path.abspath(__file__))

c.JupyterHub.bind_url = os.environ.get("NEKONOTE_HUB_URL", "http://127.0.0.1:8000")
c.JupyterHub.spawner_class = "jupyterhub.spawner.LocalProcessSpawner"
c.JupyterHub.db_url = "sqlite:///" + os.path.join(os.getcwd(), "jupyterhub.sqlite")

# Whoever the machine's own log-in knows (PAM) may enter; allowed_users in the place of it names them.
c.Authenticator.allow_all = True

load_subconfig(os.path.join(here, "learners.py"))  # noqa: F821
c.Spawner.environment |= {
    "PATH": os.path.dirname(sys.executable) + ":" + os.environ["PATH"],
    "JUPYTER_PATH": os.environ.get("JUPYTER_PATH", "/usr/local/share/jupyter"),
}

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
