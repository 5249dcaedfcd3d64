# shellcheck shell=bash
# Sourced: apt with a configuration of its own, for another architecture or suite. This machine's lists, sources and package cache
# stay as they are.

# private_apt FOLDER ARCHITECTURE SUITE...
# Writes the configuration to the (new) FOLDER, makes apt use it from here on, and reads the lists of these suites of Debian.
private_apt() {
    local folder=$1 architecture=$2 suite mirror
    shift 2
    # shellcheck disable=SC2016 # apt's own placeholders
    mirror=$(apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(REPO_URI)' 'Created-By: Packages' | awk -F '|' '
        $1 == "Debian" && $2 == "Debian" && !found { print $3; found = 1 }')
    [[ $mirror ]] || { echo "apt's sources name no mirror of Debian" >&2 && return 3; }
    mkdir -p "$folder"/{lists/partial,archives/partial} || return
    : >"$folder/status"
    for suite in "$@"; do
        echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main"
    done >"$folder/sources.list"
    cat >"$folder/apt.conf" <<CONFIGURATION
APT::Architecture "$architecture";
APT::Architectures { "$architecture"; };
APT::Sandbox::User "root";
APT::Default-Release "";
Acquire::Languages "none";
# A mirror may stand still for longer than its suites are valid. Signatures are checked all the same.
Acquire::Check-Valid-Until "false";
Dir::State::Lists "$folder/lists";
Dir::State::status "$folder/status";
Dir::Cache "$folder";
Dir::Etc::sourcelist "$folder/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
CONFIGURATION
    export APT_CONFIG=$folder/apt.conf
    echo "reading the package lists of $architecture in $*" >&2
    apt-get -qq update >&2
}
