package dev.parvi.analysis;

import dev.parvi.analysis.Grid.Cell;
import dev.parvi.analysis.Measuring.Post;
import dev.parvi.analysis.Tile.Origin;
import dev.parvi.planning.Mixing;
import dev.parvi.shared.PillarId;
import dev.parvi.shared.Span;
import dev.parvi.tracking.Attributing;
import dev.parvi.ui.Unit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the posts of a window did, one by one and by what they have in common. */
@Component
class ContentChapter implements Chapter {

    private static final int LISTED = 100;
    private static final int BRIEF = 90;
    private static final int HOURS = 3;
    private static final int SHORT = 100;
    private static final int LONG = 280;

    private final Measuring measuring;
    private final Mixing mixing;
    private final Attributing attributing;

    ContentChapter(Measuring measuring, Mixing mixing, Attributing attributing) {
        this.measuring = measuring;
        this.mixing = mixing;
        this.attributing = attributing;
    }

    @Override
    public Side side() {
        return Side.CONTENT;
    }

    @Override
    public List<Block> blocks(Frame frame) {
        var posts = measuring.posts(frame.span(), frame.account());
        var before = measuring.posts(frame.before(), frame.account());
        var read = posts.stream()
                .map(Post::readAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(frame.now());
        return List.of(
                new Block(
                        "content",
                        tiles(posts, before, frame.now(), read),
                        List.of(),
                        List.of(frame.compared(
                                "echo", Unit.COUNT, parts(posts, frame.cut()), parts(before, frame.cutBefore()))),
                        List.of()),
                new Block("posts", List.of(), List.of(), List.of(), List.of(listed(frame, posts))),
                new Block("alike", List.of(), List.of(), List.of(), alike(posts, frame.zone())));
    }

    private static List<Tile> tiles(List<Post> posts, List<Post> before, Instant now, Instant read) {
        return List.of(
                Tile.count("posts", posts.size(), before.size(), now),
                Tile.of("reach", sum(posts, Post::reach), sum(before, Post::reach), Unit.COUNT, Origin.NETWORKS, read),
                Tile.of(
                        "reactions",
                        sum(posts, Post::reactions),
                        sum(before, Post::reactions),
                        Unit.COUNT,
                        Origin.NETWORKS,
                        read),
                Tile.of("talk", sum(posts, Post::talk), sum(before, Post::talk), Unit.COUNT, Origin.DESK, read),
                Tile.of("median", median(posts), median(before), Unit.COUNT, Origin.DESK, read));
    }

    /** Of those that are told; null where none is, and 0 where there are no posts. */
    static @Nullable Double sum(List<Post> posts, Function<Post, @Nullable Double> which) {
        var told = posts.stream().map(which).filter(Objects::nonNull).toList();
        return told.isEmpty() && !posts.isEmpty()
                ? null
                : (Double) told.stream().mapToDouble(each -> each).sum();
    }

    private static @Nullable Double median(List<Post> posts) {
        var echoes = posts.stream().map(Post::echo).filter(Objects::nonNull).toList();
        return echoes.size() < Measuring.FEWEST ? null : (Double) Measuring.median(echoes);
    }

    private static List<@Nullable Double> parts(List<Post> posts, List<Span> spans) {
        var parts = new ArrayList<@Nullable Double>();
        for (var span : spans) {
            parts.add(sum(posts.stream().filter(each -> span.holds(each.at())).toList(), Post::echo));
        }
        return parts;
    }

    private Grid listed(Frame frame, List<Post> posts) {
        var clicks = attributing.clicks(
                posts.stream().map(each -> each.delivery().id()).toList());
        return new Grid(
                Said.of("analysis.grid.posts"),
                heads("post", "when", "account", "reach", "reactions", "talk", "clicks", "times"),
                posts.stream()
                        .limit(LISTED)
                        .map(each -> List.of(
                                Cell.linked(
                                        brief(each.delivery().text()),
                                        "/analysis/posts/" + each.delivery().id()),
                                Cell.of(Said.of("analysis.at", "at", each.at().toString())),
                                Cell.text(frame.name(each.delivery().account())),
                                Cell.figure(each.reach(), Unit.COUNT),
                                Cell.figure(each.reactions(), Unit.COUNT),
                                Cell.figure(each.talk(), Unit.COUNT),
                                Cell.figure(number(clicks.get(each.delivery().id())), Unit.COUNT),
                                Cell.figure(each.times(), Unit.TIMES)))
                        .toList());
    }

    private static @Nullable Double number(@Nullable Long count) {
        return count == null ? null : count.doubleValue();
    }

    static List<Said> heads(String... keys) {
        return java.util.stream.Stream.of(keys)
                .map(each -> Said.of("analysis.head." + each))
                .toList();
    }

    static String brief(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.isEmpty() ? "…" : line.length() <= BRIEF ? line : line.substring(0, BRIEF - 1) + "…";
    }

    /** By what posts have in common; of fewer than five nothing is said but their number. */
    private List<Grid> alike(List<Post> posts, ZoneId zone) {
        Map<PillarId, String> pillars =
                mixing.pillars().stream().collect(Collectors.toMap(each -> each.id(), each -> each.name()));
        var grids = new ArrayList<Grid>();
        grids.add(grid(
                "format",
                posts,
                each -> each.nature() == null
                        ? null
                        : Said.of("community.discussion.format."
                                + each.nature().format().name())));
        grids.add(grid(
                "pillar",
                posts,
                each -> each.nature() == null || each.nature().pillar() == null
                        ? Said.of("analysis.none")
                        : Said.plain(pillars.getOrDefault(each.nature().pillar(), ""))));
        grids.add(grid("hour", posts, each -> {
            var hour = each.at().atZone(zone).getHour() / HOURS * HOURS;
            return Said.plain("%02d:00–%02d:59".formatted(hour, hour + HOURS - 1));
        }));
        grids.add(grid("length", posts, each -> Said.of("analysis.length." + length(each))));
        grids.add(grid("language", posts, each -> Said.plain(each.language())));
        return grids;
    }

    private static String length(Post post) {
        var length =
                post.delivery().text().codePointCount(0, post.delivery().text().length());
        return length < SHORT ? "short" : length <= LONG ? "middle" : "long";
    }

    private static Grid grid(String by, List<Post> posts, Function<Post, @Nullable Said> of) {
        var groups = new TreeMap<String, List<Post>>();
        var names = new LinkedHashMap<String, Said>();
        for (var post : posts) {
            var name = of.apply(post);
            if (name != null) {
                groups.computeIfAbsent(name.toString(), key -> new ArrayList<>())
                        .add(post);
                names.put(name.toString(), name);
            }
        }
        return new Grid(
                Said.of("analysis.grid." + by),
                heads(by, "n", "median", "against"),
                groups.entrySet().stream()
                        .map(each -> List.of(
                                Cell.of(Objects.requireNonNull(names.get(each.getKey()))),
                                Cell.count(each.getValue().size()),
                                Cell.figure(median(each.getValue()), Unit.COUNT),
                                Cell.figure(times(each.getValue()), Unit.TIMES)))
                        .toList());
    }

    private static @Nullable Double times(List<Post> posts) {
        var times = posts.stream().map(Post::times).filter(Objects::nonNull).toList();
        return times.size() < Measuring.FEWEST ? null : (Double) Measuring.median(times);
    }
}
