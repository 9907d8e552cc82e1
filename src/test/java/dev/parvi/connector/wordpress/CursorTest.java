package dev.parvi.connector.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CursorTest {

    @Test
    void a_cursor_is_read_as_it_was_written() {
        for (var cursor : new Cursor[] {new Cursor(0, 0, 0), new Cursor(17, 0, 0), new Cursor(17, 420, 90)}) {
            assertThat(Cursor.read(cursor.written())).isEqualTo(cursor);
        }
    }

    @Test
    void what_is_no_cursor_begins_anew() {
        for (var text : new String[] {"", "x", "1,2", "-3"}) {
            assertThat(Cursor.read(text)).isEqualTo(new Cursor(0, 0, 0));
        }
    }

    @Test
    void the_newest_of_the_whole_descent_is_where_the_next_ends() {
        var down = new Cursor(17, 0, 0).down(420, 90).down(330, 90);
        assertThat(down).isEqualTo(new Cursor(17, 420, 180));
        assertThat(down.arrived(240)).isEqualTo(new Cursor(420, 0, 0));
        assertThat(new Cursor(17, 0, 0).arrived(0)).isEqualTo(new Cursor(17, 0, 0));
    }
}
