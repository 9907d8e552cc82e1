package dev.parvi.sample;

import dev.parvi.planning.Jotting;
import dev.parvi.planning.Mixing;
import dev.parvi.planning.Pillar;
import dev.parvi.shared.PillarId;
import dev.parvi.team.Seat;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the roastery talks about: its pillars, and ideas for later. */
@Component
class Themes {

    private final Mixing mixing;
    private final Jotting jotting;

    Themes(Mixing mixing, Jotting jotting) {
        this.mixing = mixing;
        this.jotting = jotting;
    }

    /** The pillars, by their key in the script. */
    Map<String, PillarId> hang(Seat seat, Story story) {
        var byName = new HashMap<String, String>();
        for (var theme : Script.THEMES) {
            var name = story.text("pillar." + theme.pillar());
            mixing.add(seat, name, theme.share());
            byName.put(name, theme.pillar());
        }
        var byKey = new HashMap<String, PillarId>();
        for (Pillar pillar : mixing.pillars()) {
            byKey.put(byName.getOrDefault(pillar.name(), ""), pillar.id());
        }
        return byKey;
    }

    void jot(Seat seat, Story story) {
        story.texts("idea").forEach(idea -> jotting.add(seat, idea, "", ""));
    }
}
