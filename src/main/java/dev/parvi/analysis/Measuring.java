package dev.parvi.analysis;

import dev.parvi.community.Reckoning;
import dev.parvi.community.Reckoning.UnderPost;
import dev.parvi.connector.Reads.Figure;
import dev.parvi.planning.Describing;
import dev.parvi.planning.Nature;
import dev.parvi.publishing.Delivery;
import dev.parvi.publishing.Retracing;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.Span;
import dev.parvi.text.Understanding;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what is known of each post that went out, in the brand whose scope it is. */
@Component
class Measuring {

    /** An account's median is taken over posts of so long. */
    static final Duration USUAL = Duration.ofDays(180);

    /** Fewer posts have no median. */
    static final int FEWEST = 5;

    static final int MOST = 1_000;

    private final Retracing retracing;
    private final Describing describing;
    private final Reckoning reckoning;
    private final Snapshots snapshots;

    Measuring(Retracing retracing, Describing describing, Reckoning reckoning, Snapshots snapshots) {
        this.retracing = retracing;
        this.describing = describing;
        this.reckoning = reckoning;
        this.snapshots = snapshots;
    }

    /**
     * A post on one account with its figures; null where nobody told them.
     *
     * @param talk comments of others, as the desk heard them; where it hears nobody, what the network says
     * @param echo reactions and talk together; what is known of them
     * @param times echo ÷ the median echo of the account's posts; null where that is 0 or there are too few
     */
    record Post(
            Delivery delivery,
            @Nullable Nature nature,
            String language,
            @Nullable Double reach,
            @Nullable Double reactions,
            @Nullable Double talk,
            @Nullable Double echo,
            @Nullable Double times,
            @Nullable Instant readAt) {

        Instant at() {
            return Objects.requireNonNullElse(delivery.publishedAt(), delivery.dueAt());
        }
    }

    /** The latest first, at most {@value #MOST}. */
    List<Post> posts(Span span, @Nullable AccountId account) {
        var plain = plain(span, account);
        var usual = medians(plain(new Span(span.to().minus(USUAL), span.to()), account));
        return plain.stream().map(each -> held(each, usual)).toList();
    }

    private static Post held(Post post, Map<AccountId, Double> usual) {
        var median = usual.get(post.delivery().account());
        var times = median == null || median == 0 || post.echo() == null ? null : (Double) (post.echo() / median);
        return new Post(
                post.delivery(),
                post.nature(),
                post.language(),
                post.reach(),
                post.reactions(),
                post.talk(),
                post.echo(),
                times,
                post.readAt());
    }

    /** The median echo of each account with enough posts. */
    static Map<AccountId, Double> medians(List<Post> posts) {
        var echoes = new HashMap<AccountId, java.util.ArrayList<Double>>();
        for (var post : posts) {
            if (post.echo() != null) {
                echoes.computeIfAbsent(post.delivery().account(), key -> new java.util.ArrayList<>())
                        .add(post.echo());
            }
        }
        var medians = new HashMap<AccountId, Double>();
        echoes.forEach((account, values) -> {
            if (values.size() >= FEWEST) {
                medians.put(account, median(values));
            }
        });
        return medians;
    }

    /** Of an even number the mean of the two in the middle. */
    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private List<Post> plain(Span span, @Nullable AccountId account) {
        var deliveries = retracing.posts(span, account, MOST);
        var ids = deliveries.stream().map(Delivery::id).toList();
        var natures = describing.of(deliveries.stream()
                .map(Delivery::version)
                .filter(Objects::nonNull)
                .toList());
        var under = reckoning.under(ids);
        var shown = snapshots.latest(ids);
        return deliveries.stream()
                .map(each -> post(
                        each,
                        each.version() == null ? null : natures.get(each.version()),
                        under.get(each.id()),
                        shown.get(each.id())))
                .toList();
    }

    static Post post(
            Delivery delivery, @Nullable Nature nature, @Nullable UnderPost under, Snapshots.@Nullable Latest shown) {
        var figures = shown == null ? Map.<Figure, Long>of() : shown.figures();
        var reactions = sum(figures, Figure.LIKES, Figure.REPOSTS, Figure.QUOTES);
        var talk = under == null ? sum(figures, Figure.REPLIES) : (Double) (double) under.comments();
        var echo = reactions == null && talk == null
                ? null
                : (Double) ((reactions == null ? 0 : reactions) + (talk == null ? 0 : talk));
        return new Post(
                delivery,
                nature,
                Understanding.language(delivery.text()).code(),
                sum(figures, Figure.VIEWS),
                reactions,
                talk,
                echo,
                null,
                shown == null ? (under == null ? null : under.countedAt()) : shown.read());
    }

    /** Of those that are told; null where none is. */
    private static @Nullable Double sum(Map<Figure, Long> figures, Figure... which) {
        Double sum = null;
        for (var each : which) {
            var figure = figures.get(each);
            if (figure != null) {
                sum = (sum == null ? 0 : sum) + figure;
            }
        }
        return sum;
    }
}
