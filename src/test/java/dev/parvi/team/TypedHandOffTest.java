package dev.parvi.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.shared.MemberId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypedHandOffTest {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    @Test
    void a_colleague_a_job_and_a_time_on_the_brands_wall_are_read() {
        var request = of(Map.of("job", "SALES", "member", "17", "need", "A quote", "by", "2026-11-05T12:00"));
        assertThat(request)
                .isEqualTo(new HandingOff.Request(
                        HandOff.Job.SALES, new MemberId(17), "", "", "A quote", Instant.parse("2026-11-05T10:00:00Z")));
    }

    @Test
    void what_is_no_job_of_ours_is_the_usual_one() {
        assertThat(of(Map.of("job", "KING")).job()).isEqualTo(HandOff.Job.PR);
        assertThat(of(Map.of()).job()).isEqualTo(HandOff.Job.PR);
    }

    @Test
    void what_is_no_time_has_passed_and_what_is_no_number_is_nobody_of_the_brand() {
        var request = of(Map.of("member", "17; drop", "by", "tomorrow"));
        assertThat(request.answerBy()).isEqualTo(Instant.EPOCH);
        assertThat(request.member()).isNull();
    }

    @Test
    void an_empty_form_suggests_the_usual_job_and_a_whole_hour_and_keeps_what_was_typed() {
        var now = LocalDateTime.parse("2026-11-02T09:41:07");
        assertThat(TypedHandOff.shown(Map.of(), HandOff.Job.SUPPORT, now, 1))
                .isEqualTo(Map.of("job", "SUPPORT", "by", "2026-11-03T09:00"));
        assertThat(TypedHandOff.shown(Map.of("job", "SALES", "by", ""), HandOff.Job.SUPPORT, now, 1))
                .isEqualTo(Map.of("job", "SALES", "by", ""));
    }

    private static HandingOff.Request of(Map<String, String> typed) {
        return new TypedHandOff(typed, HandOff.Job.PR, HELSINKI).request();
    }
}
