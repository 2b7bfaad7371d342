package process

import (
	"context"
	"os"
	"time"
)

// WhileParentLives returns a context that ends when the process that started this one is gone. A Jupyter server that is
// killed cannot shut its kernels down, and nobody would ever speak to them again.
func WhileParentLives(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(ctx)
	parent := os.Getppid()
	go func() {
		ticker := time.NewTicker(time.Second)
		defer ticker.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
				if os.Getppid() != parent {
					cancel()
				}
			}
		}
	}()
	return ctx, cancel
}
