package setup

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"

	"nekonote/nn/words"
)

// problem is an error that a learner reads.
type problem words.Text

func (p problem) Error() string { return words.Text(p).String() }

// explained adds the way out to an error of the file system. Programs that we run say it in words of their own.
func explained(p Place, err error) error {
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), strings.Contains(err.Error(), "No space left on device"),
		strings.Contains(err.Error(), "no space left on device"):
		return problem(words.T(
			"the disk is full: %v\nThe set-up needs about 1 GB in %s and in Go's cache. Make room and start again: it goes on where it "+
				"stopped. Or set %s to a folder on another disk",
			"ディスクに空きがありません：%v\nセットアップには %s と Go のキャッシュに約 1 GB が必要です。空きを作って、もう一度起動してください。"+
				"止まったところから続けます。別のディスクのフォルダーを %s に設定することもできます",
		).Fill(err, p.Folder, FolderVariable))
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS), errors.Is(err, syscall.ENOTDIR):
		return problem(words.T(
			"cannot write to %s: %v\nMake it yours (chmod -R u+rwX), or set %s to a folder that you may write to",
			"%s に書き込めません：%v\n書き込めるようにするか（chmod -R u+rwX）、書き込めるフォルダーを %s に設定してください",
		).Fill(p.Folder, err, FolderVariable))
	}
	return err
}
