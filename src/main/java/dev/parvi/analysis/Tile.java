package dev.parvi.analysis;

import dev.parvi.ui.Unit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One figure. Its name is the message {@code analysis.figure.<key>}, its formula {@code analysis.figure.<key>.formula}.
 *
 * @param value null where it's missing; then it's shown as missing, and {@code missing} says why
 * @param before the same of the time before; null where it's missing
 * @param estimate whether a model of ours had a hand in it
 * @param readAt of the latest thing that it's made of
 */
public record Tile(
        String key,
        @Nullable Double value,
        @Nullable Double before,
        Unit unit,
        Origin origin,
        boolean estimate,
        Missing missing,
        Instant readAt) {

    /** Who says so. */
    public enum Origin {
        NETWORKS,
        DESK,
        TRACKING,
        AUDIENCE
    }

    /** Why it's missing where it is. */
    public enum Missing {
        NOT_TOLD,
        TOO_FEW,
        NOTHING
    }

    static Tile of(String key, @Nullable Double value, @Nullable Double before, Unit unit, Origin origin, Instant at) {
        return new Tile(
                key,
                value,
                before,
                unit,
                origin,
                false,
                origin == Origin.NETWORKS ? Missing.NOT_TOLD : Missing.TOO_FEW,
                at);
    }

    static Tile count(String key, double value, double before, Instant at) {
        return of(key, value, before, Unit.COUNT, Origin.DESK, at);
    }

    /** Of what links and the site brought. */
    static Tile brought(String key, @Nullable Double value, @Nullable Double before, Unit unit, Instant at) {
        return new Tile(key, value, before, unit, Origin.TRACKING, false, Missing.NOTHING, at);
    }

    /** Of those who follow. */
    static Tile followed(String key, @Nullable Double value, @Nullable Double before, Unit unit, Instant at) {
        return new Tile(key, value, before, unit, Origin.AUDIENCE, false, Missing.NOTHING, at);
    }

    Tile estimated() {
        return new Tile(key, value, before, unit, origin, true, missing, readAt);
    }

    /** How much more than before, in percent of that; null where it can't be said. */
    public @Nullable Integer change() {
        return value == null || before == null || before == 0
                ? null
                : (Integer) (int) Math.round(100 * (value - before) / Math.abs(before));
    }
}
