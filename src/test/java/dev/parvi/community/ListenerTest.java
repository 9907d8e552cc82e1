package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.community.Talked.Word;
import dev.parvi.platform.Tenant;
import dev.parvi.team.Role;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;

/** A second node holds pages: nothing but PostgreSQL is between it and the one at which a member writes. */
@Import(Talked.class)
class ListenerTest extends TalkedTo {

    private static final int TRIES = 40;

    @Autowired
    @Qualifier("worker")
    DataSource source;

    @Autowired
    Drafting drafting;

    @Autowired
    Conversing conversing;

    @Autowired
    Talked talked;

    private final Live elsewhere = new Live();
    private Listener node;

    @BeforeEach
    void a_second_node() {
        node = new Listener(source, elsewhere);
        node.start();
    }

    @AfterEach
    void end() {
        node.stop();
    }

    @Test
    void who_writes_an_answer_is_told_to_the_pages_of_the_brand_that_another_node_holds() throws InterruptedException {
        var word = talked.says(seat, account, "Anna", "p1", null, "Is anybody there?", clock.instant());
        var olli = given.colleague(seat, Role.MODERATOR);
        try (var page = elsewhere.listen(seat.brand());
                var stranger = elsewhere.listen(given.brand().brand())) {
            assertThat(heard(page, word).data()).isEqualTo(word.conversation().toString());
            assertThat(Tenant.in(seat.brand(), () -> conversing.writers(olli, word.conversation())))
                    .containsExactly("Maija");
            assertThat(stranger.next(Duration.ZERO)).isNull();
        }
    }

    /** The node begins to listen in its own time: until it does, the member begins to write anew. */
    private Notice heard(Live.Ear page, Word word) throws InterruptedException {
        for (var n = 0; n < TRIES; n++) {
            Tenant.run(seat.brand(), () -> {
                drafting.drop(seat, word.conversation());
                drafting.keep(seat, word.conversation(), word.comment(), "Good mor");
            });
            var notice = page.next(Duration.ofMillis(500));
            while (notice != null && !notice.name().equals("writing")) {
                notice = page.next(Duration.ofMillis(500));
            }
            if (notice != null) {
                return notice;
            }
        }
        throw new AssertionError("The page was told nothing");
    }
}
