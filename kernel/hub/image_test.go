package hub_test

import (
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"nekonote/nn/version"
)

// TestOneImage: the image that Dockerfile makes is the one that README.md tags and that the hub on Kubernetes and the grading job start.
func TestOneImage(t *testing.T) {
	docker, values, job, page := read(t, "Dockerfile"), read(t, "values.yaml"), read(t, "grade.yaml"), read(t, "README.md")
	find := func(text, pattern string) string {
		t.Helper()
		found := regexp.MustCompile(pattern).FindStringSubmatch(text)
		if found == nil {
			t.Fatalf("nothing is like %s", pattern)
		}
		return found[1]
	}
	server, uid, home := find(docker, `CMD (\[.*\])`), find(docker, `--uid (\d+)`), "/home/"+find(docker, `--uid \d+ .* (\w+)`)
	if !strings.Contains(docker, "install -m 755 kernel/hub/learner "+strings.Trim(server, `[]"`)) {
		t.Errorf("Dockerfile starts %s, which it does not lay there", server)
	}
	for _, want := range []struct{ where, text, line string }{
		{"values.yaml", values, "cmd: " + server},
		{"values.yaml", values, "uid: " + uid},
		{"values.yaml", values, "homeMountPath: " + home},
		{"values.yaml", values, `tag: "` + version.Number + `"`},
		{"grade.yaml", job, "image: nekonote:" + version.Number},
		{"grade.yaml", job, "runAsUser: " + uid},
		{"grade.yaml", job, "exec " + filepath.Join(filepath.Dir(strings.Trim(server, `[]"`)), "nekonote") + " grade "},
		{"README.md", page, "nekonote:" + version.Number},
		{"README.md", page, "--version " + find(values, `chart ([\d.]+)`)},
	} {
		if !strings.Contains(want.text, want.line) {
			t.Errorf("%s has no %q", want.where, want.line)
		}
	}
}

// knows asks the hub's own Python whether values.yaml says what z2jh's chart knows, in the types that its schema wants, and whether a
// learner gets in with its authenticator.
func (h *hub) knows(python string) {
	h.t.Helper()
	cmd := exec.Command(python, "-c", asks)
	cmd.Dir = here(h.t)
	if out, err := cmd.CombinedOutput(); err != nil {
		h.t.Errorf("values.yaml: %v\n%s", err, out)
	}
}

// asks holds the part of the chart's schema (jupyterhub/values.schema.yaml of zero-to-jupyterhub-k8s) that values.yaml uses.
const asks = `
import asyncio, jsonschema, yaml
from jupyterhub.auth import DummyAuthenticator
from traitlets.config import Config

def table(required=(), **properties):
    return {"type": "object", "additionalProperties": False, "required": list(required), "properties": properties}

text, whole, number, yes = {"type": "string"}, {"type": "integer"}, {"type": "number"}, {"type": "boolean"}
free, many, amount = {"type": "object"}, {"type": "array"}, {"type": ["number", "string"]}
rules = {k: yes for k in ("cloudMetadataServer", "dnsPortsCloudMetadataServer", "dnsPortsKubeSystemNamespace", "dnsPortsPrivateIPs", "nonPrivateIPs", "privateIPs")}
schema = table(
    singleuser=table(
        image=table(["name", "tag"], name=text, tag=text), cmd=many, defaultUrl=text, startTimeout=whole,
        memory=table(limit=amount, guarantee=amount), cpu=table(limit=number, guarantee=number), extraEnv=free,
        storage=table(["type", "homeMountPath"], type={"enum": ["dynamic", "static", "none"]}, capacity=text, homeMountPath=text),
        uid=whole, fsGid=whole, allowPrivilegeEscalation=yes,
        networkPolicy=table(enabled=yes, egress=many, egressAllowRules=table(**rules)),
        profileList={"type": "array", "items": table(["display_name"], display_name=text, slug=text, default=yes, kubespawner_override=free)}),
    cull=table(enabled=yes, timeout=whole, every=whole, maxAge=whole),
    hub=table(config=free))
values = yaml.safe_load(open("values.yaml"))
jsonschema.validate(values, schema)
assert all(isinstance(v, str) for v in values["singleuser"]["extraEnv"].values()), "the environment is text"

config = values["hub"]["config"]
entrance = DummyAuthenticator(config=Config(config))
came = asyncio.run(entrance.get_authenticated_user(None, {"username": "learner", "password": config["DummyAuthenticator"]["password"]}))
assert came and came["name"] == "learner", "nobody gets in"

kinds = [d["kind"] for d in yaml.safe_load_all(open("grade.yaml"))]
assert kinds == ["Job", "NetworkPolicy"], kinds
`
