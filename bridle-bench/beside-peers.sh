#!/bin/bash
# Runs other libraries and Bridle on the same training steps, in turns, and prints one table.
#
#   bridle-bench/beside-peers.sh [OPTIONS] [PEERS_FOLDER] [CONFIGS]
#
#   PEERS_FOLDER   the peers' benchmarks, with run-peers.sh and torch-env.sh; default ../shared/peers beside the checkout
#   CONFIGS        of tiny, small, mid, large, cnn, lstm, in quotes; default all
#   --out FOLDER   where results go, appended to what is there; default a new folder below bridle-bench/target/beside-peers
#   --passes N     how often all of it is done; the table takes the median. Default 1: about 15 minutes on two cores
#   --seconds S    how long each of Bridle's cells is timed; default 2
#
# For each config the peers' cells come first, then Bridle's, so that what slows the machine for a while hits both.
# Environment: PEERS (which; default "torch djl dl4j smile"), DATA (the CSV file of the studies; default digits),
# JAVA_HOME, and what run-peers.sh reads: PYTHON, TORCH_PATH, JDK, JDK21, REPS, WIN, WARM, WARM_JVM.
# Writes into the results folder and Bridle's build folders only. Where Python has no torch, torch-env.sh installs it.
set -u

bench=$(dirname "$(readlink -f "$0")")
root=$(dirname "$bench")
peers=$root/../shared/peers
configs="tiny small mid large cnn lstm"
data=${DATA:-$root/../shared/data/digits/optdigits.tes}
export PEERS=${PEERS:-torch djl dl4j smile}
out=
passes=1
seconds=2
rule="momentum(0.01)"

say() { printf 'beside-peers: %s\n' "$*" >&2; }
fail() { say "$*"; exit 2; }
help() { sed -n '2,/^set /s/^# \{0,1\}//p' "$0"; exit 0; }

arguments() {
  local given=()
  while [ $# -gt 0 ]; do
    case $1 in
      -h | --help) help ;;
      --out | --passes | --seconds)
        [ $# -ge 2 ] || fail "$1: expected a value after it"
        printf -v "${1#--}" %s "$2"
        shift
        ;;
      -*) fail "option $1: expected one of --out, --passes, --seconds, --help" ;;
      *) given+=("$1") ;;
    esac
    shift
  done
  [ ${#given[@]} -le 2 ] || fail "${given[2]}: expected PEERS_FOLDER and CONFIGS only; several configs need quotes"
  [ ${#given[@]} -lt 1 ] || peers=${given[0]}
  [ ${#given[@]} -lt 2 ] || configs=${given[1]}
}

check() {
  [ -f "$peers/run-peers.sh" ] || fail "$peers: expected the folder of the peers' benchmarks, but there is no run-peers.sh in it"
  peers=$(readlink -f "$peers")
  case $passes in '' | *[!0-9]* | 0) fail "--passes = $passes: expected a whole number >= 1" ;; esac
  [ -n "$configs" ] || fail "CONFIGS = \"\": expected at least one of tiny, small, mid, large, cnn, lstm"
  for config in $configs; do
    case $config in
      tiny | small | mid | large | cnn | lstm) ;;
      *) fail "config \"$config\": expected one of tiny, small, mid, large, cnn, lstm" ;;
    esac
  done
}

folders() {
  if [ -n "$out" ]; then
    work=$out/work
  else
    work=$bench/target/beside-peers/work
    out=$bench/target/beside-peers/$(date +%Y%m%d-%H%M%S)
  fi
  mkdir -p "$out" "$work" || fail "$out: cannot be made"
  out=$(readlink -f "$out")
  work=$(readlink -f "$work")
}

# Sets TORCH_PATH as torch-env.sh says, and makes sure that Python finds torch there.
torch() {
  local python=${PYTHON:-python3} line
  command -v "$python" >/dev/null ||
    fail "$python not found: PyTorch's numbers need Python with torch; PEERS=\"djl dl4j smile\" goes without"
  if [ -z "${TORCH_PATH:-}" ]; then
    line=$(TORCH_PATH=$work/torch-needs "$peers/torch-env.sh" 2>"$out/torch-env.log" | grep '^export TORCH_PATH=')
    TORCH_PATH=${line#export TORCH_PATH=}
  fi
  export TORCH_PATH
  PYTHONPATH=$TORCH_PATH "$python" -c 'import torch' 2>>"$out/torch-env.log" ||
    fail "$python cannot import torch, and $peers/torch-env.sh did not bring it, see $out/torch-env.log;" \
      "TORCH_PATH says where it is, PEERS=\"djl dl4j smile\" goes without"
}

bridle() {
  "$bench/run" "$@" --json >>"$out/bridle.jsonl" 2>>"$out/bridle.log" || say "bridle $1 failed, see $out/bridle.log"
}

study() {
  if [ -f "$data" ]; then
    bridle study "$data" --hidden "$1"
  else
    say "no study: DATA = $data is no file"
  fi
}

measure() {
  say "$1: $PEERS"
  OUT=$out/peers.jsonl W=$work "$peers/run-peers.sh" "$1" 1 >>"$out/peers.log" 2>&1 || say "run-peers.sh failed, see $out/peers.log"
  say "$1: bridle"
  bridle steps --sizes "$1" --rules "$rule" --seconds "$seconds" --workers 1 --members 1
  bridle steps --sizes "$1" --rules "$rule" --seconds "$seconds" --workers 2
  case $1 in
    tiny) study 64 ;;
    small) study 256 ;;
  esac
}

arguments "$@"
check
folders
case " $PEERS " in *" torch "*) torch ;; esac
"$bench/run" --help >/dev/null || fail "Bridle cannot be built" # before anything is timed
touch "$out/peers.jsonl" "$out/bridle.jsonl"
for _ in $(seq "$passes"); do
  for config in $configs; do
    measure "$config"
  done
done
"$bench/run" peers-table "$out/peers.jsonl" "$out/bridle.jsonl" | tee "$out/table.txt"
say "results in $out"
