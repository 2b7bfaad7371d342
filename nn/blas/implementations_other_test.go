//go:build !amd64

package blas

import "testing"

func implementations(t *testing.T) []Implementation {
	t.Skip("there are no kernels for this kind of processor; gonum computes")
	return nil
}
