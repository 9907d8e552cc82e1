package dev.parvi.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.platform.Database;
import dev.parvi.platform.DeskSettings;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.tracking.CutLine.Cut;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who was told that they were written down was, once, wherever the line to the database breaks. */
@DeskTest
class CommittingTest {

    private static final long PATIENCE = 20_000_000_000L;

    @TempDir
    Path home;

    @Autowired
    Given given;

    @Autowired
    Database database;

    @Autowired
    Salts salts;

    @Autowired
    @Qualifier("worker")
    JdbcClient worker;

    SimpleMeterRegistry meters;
    CutLine line;
    Shelf shelf;
    Committing committing;
    int brand;

    @BeforeEach
    void start() {
        brand = (int) given.brand().brand().value();
        meters = new SimpleMeterRegistry();
        line = new CutLine(database);
        shelf = shelf();
        committing = new Committing(new Visits(line), salts, shelf, meters);
        committing.start();
    }

    @AfterEach
    void stop() {
        committing.stop();
        worker.sql("update visit_roll set until = '2000-01-01', anew = null").update();
    }

    private Shelf shelf() {
        return new Shelf(new DeskSettings(home, null, null, null, URI.create("https://desk.example"), false, false));
    }

    private Hit hit(int link) {
        return new Hit(brand, link, System.currentTimeMillis(), Coming.PERSON, "192.0.2.7", "a browser", 0);
    }

    private boolean comes(int link) {
        return committing.commit(hit(link));
    }

    private List<Integer> kept() {
        return worker.sql("select link_id from visit where brand_id = :brand order by 1")
                .param("brand", brand)
                .query((row, n) -> row.getInt(1))
                .list();
    }

    private static void until(BooleanSupplier yes) {
        var end = System.nanoTime() + PATIENCE;
        while (!yes.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(yes.getAsBoolean()).isTrue();
    }

    @Test
    void a_crowd_that_comes_at_once_is_written_down_each_once() throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = people.invokeAll(IntStream.range(0, 5_000)
                    .mapToObj(link -> (Callable<Boolean>) () -> comes(link))
                    .toList());
            for (var each : all) {
                assertThat(each.get()).isTrue();
            }
        }
        assertThat(kept()).isEqualTo(IntStream.range(0, 5_000).boxed().toList());
    }

    @ParameterizedTest
    @EnumSource(value = Cut.class, mode = EnumSource.Mode.EXCLUDE, names = "NOWHERE")
    void while_the_database_is_away_people_are_counted_all_the_same_and_once(Cut cut) {
        line.cut = cut;
        assertThat(comes(1)).isTrue();
        assertThat(comes(2)).isTrue();
        // What was committed while the line broke is found to be there by the second try.
        var late = cut == Cut.AFTER_COMMIT ? 0 : 2;
        assertThat(shelf.isEmpty()).isEqualTo(late == 0);
        line.cut = Cut.NOWHERE;
        until(shelf::isEmpty);
        assertThat(comes(3)).isTrue();
        assertThat(kept()).containsExactly(1, 2, 3);
        assertThat(meters.counter("parvi.visits.lost").count()).isZero();
        assertThat(meters.counter("parvi.visits.late").count()).isEqualTo(late);
    }

    @Test
    void what_a_dead_process_left_on_the_shelf_is_written_by_the_next_and_added_up() {
        line.cut = Cut.OPENING;
        comes(1);
        committing.stop();
        worker.sql("update visit_roll set until = now() + interval '1 hour', anew = null")
                .update();
        line.cut = Cut.NOWHERE;
        committing = new Committing(new Visits(line), salts, shelf(), meters);
        committing.start();
        until(shelf::isEmpty);
        assertThat(kept()).containsExactly(1);
        assertThat(worker.sql("select anew from visit_roll where level = 1")
                        .query((row, n) -> row.getTimestamp(1).toInstant())
                        .single())
                .isBefore(Instant.now());
    }

    @Test
    void where_the_disk_takes_nothing_either_they_are_led_on_and_said_to_be_lost() throws IOException {
        Files.createDirectory(home.resolve("visits.waiting"));
        line.cut = Cut.OPENING;
        assertThat(comes(1)).isFalse();
        assertThat(meters.counter("parvi.visits.lost").count()).isEqualTo(1);
    }

    @Test
    void who_comes_after_the_end_is_not_kept_waiting() {
        committing.stop();
        assertThat(comes(1)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Cut.class, mode = EnumSource.Mode.EXCLUDE, names = "NOWHERE")
    void a_batch_that_is_written_again_counts_once_wherever_the_line_was_cut(Cut cut) throws SQLException {
        var visits = new Visits(line);
        var batch = Batch.of(List.of(hit(1), hit(2)), salts);
        line.cut = cut;
        assertThatThrownBy(() -> visits.write(batch)).hasMessageContaining("cut");
        assertThatThrownBy(() -> visits.writeLate(batch)).isInstanceOf(SQLException.class);
        line.cut = Cut.NOWHERE;
        visits.write(batch);
        visits.writeLate(batch);
        assertThat(kept()).containsExactly(1, 2);
        visits.close();
    }

    @Test
    void what_was_taken_from_the_shelf_isnt_taken_again_by_a_file_out_of_a_back_up() throws SQLException {
        var visits = new Visits(line);
        var batch = Batch.of(List.of(hit(1)), salts);
        visits.writeLate(batch);
        batch.transaction = null;
        visits.writeLate(batch);
        assertThat(kept()).containsExactly(1);
        visits.close();
    }

    @Test
    void a_number_that_an_older_database_never_gave_is_no_proof() throws SQLException {
        var visits = new Visits(line);
        var batch = Batch.of(List.of(hit(1)), salts);
        batch.transaction = "999999999999";
        visits.write(batch);
        assertThat(kept()).containsExactly(1);
        visits.close();
    }

    @Test
    void half_a_batch_at_the_end_of_the_shelf_is_left_out_and_written_over() throws IOException {
        var other = shelf();
        other.put(batch(3));
        Files.write(home.resolve("visits.waiting"), new byte[] {0, 0, 0, 90, 1, 2, 3}, StandardOpenOption.APPEND);
        assertThat(shelf().all()).extracting(Batch::size).containsExactly(3);
        var next = shelf();
        next.put(batch(5));
        next.put(batch(7));
        assertThat(shelf().all()).extracting(Batch::size).containsExactly(3, 5, 7);
        Files.delete(home.resolve("visits.waiting"));
    }

    private Batch batch(int size) {
        var batch = new Batch(UUID.randomUUID(), size);
        java.util.Arrays.fill(batch.at, System.currentTimeMillis());
        java.util.Arrays.fill(batch.brands, brand);
        return batch;
    }
}
