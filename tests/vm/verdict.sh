# shellcheck shell=bash
# Sourced by the launchers: what a finished machine's run came to.

# verdict LOG QEMU-LOG QEMU-STATUS TIMEOUT
# Prints what was wrong and exits as the command in the guest did, or with 123 to 125. The guest's init says the command's exit
# status in the kernel's log: QEMU's own (isa-debug-exit) has no room for a status above 127, and its 1 may be QEMU's failure.
verdict() {
    local log=$1 qemu_log=$2 qemu_status=$3 timeout=$4 complained='' reported complaints
    reported=$(tr -d '\r' <"$log" | sed -nE 's/^.*guest: exit status ([0-9]+)$/\1/p' | tail -n 1)
    complaints=$(dirname "${BASH_SOURCE[0]}")/complaints
    "$complaints" "$log" >&2 || complained=1
    if [[ $reported && $complained ]]; then
        echo "vm: failed for that reason; the command's exit status was $reported" >&2
        exit 123
    elif [[ $reported ]]; then
        echo "vm: done after $SECONDS s, exit status $reported" >&2
        exit "$reported"
    fi
    echo 'vm: the end of the kernel log:' >&2
    tail -n 20 "$log" | tr -d '\r' | sed 's/^/  | /' >&2
    sed 's/^/  qemu: /' "$qemu_log" >&2
    # 137: it did not stop when asked to and was killed.
    if ((qemu_status == 124 || qemu_status == 137)); then
        echo "vm: not done after $timeout seconds, stopped" >&2
        exit 124
    fi
    echo "vm: the machine stopped without reporting a status (qemu: $qemu_status)" >&2
    exit 125
}
