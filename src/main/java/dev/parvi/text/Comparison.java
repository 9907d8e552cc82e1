package dev.parvi.text;

import dev.parvi.text.Likeness.Weighed;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Holds a piece of news against a story: do they tell of the same event? */
public final class Comparison {

    /** From these odds on they do. */
    public static final double SAME = 0.9;

    /** Copies are beyond doubt. */
    private static final double COPY = 4;

    private static final double LINK = 2;
    private static final double ABROAD_LEAST = 0.3;
    private static final double ABROAD = 10;
    private static final double ABROAD_BASE = -2;
    private static final Duration ABROAD_WITHIN = Duration.ofHours(48);

    private final Likeness likeness;

    public Comparison(Likeness likeness) {
        this.likeness = likeness;
    }

    /** A piece with its time. */
    public record Timed(Instant at, Weighed weighed) {}

    /** The logarithm of the odds; below every number where they surely don't. */
    public double of(Timed piece, Collection<Timed> story) {
        var copied = story.stream()
                .mapToDouble(each -> Likeness.copied(piece.weighed(), each.weighed()))
                .max()
                .orElse(0);
        if (copied >= Fingerprint.COPY) {
            return COPY + copied;
        }
        if (roundup(piece) || story.stream().anyMatch(Comparison::roundup)) {
            return Double.NEGATIVE_INFINITY;
        }
        var alike = Math.max(home(piece, story), abroad(piece, story));
        return linked(piece, story) ? Math.max(alike, 0) + LINK : alike;
    }

    private static boolean roundup(Timed piece) {
        return piece.weighed().traits().roundup();
    }

    private static boolean linked(Timed piece, Collection<Timed> story) {
        return story.stream()
                .anyMatch(each -> !Collections.disjoint(
                        each.weighed().traits().links(),
                        piece.weighed().traits().links()));
    }

    private double home(Timed piece, Collection<Timed> story) {
        var same = story.stream()
                .filter(each -> same(piece, each))
                .map(Timed::weighed)
                .toList();
        var nearest =
                story.stream().mapToDouble(each -> hours(piece, each)).min().orElse(0);
        return same.isEmpty()
                ? Double.NEGATIVE_INFINITY
                : Evidence.of(likeness, piece.weighed(), same, nearest, story.size());
    }

    /** By names that sound alike, and numbers. */
    private static double abroad(Timed piece, Collection<Timed> story) {
        List<Weighed> all = story.stream().map(Timed::weighed).toList();
        if (Evidence.elsewhere(piece.weighed(), all)) {
            return Double.NEGATIVE_INFINITY;
        }
        var best = story.stream()
                .filter(each -> !same(piece, each)
                        && hours(piece, each) < ABROAD_WITHIN.toHours()
                        && named(piece.weighed(), each.weighed()))
                .mapToDouble(each ->
                        Likeness.cosine(piece.weighed().abroad(), each.weighed().abroad(), Set.of()))
                .max()
                .orElse(0);
        return best < ABROAD_LEAST ? Double.NEGATIVE_INFINITY : ABROAD * best + ABROAD_BASE;
    }

    /** One name that sounds the same; numbers alone could be any. */
    private static boolean named(Weighed a, Weighed b) {
        return a.traits().terms().stream()
                .anyMatch(each -> each.sound() != 0 && b.abroad().containsKey(each.sound()));
    }

    private static boolean same(Timed a, Timed b) {
        return a.weighed().traits().language().equals(b.weighed().traits().language());
    }

    private static double hours(Timed a, Timed b) {
        return Duration.between(a.at(), b.at()).abs().toSeconds() / 3600.0;
    }

    /** How near the nearest of the story is, word by word, 0 to 1: decides between stories that a person has told apart. */
    public static double nearest(Timed piece, Collection<Timed> story) {
        return story.stream()
                .mapToDouble(each -> Math.max(
                        Likeness.cosine(piece.weighed().words(), each.weighed().words(), Set.of()),
                        Likeness.copied(piece.weighed(), each.weighed())))
                .max()
                .orElse(0);
    }
}
