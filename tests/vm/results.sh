# shellcheck shell=bash
# Sourced: what a run's tests came to, as lines in files of the folder SUITE_RESULTS: 'tally' (PASSED FAILED SKIPPED NAME)
# and, for people, 'skips' and 'failures'.

tally() { # NAME PASSED FAILED SKIPPED
    printf '%s %s %s %s\n' "$2" "$3" "$4" "$1" >>"$SUITE_RESULTS/tally"
}

failure() { # NAME WHAT: one more failure, besides the tests that failed
    printf '%s: %s\n' "$1" "$2" | tee -a "$SUITE_RESULTS/failures" >&2
    tally "$1" 0 1 0
}

plain() { # stdin: text of an XML attribute or section
    sed -e 's/&lt;/</g' -e 's/&gt;/>/g' -e 's/&quot;/"/g' -e "s/&#39;\|&apos;/'/g" -e 's/&amp;/\&/g'
}

# record_xunit NAME XML STATUS [may-be-empty]: the report that xunit's -xml option wrote, and the exit status of its program.
# A program that ends without a report, or badly without saying which test failed, has failed; and one that ran no test,
# unless a filter may have left it none.
record_xunit() {
    local name=$1 report=$2 status=$3 passed failed skipped
    if [[ ! -s $report ]]; then
        failure "$name" "ended with status $status and no report ($(meaning "$status"))"
        return
    fi
    read -r passed failed skipped < <(
        grep -o '<assembly [^>]*>' "$report" | awk '
            function number(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
            { passed += number("passed"); failed += number("failed") + number("errors"); skipped += number("skipped") }
            END { print passed + 0, failed + 0, skipped + 0 }')
    tally "$name" "$passed" "$failed" "$skipped"
    tests_with() { # RESULT
        tr '\n' ' ' <"$report" | sed 's/<test /\n&/g' | grep "^<test [^>]* result=\"$1\"" || true
    }
    tests_with Skip | sed -E 's/^<test [^>]* name="([^"]*)".*<reason><!\[CDATA\[(.*)\]\]><\/reason>.*/\1: \2/' | plain |
        sed "s|^|$name: |" >>"$SUITE_RESULTS/skips"
    tests_with Fail | sed -E 's/^<test [^>]* name="([^"]*)".*/\1/' | plain | sed "s|^|$name: |" >>"$SUITE_RESULTS/failures"
    if ((passed + failed + skipped == 0)) && [[ ! ${SUITE_FILTER:-} && ! ${4:-} ]]; then
        failure "$name" 'ran no test'
    elif ((status != 0 && failed == 0)); then
        failure "$name" "every test passed, but the run ended with status $status ($(meaning "$status"))"
    fi
}

meaning() { # STATUS
    case $1 in
        0) echo 'a normal end' ;;
        123) echo "the guest's kernel complained" ;;
        124 | 137) echo 'it ran out of time' ;;
        125) echo 'the guest stopped' ;;
        134) echo 'it aborted' ;;
        139) echo 'a segmentation fault' ;;
        *) echo 'see above' ;;
    esac
}
