// Command generate bundles the extension of package desk, as JupyterLab loads prebuilt extensions: one script that leaves a
// container in window._JUPYTERLAB, from which the page takes the extension's modules, and to which it gives its own
// (@jupyterlab, @lumino), so that both work with the same objects.
//
// Source: https://webpack.js.org/concepts/module-federation/ for the container's two functions, init and get;
// https://jupyterlab.readthedocs.io/en/stable/extension/extension_dev.html for the folder.
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"nekonote/kernel/desk"
	"nekonote/nn/version"
)

func main() {
	log.SetFlags(0)
	if err := generate("src", "bundle"); err != nil {
		log.Fatal(err)
	}
}

// theirs are the packages that the page gives.
var theirs = []string{"@jupyterlab/*", "@lumino/*"}

// generate writes the folder of the extension anew.
func generate(from, to string) error {
	code, used, err := bundle(filepath.Join(from, "index.ts"))
	if err != nil {
		return err
	}
	script := container(code, used)
	sum := sha256.Sum256([]byte(script))
	entry := "static/remoteEntry." + hex.EncodeToString(sum[:10]) + ".js"
	about, err := json.MarshalIndent(map[string]any{
		"name": desk.Name, "version": version.Number, "description": "The learner's desk of Nekonote", "license": "MIT",
		"jupyterlab": map[string]any{
			"extension": true, "schemaDir": "schema", "_build": map[string]string{"load": entry, "extension": "./extension"},
		},
	}, "", "  ")
	if err != nil {
		return err
	}
	schema, err := os.ReadFile(filepath.Join(from, "schema", "plugin.json"))
	if err != nil {
		return err
	}
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	schemas := "schemas/" + desk.Name
	for name, content := range map[string]string{
		entry: script, "package.json": string(about) + "\n", schemas + "/plugin.json": string(schema),
		schemas + "/package.json.orig": string(about) + "\n",
	} {
		path := filepath.Join(to, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(content), 0o644)); err != nil {
			return err
		}
	}
	return nil
}

// bundle makes one CommonJS module of the sources, and lists the packages of the page that it uses.
func bundle(entry string) (code string, used []string, err error) {
	result := api.Build(api.BuildOptions{
		EntryPoints: []string{entry}, Bundle: true, Format: api.FormatCommonJS, Target: api.ES2022, Charset: api.CharsetUTF8,
		External: theirs, Loader: map[string]api.Loader{".css": api.LoaderText, ".svg": api.LoaderText}, LegalComments: api.LegalCommentsNone, Metafile: true,
	})
	for _, wrong := range append(result.Errors, result.Warnings...) {
		place := ""
		if wrong.Location != nil {
			place = fmt.Sprintf("%s:%d: ", wrong.Location.File, wrong.Location.Line)
		}
		err = errors.Join(err, errors.New(place+wrong.Text))
	}
	if err != nil {
		return "", nil, err
	}
	var meta struct {
		Outputs map[string]struct {
			Imports []struct {
				Path     string
				External bool
			}
		}
	}
	if err := json.Unmarshal([]byte(result.Metafile), &meta); err != nil {
		return "", nil, err
	}
	for _, output := range meta.Outputs {
		for _, found := range output.Imports {
			if found.External && !slices.Contains(used, found.Path) {
				used = append(used, found.Path)
			}
		}
	}
	slices.Sort(used)
	return string(result.OutputFiles[0].Contents), used, nil
}

// container wraps a CommonJS module so that the page can load it. Of a package that the page has in several versions it takes
// the one that the page itself has loaded.
func container(code string, used []string) string {
	list, err := json.Marshal(used)
	if err != nil {
		panic(err) // strings
	}
	return strings.NewReplacer("NAME", fmt.Sprintf("%q", desk.Name), "USED", string(list), "CODE", code).Replace(`// Made by go generate of kernel/desk/src.
(globalThis._JUPYTERLAB ??= {})[NAME] = (() => {
  let shared;
  const given = {};
  const take = async name => {
    const versions = Object.values(shared[name] ?? {});
    if (!versions.length) throw new Error("nekonote: this page has no " + name);
    const chosen = versions.find(v => v.loaded) ?? versions[0];
    given[name] = (await chosen.get())();
  };
  let made;
  return {
    init(scope) { shared = scope; },
    get: async () => {
      made ??= Promise.all(USED.map(take)).then(() => {
        const module = { exports: {} };
        ((module, exports, require) => {
CODE
        })(module, module.exports, name => given[name]);
        return module.exports;
      });
      const exports = await made;
      return () => exports;
    },
  };
})();
`)
}
