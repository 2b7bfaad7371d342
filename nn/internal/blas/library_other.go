//go:build !darwin

package blas

// ofSystem returns nil: only a Mac surely has a library. What Linux may have is not faster than our kernels.
func ofSystem() Library { return nil }
