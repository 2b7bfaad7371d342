package display

func ExampleHTML() {
	HTML("<b>99 %</b>", "99 %\n")
	// Output: 99 %
}

func ExampleLive() {
	var cost Live
	cost.Update("<i>0.69</i>", "0.69") // dropped: there is no notebook to redraw
	cost.Final("<i>0.14</i>", "0.14")
	// Output: 0.14
}
