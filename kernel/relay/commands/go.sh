#!/bin/sh
# Builds a cell with compiler and linker alone, if it is as the relay has GoNB build cells; all else is the go command's.
real=@go@ ready=@ready@ archives=@archives@
if [ "$1 $4 $5" = "build -ldflags=-s -o=gonb_cell" ] && [ $# = 5 ] && [ -z "$GOFLAGS$GOOS$GOARCH$GOEXPERIMENT$GOAMD64$GOARM64$GODEBUG" ]; then
  if [ ! -e "$ready" ]; then
    rm -f gonb_cell && echo '#!/bin/sh' >gonb_cell && chmod 700 gonb_cell
    exit
  fi
  ours=
  if [ -r "$archives" ]; then
    read -r _ tools <"$archives" && ours=yes
    for file in *.go *.[cCshHmSfF] *.cc *.cpp *.cxx *.syso *.swig; do
      [ "$file" = main.go ] || [ ! -e "$file" ] || ours=
    done
    # A cell has fetched modules, which may be newer than the library's, or put others in their place.
    ! grep -qE '^(require|replace|exclude)' go.mod || ours=
    # Directives are for the go command, and so is what it tells a program of itself.
    ! grep -qE '^//go:|ReadBuildInfo' main.go || ours=
  fi
  if [ "$ours" ]; then
    "$tools/compile" -o .cell.a -p main -complete -importcfg "$archives" -pack "$PWD/main.go" >.cell.log 2>&1 &&
      "$tools/link" -o gonb_cell -importcfg "$archives" -s -buildmode=exe .cell.a >.cell.log 2>&1
    code=$?
    [ $code = 0 ] && exit
    [ $code -gt 128 ] && exit 1 # stopped
  fi
fi
exec "$real" "$@"
