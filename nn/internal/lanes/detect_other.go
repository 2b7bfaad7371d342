//go:build !amd64

package lanes

// available is no kernels. On arm64, Go rounds some products and sums together: kernels for it would have to do the same.
var available kernels
