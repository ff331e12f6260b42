package dev.almanac.api.quickadd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Those finds in a line that count; what is dropped goes back to the title. */
final class Kept {
    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern BEFORE_PUNCTUATION = Pattern.compile(" (?=[,;.?](?: |$))");

    private final Line line;
    private final List<Find> finds;

    Kept(List<Find> all, Line line) {
        this.line = line;
        finds = new ArrayList<>(all);
        finds.removeIf(find -> find.standsAlone() && isFollowedByTitle(find, all));
        List.of(
                        Meant.OnDay.class,
                        Meant.AtTime.class,
                        Meant.Repeats.class,
                        Meant.Ends.class,
                        Meant.Matters.class,
                        Meant.InList.class)
                .forEach(this::keepLast);
    }

    private boolean isFollowedByTitle(Find find, List<Find> all) {
        var next = line.skipSpace(find.end());
        return line.isFollowedByWord(find.end()) && all.stream().noneMatch(other -> other.start() == next);
    }

    private void keepLast(Class<? extends Meant> kind) {
        var ofKind = all(kind);
        ofKind.stream().limit(Math.max(0, ofKind.size() - 1)).forEach(this::drop);
    }

    List<Find> all(Class<? extends Meant> kind) {
        return finds.stream().filter(find -> kind.isInstance(find.meant())).toList();
    }

    <M extends Meant> Optional<M> last(Class<M> kind) {
        return all(kind).stream().reduce((_, later) -> later).map(find -> kind.cast(find.meant()));
    }

    void drop(Find find) {
        finds.remove(find);
    }

    @SafeVarargs
    final void drop(Class<? extends Meant>... kinds) {
        Arrays.stream(kinds).forEach(kind -> all(kind).forEach(this::drop));
    }

    List<Span> spans() {
        return finds.stream()
                .map(Find::span)
                .sorted(Comparator.comparingInt(Span::start))
                .toList();
    }

    /** What is left of the line; the whole of it where that is nothing. */
    String title() {
        var rest = new StringBuilder();
        var at = 0;
        for (var span : spans()) {
            rest.append(line.text(), at, span.start()).append(' ');
            at = span.end();
        }
        rest.append(line.text(), at, line.length());
        var title = tidy(rest.toString());
        return title.isEmpty() ? tidy(line.text()) : title;
    }

    private static String tidy(String text) {
        return BEFORE_PUNCTUATION
                .matcher(SPACE.matcher(text).replaceAll(" ").strip())
                .replaceAll("");
    }
}
