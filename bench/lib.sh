# What the benchmarks share: sourced by run and operations, not run. See README.md beside this file.
#
# The caller sets work, rounds, seconds, warmup and connections first.

mkdir -p "$work"
declare -A url process
trap stop_all EXIT

say() { echo "bench: $*" >&2; }

stop_all() {
  for name in "${!process[@]}"; do stop "$name"; done
}

need() {
  command -v "$1" > /dev/null && return
  if [ -z "${updated:-}" ]; then apt-get -qq update && updated=yes; fi
  DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$2" > /dev/null
}

bench() { java -Xmx512m -cp "bench/target/classes:bench/target/lib/*:server/target/daybook/daybook.jar" "$@"; }

millis() { echo $(($(date +%s%N) / 1000000)); }

# The middle one of the numbers given.
median() { printf '%s\n' "$@" | sort -g | awk '{ n[NR] = $1 } END { print NR % 2 ? n[(NR + 1) / 2] : (n[NR / 2] + n[NR / 2 + 1]) / 2 }'; }

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

thousandth() { awk -v a="$1" -v d="$2" 'BEGIN { printf "%.*f", d, a / 1000 }'; }

# Whether two pages are the same but for their page token.
same() {
  local token='s/"\(nextPageToken\|NextToken\)":"[^"]*"//'
  cmp -s <(sed "$token" "$1") <(sed "$token" "$2")
}

fixed() { awk -v a="$1" -v d="$2" 'BEGIN { printf "%.*f", d, a }'; }

# Processor time of a process and its children so far, in milliseconds.
cpu() {
  local pid all=0 ticks
  for pid in "$1" $(cat "/proc/$1/task/$1/children"); do
    ticks=$(sed 's/.*) //' "/proc/$pid/stat" | awk '{ print $12 + $13 }')
    all=$((all + ticks))
  done
  echo $((all * 1000 / $(getconf CLK_TCK)))
}

# ---- Servers. serve NAME DIR WORDS... leaves ${url[NAME]} and ${process[NAME]}.

serve() {
  local log=$work/$1.log
  : > "$log" # else the address of an earlier run may be read from it
  ./daybook serve --data "$2" --port 0 "${@:3}" > "$log" 2>&1 &
  process[$1]=$!
  # For as long as it takes: it may have a demo world to make.
  while kill -0 "${process[$1]}" 2> /dev/null; do
    url[$1]=$(sed -n 's/^Serving .* on //p' "$log")
    [ -n "${url[$1]}" ] && return
    sleep 0.1
  done
  tail -n 20 "$log" >&2
  exit 1
}

stop() {
  kill "${process[$1]}" 2> /dev/null || true
  wait "${process[$1]}" || true
  unset "process[$1]"
}

serve_files() {
  local dir=$work/nginx port=18999
  mkdir -p "$dir"
  sed "s|@PORT@|$port|; s|@FILES@|$1|" bench/load/nginx.conf > "$dir/nginx.conf"
  chmod -R a+rX "$1"
  nginx -p "$dir" -c "$dir/nginx.conf" > /dev/null 2>&1 &
  process[nginx]=$!
  url[nginx]=http://127.0.0.1:$port
  for _ in $(seq 100); do
    curl -s -o /dev/null "${url[nginx]}/" && return
    sleep 0.1
  done
  cat "$dir/error.log" >&2
  exit 1
}

# ---- Load. load NAME LIST SECONDS prints: requests a second, bytes a page, p50 and p99 in µs, processor µs a request.

load() {
  local before after line
  before=$(cpu "${process[$1]}")
  line=$(wrk -t2 -c"$connections" -d"$3s" -s bench/load/pages.lua "${url[$1]}" -- "$2" | sed -n 's/^RESULT //p')
  after=$(cpu "${process[$1]}")
  [ -n "$line" ] || { say "wrk said nothing"; exit 1; }
  set -- $line "$3" $((after - before))
  if [ "$5" != 0 ]; then
    say "$5 requests failed; a figure with failures would say nothing"
    exit 1
  fi
  echo "$1 $2 $3 $4 $(awk -v ms="$7" -v rate="$1" -v s="$6" 'BEGIN { printf "%.1f", ms * 1000 / (rate * s) }')"
}

# column N ROUNDS...: the median of the Nth figure of the rounds.
column() { median $(printf '%s\n' "${@:2}" | cut -d' ' -f"$1"); }

# compare NAME LIST OTHER LIST [WARMUP]: alternating rounds; leaves medians in ours_*, theirs_* and the ratio's median
# in share. The other side is warmed up for WARMUP seconds, or as long as the first.
compare() {
  local mine other ours=() theirs=() shares=()
  load "$1" "$2" "$warmup" > /dev/null
  load "$3" "$4" "${5:-$warmup}" > /dev/null
  for round in $(seq "$rounds"); do
    mine=$(load "$1" "$2" "$seconds")
    other=$(load "$3" "$4" "$seconds")
    say "  round $round: ${mine%% *} and ${other%% *} pages/s"
    ours+=("$mine") theirs+=("$other")
    shares+=("$(awk -v a="${mine%% *}" -v b="${other%% *}" 'BEGIN { printf "%.4f", a / b }')")
  done
  ours_rate=$(column 1 "${ours[@]}") theirs_rate=$(column 1 "${theirs[@]}")
  ours_bytes=$(column 2 "${ours[@]}") theirs_bytes=$(column 2 "${theirs[@]}")
  ours_p50=$(column 3 "${ours[@]}") theirs_p50=$(column 3 "${theirs[@]}")
  ours_p99=$(column 4 "${ours[@]}") theirs_p99=$(column 4 "${theirs[@]}")
  ours_cpu=$(column 5 "${ours[@]}") theirs_cpu=$(column 5 "${theirs[@]}")
  share=$(median "${shares[@]}")
}

# check NAME DIR: the first hundred pages of both sides must say the same, page tokens apart: those tell when they
# were sealed.
check() {
  local path token file compared=0
  while IFS=$'\t' read -r path token && IFS=$'\t' read -r file _ <&3; do
    same <(curl -s -H "x-amz-access-token: $token" "${url[$1]}$path") <(curl -s "${url[nginx]}$file") ||
      { say "page $file differs"; exit 1; }
    compared=$((compared + 1))
  done < <(head -n 100 "$2/daybook.txt") 3< <(head -n 100 "$2/nginx.txt")
  say "$compared pages compared byte by byte"
}

# What a table was measured with.
measured() {
  cat <<END
Measured $(date -u +%F) with $(./daybook --version | head -n 1), $(java -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/Java \1/p'),
nginx $(nginx -v 2>&1 | sed 's|.*/||'), on $(nproc) cores of $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), Linux $(uname -r).
Medians of $rounds alternating rounds of $seconds s, $connections connections, load program on the same cores.
END
}

# prepare: tools and programs.
prepare() {
  awk -v cores="$(nproc)" '$1 > cores / 4 { exit 1 }' /proc/loadavg ||
    say "this machine is busy (load $(cut -d' ' -f1 /proc/loadavg)): the figures will be poor, the JVM's poorest"
  need wrk wrk
  need nginx nginx-light
  need curl curl
  say "building ..."
  ./daybook --version >&2
  mvn -q -Pfast,bench -pl bench -am package > "$work/build.log" 2>&1 || { tail -n 30 "$work/build.log" >&2; exit 1; }
}
