package judge

// What tests outside of the package compare with.
var (
	SayAlsoGlobal  = sayAlsoGlobal
	SayChanged     = sayChanged
	SayColumnsOf   = sayColumnsOf
	SayConstant    = sayConstant
	SayDivided     = sayDivided
	SayFactor      = sayFactor
	SayForgotten   = sayForgotten
	SayGlobal      = sayGlobal
	SayHalf        = sayHalf
	SayLog10       = sayLog10
	SayLog2        = sayLog2
	SayNil         = sayNil
	SayOffset      = sayOffset
	SayShared      = sayShared
	SaySign        = saySign
	SaySummedAll   = saySummedAll
	SaySummedWrong = saySummedWrong
	SayTimes       = sayTimes
	SayTransposed  = sayTransposed
	SayTwice       = sayTwice
	SayUnused      = sayUnused
	SayUnset       = sayUnset
)
