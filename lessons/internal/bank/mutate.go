package bank

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Most is how many changed references an exercise has at most, unless a Checker says otherwise; each kind of change has its turn.
const Most = 40

// change replaces a part of a source.
type change struct {
	from, to int
	text     string
	name     string
	names    string
}

// What a sentence says that names a kind of change.
const (
	sign     = `(?i)\bsign|minus|opposite|wrong way|\bplus\b|uphill|subtract|difference|are added|is added|adds|\bsum of\b`
	factor   = `(?i)factor|1/m|divi|multipl|\bmean|average|sum, not|scal|learning rate|alpha|α|times|half|twice|small|lacks|¼|³|²|power|square`
	product  = `(?i)\bDot\b|\bMul\b|entry by entry|product|fit`
	axis     = `(?i)axis|SumRows|SumCols|each row|each column|columns have|sideways|on its side|summed`
	base     = `(?i)log₂|log₁₀|natural log|base\b|Log10|Log2|Exp2`
	turned   = `(?i)transpos|\.T\(\)|on its side|ᵀ|fit`
	lacking  = `(?i)missing|forg[eo]t|lacks|without|left out|not added|nothing|bias|alone|itself|still|only|zero|empty|no longer`
	loop     = `(?i)loop|first|last|begin|range|every|example|iteration|start|step|round|each|layer`
	keeps    = `(?i)\+=|add(s|ed)? up|accumulat|forg[eo]t|only the last|replace|overwrit|last|sum|from the parameters|−=|-=|moved|step`
	shadow   = "(?i):=|new variable|shadow|never|empty|nothing has been put"
	early    = `(?i)return|first (example|round|iteration|pass|layer|step|picture|row)|only one|after one|loop|one step`
	integer  = `(?i)integer|whole number`
	argument = `(?i)order|swap|interchang|exchange|wrong way|mixed up|other way|instead of|reverse`
	chang    = `(?i)chang|argument`
	compared = `(?i)>|<|greater|less|threshold|above|below|boundary|at least|½|0\.5|halves|equal|wrong way`
	narrow   = `(?i)float32|precision|digits`
	random   = `(?i)seed|random|drawn|order`
	lengthy  = `(?i)make|append|len|length|zeros|empty`
)

// made changes the reference as learners do.
func (c *Checker) made(id, solution string) ([]Answer, error) {
	k, err := c.check(id, solution)
	if err != nil {
		return nil, fmt.Errorf("%s: the reference: %w", id, err)
	}
	m := mutator{checked: k, source: solution}
	for _, decl := range k.file.Decls {
		if f, ok := decl.(*ast.FuncDecl); ok && f.Name.Name == path.Base(id) {
			m.function = f
		}
	}
	m.all()
	byName := map[string][]Answer{}
	var order []string
	for _, ch := range m.changes {
		a := Answer{Exercise: id, Name: ch.name, Names: ch.names, Made: true}
		a.Source = solution[:ch.from] + ch.text + solution[ch.to:]
		a.Line = lineAt(a.Source, ch.from)
		if c.compiles(a) != nil {
			continue
		}
		if byName[ch.name] == nil {
			order = append(order, ch.name)
		}
		byName[ch.name] = append(byName[ch.name], a)
	}
	var wrong []Answer
	for round := 0; len(wrong) < c.Most && round < c.Most; round++ {
		for _, name := range order {
			if round < len(byName[name]) {
				wrong = append(wrong, byName[name][round])
			}
		}
	}
	return append(wrong, m.right(id)...), nil
}

func lineAt(source string, at int) string {
	for at < len(source) && (source[at] == '\n' || source[at] == '\t') {
		at++
	}
	begin := strings.LastIndexByte(source[:at], '\n') + 1
	line, _, _ := strings.Cut(source[begin:], "\n")
	return strings.TrimSpace(line)
}

type mutator struct {
	*checked
	source   string
	function *ast.FuncDecl
	changes  []change
}

func (m *mutator) src(n ast.Node) string { return m.source[m.offset(n.Pos()):m.offset(n.End())] }

func (m *mutator) put(n ast.Node, text, name, names string) {
	m.changes = append(m.changes, change{m.offset(n.Pos()), m.offset(n.End()), text, name, names})
}

func (m *mutator) all() {
	ast.Inspect(m.function.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			m.binary(n)
		case *ast.UnaryExpr:
			if n.Op == token.SUB {
				m.put(n, m.src(n.X), "a minus left out", sign)
			}
		case *ast.CallExpr:
			m.call(n)
		case *ast.BasicLit:
			m.literal(n)
		case *ast.Ident:
			m.variable(n)
		case *ast.IndexExpr:
			m.index(n)
		case *ast.AssignStmt:
			m.assign(n)
		case *ast.BlockStmt:
			m.statements(n.List)
		case *ast.CaseClause:
			m.statements(n.Body)
		case *ast.ForStmt, *ast.RangeStmt:
			m.loop(n.(ast.Stmt))
		case *ast.ReturnStmt:
			m.results(n)
		}
		return true
	})
	m.inputs()
	m.returned()
}

func (m *mutator) binary(n *ast.BinaryExpr) {
	x, y := m.src(n.X), m.src(n.Y)
	put := func(op, name, names string) {
		m.put(n, x+" "+op+" "+y, name, names)
	}
	switch n.Op {
	case token.ADD:
		put("-", "minus for plus", sign)
		put("*", "times for plus", sign+"|"+factor)
		m.put(n, x, "a term left out", lacking+"|"+sign+"|"+factor)
		m.put(n, y, "a term left out", lacking+"|"+sign+"|"+factor)
	case token.SUB:
		put("+", "plus for minus", sign)
		m.put(n, y+" - "+x, "a difference the wrong way round", sign+"|"+argument)
		m.put(n, x, "a term left out", lacking+"|"+sign+"|"+factor)
	case token.MUL:
		put("/", "divided for multiplied", factor)
		put("+", "plus for times", sign+"|"+factor)
		m.put(n, x, "a factor left out", factor+"|"+lacking)
		m.put(n, y, "a factor left out", factor+"|"+lacking)
	case token.QUO:
		put("*", "multiplied for divided", factor)
		m.put(n, x, "a division left out", factor+"|"+lacking)
		m.put(n, y+" / "+x, "a quotient upside down", factor+"|"+argument)
		if convert, ok := n.Y.(*ast.CallExpr); ok && m.src(convert.Fun) == "float64" {
			m.put(n, "float64("+x+" / "+m.src(convert.Args[0])+")", "an integer division", integer)
		}
	case token.GTR:
		put("<", "less for greater", compared)
		put(">=", "at least for greater", compared)
	case token.LSS:
		put("<=", "at most for less", compared+"|"+loop)
	case token.EQL:
		put("!=", "unequal for equal", compared+"|"+loop+"|!=|cost")
	case token.GEQ:
		put(">", "greater for at least", compared+"|"+loop)
	}
}

// methods are those that learners take for one another.
var methods = map[string][]struct{ other, name, names string }{
	"Add":     {{"Sub", "minus for plus", sign}, {"Mul", "times for plus", sign + "|" + factor}},
	"Sub":     {{"Add", "plus for minus", sign}},
	"Mul":     {{"Div", "divided for multiplied", factor}, {"Dot", "Dot for Mul", product}, {"Add", "plus for times", sign + "|" + factor}},
	"Div":     {{"Mul", "multiplied for divided", factor}, {"Sub", "minus for divided", factor + "|" + sign}},
	"Dot":     {{"Mul", "Mul for Dot", product}},
	"SumRows": {{"SumCols", "summed along the other axis", axis}},
	"SumCols": {{"SumRows", "summed along the other axis", axis}},
	"Log":     {{"Exp", "Exp for Log", `(?i)\blog|Exp`}, {"Apply(math.Log2)", "logarithm to base 2", base}, {"Apply(math.Log10)", "logarithm to base 10", base}},
	"Exp":     {{"Log", "Log for Exp", `(?i)\blog|Exp|eˣ`}, {"Apply(math.Exp2)", "power of 2", base}},
	"Mean":    {{"Sum", "sum for mean", factor}},
	"Sum":     {{"Mean", "mean for sum", factor}, {"Max", "largest for sum", `(?i)largest|Max|sum`}},
	"Tanh":    {{"Sigmoid", "sigmoid for tanh", `(?i)tanh|sigmoid`}, {"ReLU", "ReLU for tanh", `(?i)tanh|relu`}},
	"Sigmoid": {{"Tanh", "tanh for sigmoid", `(?i)tanh|sigmoid`}, {"ReLU", "ReLU for sigmoid", `(?i)relu|sigmoid`}},
	"ReLU":    {{"Sigmoid", "sigmoid for ReLU", `(?i)relu|sigmoid`}, {"Tanh", "tanh for ReLU", `(?i)relu|tanh`}},
	"Exp2":    nil,
	"Sqrt":    nil,
	"Randn":   {{"Rand", "uniform for normal numbers", `(?i)randn|normal|uniform|random|numbers`}},
	"Column":  {{"Row", "a row for a column", turned + "|column"}},
	"Row":     nil,
	"Zeros":   {{"Randn", "random numbers for zeros", `(?i)zero|random`}},
}

func (m *mutator) call(n *ast.CallExpr) {
	s, ok := n.Fun.(*ast.SelectorExpr)
	if !ok {
		m.swapped(n)
		return
	}
	x, name := m.src(s.X), s.Sel.Name
	var args []string
	for _, a := range n.Args {
		args = append(args, m.src(a))
	}
	list := "(" + strings.Join(args, ", ") + ")"
	if n.Ellipsis.IsValid() {
		list = "(" + strings.Join(args, ", ") + "...)"
	}
	if x == "math" {
		m.mathematics(n, name, list)
		return
	}
	for _, o := range methods[name] {
		if strings.HasSuffix(o.other, ")") {
			m.put(n, x+"."+o.other, o.name, o.names)
		} else {
			m.put(n, x+"."+o.other+list, o.name, o.names)
		}
	}
	if x == "nn" {
		m.swapped(n)
		return
	}
	switch name {
	case "T":
		m.put(n, x, "a transpose left out", turned)
	case "Sub", "Div", "Dot":
		m.put(n, args[0]+"."+name+"("+x+")", "the two sides swapped", argument+"|"+sign+"|"+turned)
	}
	switch name {
	case "Scale", "AddScalar", "Tanh", "Sigmoid", "ReLU", "Exp", "Log", "Apply":
		what := map[string]string{"Scale": factor, "AddScalar": sign + "|" + lacking}[name]
		if what == "" {
			what = lacking + `|(?i)` + name
		}
		m.put(n, x, name+" left out", what+"|"+lacking)
	case "Add", "Sub", "Mul", "Div":
		m.put(n, x, name+" left out", lacking+"|"+factor+"|"+sign+"|bias")
		m.put(n, args[0], "what stands before "+name+" left out", lacking+"|"+factor+"|"+sign)
	case "Dot":
		m.put(n, x+".T()"+"."+name+list, "a transpose too many", turned)
		m.put(n, x+"."+name+"("+args[0]+".T())", "a transpose too many", turned)
	case "Mean":
		m.put(n, x+".SumRows().Mean()", "the mean of the rows' sums", factor)
	}
}

func (m *mutator) mathematics(n *ast.CallExpr, name, list string) {
	other := map[string][]string{"Exp": {"Exp2"}, "Log": {"Log2", "Log10"}, "Sqrt": {"Cbrt"}}
	for _, o := range other[name] {
		m.put(n, "math."+o+list, "another base: "+o, base+"|(?i)root")
	}
	switch name {
	case "Exp", "Log", "Sqrt":
		m.put(n, strings.TrimSuffix(list[1:], ")"), "math."+name+" left out", lacking+`|(?i)`+name+"|root")
	case "Pow":
		m.put(n, "math.Pow("+m.src(n.Args[1])+", "+m.src(n.Args[0])+")", "base and exponent swapped", argument+"|"+factor+"|(?i)exponent")
	}
}

// swapped exchanges arguments of one type.
func (m *mutator) swapped(n *ast.CallExpr) {
	for i := 0; i+1 < len(n.Args); i++ {
		a, b := n.Args[i], n.Args[i+1]
		if !types.Identical(m.info.TypeOf(a), m.info.TypeOf(b)) || m.src(a) == m.src(b) {
			continue
		}
		at := m.offset(a.Pos())
		m.changes = append(m.changes, change{at, m.offset(b.End()), m.src(b) + ", " + m.src(a), "two arguments swapped", argument + `|(?i)shape|rows|columns|sizes`})
	}
}

func (m *mutator) literal(n *ast.BasicLit) {
	other := map[string][]string{
		"1": {"0", "2"}, "2": {"1", "3"}, "0.5": {"0.4", "0.0"}, "100": {"10", "99"}, "1000": {"100"}, "0.01": {"0.1", "1"}, "4": {"3"}, "3": {"1", "2"},
		"0": {"1"}, "3.0": {"1.0"}, `"relu"`: {`"sigmoid"`, `"tanh"`}, `"sigmoid"`: {`"relu"`},
	}
	for _, o := range other[n.Value] {
		m.put(n, o, "another constant", regexp.QuoteMeta(o)+"|"+regexp.QuoteMeta(n.Value)+"|"+factor+"|"+loop+"|"+sign+"|"+lacking+"|"+random+"|(?i)cost|iteration")
	}
}

// variable takes another variable of the same type.
func (m *mutator) variable(n *ast.Ident) {
	v, ok := m.info.Uses[n].(*types.Var)
	if !ok || v.IsField() || v.Name() == "_" {
		return
	}
	scope := m.pkg.Scope().Innermost(n.Pos())
	for inner := scope; inner != nil && inner != m.pkg.Scope(); inner = inner.Parent() {
		for _, name := range inner.Names() {
			o, ok := inner.Lookup(name).(*types.Var)
			if ok && o != v && o.Pos() < n.Pos() && types.Identical(o.Type(), v.Type()) {
				m.put(n, name, "another variable", `\b(`+regexp.QuoteMeta(name)+"|"+regexp.QuoteMeta(n.Name)+`)\b`)
			}
		}
	}
}

func (m *mutator) index(n *ast.IndexExpr) {
	if _, fixed := n.Index.(*ast.BasicLit); fixed {
		return
	}
	x, i := m.src(n.X), m.src(n.Index)
	m.put(n, x+"["+i+"-1]", "an index one too small", `(?i)index|off by one|-1|−1|before|previous|layer|sizes|range`)
	if less, ok := strings.CutSuffix(i, "-1"); ok {
		m.put(n, x+"["+less+"]", "an index one too large", `(?i)index|off by one|-1|−1|before|previous|layer|sizes|range`)
	}
	m.put(n, x+"[0]", "always the first", `(?i)\[0\]|first|index|each|layer`)
}

func (m *mutator) assign(n *ast.AssignStmt) {
	if len(n.Lhs) != 1 {
		if len(n.Lhs) == len(n.Rhs) && types.Identical(m.info.TypeOf(n.Rhs[0]), m.info.TypeOf(n.Rhs[1])) {
			m.put(n.Rhs[0], m.src(n.Rhs[1]), "another value", `(?i).`+regexp.QuoteMeta(m.src(n.Lhs[0]))+"|"+argument)
		}
		return
	}
	left, right := m.src(n.Lhs[0]), m.src(n.Rhs[0])
	switch n.Tok {
	case token.ADD_ASSIGN:
		m.put(n, left+" = "+right, "= for +=", keeps)
		m.put(n, left+" -= "+right, "-= for +=", sign)
	case token.SUB_ASSIGN:
		m.put(n, left+" = "+right, "= for -=", keeps+"|"+sign+"|"+lacking)
		m.put(n, left+" += "+right, "+= for -=", sign)
	case token.QUO_ASSIGN:
		m.put(n, "_ = "+right, "a division left out", factor+"|"+lacking)
		m.put(n, left+" *= "+right, "multiplied for divided", factor)
	case token.ASSIGN:
		if _, field := n.Lhs[0].(*ast.Ident); field {
			m.put(n, left+" := "+right+"\n\t_ = "+left, ":= that hides", shadow)
		}
		m.put(n, "_ = "+right, "a result that goes nowhere", lacking+"|"+shadow)
		m.narrowed(n)
	}
}

// narrowed computes a number with half the digits.
func (m *mutator) narrowed(n *ast.AssignStmt) {
	if b, ok := m.info.TypeOf(n.Rhs[0]).(*types.Basic); ok && b.Kind() == types.Float64 {
		m.put(n.Rhs[0], "float64(float32("+m.src(n.Rhs[0])+"))", "float32", narrow)
	}
	if t := m.info.TypeOf(n.Rhs[0]); t != nil && strings.HasSuffix(t.String(), "nn.Matrix") {
		m.put(n.Rhs[0], m.src(n.Rhs[0])+".T()", "a result transposed", turned)
		m.put(n.Rhs[0], m.src(n.Rhs[0])+".Scale(-1)", "a result with the other sign", sign)
		m.put(n.Rhs[0], m.src(n.Rhs[0])+".Scale(2)", "a result twice as large", factor)
	}
}

// statements leaves one out, or exchanges two.
func (m *mutator) statements(list []ast.Stmt) {
	for i, s := range list {
		switch s := s.(type) {
		case *ast.ExprStmt:
			m.put(s, "", "a statement left out", random+"|"+lacking)
		case *ast.AssignStmt:
			if s.Tok == token.ASSIGN || s.Tok == token.ADD_ASSIGN || s.Tok == token.SUB_ASSIGN {
				m.put(s, "", "a statement left out", lacking+"|"+shadow+"|(?i)"+regexp.QuoteMeta(m.src(s.Lhs[0])))
			}
		}
		if i+1 == len(list) {
			continue
		}
		first, second := m.src(s), m.src(list[i+1])
		between := m.source[m.offset(s.End()):m.offset(list[i+1].Pos())]
		m.changes = append(m.changes, change{m.offset(s.Pos()), m.offset(list[i+1].End()), second + between + first, "two statements swapped",
			argument + "|" + random + `|(?i)before|after|already|earlier|new`})
	}
}

func (m *mutator) loop(s ast.Stmt) {
	var body *ast.BlockStmt
	switch s := s.(type) {
	case *ast.RangeStmt:
		body = s.Body
		x := m.src(s.X)
		if _, number := m.info.TypeOf(s.X).Underlying().(*types.Slice); number {
			m.put(s.X, x+"[1:]", "the first left out", loop)
			m.put(s.X, x+"[:len("+x+")-1]", "the last left out", loop)
		} else {
			m.put(s.X, x+"-1", "a loop that ends too early", loop)
			m.put(s.X, x+"+1", "a loop that ends too late", loop)
			m.put(s.X, "1", "a loop of one round", loop)
		}
	case *ast.ForStmt:
		body = s.Body
	}
	list := m.function.Body.List
	if last, ok := list[len(list)-1].(*ast.ReturnStmt); ok {
		end := m.offset(body.Rbrace)
		m.changes = append(m.changes, change{end, end, "\n" + m.src(last) + "\n", "a return in the loop", early})
	}
}

func (m *mutator) results(n *ast.ReturnStmt) {
	for i := 0; i+1 < len(n.Results); i++ {
		a, b := n.Results[i], n.Results[i+1]
		if types.Identical(m.info.TypeOf(a), m.info.TypeOf(b)) {
			m.changes = append(m.changes, change{m.offset(a.Pos()), m.offset(b.End()), m.src(b) + ", " + m.src(a), "two results swapped", argument})
		}
	}
	if len(n.Results) > 0 && n.Pos() > m.function.Body.List[len(m.function.Body.List)-1].Pos()-1 {
		for _, r := range n.Results {
			if t := m.info.TypeOf(r); t != nil && strings.HasSuffix(t.String(), "nn.Matrix") {
				m.put(r, "nn.Matrix{}", "a result that is never returned", lacking)
			}
		}
	}
}

// returned gives back arguments as they came in, where they have the results' types.
func (m *mutator) returned() {
	given := map[string]string{}
	for _, field := range m.function.Type.Params.List {
		for _, name := range field.Names {
			if t := m.info.TypeOf(field.Type).String(); given[t] == "" {
				given[t] = name.Name
			}
		}
	}
	var results []string
	for _, field := range m.function.Type.Results.List {
		for range max(1, len(field.Names)) {
			results = append(results, given[m.info.TypeOf(field.Type).String()])
		}
	}
	if !slices.Contains(results, "") {
		body := m.function.Body
		m.changes = append(m.changes, change{m.offset(body.Lbrace) + 1, m.offset(body.Rbrace), "\n\treturn " + strings.Join(results, ", ") + "\n",
			"arguments that come back", `(?i)just|as it came in|never uses|nothing|memory|still`})
	}
}

// inputs are changed in place.
func (m *mutator) inputs() {
	at := m.offset(m.function.Body.Lbrace) + 1
	for _, field := range m.function.Type.Params.List {
		for _, name := range field.Names {
			switch t := m.info.TypeOf(field.Type); {
			case strings.HasSuffix(t.String(), "nn.Matrix"):
				m.changes = append(m.changes, change{at, at, "\n\t" + name.Name + ".Dense().Set(0, 0, 2)", "an argument changed", chang})
			case t.String() == "[]float64":
				m.changes = append(m.changes, change{at, at, "\n\t" + name.Name + "[0] = 7", "an argument changed", chang})
			}
		}
	}
}
