#!/usr/bin/env bash
# Proves the functions of steps.sh on plain programs, each with a case in which it must say no.
# shellcheck disable=SC2154 # $temporary is the script’s.

check_x() {
  local why call upper eyes
  why=$(missing Xvfb openbox xdotool xprop xwininfo xterm xeyes)
  if [[ -n $why ]]; then skipped "X: $why" && return; fi
  cat >"$temporary/rc.xml" <<XML
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>no</focusNew><raiseOnFocus>yes</raiseOnFocus></focus>
  <keyboard><keybind key="C-S-F3"><action name="Execute"><command>touch $temporary/pressed</command></action></keybind></keyboard>
  <mouse><context name="Client"><mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/></mousebind></context></mouse>
  <applications>
    <application title="upper"><layer>above</layer></application>
    <application title="xeyes"><layer>above</layer><decor>no</decor><position force="yes"><x>500</x><y>300</y></position></application>
  </applications>
</openbox_config>
XML
  if ! start_x "$temporary/rc.xml"; then failed 'Xvfb and openbox start' && return; fi
  ok 'Xvfb and openbox start'
  terminal call 200x60+0+0
  terminal upper 40x10+100+100
  call=$(named call) upper=$(named upper)
  step 'a window is found by its title' test -n "$call"
  step 'a title that no window has finds none' not named nothing
  activate "$call"
  step 'keys reach the active window' gets_keys call one
  step 'a window above another is, even if that was raised' is_above "$upper" "$call"
  step "and the other way round it isn’t" not is_above "$call" "$upper"
  step 'a click activates a window' takes_click "$upper" "$call"
  step 'which gets the keys then' gets_keys upper two
  step "and the other one doesn’t" not grep -q two "$temporary/call.typed"
  xdotool windowunmap "$upper"
  step "a hidden window isn’t shown" within 3 not is_shown "$upper"
  xdotool key ctrl+shift+F3
  step 'a hotkey that another program holds is pressed' within 3 test -e "$temporary/pressed"
  background "$temporary/xeyes" xeyes -geometry 300x200
  within 20 named xeyes >/dev/null
  eyes=$(named xeyes)
  # Its window has the shape of two eyes: the middle is between them, and belongs to the window below.
  step 'a click goes through where a window has no shape' passes_click "$eyes" "$call"
  click "$eyes" 75 100
  step 'and not where it has one' is_under_pointer "$eyes"
}

check_wayland() {
  local why client
  why=$(missing weston weston-debug weston-simple-shm)
  if [[ -n $why ]]; then skipped "Wayland: $why" && return; fi
  if ! start_weston; then failed 'weston starts' && return; fi
  ok 'weston starts'
  step 'a compositor without windows has none' not wayland_window
  background "$temporary/client" weston-simple-shm
  client=$started
  step 'a window is seen by the compositor' within 10 wayland_window
  kill "$client"
  step 'and is gone after its program' within 10 not wayland_window
  stop_weston
  why=$(missing Xwayland xdotool xterm)
  if [[ -n $why ]]; then skipped "XWayland: $why" && return; fi
  if ! start_weston --xwayland || ! within 20 x_display_of_weston; then failed 'weston and XWayland start' && return; fi
  terminal through-x 40x10
  step 'an X window is found through XWayland' named through-x
  stop_weston
}
