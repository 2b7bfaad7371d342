#!/bin/sh
# GoNB's own server is not started; whoever calls gopls by hand gets it.
[ "$1" = -listen ] || exec @gopls@ "$@"
