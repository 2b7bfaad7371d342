package scenes

import (
	"fmt"

	"nekonote/nn/graph"
	"nekonote/nn/words"
	"nekonote/plots/scene"
)

func init() {
	course["week1/chain"] = map[string]func() *Scene{"wheels": chainWheels, "graph": chainGraph, "line": chainLine}
}

// chainWheels shows a change that is passed on, and grows on the way: bars beside each other.
func chainWheels() *Scene {
	s := newScene()
	const b, c = 3.0, 2.0
	tops := []float64{70, 160, 250}
	names := []string{"b", "u = 2b", "J = 3u"}
	colours := []Colour{green, blue, orange}
	for i, name := range names {
		s.Add("name."+name[:1], text(at(70, tops[i]+17), name, large(colours[i], 18)))
	}
	s.Film("change", steps(0, 1, 31), func(d float64) []Mark {
		var marks []Mark
		for i, v := range []float64{d, c * d, 3 * c * d} {
			marks = append(marks, rect(filled(colours[i], 0.4), 150, tops[i], max(1, 70*v), 34), text(at(164+70*v, tops[i]+17), "+"+fixed(v, 2), Letters{Colour: colours[i], Bold: true, Anchor: "start"}))
		}
		return marks
	})
	s.Add("times2", line(arrow("", 2), at(70, 112), at(70, 150)), text(at(98, 131), fmt.Sprintf("×%g", c), large("", 17)))
	s.Add("times3", line(arrow("", 2), at(70, 202), at(70, 240)), text(at(98, 221), "×3", large("", 17)))
	s.Formula(330, 325, 26, term("product", fmt.Sprintf(`\frac{dJ}{db}=3\cdot %g`, c)), term("result", fmt.Sprintf(`=%g`, 3*c)))
	return s
}

func chainGraph() *Scene {
	s := newScene()
	nodes := s.Graph("u = b*c; v = a + u; J = 3*v", map[string]float64{"a": 5, "b": 3, "c": 2},
		map[string]scene.Point{"a": at(70, 70), "b": at(70, 190), "c": at(70, 290), "u": at(220, 240), "v": at(390, 150), "J": at(560, 150)})
	s.Add("forward", line(arrow(blue, 2.5), at(70, 24), at(560, 24)), text(at(315, 12), words.T("forward: values", "順伝播：値"), bold(blue)))
	s.Add("backward", line(arrow(orange, 2.5), at(560, 342), at(70, 342)), text(at(315, 329), words.T("backward: slopes", "逆伝播：傾き"), bold(orange)))
	local := func(name string, of *graph.Node, arg int, x, y float64) {
		s.Add(name, text(at(x, y), "×"+number(of.Local[arg]), large(purple, 16)))
	}
	local("v.factor", nodes["J"], 0, 478, 134)
	for i, arg := range nodes["v"].Args {
		local(arg.Name+".factor", nodes["v"], i, map[string]float64{"a": 205, "u": 325}[arg.Name], map[string]float64{"a": 92, "u": 208}[arg.Name])
	}
	for i, arg := range nodes["u"].Args {
		local(arg.Name+".factor", nodes["u"], i, 138, map[string]float64{"b": 199, "c": 284}[arg.Name])
	}
	s.Add("nudge", text(at(70, 152), "+0.001", bold(green)))
	s.Add("nudge.u", text(at(220, 201), "+"+number(0.001*nodes["u"].Local[0]), bold(green)))
	s.Add("nudge.v", text(at(390, 111), "+"+number(0.001*nodes["u"].Local[0]), bold(green)))
	s.Add("nudge.J", text(at(560, 111), "+"+number(0.001*nodes["b"].Grad), bold(green)))
	return s
}

func chainLine() *Scene {
	s := newScene()
	s.Graph("z = w*x + b; e = z - y; E = e*e", map[string]float64{"w": 2, "x": 3, "b": 1, "y": 4},
		map[string]scene.Point{"w": at(60, 60), "x": at(60, 150), "b": at(60, 240), "y": at(230, 240), "z": at(230, 130), "e": at(400, 130), "E": at(560, 130)})
	s.Formula(320, 315, 25, term("outer", `\frac{dE}{dw}=2(z-y)`), term("inner", `\cdot x`))
	return s
}
