#!/usr/bin/env bash
# Installs the registries and clients that the end-to-end tests run against, and OCI's conformance suite,
# at pinned versions, into .peers/bin. What is there already, at that version, is left alone, so a second
# run takes no time. Needs Go and a module proxy, and npm.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
bin=$root/.peers/bin
stamps=$root/.peers/stamps
registries=$root/__tests__/e2e/registries

peers=(
  oras.land/oras/cmd/oras@v1.3.6
  github.com/regclient/regclient/cmd/regctl@v0.11.7
  github.com/google/go-containerregistry/cmd/crane@v0.22.1
  github.com/sigstore/cosign/v3/cmd/cosign@v3.1.3
  github.com/distribution/distribution/v3/cmd/registry@v3.1.2
  github.com/opencontainers/distribution-spec/conformance@v0.0.0-20260831232431-97274622c111
  github.com/rhysd/actionlint/cmd/actionlint@v1.7.12
  github.com/nektos/act@v0.2.89
)
# The oldest that a runner has for node24 actions (actions/runner 2.327).
node=node@24.4.0

installed() { # NAME STAMP: is NAME there, made from what STAMP says?
  [[ -x $bin/$1 && -f $stamps/$1 && $(<"$stamps/$1") == "$2" ]]
}

make_peer() { # NAME STAMP COMMAND...
  local name=$1 stamp=$2 output
  shift 2
  echo "installing $stamp" >&2
  rm -f "$stamps/$name"
  if ! output=$("$@" 2>&1); then
    printf '%s\nscripts/peers.sh: could not install %s\n' "$output" "$stamp" >&2
    exit 1
  fi
  echo "$stamp" >"$stamps/$name"
}

build() { # GO-ARGUMENTS...
  if ! command -v go >/dev/null; then
    echo "the end-to-end tests build their registries and clients with Go, and there is no 'go' on" \
      'the PATH: install Go 1.26 or newer'
    return 1
  fi
  GOBIN=$bin GOFLAGS='-trimpath -buildvcs=false' go "$@"
}

install_node() {
  npm install --no-save --prefix "$root/.peers/node" "$node" || return
  ln -sf ../node/node_modules/node/bin/node "$bin/node-24.4"
}

mkdir -p "$bin" "$stamps"

for peer in "${peers[@]}"; do
  name=${peer%@*}
  name=${name##*/}
  installed "$name" "$peer" || make_peer "$name" "$peer" build install -p 2 "$peer"
done

for name in gcr cue; do
  sources=("$registries"/go.{mod,sum} "$registries/$name"/*.go)
  stamp="registries/$name $(cat "${sources[@]}" | cksum)"
  installed "$name" "$stamp" || make_peer "$name" "$stamp" build -C "$registries" install -p 2 "./$name"
done

installed node-24.4 "$node" || make_peer node-24.4 "$node" install_node
