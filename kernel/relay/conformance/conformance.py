"""Jupyter's own test of kernels, with Go snippets for every part that Go has. It is run by conformance_test.go.

Left out are the pager, which belongs to IPython's ?, clear_output, which Go programs cannot send, and iopub_welcome, which
needs a socket that kernels need not have.
"""

import unittest

import jupyter_kernel_test

# A loaded machine compiles slowly; nothing here is about speed.
jupyter_kernel_test.TIMEOUT = 120


class Nekonote(jupyter_kernel_test.KernelTests):
    kernel_name = "nekonote"
    language_name = "go"
    file_extension = ".go"

    code_hello_world = 'fmt.Println("hello, world")'
    code_stderr = 'fmt.Fprintln(os.Stderr, "oh")'
    code_generate_error = 'panic("on purpose")'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": 'fmt.Sprint("猫", 3)', "result": "猫3"},
        {"code": "nn.Rows([][]float64{{1, 2}}).Sum()", "result": "3"},
        {"code": "nn.Zeros(1, 2)", "mime": "text/html"},
    ]
    code_display_data = [{"code": 'display.HTML("<b>b</b>", "b")', "mime": "text/html"}]
    code_history_pattern = "6 * ?"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "fmt.Println"
    completion_samples = [
        {"text": "strings.ToUpperSp", "matches": {"ToUpperSpecial"}},
        {"text": "fmt.Printl"},
    ]
    complete_code_samples = ["1 + 2", "x := 3", "func f() {}", "func f() {\n\tfmt.Println()\n}\nf()", "# a comment", "!ls", "%%\nf()"]
    incomplete_code_samples = ["func f() {", "x := []int{\n1,", "fmt.Println(", "for i := range 3 {", "s := `text"]
    invalid_code_samples = ["x := )", "fmt.Println（3）", "func 3() {}"]

    def execute_helper(self, code, timeout=120, **more):
        return super().execute_helper(code, timeout=timeout, **more)


if __name__ == "__main__":
    unittest.main(verbosity=2)
