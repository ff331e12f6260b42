# Watches the processes that its arguments and its input name, and kills them when the pipe closes, which it does
# however its other end died.
trap '' HUP INT TERM
watched=" $* "
while read -r verb pid; do
    case $verb in
        watch) watched="$watched$pid " ;;
        forget) watched="${watched%% "$pid" *} ${watched#* "$pid" }" ;;
    esac
done
for pid in $watched; do
    # A group where the process leads one, so that its own children go too.
    kill -s KILL -- "-$pid" 2>/dev/null || kill -s KILL "$pid" 2>/dev/null
done
