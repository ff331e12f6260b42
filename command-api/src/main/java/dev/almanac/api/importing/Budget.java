package dev.almanac.api.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets only so many bytes through until it is renewed, so that no single thing fills the memory. */
final class Budget extends FilterInputStream {
    private static final long MOST = 1024 * 1024;

    private long left = MOST;

    Budget(InputStream in) {
        super(in);
    }

    /** Of one thing. */
    static final class SpentException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    void renew() {
        left = MOST;
    }

    @Override
    public int read() throws IOException {
        var next = super.read();
        spend(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var count = super.read(into, offset, length);
        spend(Math.max(0, count));
        return count;
    }

    private void spend(int bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new SpentException();
        }
    }
}
