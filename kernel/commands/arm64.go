package commands

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strings"

	"nekonote/kernel/needs"
	"nekonote/kernel/setup"
	"nekonote/nn/words"
)

const emulator, emulatorPackage = "qemu-aarch64-static", "qemu-user-static"

// Packages that arm64 leaves out: what they test is text or files, which no processor changes (notebook, course, source,
// journal, verdict …), or needs the C library of the other processor (pictures); those without tests; and the root of
// lessons, whose tests start programs, as an emulated program cannot.
var notEmulated = regexp.MustCompile(`/(pictures|course|source|notebook|journal|exercisetest)(/|$)|^nekonote/lessons$`)

// Tests that arm64 leaves out, by -skip: whole trainings, each of which takes the emulator a minute, whose formulas are tested step
// by step; what is text or a page; and searches that count steps. What figures show of their numbers is tested.
const tooSlow = `TestPublishedCosts|TestTheFirstNetworkHasLearned|TestConvolutionalLearns|` +
	`TestExercises/week[234]/(nnModel|twoLayerModel|deepModel|optimize|model|dimensions)$|` +
	`TestGalleryPage|TestFiguresOfWhatGoesWrong|TestAButtonKeepsTheFocus|TestAFilmStandsAlone|TestLivingFigures(StandAlone|OfOddNumbers)|` +
	`TestTheFoldingsSlider|TestEveryFigureHeedsOrRefusesEveryOption|TestFragmentsCompile|TestCreaturesAreWrittenOnce|TestSearchGivesUp`

// arm64 is the gate for the processors of most laptops: nn, plots and lessons are tested for linux/arm64, under qemu. It
// takes some minutes on two processors, which is why not all is tested. Where there is no qemu, and it may not be
// installed, the gate says so and holds.
func arm64(module string, out io.Writer) error {
	if runtime.GOOS == "linux" && runtime.GOARCH == "arm64" {
		_, _ = fmt.Fprintln(out, words.T("   left out: this machine is one itself", "   省略します。このマシン自体が arm64 です"))
		return nil
	}
	if _, err := exec.LookPath(emulator); err != nil {
		if !setup.MayInstall() {
			_, _ = fmt.Fprintln(out, words.T("   left out: %s is not there (package %s), and only root may install it by apt",
				"   省略します。%s（パッケージ %s）がありません。apt でインストールできるのは root だけです").Fill(emulator, emulatorPackage))
			return nil
		}
		if err := setup.Install(out, emulatorPackage); err != nil {
			return err
		}
	}
	list := exec.Command("go", "list", "./nn/...", "./plots/...", "./lessons/...")
	list.Dir, list.Stderr = module, os.Stderr
	packages, err := list.Output()
	if err != nil {
		return err
	}
	args := []string{"test", "-short", "-timeout", "30m", "-skip", tooSlow, "-exec", emulator}
	for name := range strings.FieldsSeq(string(packages)) {
		if !notEmulated.MatchString(name) {
			args = append(args, name)
		}
	}
	cmd := exec.Command("go", args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = module, out, os.Stderr
	cmd.Env = append(os.Environ(), "GOOS=linux", "GOARCH=arm64", "CGO_ENABLED=0", words.Variable+"=", needs.Variable+"=")
	return cmd.Run()
}
