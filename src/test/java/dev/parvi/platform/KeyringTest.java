package dev.parvi.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyringTest {

    private static final byte[] SECRET = "app-password".getBytes(UTF_8);

    @TempDir
    Path folder;

    private Keyring ring;

    @BeforeEach
    void a_ring() {
        ring = new Keyring(new Home(folder));
    }

    @Test
    void what_was_sealed_opens_in_its_context_also_after_a_restart() {
        var sealed = ring.seal(SECRET, "account 7");

        assertThat(new String(sealed, UTF_8)).doesNotContain("app-password");
        assertThat(new Keyring(new Home(folder)).open(sealed, "account 7")).isEqualTo(SECRET);
    }

    @Test
    void it_opens_in_no_other_context() {
        var sealed = ring.seal(SECRET, "account 7");

        assertThatIllegalStateException().isThrownBy(() -> ring.open(sealed, "account 8"));
    }

    @Test
    void changed_bytes_do_not_open() {
        var sealed = ring.seal(SECRET, "account 7");
        sealed[sealed.length - 1] ^= 1;

        assertThatIllegalStateException().isThrownBy(() -> ring.open(sealed, "account 7"));
    }

    @Test
    void another_home_does_not_open_it(@TempDir Path other) {
        var sealed = ring.seal(SECRET, "account 7");

        assertThatIllegalStateException()
                .isThrownBy(() -> new Keyring(new Home(other)).open(sealed, "account 7"))
                .withMessageContaining("keyset.json");
    }

    @Test
    void after_a_rotation_the_new_key_seals_and_the_old_one_still_opens_in_every_process() {
        var old = ring.seal(SECRET, "account 7");
        var neighbour = new Keyring(new Home(folder));
        assertThat(neighbour.open(old, "account 7")).isEqualTo(SECRET);

        ring.rotate();

        var fresh = ring.seal(SECRET, "account 7");
        assertThat(ring.size()).isEqualTo(2);
        assertThat(keyOf(fresh)).isNotEqualTo(keyOf(old));
        assertThat(keyOf(neighbour.seal(SECRET, "account 7"))).isEqualTo(keyOf(fresh));
        assertThat(neighbour.open(fresh, "account 7")).isEqualTo(SECRET);
        assertThat(ring.open(old, "account 7")).isEqualTo(SECRET);
    }

    @Test
    void nobody_else_may_read_the_keys() throws IOException {
        ring.seal(SECRET, "account 7");

        assertThat(Files.getPosixFilePermissions(folder.resolve("secrets/keyset.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("secrets")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    /** Tink writes the key's number right after one byte of version. */
    private static String keyOf(byte[] sealed) {
        return java.util.HexFormat.of().formatHex(sealed, 0, 5);
    }
}
