package dev.almanac.api.accept;

/** Reads a whole body as one JSON object. */
final class Bodies {
    private Bodies() {}

    /** What the step makes of it; throws a problem that tells everything that was refused on the way. */
    static <T> T read(JsonBody body, Shape.Step<Fields, T> step) {
        var root = Place.root();
        return root.settle(Fields.OBJECT.then(step).read(body.json(), root));
    }
}
