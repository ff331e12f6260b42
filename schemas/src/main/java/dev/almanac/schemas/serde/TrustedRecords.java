package dev.almanac.schemas.serde;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro that a schema may name our records as the classes to read into. By itself it trusts no class, since whoever
 * writes a schema names the class.
 */
public final class TrustedRecords {
    private static final String RECORDS = "dev.almanac.schemas.";

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(RECORDS)));
    }

    private TrustedRecords() {}

    /** Once for all: the trust is the process's. Every serde does it, so only who builds records before has to. */
    public static void establish() {
        // The work is done when the class is loaded.
    }
}
