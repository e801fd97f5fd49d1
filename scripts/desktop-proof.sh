#!/usr/bin/env bash
#
# What no program can say about itself: who gets the keyboard, which window is on top, where clicks go. It looks at that
# from outside, on an X server with a window manager, and on a Wayland compositor, both without a screen.
#
#   scripts/desktop-proof.sh [PROGRAM [WORD…]]   proves the packed program, or Electron with this folder
#   scripts/desktop-proof.sh --self-check        proves what this script does, on plain X and Wayland programs
#
# Needs xvfb, openbox, xdotool, x11-utils, xterm, weston and xwayland; x11-apps for the self-check. Each step prints `ok`,
# `FAILED` or `skipped: why`; the exit code is 1 if any failed.
# shellcheck disable=SC1111,SC1112 # People read curly quotes.

set -uo pipefail

if [[ ${1:-} == --help ]]; then
  sed -n '3,10s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
  exit 0
fi

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
temporary=$(mktemp -d "${TMPDIR:-/tmp}/offbook-proof-XXXXXX")
processes=()

cleanup() {
  for process in "${processes[@]}"; do kill "$process" 2>/dev/null; done
  wait 2>/dev/null
  rm -rf "$temporary"
}
trap cleanup EXIT

# shellcheck source=scripts/desktop-proof/steps.sh
source "$root/scripts/desktop-proof/steps.sh"
# shellcheck source=scripts/desktop-proof/self-check.sh
source "$root/scripts/desktop-proof/self-check.sh"

ends() { not kill -0 "$1" 2>/dev/null; }
window_or_end() { named Offbook >/dev/null || ends "$1"; }

prove_x() {
  local why call prompter process
  why=$(missing Xvfb openbox xdotool xprop xwininfo xterm)
  if [[ -n $why ]]; then skipped "the desktop with a window manager: $why" && return; fi
  unset WAYLAND_DISPLAY XDG_SESSION_TYPE
  if ! start_x; then failed 'Xvfb and openbox start' && return; fi
  mkdir -p "$temporary/home/offbook"
  echo '{ "hotkeys": { "toggle-click-through": "CommandOrControl+Shift+F4" } }' >"$temporary/home/offbook/settings.json"
  terminal call 200x60+0+0
  call=$(named call)
  background "$temporary/offbook.log" "${offbook[@]}"
  process=$started
  within 30 window_or_end "$process"
  if ! prompter=$(named Offbook); then
    failed "X11: a window comes. It printed: $(tail -n 3 "$temporary/offbook.log" | tr '\n' ' ')"
    return
  fi
  ok 'X11: a window comes'
  # Its page may still be loading, and its hotkeys come after that.
  sleep 2

  step 'X11: the call keeps the keyboard when the prompter comes' gets_keys call before
  activate "$call"
  xdotool windowraise "$call"
  step 'X11: the prompter stays above a call that is clicked and raised' within 3 is_above "$prompter" "$call"

  xdotool key ctrl+shift+F3
  step 'X11: the hotkey of find-story gives the prompter the keyboard' within 5 is_active "$prompter"
  xdotool type --delay 20 searched
  xdotool key Escape
  step 'X11: Escape gives the keyboard back to the call' within 5 is_active "$call"
  step 'X11: which gets what is typed then' gets_keys call after
  step 'X11: and got nothing of what was typed into the search' not grep -q searched "$temporary/call.typed"
  step 'X11: and the prompter is where it was' is_shown "$prompter"
  step 'X11: above the call' is_above "$prompter" "$call"

  xdotool key ctrl+shift+F11
  step 'X11: its hotkey hides the prompter' within 5 not is_shown "$prompter"
  xdotool key ctrl+shift+F11
  step 'X11: and shows it again' within 5 is_shown "$prompter"
  step 'X11: above the call' is_above "$prompter" "$call"
  step 'X11: which keeps the keyboard' gets_keys call shown
  step 'X11: a click on the prompter gives it the keyboard' takes_click "$prompter" "$call"
  xdotool key w
  step 'X11: W hides it' within 5 not is_shown "$prompter"
  step 'X11: and the call has the keyboard' gets_keys call hidden
  step 'X11: --do reaches it' "${offbook[@]}" --do toggle-prompter
  step 'X11: and shows it' within 5 is_shown "$prompter"

  xdotool key ctrl+shift+F4 sleep 1
  step 'X11: with click-through a click reaches the call' passes_click "$prompter" "$call"
  timeout 5 xdotool windowmove --sync "$prompter" 300 200
  step 'X11: also after the prompter was moved' passes_click "$prompter" "$call"
  xdotool key ctrl+shift+F4 sleep 1
  step 'X11: without click-through the prompter takes it again' takes_click "$prompter" "$call"

  kill -TERM "$process"
  step 'X11: it quits when it is asked to' within 10 ends "$process"
}

# window_or_sentence NAME COMMAND…: starts the program, and whether there is a window, or it quits with a sentence.
window_or_sentence() {
  local name=$1 log="$temporary/wayland.log" sentence
  shift
  background "$log" "${offbook[@]}"
  local process=$started until=$((SECONDS + 30))
  until "$@" >/dev/null; do
    if ((SECONDS >= until)); then
      failed "$name: neither a window nor a sentence. It printed: $(tail -n 3 "$log" | tr '\n' ' ')"
      kill "$process"
      return
    fi
    sleep 0.2
    # A program that starts itself again has a process of another number.
    sentence=$(grep -m 1 -E '^[A-Z][^[]+\.$' "$log")
    if ends "$process" && [[ -n $sentence ]]; then ok "$name: no window, and it says why: $sentence" && return; fi
  done
  ok "$name: a window comes"
  kill "$process" 2>/dev/null
}

prove_wayland() {
  local why
  why=$(missing weston weston-debug)
  if [[ -n $why ]]; then skipped "the Wayland compositor: $why" && return; fi
  rm -rf "${temporary:?}/home"
  unset DISPLAY
  export XDG_SESSION_TYPE=wayland
  if ! start_weston; then failed 'weston starts' && return; fi
  window_or_sentence 'Wayland without an X server, no switches' wayland_window
  stop_weston

  why=$(missing Xwayland xdotool)
  if [[ -n $why ]]; then skipped "Wayland with XWayland: $why" && return; fi
  if ((${#program[@]} > 1)); then skipped 'Wayland with XWayland: only the packed program chooses it' && return; fi
  if ! start_weston --xwayland || ! within 20 x_display_of_weston; then failed 'weston and XWayland start' && return; fi
  window_or_sentence 'Wayland with XWayland, no switches: an X window' named Offbook
  stop_weston
}

# x_display_of_weston: sets DISPLAY to that of its XWayland, which it writes into its log.
x_display_of_weston() {
  DISPLAY=$(grep -o 'xserver listening on display :[0-9]*' "$temporary/weston" | grep -o ':[0-9]*$')
  export DISPLAY
  [[ -n $DISPLAY ]]
}

if [[ ${1:-} == --self-check ]]; then
  check_x
  check_wayland
else
  program=("$@")
  packed="$root/dist/linux-unpacked/offbook"
  electron="$root/node_modules/electron/dist/electron"
  why=''
  if ((${#program[@]} == 0 && EUID == 0)); then why="Electron doesn’t start as root"; fi
  if ((${#program[@]} == 0)) && [[ -x $packed ]]; then program=("$packed"); fi
  if ((${#program[@]} == 0)) && [[ -x $electron ]]; then program=("$electron" "$root"); fi
  if ((${#program[@]} == 0)); then
    why="there is no packed program (“npm run pack”) and no Electron runtime (“npx install-electron”)"
  fi
  # With a home of its own.
  offbook=(env HOME="$temporary/home" OFFBOOK_HOME="$temporary/home/offbook" "${program[@]}")
  if [[ -n $why ]]; then
    skipped "everything: $why"
  else
    prove_x
    prove_wayland
  fi
fi

echo "$count_ok ok, $count_failed failed, $count_skipped skipped"
((count_failed == 0))
