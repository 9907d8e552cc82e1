package dev.parvi.audience;

import dev.parvi.audience.Campaign.Cost;
import dev.parvi.brand.Branding;
import dev.parvi.shared.Sheet;
import dev.parvi.team.Colleague;
import dev.parvi.team.HandOff;
import dev.parvi.team.HandingOff;
import dev.parvi.team.Packet;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.team.Staffing;
import dev.parvi.tracking.Attributing;
import dev.parvi.tracking.By;
import dev.parvi.tracking.Result;
import dev.parvi.ui.Languages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps campaigns with their cost and shows what they brought. Any member may look, who writes may change. */
@Component
public class Campaigning {

    /** How a campaign is known to hand-offs. */
    public static final String KIND = "campaign";

    private static final int SOURCE = 100;

    private final Campaigns campaigns;
    private final Yields yields;
    private final Attributing attributing;
    private final HandingOff handingOff;
    private final Staffing staffing;
    private final Branding branding;
    private final Languages languages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Campaigning(
            Campaigns campaigns,
            Yields yields,
            Attributing attributing,
            HandingOff handingOff,
            Staffing staffing,
            Branding branding,
            Languages languages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.campaigns = campaigns;
        this.yields = yields;
        this.attributing = attributing;
        this.handingOff = handingOff;
        this.staffing = staffing;
        this.branding = branding;
        this.languages = languages;
        this.events = events;
        this.clock = clock;
    }

    /** A campaign in the list. */
    public record Line(Campaign campaign, Yield yield, List<HandOff> handOffs) {}

    /** All of one. @param tracked what came by links of its name on its days; null where it has no name there, or nobody came */
    public record Whole(
            Campaign campaign,
            Yield yield,
            List<Cost> costs,
            List<HandOff> handOffs,
            List<Colleague> colleagues,
            @Nullable Result tracked,
            LocalDate today) {}

    /** What became of a table: how many days were taken in, and the lines that couldn't be read. */
    public record Taken(int days, List<Integer> unread) {}

    @Transactional(readOnly = true)
    public List<Line> all(Seat seat) {
        var paid = campaigns.paid();
        return campaigns.all().stream()
                .map(each -> new Line(
                        each, brought(each, paid.getOrDefault(each.id(), 0L)), handingOff.of(seat, subject(each.id()))))
                .toList();
    }

    /** @throws NoSuchCampaign where there is none */
    @Transactional(readOnly = true)
    public Whole one(Seat seat, long id) {
        var campaign = get(id);
        var costs = campaigns.costs(id);
        return new Whole(
                campaign,
                brought(campaign, costs.stream().mapToLong(Cost::cents).sum()),
                costs,
                handingOff.of(seat, subject(id)),
                staffing.colleagues(seat),
                tracked(campaign),
                today());
    }

    /** Campaigns without what they brought, the latest first. */
    @Transactional(readOnly = true)
    public List<Campaign> known() {
        return campaigns.all();
    }

    @Transactional(readOnly = true)
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), branding.current().zone());
    }

    /** @param typed without faults */
    @Transactional
    public long add(Seat seat, TypedCampaign typed) {
        seat.needs(Right.WRITE);
        return campaigns.add(typed.campaign(0));
    }

    /** @param typed without faults */
    @Transactional
    public void change(Seat seat, long id, TypedCampaign typed) {
        seat.needs(Right.WRITE);
        get(id);
        campaigns.keep(typed.campaign(id));
        events.publishEvent(new CampaignChanged(id));
    }

    @Transactional
    public void remove(Seat seat, long id) {
        seat.needs(Right.WRITE);
        get(id);
        campaigns.remove(id);
        events.publishEvent(new CampaignChanged(id));
    }

    /** What is wrong with a typed cost: message keys by field. */
    public Map<String, String> faults(String day, String sum) {
        if (CostTable.day(day).isEmpty()) {
            return Map.of("day", "audience.cost.fault.day");
        }
        return CostTable.cents(sum).isEmpty() ? Map.of("sum", "audience.cost.fault.sum") : Map.of();
    }

    /** What was known for the same day and place is replaced. @param sum without {@link #faults} */
    @Transactional
    public void pay(Seat seat, long id, String day, String source, String sum) {
        seat.needs(Right.WRITE);
        get(id);
        var cost = new Cost(
                CostTable.day(day).orElseThrow(),
                Names.clean(source.strip(), SOURCE),
                CostTable.cents(sum).orElseThrow());
        campaigns.pay(id, List.of(cost));
    }

    /** @throws Sheet.Flawed where it's no table of costs */
    @Transactional
    public Taken table(Seat seat, long id, byte[] bytes) {
        seat.needs(Right.WRITE);
        get(id);
        var table = CostTable.read(bytes);
        campaigns.pay(id, table.costs());
        return new Taken(table.costs().size(), table.unread());
    }

    @Transactional
    public void unpay(Seat seat, long id, LocalDate day, String source) {
        seat.needs(Right.WRITE);
        campaigns.unpay(id, day, source);
    }

    /** Gives it to somebody whose job it is. Answers the link to be shown this once, where it goes outside. */
    @Transactional
    public Optional<String> give(Seat seat, long id, HandingOff.Request request, Locale language) {
        seat.needs(Right.MODERATE);
        var campaign = get(id);
        return handingOff.give(
                seat, new HandingOff.Case(subject(id), campaign.name(), packet(campaign, language)), request, language);
    }

    private Packet packet(Campaign campaign, Locale language) {
        var words = languages.in(language);
        var facts = new ArrayList<String>();
        facts.add(words.t(
                "audience.packet.days",
                "from",
                campaign.begins().toString(),
                "to",
                campaign.ends().toString()));
        if (!campaign.goal().isBlank()) {
            facts.add(words.t("audience.packet.goal", "goal", campaign.goal()));
        }
        if (!campaign.audience().isBlank()) {
            facts.add(words.t("audience.packet.audience", "audience", campaign.audience()));
        }
        facts.addAll(campaign.links());
        return new Packet(facts, List.of());
    }

    private @Nullable Result tracked(Campaign campaign) {
        return campaign.tag().isEmpty()
                ? null
                : attributing.by(By.CAMPAIGN, campaign.begins(), campaign.ends().plusDays(1), "").stream()
                        .filter(each -> each.key().equals(campaign.tag()))
                        .findFirst()
                        .orElse(null);
    }

    private Yield brought(Campaign campaign, long cents) {
        return yields.of(campaign, cents, clock.instant(), branding.current().zone());
    }

    private Campaign get(long id) {
        return campaigns.get(id).orElseThrow(() -> new NoSuchCampaign(id));
    }

    private static HandOff.Subject subject(long id) {
        return new HandOff.Subject(KIND, id);
    }
}
