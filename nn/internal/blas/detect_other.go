//go:build !amd64 && !arm64

package blas

func available() []kernels { return nil }
