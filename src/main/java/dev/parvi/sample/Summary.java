package dev.parvi.sample;

import dev.parvi.analysis.Reporting;
import dev.parvi.analysis.TypedReport;
import dev.parvi.brand.Brand;
import dev.parvi.team.Seat;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The roastery's report of the week that is over, with words beside the figures. */
@Component
class Summary {

    private final Reporting reporting;

    Summary(Reporting reporting) {
        this.reporting = reporting;
    }

    void write(Seat seat, Brand brand, Story story) {
        var language = brand.language().getLanguage();
        var known = TypedReport.LANGUAGES.contains(language) ? language : "en";
        var id = reporting.make(seat, new TypedReport("", "WEEK", "", known, TypedReport.all(), ""));
        reporting.comment(seat, id, Map.of("intro", story.text("report.intro")));
    }
}
