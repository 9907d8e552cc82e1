package dev.parvi.brand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZonesTest {

    @ParameterizedTest
    @CsvSource({
        "fi, Europe/Helsinki",
        "fi-FI, Europe/Helsinki",
        "ru, Europe/Moscow",
        "en-GB, Europe/London",
        "en-US, America/New_York",
        "de-DE, Europe/Berlin"
    })
    void a_language_tells_the_likeliest_zone(String language, String zone) {
        assertThat(Zones.likely(Locale.forLanguageTag(language)).getId()).isEqualTo(zone);
    }

    @Test
    void the_one_that_is_likeliest_can_always_be_chosen() {
        var offered = Zones.all().values().stream().flatMap(group -> group.stream());
        assertThat(offered).contains(Zones.likely(Locale.ENGLISH).getId(), "UTC");
    }

    @Test
    void a_zone_reads_as_a_place() {
        assertThat(Zones.name("America/New_York")).isEqualTo("New York");
        assertThat(Zones.name("America/Argentina/Buenos_Aires")).isEqualTo("Argentina – Buenos Aires");
    }
}
