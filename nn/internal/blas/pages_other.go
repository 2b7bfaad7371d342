//go:build !linux

package blas

// LargePages does nothing: only Linux is asked.
func LargePages([]float64) {}
