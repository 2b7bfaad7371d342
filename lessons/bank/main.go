// Bank measures what the judge says of answers as learners write them: go run ./lessons/bank. Package internal/bank says how.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"

	"nekonote/lessons/internal/bank"
	"nekonote/lessons/weeks"
)

func main() {
	only := flag.String("only", "", "the exercises to look at, by a part of their name")
	show := flag.Bool("show", false, "show what is not refused, not named, misleading, or not accepted, and which changes of a reference leave it right")
	one := flag.Int("one-in", 1, "of the answers that are made by a program, take one in so many")
	most := flag.Int("most", bank.Most, "how many changes of its reference an exercise has at most")
	flag.Parse()
	checker, err := bank.NewChecker(weeks.All)
	if err != nil {
		fail(err)
	}
	checker.Most = *most
	var answers []bank.Answer
	var faults []error
	for _, e := range weeks.All {
		if strings.Contains(e.Info().ID, *only) {
			all, err := checker.All(e)
			if err != nil {
				faults = append(faults, err)
			}
			answers = append(answers, all...)
		}
	}
	if err := errors.Join(faults...); err != nil {
		fail(err)
	}
	findings, err := checker.Run(".", bank.Sample(answers, *one))
	if err != nil {
		fail(err)
	}
	if *show {
		for _, f := range findings {
			if f.Never {
				fmt.Printf("HARMLESS: %s: %s: as the reference in every trial of %d more checks\n\tline: %s\n", f.Exercise, f.Name, f.Asked, f.Line)
			}
			if fault := f.Fault(); fault != "" {
				fmt.Printf("%s: %s: %s\n\tline: %s\n\tsaid: %s %s %s\n", fault, f.Exercise, f.Name, f.Line, f.Outcome, f.Reason, strings.Join(f.Say, "\n\t      "))
			}
		}
	}
	bank.Print(os.Stdout, findings)
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
