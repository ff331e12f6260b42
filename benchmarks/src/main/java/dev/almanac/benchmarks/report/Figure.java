package dev.almanac.benchmarks.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** One figure, measured once in each of several runs. */
public final class Figure {
    private final String name;
    private final String unit;
    private final List<Double> runs = new ArrayList<>();

    /**
     * @param name what is measured
     * @param unit in which it is measured, `ms` or `/s`
     */
    public Figure(String name, String unit) {
        this.name = name;
        this.unit = unit;
    }

    public void add(double value) {
        runs.add(value);
    }

    public boolean isEmpty() {
        return runs.isEmpty();
    }

    /** The middle one of the runs; of an even number the mean of the two in the middle. */
    public double median() {
        if (runs.isEmpty()) {
            throw new IllegalStateException("nothing was measured for " + name);
        }
        List<Double> sorted = sorted();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Prints name, median, smallest and largest as a row. */
    public void print(PrintStream out) {
        List<Double> sorted = sorted();
        out.printf(
                Locale.ROOT,
                "%-44s median %,10.1f %-4s  (%,.1f to %,.1f, %d runs)%n",
                name,
                median(),
                unit,
                sorted.getFirst(),
                sorted.getLast(),
                runs.size());
    }

    private List<Double> sorted() {
        List<Double> sorted = new ArrayList<>(runs);
        Collections.sort(sorted);
        return sorted;
    }
}
