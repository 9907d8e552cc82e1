package dev.parvi.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.audience.Campaign.Cost;
import dev.parvi.shared.Sheet;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CostTableTest {

    private static CostTable read(String text) {
        return CostTable.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void sums_of_the_same_day_and_place_are_added_up_and_bad_lines_are_named() {
        var table = read(
                "Date,Campaign name,Amount spent (EUR),Clicks\n2026-11-02,Syksy,10.50,3\n2026-11-02,Syksy,\"1,000.25\",9\n"
                        + "soon,Syksy,1,1\n2026-11-03,,free,1\n3.11.2026,,7,1\n");
        assertThat(table.costs())
                .containsExactly(
                        new Cost(LocalDate.of(2026, 11, 2), "Syksy", 101_075),
                        new Cost(LocalDate.of(2026, 11, 3), "", 700));
        assertThat(table.unread()).containsExactly(4, 5);
    }

    @Test
    void a_table_in_the_readers_own_words_is_read_too() {
        assertThat(read("päivä;kulut\n2.11.2026;12,5\n").costs())
                .containsExactly(new Cost(LocalDate.of(2026, 11, 2), "", 1_250));
        assertThat(read("дата\tрасход\n02.11.2026\t1 200 ₽\n").costs())
                .containsExactly(new Cost(LocalDate.of(2026, 11, 2), "", 120_000));
    }

    @ParameterizedTest
    @CsvSource({"'12.50', 1250", "'12,5', 1250", "'€ 1.234,50', 123450", "'1 234.5 EUR', 123450", "'0', 0", "'0.005', 1"
    })
    void a_sum_is_read_as_people_and_systems_write_it(String typed, long cents) {
        assertThat(CostTable.cents(typed)).contains(cents);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "ten", "1,2,3", "9999999999999", "1e9", "=1+1", "NaN"})
    void what_is_no_sum_is_none(String typed) {
        assertThat(CostTable.cents(typed)).isEmpty();
    }

    @Test
    void what_is_no_table_of_costs_says_why() {
        assertThatThrownBy(() -> read("name,place\nAnna,Turku\n")).isInstanceOf(Sheet.Flawed.class);
        assertThatThrownBy(() -> CostTable.read(new byte[] {(byte) 0xff, (byte) 0xfe, 1}))
                .isInstanceOf(Sheet.Flawed.class);
        assertThatThrownBy(() -> read("date,cost\n")).isInstanceOf(Sheet.Flawed.class);
    }
}
