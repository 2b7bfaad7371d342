package notebook

import (
	"crypto/md5"
	"encoding/hex"
	"fmt"

	"nekonote/lessons"
)

// GradeID is an exercise's id as nbgrader takes it, which allows no slash: "week2-sigmoid" is the answer,
// "week2-sigmoid-check" the test.
func GradeID(id string, role Role) string {
	grade := lessons.CellID(id)
	if role == Check {
		grade += "-check"
	}
	return grade
}

// nbgrader returns the metadata of nbgrader (schema version 3) for an exercise's cell.
func nbgrader(id string, role Role, source string, points int) map[string]any {
	test := role == Check
	meta := map[string]any{
		"schema_version": 3, "grade": test, "solution": !test, "locked": test, "task": false,
		"grade_id": GradeID(id, role), "cell_type": "code",
		"checksum": checksum(source, "code", test, !test, test, GradeID(id, role), points),
	}
	if test {
		meta["points"] = points
	}
	return meta
}

// checksum is nbgrader's (utils.compute_checksum): the md5 of the cell's source and of what the metadata says, with
// Python's spelling of truth values and numbers.
func checksum(source, cellType string, grade, solution, locked bool, gradeID string, points int) string {
	spell := map[bool]string{true: "True", false: "False"}
	text := source + cellType + spell[grade] + spell[solution] + spell[locked] + gradeID
	if grade {
		text += fmt.Sprintf("%d.0", points)
	}
	sum := md5.Sum([]byte(text))
	return hex.EncodeToString(sum[:])
}
