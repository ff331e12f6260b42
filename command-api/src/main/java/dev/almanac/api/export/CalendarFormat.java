package dev.almanac.api.export;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VToDo;
import net.fortuna.ical4j.model.property.XProperty;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tasks that are not in the trash as iCalendar (RFC 5545), a component each, and the time zones that they name. */
final class CalendarFormat implements Format {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Almanac//Almanac//EN\r\n";
    /** How often to come again, in the two ways that programs know. */
    private static final String REFRESH = "REFRESH-INTERVAL;VALUE=DURATION:PT15M\r\nX-PUBLISHED-TTL:PT15M\r\n";

    private static final String END = "END:VCALENDAR\r\n";

    private static final Set<Piece.Kind> IN_SIGHT = Set.of(Piece.Kind.WORKSPACE, Piece.Kind.LIST, Piece.Kind.TASK);

    private final String head;
    private final Set<Piece.Kind> kinds;
    private final Writing writing;

    private CalendarFormat(String head, Set<Piece.Kind> kinds, Writing writing) {
        this.head = head;
        this.kinds = kinds;
        this.writing = writing;
    }

    /** How a task becomes a component. */
    private interface Writing {
        Optional<? extends CalendarComponent> write(JsonNode task, Parts parts, AllSeries series);
    }

    /** To be taken along: what repeats with all that came of it. */
    static CalendarFormat ofFile() {
        return new CalendarFormat(
                HEAD,
                Set.of(Piece.Kind.OCCURRENCE, Piece.Kind.WORKSPACE, Piece.Kind.LIST, Piece.Kind.TASK),
                CalendarFormat::todo);
    }

    /** To be read again and again: what repeats from its next occurrence on. */
    static CalendarFormat ofFeed() {
        return new CalendarFormat(HEAD + REFRESH, IN_SIGHT, CalendarFormat::todo);
    }

    /** The same for programs that show events only. */
    static CalendarFormat ofEvents() {
        return new CalendarFormat(HEAD + REFRESH, IN_SIGHT, (task, parts, _) -> Event.of(task, parts));
    }

    private static Optional<VToDo> todo(JsonNode task, Parts parts, AllSeries series) {
        return Optional.of(new Todo(task, parts, series).component());
    }

    @Override
    public String mediaType() {
        return "text/calendar;charset=utf-8";
    }

    @Override
    public String extension() {
        return "ics";
    }

    @Override
    public Set<Piece.Kind> kinds() {
        return kinds;
    }

    @Override
    public Flux<String> write(Flux<Piece> pieces) {
        return Flux.defer(() -> {
            Map<String, String> lists = new HashMap<>();
            var series = new AllSeries();
            Set<String> zones = new HashSet<>();
            var todos = pieces.concatMap(piece -> switch (piece.kind()) {
                case LIST -> {
                    var list = JSON.readTree(piece.json());
                    lists.put(list.get("id").stringValue(), list.get("name").stringValue());
                    yield Flux.<String>empty();
                }
                case OCCURRENCE -> {
                    series.add(JSON.readTree(piece.json()));
                    yield Flux.<String>empty();
                }
                case TASK -> component(JSON.readTree(piece.json()), lists, series, zones);
                case WORKSPACE -> Flux.just(name(JSON.readTree(piece.json())));
                case MEMBER, COMMENT -> Flux.<String>empty();
            });
            return Flux.concat(Flux.just(head), todos, Flux.defer(() -> zones(zones)), Flux.just(END));
        });
    }

    private static String name(JsonNode workspace) {
        return Folding.fold(new XProperty("X-WR-CALNAME", workspace.get("name").stringValue()).toString());
    }

    private Flux<String> component(JsonNode task, Map<String, String> lists, AllSeries series, Set<String> zones) {
        if (task.has("deletedAt")) {
            return Flux.empty();
        }
        var parts = new Parts(task, lists);
        return Flux.fromStream(writing.write(task, parts, series).stream())
                .doOnNext(_ -> zones.addAll(parts.zones()))
                .map(component -> Folding.fold(component.toString()));
    }

    private static Flux<String> zones(Set<String> names) {
        TimeZoneRegistry registry = TimeZoneRegistryFactory.getInstance().createRegistry();
        return Flux.fromIterable(names).sort().concatMap(name -> {
            TimeZone zone = registry.getTimeZone(name);
            return zone == null
                    ? Flux.<String>empty()
                    : Flux.just(Folding.fold(zone.getVTimeZone().toString()));
        });
    }
}
