package dev.parvi.sample;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens at the roastery on which day, counted from today. The words are the story's. */
final class Script {

    static final LocalTime EARLY = LocalTime.of(8, 0);
    static final LocalTime MORNING = LocalTime.of(9, 0);
    static final LocalTime NOON = LocalTime.of(12, 0);
    static final LocalTime AFTERNOON = LocalTime.of(16, 0);

    /** The pillars, as the page lists them. */
    static final List<Theme> THEMES = List.of(new Theme("beans", 40), new Theme("people", 30), new Theme("cafe", 30));

    /** What went out. */
    static final List<Act> PAST = List.of(
            new Act("post.lot", -13, MORNING, "beans", Scene.BEANS, 19),
            new Act("post.bun", -12, NOON, "cafe", Scene.CUP, 24),
            new Act("post.aino", -11, AFTERNOON, "people", null, 31),
            new Act("post.roast", -9, MORNING, "beans", Scene.CURVE, 12),
            new Act("post.rain", -8, NOON, "cafe", Scene.RAIN, 17),
            new Act("post.cupping", -6, AFTERNOON, "people", Scene.SPOONS, 15),
            new Act("post.grind", -5, MORNING, "beans", null, 22),
            new Act("post.mitten", -4, AFTERNOON, "cafe", null, 26),
            new Act("post.bags", -2, MORNING, "beans", null, 11),
            new Act("post.thanks", -2, NOON, "people", Scene.SPOONS, 14),
            new Act("post.owner", -2, AFTERNOON, "people", null, 18),
            new Act("post.cups", -1, EARLY, "cafe", null, 21),
            new Act("post.subscription", -1, MORNING, "beans", Scene.BEANS, 8));

    /** What is planned. */
    static final List<Act> AHEAD = List.of(
            new Act("plan.decaf", 1, MORNING, "beans", Scene.CUP, 0),
            new Act("plan.market", 2, NOON, "cafe", null, 0),
            new Act("plan.cupping", 4, AFTERNOON, "people", Scene.SPOONS, 0));

    private Script() {}

    /** @param share how much of all posts it should be, in per cent */
    record Theme(String pillar, int share) {}

    /**
     * One post.
     *
     * @param key where the story has its words
     * @param day from today
     * @param likes by so many people
     */
    record Act(
            String key,
            int day,
            LocalTime at,
            String pillar,
            @Nullable Scene scene,
            int likes) {}
}
