package setup

import (
	_ "embed"
	"encoding/json"
	"os"
	"path/filepath"

	"nekonote/nn/words"
)

// logo is a cat's paw, shown beside the kernel's name.
//
//go:embed logo.svg
var logo []byte

// specKey changes with what the kernelspecs say, and with the environment that they lie in.
func specKey(p Place) (string, error) {
	python, err := os.ReadFile(filepath.Join(p.Folder, "stamps", lab.Name))
	if err != nil {
		return "", err
	}
	program, err := sourcesKey(p)
	return keyOf(python, []byte(program), []byte(p.Folder), []byte(p.Module)), err
}

// writeKernelspecs tells JupyterLab of the kernel, once for each language: the same program, another NEKONOTE_LANG.
func writeKernelspecs(p Place) error {
	for lang, spec := range map[words.Lang]struct{ folder, name string }{
		words.English:  {"nekonote", "Go (Nekonote)"},
		words.Japanese: {"nekonote-ja", "Go (猫の手)"},
	} {
		dir := filepath.Join(p.Venv(), "share", "jupyter", "kernels", spec.folder)
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return err
		}
		content, err := json.MarshalIndent(map[string]any{
			"argv":           []string{p.Program(), "kernel", "{connection_file}"},
			"display_name":   spec.name,
			"language":       "go",
			"interrupt_mode": "message",
			"env": map[string]string{
				words.Variable:     string(lang),
				"NEKONOTE_MODULE":  p.Module,
				"NEKONOTE_PROGRAM": p.Program(),
				FolderVariable:     p.Folder,
			},
		}, "", "  ")
		if err != nil {
			return err
		}
		if err := replace(filepath.Join(dir, "kernel.json"), content); err != nil {
			return err
		}
		if err := replace(filepath.Join(dir, "logo-svg.svg"), logo); err != nil {
			return err
		}
	}
	return replace(filepath.Join(p.Venv(), "share", "jupyter", "lab", "settings", "overrides.json"), overrides)
}

// overrides are the settings that JupyterLab starts with here: no news, no questions, and patience with completions, which are
// compiled for.
var overrides = []byte(`{
  "@jupyterlab/apputils-extension:notification": {"checkForUpdates": false, "doNotDisturbMode": true, "fetchNews": "false"},
  "@jupyterlab/completer-extension:manager": {"providerTimeout": 10000},
  "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"}
}
`)

// replace writes a file whole or not at all.
func replace(path string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	draft := path + ".new"
	if err := os.WriteFile(draft, content, 0o600); err != nil {
		return err
	}
	return os.Rename(draft, path)
}
