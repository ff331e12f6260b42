package dev.almanac.projection.rebuild;

/**
 * The schemas of a rebuild.
 *
 * @param live the one in service
 */
public record Schemas(String live) {
    /** The one that the rebuild fills. */
    public String fresh() {
        return live + "_rebuild";
    }

    /** What becomes of the live one. */
    String replaced() {
        return live + "_replaced";
    }
}
