package dev.parvi.analysis;

import dev.parvi.ui.Chart;
import dev.parvi.ui.Languages;
import dev.parvi.ui.Unit;
import dev.parvi.ui.Words;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart whose words aren't chosen yet.
 *
 * @param days whether its labels are days, as {@code 2026-11-05}
 */
public record Graph(Said title, Said across, List<String> labels, boolean days, List<Curve> curves, Unit unit) {

    public record Curve(Said name, Chart.Mark mark, List<@Nullable Double> values) {}

    public Chart chart(Words words) {
        return new Chart(
                labels.stream().map(each -> days ? day(words, each) : each).toList(),
                curves.stream()
                        .map(each -> new Chart.Series(each.name().in(words), each.mark(), each.values()))
                        .toList(),
                unit);
    }

    private static String day(Words words, String day) {
        return DateTimeFormatter.ofPattern("d LLL")
                .withLocale(Languages.writing(words.locale()))
                .format(LocalDate.parse(day));
    }
}
