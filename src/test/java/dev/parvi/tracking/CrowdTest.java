package dev.parvi.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrowdTest {

    private final Crowd crowd = new Crowd(3);

    private boolean admits(String address, long at) {
        return crowd.admits(address, at);
    }

    @Test
    void so_many_within_a_minute_and_no_more() {
        assertThat(admits("192.0.2.1", 60_000)).isTrue();
        assertThat(admits("192.0.2.1", 60_001)).isTrue();
        assertThat(admits("192.0.2.1", 60_002)).isTrue();
        assertThat(admits("192.0.2.1", 60_003)).isFalse();
        assertThat(admits("192.0.2.2", 60_003)).isTrue();
        assertThat(admits("192.0.2.1", 120_000)).isTrue();
    }

    @Test
    void a_house_with_a_whole_network_of_version_6_counts_once() {
        for (int n = 0; n < 3; n++) {
            assertThat(admits("2001:db8:1:2:0:0:0:" + n, 60_000)).isTrue();
        }
        assertThat(admits("2001:db8:1:2:ffff:0:0:9", 60_000)).isFalse();
        assertThat(admits("2001:db8:1:3:0:0:0:1", 60_000)).isTrue();
    }
}
