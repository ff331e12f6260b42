package dev.almanac.schemas.serde;

/** The registry did not take a schema, most likely since it breaks readers or writers of an earlier version. */
public final class SchemaRefusedException extends RuntimeException {
    SchemaRefusedException(String subject, String reason, Throwable cause) {
        super("The registry refused the schema of " + subject + ": " + reason, cause);
    }
}
