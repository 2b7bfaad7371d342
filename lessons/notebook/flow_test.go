package notebook

import "testing"

func TestJapaneseFlowsOnWithoutSpaces(t *testing.T) {
	for text, want := range map[string]string{
		"猫を\n見る。":                  "猫を見る。",
		"猫を\n\n見る。":                "猫を\n\n見る。",
		"# 猫\n見る。":                 "# 猫\n見る。",
		"- 猫を\n  見る\n- 犬":          "- 猫を見る\n- 犬",
		"JPEG\nand PNG":            "JPEG\nand PNG",
		"形式\nPNG":                  "形式 PNG",
		"写真が\n2 枚、`a`\nと":          "写真が 2 枚、`a` と",
		"です。\n`a`":                 "です。`a`",
		"| 猫 |\n|---|\n| 犬 |":      "| 猫 |\n|---|\n| 犬 |",
		"式：\n$$x$$\nです":            "式：\n$$x$$\nです",
		"```text\n猫\n犬\n```\n猫\n犬": "```text\n猫\n犬\n```\n猫犬",
		"1. 猫\n2. 犬":               "1. 猫\n2. 犬",
	} {
		if got := flow(text); got != want {
			t.Errorf("flow(%q) = %q; want %q", text, got, want)
		}
	}
}
