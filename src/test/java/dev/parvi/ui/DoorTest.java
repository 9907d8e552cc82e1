package dev.parvi.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DoorTest {

    private final Door inbox = new Door("inbox", "/inbox", "inbox", 110, true).with("/conflicts");

    @Test
    void pages_below_its_path_belong_to_it() {
        assertThat(inbox.leadsTo("/inbox")).isTrue();
        assertThat(inbox.leadsTo("/inbox/rules")).isTrue();
    }

    @Test
    void so_do_pages_that_stand_beside() {
        assertThat(inbox.leadsTo("/conflicts")).isTrue();
        assertThat(inbox.leadsTo("/conflicts/7")).isTrue();
    }

    @Test
    void others_do_not_even_where_their_path_begins_alike() {
        assertThat(inbox.leadsTo("/inboxes")).isFalse();
        assertThat(inbox.leadsTo("/conflicts-of-others")).isFalse();
        assertThat(inbox.leadsTo("/today")).isFalse();
    }
}
