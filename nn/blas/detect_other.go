//go:build !amd64

package blas

func detect() kernels { return kernels{} }
