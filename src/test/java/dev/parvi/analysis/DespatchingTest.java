package dev.parvi.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.platform.LetterTold;
import dev.parvi.platform.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.MockMvc;

class DespatchingTest extends Circulated {

    @Autowired
    Despatching despatching;

    @Autowired
    Keeping keeping;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    MockMvc mvc;

    private long weekly(String... readers) {
        return in(() -> circulating.add(seat, typed("WEEK", "", readers)));
    }

    @Test
    void a_week_goes_out_at_its_hour_with_link_and_paper() throws Exception {
        weekly(reader);
        clock.set(Instant.parse("2026-11-16T05:59:00Z"));
        assertThat(mailbox.after("analysis-mail", reader)).isEmpty();
        clock.set(Instant.parse("2026-11-16T06:00:00Z"));
        var letters = mailbox.after("analysis-mail", reader);

        assertThat(letters).hasSize(1);
        var letter = letters.getFirst();
        assertThat(letter.subject()).contains("9 Nov 2026 – 15 Nov 2026");
        assertThat(letter.files()).containsExactly("report-2026-11-09-2026-11-15.pdf");
        mvc.perform(get(letter.paths().getFirst()))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("What the posts did")));
        assertThat(board().sent()).hasSize(1).first().satisfies(each -> {
            assertThat(each.state()).isEqualTo("SENT");
            assertThat(each.first()).isEqualTo(LocalDate.of(2026, 11, 9));
        });
        assertThat(mailbox.after("analysis-mail", reader)).hasSize(1);
    }

    @Test
    void two_nodes_at_once_mail_it_once() throws Exception {
        var id = weekly(reader);
        clock.set(Instant.parse("2026-11-16T06:00:00Z"));
        var both = new CyclicBarrier(2);
        Callable<Boolean> node = () -> {
            both.await();
            Tenant.run(seat.brand(), () -> transaction.executeWithoutResult(status -> despatching.send(id)));
            return true;
        };
        try (var nodes = Executors.newFixedThreadPool(2)) {
            for (var each : nodes.invokeAll(List.of(node, node))) {
                each.get();
            }
        }
        assertThat(mailbox.after(null, reader)).hasSize(1);
        assertThat(board().sent()).hasSize(1);
    }

    @Test
    void who_dies_before_it_is_done_leaves_nothing_and_the_next_one_mails_it() {
        var id = weekly(reader);
        clock.set(Instant.parse("2026-11-16T06:00:00Z"));
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(status -> {
                    despatching.send(id);
                    status.setRollbackOnly();
                }));
        assertThat(mailbox.after(null, reader)).isEmpty();
        assertThat(board().sent()).isEmpty();
        assertThat(mailbox.after("analysis-mail", reader)).hasSize(1);
    }

    @Test
    void of_the_same_week_nobody_gets_it_twice_when_its_day_is_moved() {
        var id = weekly(reader);
        clock.set(Instant.parse("2026-11-16T06:00:00Z"));
        assertThat(mailbox.after("analysis-mail", reader)).hasSize(1);
        var other = "o" + reader;
        in(() -> {
            var moved = new TypedCircular(
                    "", "WEEK", "TUESDAY", "1", "", "08:00", "en", List.of("content"), reader + ", " + other, false);
            circulating.change(seat, id, moved);
            return 0;
        });
        clock.set(Instant.parse("2026-11-17T06:00:00Z"));
        assertThat(mailbox.after("analysis-mail", reader)).hasSize(1);
        assertThat(mailbox.after(null, other)).hasSize(1);
    }

    @Test
    void one_click_in_the_mail_stops_it_for_its_reader_alone_and_looking_does_not() throws Exception {
        var other = "o" + reader;
        weekly(reader, other);
        clock.set(Instant.parse("2026-11-16T06:00:00Z"));
        var letter = mailbox.after("analysis-mail", reader).getFirst();
        var stop = letter.path("/report/stop/");
        assertThat(letter.stop()).endsWith(stop);

        mvc.perform(get(stop)).andExpect(status().isOk()).andExpect(content().string(Matchers.containsString(reader)));
        clock.pass(Duration.ofDays(7));
        assertThat(mailbox.after("analysis-mail", reader)).hasSize(2);
        mvc.perform(post(stop).param("List-Unsubscribe", "One-Click")).andExpect(status().isOk());
        mvc.perform(post(stop)).andExpect(status().isOk());
        clock.pass(Duration.ofDays(7));

        assertThat(mailbox.after("analysis-mail", reader)).hasSize(2);
        assertThat(mailbox.after(null, other)).hasSize(3);
        mvc.perform(post(stop.substring(0, stop.length() - 1) + (stop.endsWith("A") ? "B" : "A")))
                .andExpect(status().isNotFound());
    }

    @Test
    void to_whom_it_went_is_forgotten_after_400_days() {
        weekly(reader);
        clock.set(Instant.parse("2026-11-16T06:00:00Z"));
        mailbox.after("analysis-mail", reader);
        clock.pass(Keeping.LETTERS);
        Tenant.run(seat.brand(), keeping::thin);
        assertThat(board().sent()).hasSize(1);
        clock.pass(Duration.ofMinutes(1));
        Tenant.run(seat.brand(), keeping::thin);
        assertThat(board().sent()).isEmpty();
    }

    @Test
    void why_a_mail_failed_stands_beside_it() {
        weekly(reader);
        clock.set(Instant.parse("2026-11-16T06:00:00Z"));
        mailbox.after("analysis-mail", reader);
        var mail = Objects.requireNonNull(in(() -> transaction.execute(
                status -> jdbc.sql("select mail from circular_letter where brand_id = current_brand()")
                        .query((row, n) -> row.getLong(1))
                        .single())));
        events.publishEvent(new LetterTold(mail, LetterTold.State.FAILED, "550 No such mailbox"));
        assertThat(board().sent().getFirst().state()).isEqualTo("FAILED");
        assertThat(board().sent().getFirst().why()).isEqualTo("550 No such mailbox");
    }

    @Test
    void what_stopped_goes_on_at_the_next_time() {
        var id = weekly(reader);
        in(() -> {
            circulating.stop(seat, id);
            return 0;
        });
        clock.set(Instant.parse("2026-11-17T06:00:00Z"));
        assertThat(mailbox.after("analysis-mail", reader)).isEmpty();
        in(() -> {
            circulating.resume(seat, id);
            return 0;
        });
        assertThat(next(id)).isEqualTo(Instant.parse("2026-11-23T06:00:00Z"));
    }

    @Test
    void what_is_typed_wrongly_is_said_beside_its_field() {
        var wrong =
                new TypedCircular("a\nb", "DAY", "", "", "", "25:00", "sv", List.of(), "aino@example.org eve@", false);
        assertThat(wrong.faults()).containsOnlyKeys("title", "kind", "at", "language", "sides", "readers");
        assertThat(wrong.wrong()).contains("eve@");
        assertThat(typed("MONTH", "").faults()).containsOnlyKeys("readers");
        var many = Stream.iterate(1, n -> n + 1)
                .limit(21)
                .map(n -> n + "@example.org")
                .toArray(String[]::new);
        assertThat(typed("WEEK", "", many).faults()).containsEntry("readers", "analysis.circular.fault.many");
        assertThat(in(() -> circulating.faults(seat, typed("CAMPAIGN", "999999", reader))))
                .containsEntry("campaign", "analysis.circular.fault.campaign");
        var over = in(() -> campaigning.add(seat, autumn("2026-11-05")));
        assertThat(in(() -> circulating.faults(seat, typed("CAMPAIGN", Long.toString(over), reader))))
                .containsEntry("campaign", "analysis.circular.fault.campaign.over");
    }
}
