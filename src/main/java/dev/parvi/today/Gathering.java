package dev.parvi.today;

import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.brand.Brand;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Descriptor;
import dev.parvi.planning.Agenda;
import dev.parvi.planning.Gaps;
import dev.parvi.planning.Waiting;
import dev.parvi.publishing.Delivery;
import dev.parvi.publishing.DeliveryState;
import dev.parvi.publishing.Watching;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers out of all rooms what needs doing now, in one transaction and one query a room. */
@Component
public class Gathering {

    private static final int WAITING_EACH = 5;

    private final Connecting connecting;
    private final Connectors connectors;
    private final Gaps gaps;
    private final Waiting waiting;
    private final Watching watching;
    private final Clock clock;

    Gathering(
            Connecting connecting, Connectors connectors, Gaps gaps, Waiting waiting, Watching watching, Clock clock) {
        this.connecting = connecting;
        this.connectors = connectors;
        this.gaps = gaps;
        this.waiting = waiting;
        this.watching = watching;
        this.clock = clock;
    }

    /** For the brand whose scope it is; any member may look. */
    @Transactional(readOnly = true)
    public Today gather(Brand brand) {
        var date = LocalDate.ofInstant(clock.instant(), brand.zone());
        var accounts = connecting.open();
        var stopped = watching.attention();
        return new Today(
                date,
                accounts.stream()
                        .collect(Collectors.toMap(Account::id, Function.identity(), (a, b) -> a, LinkedHashMap::new)),
                connectors.all().stream().collect(Collectors.toMap(Descriptor::network, Function.identity())),
                accounts.stream().filter(account -> !account.well()).toList(),
                stopped.stream().filter(each -> each.state().needsPerson()).toList(),
                stopped.stream().filter(this::byHand).toList(),
                going(date, brand.zone()),
                open(gaps.ahead()),
                waiting.latest(WAITING_EACH),
                accounts.isEmpty() ? connecting.effortless() : List.of());
    }

    private boolean byHand(Delivery delivery) {
        return delivery.state() == DeliveryState.PENDING
                && connectors.descriptor(delivery.network()).proof() == Descriptor.Proof.BY_HAND;
    }

    /** Without what stands above already because a person must do something. */
    private List<Today.Going> going(LocalDate date, ZoneId zone) {
        var from = date.atStartOfDay(zone).toInstant();
        var to = date.plusDays(1).atStartOfDay(zone).toInstant();
        var together = watching.goingOut(from, to).stream()
                .filter(each -> !each.state().needsPerson() && !byHand(each))
                .collect(Collectors.groupingBy(
                        each -> List.of(each.dueAt(), each.post() == null ? each.id() : each.post()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return together.values().stream()
                .map(those -> new Today.Going(
                        those.getFirst().dueAt(), those.getFirst().text(), those))
                .toList();
    }

    private static List<Today.OpenDay> open(List<Agenda.Gap> gaps) {
        return gaps.stream()
                .collect(Collectors.groupingBy(gap -> gap.at().toLocalDate(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(day -> new Today.OpenDay(day.getKey(), day.getValue()))
                .toList();
    }
}
