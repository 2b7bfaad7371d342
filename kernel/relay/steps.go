package relay

import (
	"encoding/json"

	"nekonote/kernel/relay/wire"
)

// step mends one thing about a cell. One is made for each cell, and keeps what it has to know of it. Its three hooks, each of
// which may be missing, are called in the order of the list: before the cell goes to GoNB, for each of its outputs, and when
// GoNB is done with it. The steps know each other only by what they do to the cell.
type step struct {
	name   string
	before func(*loop, *cell)
	output func(*loop, *cell, *wire.Message) []*wire.Message
	after  func(*loop, *cell)
}

// steps lists them in the order in which a cell meets them.
func steps() []step {
	wrapped, shown := valueStep()
	return []step{
		{name: "what other notebooks and tools bring along", before: cleanStep},
		buildStep(),
		{name: "her functions of other notebooks", before: mineStep},
		{name: "statements without %%", before: sortStep},
		{name: "what is no Go", before: syntaxStep},
		{name: "names that are taken", before: nameStep},
		{name: "exercises that are not there", before: supplyStep},
		wrapped,
		moduleStep(),
		{name: "input", before: inputStep},
		{name: "input of the shell's commands", before: shellStep},
		divisionStep(),
		{name: "old definitions", before: staleStep, after: definitionStep},
		{name: "faults of the machine", after: machineStep},
		{name: "compile errors", after: compileStep},
		testStep(),
		panicStep(),
		exitStep(),
		outputStep(),
		widgetStep(),
		asideStep(),
		displayStep(),
		cardStep(),
		{name: "GoNB's own words about an error", after: engineError},
		shown,
	}
}

// engineFailure is what GoNB says about why the cell failed, or nil.
func (c *cell) engineFailure() *failure { return failureOf(c.engine) }

// failureOf is the failure in the content of an execute_reply, or nil.
func failureOf(content []byte) *failure {
	var reply struct {
		Status string `json:"status"`
		failure
	}
	if json.Unmarshal(content, &reply) != nil || reply.Status != "error" {
		return nil
	}
	return &reply.failure
}

// engineError takes over the failure that GoNB reports, where no step knew better.
func engineError(_ *loop, c *cell) {
	if f := c.engineFailure(); f != nil {
		c.fail(*f)
	}
}
