package dev.parvi.planning.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.planning.Rearranging.Put;
import dev.parvi.shared.VersionId;
import dev.parvi.shared.WallTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PutsTest {

    private static final List<VersionId> ENTRY = List.of(new VersionId(12), new VersionId(13));

    @Test
    void what_is_written_is_read_again() {
        for (var choice : WallTime.Choice.values()) {
            var put = new Put(ENTRY, LocalDateTime.parse("2026-11-04T09:30"), choice);
            assertThat(Puts.read(Puts.write(put))).containsExactly(put);
        }
    }

    @Test
    void what_is_no_place_is_none() {
        assertThat(List.of("", "@", "12", "12@", "@2026-11-04T09:30", "x@2026-11-04T09:30", "12@2026-11-04", "~2"))
                .allSatisfy(text -> assertThat(Puts.read(text)).isEmpty());
    }

    @Test
    void the_second_of_a_time_that_comes_twice_stays_the_second() {
        var zone = ZoneId.of("Europe/Helsinki");
        assertThat(Puts.write(Puts.at(ENTRY, Instant.parse("2027-10-31T00:30:00Z"), zone)))
                .isEqualTo("12-13@2027-10-31T03:30");
        assertThat(Puts.write(Puts.at(ENTRY, Instant.parse("2027-10-31T01:30:00Z"), zone)))
                .isEqualTo("12-13@2027-10-31T03:30~2");
    }
}
