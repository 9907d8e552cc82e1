package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fri, 20 Nov 2026 10:30:00 GMT | 2026-11-20T10:30:00Z",
                "Fri, 20 Nov 2026 10:30:00 +0200 | 2026-11-20T08:30:00Z",
                "20 Nov 26 10:30 EST | 2026-11-20T15:30:00Z",
                "Fri,20 November 2026 10:30:00 UT | 2026-11-20T10:30:00Z",
                "Пт, 20 ноября 2026 10:30:00 +0300 | 2026-11-20T07:30:00Z",
                "20 marraskuuta 2026 10:30 | 2026-11-20T10:30:00Z",
                "20 de noviembre de 2026 10:30:00 Z | 2026-11-20T10:30:00Z",
                "Fri Nov 20 10:30:00 UTC 2026 | 2026-11-20T10:30:00Z",
                "November 20, 2026 10:30 pm | 2026-11-20T22:30:00Z",
                "2026-11-20T10:30:00Z | 2026-11-20T10:30:00Z",
                "2026-11-20T10:30:00.123+02:00 | 2026-11-20T08:30:00Z",
                "2026-11-20 10:30:00 | 2026-11-20T10:30:00Z",
                "2026-11-20 | 2026-11-20T12:00:00Z",
                "2026/11/20 10:30 +0000 | 2026-11-20T10:30:00Z",
                "20261120T103000Z | 2026-11-20T10:30:00Z",
                "20.11.2026 10:30 | 2026-11-20T10:30:00Z",
                "11/20/2026 10:30 AM | 2026-11-20T10:30:00Z",
                "Fri, 20 Nov 2026 24:00:00 GMT | 2026-11-21T00:00:00Z",
                "1795170600 | 2026-11-20T10:30:00Z",
                "1795170600000 | 2026-11-20T10:30:00Z",
                "Fri, 20 Nov 2026 10:30:00 GMT+0100 | 2026-11-20T09:30:00Z",
            })
    void times_come_in_many_forms(String written, String instant) {
        assertThat(Dates.of(written)).hasToString(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "32 Nov 2026 10:00",
                "2026-13-45",
                "00000000",
                "Thu, 99 Xyz 2026",
                "9999999999999999"
            })
    void what_is_no_time_is_none(String written) {
        assertThat(Dates.of(written)).isNull();
    }
}
