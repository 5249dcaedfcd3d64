# shellcheck shell=bash
# Sourced: where downloads and what is built from them are kept, and how an entry comes into being.

readonly cache_root="${XDG_CACHE_HOME:-$HOME/.cache}/ioctlsharp"

# cache_entry NAME BUILDER [ARG...]
# Prints the path of the cache entry NAME. Where it does not exist yet, "BUILDER ARG..." fills an empty folder, which is
# its current directory; the folder gets its final name only when the builder succeeded, and one process at a time builds.
cache_entry() {
    local entry="$cache_root/$1" builder=("${@:2}")
    # Not 'set -e' but explicit exits: bash ignores it in whatever stands before a '||', this function's callers included.
    [[ -d $entry ]] || (
        mkdir -p "$(dirname "$entry")" || exit
        exec 9>"$entry.lock" || exit
        flock 9 || exit
        [[ ! -d $entry ]] || exit 0
        rm -rf "$entry".partial.* # of a process that was killed
        partial=$(mktemp -d "$entry.partial.XXXXXX") || exit
        trap 'rm -rf "$partial"' EXIT
        cd "$partial" || exit
        "${builder[@]}" >&2 9>&- || exit
        chmod 755 "$partial" || exit
        mv -T "$partial" "$entry"
    ) || return
    printf '%s\n' "$entry"
}

# content_key FILE...: a short name for the content of these files.
content_key() {
    cat -- "$@" | sha256sum | cut -c1-12
}
