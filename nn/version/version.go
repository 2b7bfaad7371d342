// Package version says which Nekonote this is. It is on the ground floor, since saved models name it as well as the kernel
// and the command line.
package version

// Number is the version, as CHANGELOG.md heads its newest section: the first number changes when notebooks or saved files of
// before are no longer understood, the second when something is new, the third when something is mended.
const Number = "1.1.0"
