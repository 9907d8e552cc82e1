package dev.parvi.brand;

import java.util.List;
import java.util.stream.Stream;

/**
 * By what a goal is measured. The formula of each stands in {@code docs/figures.md} and, in the reader's words, beside the list on
 * the page.
 */
public enum Measure {
    REACH(Brand.Aim.AWARENESS, Way.SUM, Whose.EITHER, Source.NETWORKS),
    SHARE_OF_VOICE(Brand.Aim.AWARENESS, Way.LEVEL, Whose.COMPANY, Source.KEPT),
    RECALL(Brand.Aim.AWARENESS, Way.LEVEL, Whose.COMPANY, Source.TYPED),
    MOOD(Brand.Aim.IMAGE, Way.LEVEL, Whose.EITHER, Source.DESK),
    REPUTATION(Brand.Aim.IMAGE, Way.LEVEL, Whose.COMPANY, Source.KEPT),
    TALK(Brand.Aim.COMMUNITY, Way.SUM, Whose.EITHER, Source.DESK),
    REACTIONS(Brand.Aim.COMMUNITY, Way.SUM, Whose.EITHER, Source.NETWORKS),
    ANSWER_TIME(Brand.Aim.COMMUNITY, Way.LEVEL, Whose.EITHER, Source.DESK),
    POSTS(Brand.Aim.GROWTH, Way.SUM, Whose.EITHER, Source.DESK),
    JOINS(Brand.Aim.GROWTH, Way.SUM, Whose.EITHER, Source.AUDIENCE),
    FITTING_JOINS(Brand.Aim.GROWTH, Way.SUM, Whose.EITHER, Source.AUDIENCE),
    VISITS(Brand.Aim.SALES, Way.SUM, Whose.EITHER, Source.TRACKING),
    REGISTRATIONS(Brand.Aim.SALES, Way.SUM, Whose.EITHER, Source.TRACKING),
    CALLS(Brand.Aim.SALES, Way.SUM, Whose.EITHER, Source.TRACKING),
    ORDERS(Brand.Aim.SALES, Way.SUM, Whose.EITHER, Source.TRACKING),
    REVENUE(Brand.Aim.SALES, Way.SUM, Whose.EITHER, Source.TRACKING),
    OTHER(Brand.Aim.GROWTH, Way.LEVEL, Whose.EITHER, Source.TYPED);

    /** How its figures add up over time. */
    public enum Way {
        /** What happened since the goal began is counted. */
        SUM,
        /** What it stands at counts. */
        LEVEL
    }

    /** Whose goal it can measure. */
    public enum Whose {
        COMPANY,
        EITHER
    }

    /** Where its figures come from. */
    public enum Source {
        /** What networks show beside our posts. */
        NETWORKS,
        /** What the desk itself has. */
        DESK,
        /** What the desk has now and keeps day by day, since it can't be reckoned afterwards. */
        KEPT,
        TRACKING,
        AUDIENCE,
        /** Members type what somebody measured elsewhere. */
        TYPED
    }

    private final Brand.Aim aim;
    private final Way way;
    private final Whose whose;
    private final Source source;

    Measure(Brand.Aim aim, Way way, Whose whose, Source source) {
        this.aim = aim;
        this.way = way;
        this.whose = whose;
        this.source = source;
    }

    public Brand.Aim aim() {
        return aim;
    }

    public Way way() {
        return way;
    }

    public Whose whose() {
        return whose;
    }

    public Source source() {
        return source;
    }

    public boolean sums() {
        return way == Way.SUM;
    }

    /** Whether what is kept of it day by day is its history. */
    public boolean kept() {
        return source == Source.KEPT || source == Source.TYPED;
    }

    public static List<Measure> of(Brand.Aim aim) {
        return Stream.of(values()).filter(each -> each.aim == aim).toList();
    }
}
