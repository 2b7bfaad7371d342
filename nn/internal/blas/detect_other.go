//go:build !amd64

package blas

func available() []kernels { return nil }
