package dev.almanac.local.backing;

/**
 * A database of the local Postgres.
 *
 * @param host of the server
 * @param port of the server
 * @param name of the database
 * @param user who owns it
 * @param password of that user
 */
public record Database(String host, int port, String name, String user, String password) {
    public String jdbcUrl() {
        return "jdbc:postgresql://" + address();
    }

    public String r2dbcUrl() {
        return "r2dbc:postgresql://" + address();
    }

    private String address() {
        return host + ":" + port + "/" + name;
    }

    /** Without the password, since it may be logged. */
    @Override
    public String toString() {
        return user + "@" + address();
    }
}
