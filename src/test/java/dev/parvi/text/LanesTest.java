package dev.parvi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanesTest {

    private final Random random = new Random(7);

    @ParameterizedTest
    @CsvSource({"29, 0", "29, 1", "32, 257", "9, 258", "29, 1500"})
    void sums_are_those_of_adding_one_by_one(int width, int rows) {
        var bytes = new byte[1_000 * width + Lanes.WIDTH];
        random.nextBytes(bytes);
        same(bytes, width, rows);
    }

    @ParameterizedTest
    @CsvSource({"-128", "127"})
    void nothing_runs_over_into_the_next_lane(byte extreme) {
        var bytes = new byte[1_000 * 29 + Lanes.WIDTH];
        Arrays.fill(bytes, extreme);
        same(bytes, 29, 3_000);
    }

    private void same(byte[] bytes, int width, int rows) {
        var at = random.ints(rows, 0, 1_000).map(row -> row * width).toArray();
        var sums = new int[width];
        for (var row : at) {
            for (var k = 0; k < width; k++) {
                sums[k] += bytes[row + k];
            }
        }
        var lanes = new int[width];
        Lanes.add(bytes, at, lanes);
        assertThat(lanes).isEqualTo(sums);
    }
}
