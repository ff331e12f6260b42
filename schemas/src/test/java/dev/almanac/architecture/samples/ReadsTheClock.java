package dev.almanac.architecture.samples;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.logging.Logger;

/** Does all that the rules forbid. */
public final class ReadsTheClock {
    @SuppressWarnings("JavaUtilDate")
    long inFiveWays(ZoneId zone) {
        Logger.getGlobal().info("by another way than the log");
        System.out.println("past the log");
        return System.currentTimeMillis()
                + Instant.now().toEpochMilli()
                + LocalDate.now(zone).toEpochDay()
                + Clock.systemUTC().millis()
                + new Date().getTime();
    }
}
