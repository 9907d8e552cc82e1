package dev.parvi.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.StoryId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class TracingTest {

    private static final StoryId STORY = new StoryId(7);

    @Autowired
    Tracing tracing;

    @Autowired
    Origins origins;

    @Autowired
    Composing composing;

    @Autowired
    Given given;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_post_knows_the_story_that_it_was_made_of_and_takes_that_along_when_it_goes() {
        var seat = given.brand();
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(status -> {
                    var made = composing.start(seat, Draft.of("Coffee is dear", List.of()));
                    var other = composing.start(seat, Draft.of("Nothing to do with it", List.of()));
                    origins.add(made, STORY, Instant.EPOCH);
                    origins.add(made, new StoryId(8), Instant.EPOCH);
                    assertThat(tracing.stories(List.of(made, other))).containsOnly(java.util.Map.entry(made, STORY));
                    assertThat(origins.made(STORY)).containsOnly(java.util.Map.entry(made, "Coffee is dear"));
                    composing.delete(seat, made);
                    assertThat(tracing.stories(List.of(made))).isEmpty();
                    assertThat(origins.made(STORY)).isEmpty();
                }));
    }
}
