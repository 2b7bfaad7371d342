package relay

import "encoding/json"

// step mends one thing about cells. Its three hooks, each of which may be missing, are called for every cell, in the order
// of the list: before it goes to GoNB, for each of its outputs, and when GoNB is done with it. The steps know each other
// only by what they do to the cell.
type step struct {
	name   string
	before func(*loop, *cell)
	output func(*loop, *cell, *message) []*message
	after  func(*loop, *cell)
}

// steps lists them in the order in which a cell meets them.
func steps() []step {
	return []step{
		{name: "# is a comment", before: commentStep},
		{name: "statements without %%", before: sortStep},
		{name: "what is no Go", before: syntaxStep},
		{name: "the value of the last expression", before: valueStep, output: resultStep, after: withoutValueStep},
		{name: "modules that are missing", before: noFetchStep, after: moduleStep},
		{name: "whole numbers that divide", before: divisionStep},
		{name: "old definitions", before: staleStep, after: definitionStep},
		{name: "faults of the machine", after: machineStep},
		{name: "compile errors", after: compileStep},
		{name: "panics", output: panicStep, after: panicked},
		{name: "programs that end themselves", after: exitStep},
		{name: "limit of output", output: outputStep},
		{name: "a figure that does not vanish", output: displayStep},
		{name: "GoNB's own words about an error", after: engineError},
		{name: "the value comes last", after: showResult},
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
