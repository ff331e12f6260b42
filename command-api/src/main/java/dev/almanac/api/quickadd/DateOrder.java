package dev.almanac.api.quickadd;

import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;

/** In which order people somewhere write the parts of a date. */
public final class DateOrder {
    private DateOrder() {}

    /** Whether the day comes before the month. */
    public static boolean isDayFirst(Locale locale) {
        var pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
        return pattern.indexOf('d') < pattern.indexOf('M');
    }
}
