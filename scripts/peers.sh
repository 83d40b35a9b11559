#!/usr/bin/env bash
# Installs the registries and clients that the end-to-end tests run against, at pinned versions, into
# .peers/bin. What is there already, at that version, is left alone, so a second run takes no time.
# Needs Go and a module proxy.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
bin=$root/.peers/bin
stamps=$root/.peers/stamps
registries=$root/__tests__/e2e/registries

peers=(
  oras.land/oras/cmd/oras@v1.3.6
  github.com/regclient/regclient/cmd/regctl@v0.11.7
  github.com/google/go-containerregistry/cmd/crane@v0.22.1
  github.com/distribution/distribution/v3/cmd/registry@v3.1.2
  github.com/rhysd/actionlint/cmd/actionlint@v1.7.12
  github.com/nektos/act@v0.2.89
)

installed() { # NAME STAMP: is NAME there, made from what STAMP says?
  [[ -x $bin/$1 && -f $stamps/$1 && $(<"$stamps/$1") == "$2" ]]
}

build() { # NAME STAMP GO-COMMAND...
  local name=$1 stamp=$2 output
  shift 2
  if ! command -v go >/dev/null; then
    echo "scripts/peers.sh: the end-to-end tests build their registries and clients with Go," \
      "and there is no 'go' on the PATH: install Go 1.26 or newer" >&2
    exit 1
  fi
  echo "installing $stamp" >&2
  rm -f "$stamps/$name"
  if ! output=$(GOBIN=$bin GOFLAGS='-trimpath -buildvcs=false' go "$@" 2>&1); then
    printf '%s\nscripts/peers.sh: could not install %s\n' "$output" "$stamp" >&2
    exit 1
  fi
  echo "$stamp" >"$stamps/$name"
}

mkdir -p "$bin" "$stamps"

for peer in "${peers[@]}"; do
  name=${peer%@*}
  name=${name##*/}
  installed "$name" "$peer" || build "$name" "$peer" install -p 2 "$peer"
done

for name in gcr cue; do
  sources=("$registries"/go.{mod,sum} "$registries/$name"/*.go)
  stamp="registries/$name $(cat "${sources[@]}" | cksum)"
  installed "$name" "$stamp" || build "$name" "$stamp" -C "$registries" install -p 2 "./$name"
done
