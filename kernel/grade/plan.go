package grade

import (
	"strings"

	"nekonote/lessons/notebook"
)

// planner lists what is run: her code cells in their order, but each check cell once and as it was handed out. A check that
// she has deleted follows the last answer to its exercise, or the whole notebook.
type planner struct {
	checks, skeletons map[string]string // the original's code, by exercise
	exercises         map[string]string // the exercise of each of the original's cells, by the cell's id
	order             []string          // of the checks
	last              map[string]int    // the place of the last answer to an exercise in her notebook
	has               map[string]bool   // whether her notebook has the check
	taken             map[string]bool   // whether the check is listed

	cells []cell
	begun map[string]bool
}

// plan lists the cells of her notebook that are run.
func (s *submission) plan(book, original *notebook.Notebook) {
	p := planner{
		checks: map[string]string{}, skeletons: map[string]string{}, exercises: map[string]string{},
		last: map[string]int{}, has: map[string]bool{}, taken: map[string]bool{}, begun: map[string]bool{},
	}
	p.learn(original)
	for i, c := range book.Cells {
		switch id, role := p.place(c); role {
		case notebook.Answer:
			p.last[id] = i
		case notebook.Check:
			p.has[id] = true
		}
	}
	for i, c := range book.Cells {
		p.add(i, c)
	}
	for _, id := range p.order {
		p.check(id, 0)
	}
	s.cells, s.begun = p.cells, p.begun
}

// learn takes the checks and the skeletons from the original.
func (p *planner) learn(original *notebook.Notebook) {
	for _, c := range original.Cells {
		id, role := c.Exercise()
		switch role {
		case notebook.Check:
			p.checks[id] = string(c.Source)
			p.order = append(p.order, id)
		case notebook.Answer:
			p.skeletons[id] = string(c.Source)
		}
		if role != "" {
			p.exercises[c.ID] = id
		}
	}
}

// place is what a cell of hers is: its metadata says so, or, where a program has thrown that away, its id.
func (p *planner) place(c notebook.Cell) (id string, role notebook.Role) {
	id, role = c.Exercise()
	if role == "" && p.exercises[c.ID] != "" {
		id, role = p.exercises[c.ID], notebook.Answer
		if c.ID == notebook.GradeID(id, notebook.Check) {
			role = notebook.Check
		}
	}
	return id, role
}

// add lists the i-th cell of her notebook, and behind the last answer to an exercise its check, if hers has none.
func (p *planner) add(i int, c notebook.Cell) {
	id, role := p.place(c)
	if role == notebook.Check {
		p.check(id, i+1)
	}
	if role == notebook.Check || c.Type != "code" {
		return
	}
	run := cell{number: i + 1, code: string(c.Source)}
	if role == notebook.Answer {
		run.answer = id
		if strings.TrimSpace(run.code) != strings.TrimSpace(p.skeletons[id]) {
			p.begun[id] = true
		}
	}
	p.cells = append(p.cells, run)
	if at, ok := p.last[id]; ok && at == i && !p.has[id] {
		p.check(id, 0)
	}
}

// check lists the check of an exercise, once.
func (p *planner) check(id string, number int) {
	if code, ours := p.checks[id]; ours && !p.taken[id] {
		p.taken[id] = true
		p.cells = append(p.cells, cell{number: number, code: code, check: id})
	}
}
