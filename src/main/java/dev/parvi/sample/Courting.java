package dev.parvi.sample;

import dev.parvi.audience.Campaigning;
import dev.parvi.audience.TypedCampaign;
import dev.parvi.brand.Aiming;
import dev.parvi.brand.TypedAudience;
import dev.parvi.team.Seat;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whom the roastery wants to reach, and what it pays to be found by them. */
@Component
class Courting {

    /** Paid on each day, the first first. */
    private static final List<String> PAID = List.of("8", "8", "12.50", "12.50", "9", "15", "11.20");

    private final Aiming aiming;
    private final Campaigning campaigning;

    Courting(Aiming aiming, Campaigning campaigning) {
        this.aiming = aiming;
        this.campaigning = campaigning;
    }

    void aim(Seat seat, Story story) {
        aiming.change(
                seat,
                new TypedAudience(
                        Set.of("fi", "en", "ru"),
                        String.join("\n", story.texts("target.place")),
                        String.join("\n", story.texts("target.interest")),
                        Set.of("SHOPS", "AGENCIES", "BOTS", "GIVEAWAYS"),
                        story.text("target.competitor"),
                        ""));
    }

    void pay(Seat seat, Story story, LocalDate today) {
        var begins = today.minusDays(PAID.size());
        var campaign = campaigning.add(
                seat,
                new TypedCampaign(
                        story.text("campaign.name"),
                        story.text("campaign.goal"),
                        story.text("campaign.audience"),
                        begins.toString(),
                        today.plusDays(PAID.size()).toString(),
                        "EUR",
                        "autumn",
                        ""));
        for (var n = 0; n < PAID.size(); n++) {
            campaigning.pay(seat, campaign, begins.plusDays(n).toString(), story.text("campaign.source"), PAID.get(n));
        }
    }
}
