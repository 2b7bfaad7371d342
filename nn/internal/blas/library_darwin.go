//go:build amd64 || arm64

package blas

import (
	"sync"

	"nekonote/nn/internal/blas/cblas"
)

// ofSystem returns Accelerate, which every Mac has; nil should one not have it. It is opened when it is first asked for, so that
// a program without large products does not wait for it.
var ofSystem = sync.OnceValue(func() Library {
	l, err := cblas.Open("accelerate", "/System/Library/Frameworks/Accelerate.framework/Accelerate", "cblas_dgemm", false)
	if err != nil {
		return nil
	}
	return l
})
