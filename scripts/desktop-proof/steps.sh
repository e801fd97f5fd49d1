#!/usr/bin/env bash
# What desktop-proof.sh uses: steps, an X desktop, a Wayland compositor.
# shellcheck disable=SC2154 # $temporary and $processes are the script’s.

count_ok=0 count_failed=0 count_skipped=0

ok() { count_ok=$((count_ok + 1)) && echo "ok       $1"; }
failed() { count_failed=$((count_failed + 1)) && echo "FAILED   $1"; }
skipped() { count_skipped=$((count_skipped + 1)) && echo "skipped: $1"; }

# step NAME COMMAND…: whether a command succeeds.
step() {
  local name=$1
  shift
  if "$@" >/dev/null; then ok "$name"; else failed "$name"; fi
}

# within SECONDS COMMAND…: tries a command until it succeeds.
within() {
  local until=$((SECONDS + $1))
  shift
  until "$@"; do
    ((SECONDS < until)) || return 1
    sleep 0.1
  done
}

not() { ! "$@"; }

# missing TOOL…: the first that isn't installed.
missing() {
  for tool in "$@"; do command -v "$tool" >/dev/null || { echo "$tool isn’t installed" && return; }; done
}

# background LOG COMMAND…: starts a program that ends with this script; its process id is in $started.
background() {
  local log=$1
  shift
  "$@" >"$log" 2>&1 </dev/null &
  started=$!
  processes+=("$started")
}

# ---- The X desktop ----

# start_x [FILE]: an X server and openbox, with the rules in FILE or those that it brings along.
start_x() {
  local config=${1:-/etc/xdg/openbox/rc.xml} name="$temporary/display"
  # The server writes the number that it took.
  Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$name" >"$temporary/xvfb" 2>&1 </dev/null &
  processes+=("$!")
  within 20 has_line "$name" || return 1
  DISPLAY=":$(cat "$name")"
  export DISPLAY
  background "$temporary/openbox" openbox --config-file "$config"
  within 20 has_window_manager
}

# The number of the display comes digit by digit, and then the end of its line.
has_line() { [[ $(wc -l <"$1") -gt 0 ]]; }

has_window_manager() { xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q '#'; }

# named TITLE: the first visible window with exactly this title.
named() { xdotool search --onlyvisible --name "^$1\$" 2>/dev/null | head -n 1 | grep .; }

is_shown() { [[ -n $1 ]] && xwininfo -id "$1" 2>/dev/null | grep -q 'IsViewable'; }
is_active() { [[ $(xdotool getactivewindow 2>/dev/null) == "$1" ]]; }

# is_above WINDOW OTHER: by the window manager's own list, from the bottom up.
is_above() {
  local upper lower order
  upper=$(printf '0x%x' "$1") lower=$(printf '0x%x' "$2")
  order=$(xprop -root _NET_CLIENT_LIST_STACKING 2>/dev/null | grep -o '0x[0-9a-f]*')
  [[ $(grep -nx "$upper" <<<"$order" | cut -d: -f1) -gt $(grep -nx "$lower" <<<"$order" | cut -d: -f1) ]] 2>/dev/null
}

# terminal TITLE GEOMETRY: a window that writes what is typed into it to a file of that name.
terminal() {
  background "$temporary/terminal" xterm -T "$1" -geometry "$2" -e sh -c "exec cat >'$temporary/$1.typed'"
  within 20 named "$1" >/dev/null
}

# gets_keys TITLE WORD: types a word, and whether the terminal with this title got it.
gets_keys() {
  xdotool type --delay 20 "$2" && xdotool key Return
  within 3 grep -q "$2" "$temporary/$1.typed"
}

# click WINDOW X Y: clicks this far from its upper left corner.
click() { xdotool mousemove --window "$1" "$2" "$3" sleep 0.1 click 1 sleep 0.2; }

click_middle() {
  local WIDTH=0 HEIGHT=0
  eval "$(xdotool getwindowgeometry --shell "$1" | grep -E '^(WIDTH|HEIGHT)=[0-9]+$')"
  click "$1" $((WIDTH / 2)) $((HEIGHT / 2))
}

# activate WINDOW: as a task bar does it.
activate() {
  timeout 5 xdotool windowactivate --sync "$1" 2>/dev/null
  within 3 is_active "$1"
}

# is_under_pointer WINDOW: whether the X server would send it a click. It knows the windows' input shapes.
is_under_pointer() {
  local WINDOW=0
  eval "$(xdotool getmouselocation --shell 2>/dev/null | grep -E '^WINDOW=[0-9]+$')"
  [[ $WINDOW == "$(frame_of "$1")" ]]
}

# frame_of WINDOW: the window manager's window around it, which is a child of the root window.
frame_of() {
  local window=$1 tree
  while tree=$(xwininfo -tree -id "$window" 2>/dev/null) && ! grep -q 'Parent window id: .*root window' <<<"$tree"; do
    window=$(grep -o 'Parent window id: 0x[0-9a-f]*' <<<"$tree" | grep -o '0x.*') || return 1
  done
  echo $((window))
}

# takes_click WINDOW OTHER: whether a click in the middle of a window activates it rather than the other one below it.
takes_click() {
  activate "$2" && click_middle "$1"
  within 3 is_active "$1"
}

# passes_click WINDOW OTHER: whether such a click goes through it to the other one.
passes_click() {
  activate "$2" && click_middle "$1"
  is_active "$2" && is_under_pointer "$2"
}

# ---- The Wayland compositor ----

# start_weston SWITCH…: with a socket that is only for this script.
start_weston() {
  XDG_RUNTIME_DIR="$temporary/run"
  export XDG_RUNTIME_DIR WAYLAND_DISPLAY=offbook-proof
  mkdir -p "$XDG_RUNTIME_DIR"
  chmod 700 "$XDG_RUNTIME_DIR"
  rm -f "$XDG_RUNTIME_DIR/$WAYLAND_DISPLAY"
  background "$temporary/weston" \
    weston --backend=headless-backend.so --socket="$WAYLAND_DISPLAY" --debug --idle-time=0 --no-config "$@"
  weston=$started
  within 20 test -S "$XDG_RUNTIME_DIR/$WAYLAND_DISPLAY"
}

stop_weston() {
  kill "$weston" 2>/dev/null
  wait "$weston" 2>/dev/null
}

# wayland_window: whether the compositor shows any program's window.
wayland_window() { timeout 5 weston-debug scene-graph 2>/dev/null | grep -q 'role xdg_toplevel'; }
