package dev.parvi.sample;

import dev.parvi.analysis.Pacing;
import dev.parvi.analysis.Reporting;
import dev.parvi.analysis.TypedReport;
import dev.parvi.brand.Brand;
import dev.parvi.team.Seat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How far the roastery's goals are, and its report of the week that is over with words beside the figures. */
@Component
class Summary {

    /** Those that are whole at once: the talk is read a little later. */
    private static final List<String> SIDES = List.of("audience", "company", "goals");

    private final Reporting reporting;
    private final Pacing pacing;

    Summary(Reporting reporting, Pacing pacing) {
        this.reporting = reporting;
        this.pacing = pacing;
    }

    void write(Seat seat, Brand brand, Story story) {
        var language = brand.language().getLanguage();
        var known = TypedReport.LANGUAGES.contains(language) ? language : "en";
        var id = reporting.make(seat, new TypedReport("", "WEEK", "", known, SIDES, ""));
        pacing.pace();
        reporting.comment(seat, id, Map.of("intro", story.text("report.intro")));
    }
}
