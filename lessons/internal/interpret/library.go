package interpret

import (
	"fmt"
	"math"
	"reflect"
	"sort"
	"strings"

	"nekonote/nn"
)

// types are those of packages that programs may name, besides those of the exercise.
var types = map[string]reflect.Type{
	"nn.Matrix": reflect.TypeFor[nn.Matrix](), "nn.Activation": reflect.TypeFor[nn.Activation](),
}

// library is what programs may call: nothing that reads, writes, waits or ends.
var library = map[string]any{
	"math.Abs": math.Abs, "math.Acos": math.Acos, "math.Asin": math.Asin, "math.Atan": math.Atan, "math.Atan2": math.Atan2, "math.Atanh": math.Atanh,
	"math.Cbrt": math.Cbrt, "math.Ceil": math.Ceil, "math.Copysign": math.Copysign, "math.Cos": math.Cos, "math.Cosh": math.Cosh,
	"math.Exp": math.Exp, "math.Exp2": math.Exp2, "math.Expm1": math.Expm1, "math.Floor": math.Floor, "math.FMA": math.FMA, "math.Hypot": math.Hypot,
	"math.Inf": math.Inf, "math.IsInf": math.IsInf, "math.IsNaN": math.IsNaN, "math.Log": math.Log, "math.Log10": math.Log10, "math.Log1p": math.Log1p,
	"math.Log2": math.Log2, "math.Max": math.Max, "math.Min": math.Min, "math.Mod": math.Mod, "math.NaN": math.NaN, "math.Pow": math.Pow,
	"math.Round": math.Round, "math.RoundToEven": math.RoundToEven, "math.Signbit": math.Signbit, "math.Sin": math.Sin, "math.Sinh": math.Sinh,
	"math.Sqrt": math.Sqrt, "math.Tan": math.Tan, "math.Tanh": math.Tanh, "math.Trunc": math.Trunc,
	"math.Pi": number(math.Pi), "math.E": number(math.E), "math.Ln2": number(math.Ln2), "math.Ln10": number(math.Ln10),
	"math.Log2E": number(math.Log2E), "math.Log10E": number(math.Log10E), "math.Sqrt2": number(math.Sqrt2), "math.MaxFloat64": number(math.MaxFloat64),

	"nn.Rows": nn.Rows, "nn.Zeros": nn.Zeros, "nn.Column": nn.Column, "nn.Row": nn.Row, "nn.ConcatCols": nn.ConcatCols, "nn.ConcatRows": nn.ConcatRows,
	"nn.Seed": nn.Seed, "nn.Rand": nn.Rand, "nn.Randn": nn.Randn, "nn.NewRand": nn.NewRand, "nn.Cost": nn.Cost, "nn.Accuracy": nn.Accuracy, "nn.Check": nn.Check,

	"fmt.Print": func(...any) {}, "fmt.Println": func(...any) {}, "fmt.Printf": func(string, ...any) {}, "fmt.Sprint": fmt.Sprint, "fmt.Sprintf": fmt.Sprintf,
	"sort.Float64s": sort.Float64s, "sort.Ints": sort.Ints, "strings.ToLower": strings.ToLower, "strings.Contains": strings.Contains, "strings.HasPrefix": strings.HasPrefix,
}
