package dev.parvi.analysis;

import dev.parvi.account.Connecting;
import dev.parvi.brand.Branding;
import dev.parvi.connector.Reads.Figure;
import dev.parvi.publishing.Delivery;
import dev.parvi.publishing.HandingIn;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.Span;
import dev.parvi.team.Seat;
import dev.parvi.ui.Chart.Mark;
import dev.parvi.ui.Unit;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows what the work came to, side by side; any member may look. */
@Component
public class Analysing {

    /** The windows one may look at, in days that end with today. */
    public static final List<Integer> WINDOWS = List.of(7, 30, 90, 365);

    private final List<Chapter> chapters;
    private final Snapshots snapshots;
    private final HandingIn handingIn;
    private final Connecting connecting;
    private final Branding branding;
    private final Clock clock;

    Analysing(
            List<Chapter> chapters,
            Snapshots snapshots,
            HandingIn handingIn,
            Connecting connecting,
            Branding branding,
            Clock clock) {
        this.chapters = chapters;
        this.snapshots = snapshots;
        this.handingIn = handingIn;
        this.connecting = connecting;
        this.branding = branding;
        this.clock = clock;
    }

    /** The sides that have a page here, by key. */
    public static List<String> sides() {
        return Arrays.stream(Chapter.Side.values())
                .filter(each -> each != Chapter.Side.GOALS)
                .map(Chapter.Side::key)
                .toList();
    }

    /**
     * Of the last days, today among them.
     *
     * @param side a key of {@link #sides}; empty comes back for another
     * @param account null for all
     */
    // Not read only: where nobody looked before, a brand's rules of tracking are made now.
    @Transactional
    public Optional<List<Block>> side(Seat seat, String side, int days, @Nullable AccountId account) {
        var zone = branding.current().zone();
        var end = LocalDate.ofInstant(clock.instant(), zone).plusDays(1);
        var span = Weeks.days(end.minusDays(days), end, zone);
        return sides().contains(side) ? Optional.of(blocks(seat, side, span, account)) : Optional.empty();
    }

    List<Block> blocks(Seat seat, String side, Span span, @Nullable AccountId account) {
        var wanted = Chapter.Side.valueOf(side.toUpperCase(Locale.ROOT));
        var frame = new Frame(seat, branding.current(), span, account, connecting.open(), clock.instant());
        return chapters.stream()
                .filter(each -> each.side() == wanted)
                .flatMap(each -> each.blocks(frame).stream())
                .toList();
    }

    /**
     * A post's figures through its life.
     *
     * @param values each as a network showed it, from when to when
     */
    public record Life(Delivery delivery, List<Graph> graphs, List<Shown> values) {}

    /** A value that a network showed. */
    public record Shown(String figure, long value, Instant from, Instant to, String source) {}

    @Transactional(readOnly = true)
    public Optional<Life> life(Seat seat, DeliveryId id) {
        var zone = branding.current().zone();
        return Optional.ofNullable(handingIn.standing(List.of(id)).get(id)).map(delivery -> {
            var history = snapshots.history(id);
            return new Life(
                    delivery,
                    history.stream()
                            .map(Snapshots.Value::figure)
                            .distinct()
                            .map(figure -> graph(
                                    figure,
                                    history.stream()
                                            .filter(each -> each.figure() == figure)
                                            .toList(),
                                    zone))
                            .toList(),
                    history.stream()
                            .map(each -> new Shown(
                                    each.figure().name(), each.value(), each.from(), each.to(), each.source()))
                            .toList());
        });
    }

    private static Graph graph(Figure figure, List<Snapshots.Value> values, ZoneId zone) {
        var name = Said.of("analysis.shown." + figure.name());
        var times = DateTimeFormatter.ofPattern("d.M. HH:mm");
        var heights = new ArrayList<@Nullable Double>();
        values.forEach(each -> heights.add((double) each.value()));
        return new Graph(
                name,
                Said.of("analysis.head.when"),
                values.stream()
                        .map(each -> times.format(each.from().atZone(zone)))
                        .toList(),
                false,
                List.of(new Graph.Curve(name, Mark.LINE, heights)),
                Unit.COUNT);
    }
}
