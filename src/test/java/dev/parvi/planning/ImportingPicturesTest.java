package dev.parvi.planning;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.parvi.brand.Branding;
import dev.parvi.platform.CallFailed;
import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.MediaStore;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.PostId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class ImportingPicturesTest {

    private static final String HEAD = "account,date,time,text,pictures,alt\n";

    @Autowired
    Importing importing;

    @Autowired
    Exporting exporting;

    @Autowired
    Composing composing;

    @Autowired
    Given given;

    @Autowired
    HandClock clock;

    final Map<String, byte[]> files = new ConcurrentHashMap<>();
    final AtomicInteger asked = new AtomicInteger();
    GivenPosts posts;
    HttpServer site;
    Seat seat;
    String account;

    @BeforeEach
    void make(@Autowired JdbcClient jdbc, @Autowired TransactionTemplate transaction) throws IOException {
        clock.set(HandClock.START);
        posts = new GivenPosts(jdbc, transaction);
        seat = given.brand();
        account = given.account(seat).name();
        files.put("/a.png", PicturingTest.png(40, 30));
        files.put("/b.png", PicturingTest.png(50, 30));
        files.put("/words.png", "no picture".getBytes(StandardCharsets.UTF_8));
        files.put("/huge.png", new byte[20_000_002]);
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            asked.incrementAndGet();
            var file = files.get(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length);
            if (file != null) {
                exchange.getResponseBody().write(file);
            }
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void close() {
        site.stop(0);
    }

    @Test
    void pictures_are_fetched_for_the_preview_and_taken_in_as_they_were_then() {
        var shown = preview(account + ",2026-11-05,12:00,Beans," + at("/a.png") + "|" + at("/b.png") + ",A cup|Beans");
        assertThat(shown.lines().getFirst().fate()).isEqualTo(ImportLine.Fate.PLANNED);
        assertThat(shown.lines().getFirst().pictures()).hasSize(2);
        files.clear();
        confirm(shown);
        var pictures = only().pictures();
        assertThat(pictures).extracting(PostPicture::width).containsExactly(40, 50);
        assertThat(pictures).extracting(PostPicture::alt).containsExactly("A cup", "Beans");
        assertThat(only().versions().getFirst().content().parts().getFirst().pictures())
                .hasSize(2);
        assertThat(asked).hasValue(2);
    }

    @Test
    void a_picture_alone_is_a_post_and_one_that_many_lines_name_is_fetched_once() {
        var shown = preview(",,,," + at("/a.png") + ",\n,,,Two," + at("/a.png") + ",");
        assertThat(shown.count(ImportLine.Fate.DRAFT)).isEqualTo(2);
        assertThat(asked).hasValue(1);
    }

    @Test
    void each_fault_is_said_at_its_line_and_the_other_lines_go_in() {
        assertThat(fault(at("/gone.png"), "")).isEqualTo("planning.import.picture.status");
        assertThat(fault(at("/words.png"), "")).isEqualTo("planning.import.picture.kind");
        assertThat(fault(at("/huge.png"), "")).isEqualTo("planning.import.picture.large");
        assertThat(fault("http://127.0.0.1:1/a.png", "")).isEqualTo("planning.import.picture.away");
        assertThat(fault("cup", "")).isEqualTo("planning.import.picture.address");
        assertThat(fault(at("/a.png"), "One|Two")).isEqualTo("planning.import.picture.alts");
        assertThat(fault("", "Nothing to see")).isEqualTo("planning.import.picture.alts");
        var shown = preview(",,,Lost," + at("/gone.png") + ",\n,,,Found," + at("/a.png") + ",");
        confirm(shown);
        assertThat(only().post().words().text()).isEqualTo("Found");
    }

    @Test
    void what_leads_into_a_private_network_says_so(
            @Autowired MediaStore media, @Autowired DeskSettings settings, @Autowired Branding branding) {
        var closed = new ImportPictures(
                call -> {
                    throw new CallFailed(CallFailed.Kind.FORBIDDEN_ADDRESS, false, "private");
                },
                media,
                settings);
        var brand = Tenant.in(seat.brand(), branding::current);
        assertThat(closed.fetch(brand, List.of("https://intranet.example/a.png"))
                        .values())
                .singleElement()
                .isInstanceOfSatisfying(
                        ImportPictures.Fetched.Fault.class,
                        fault -> assertThat(fault.key()).isEqualTo("planning.import.picture.forbidden"));
    }

    @Test
    void more_pictures_than_somebody_would_wait_for_are_refused_at_their_lines() {
        var lines = new StringBuilder();
        for (var n = 0; n < ImportPictures.MOST + 1; n++) {
            lines.append(",,,Line,").append(at("/" + n + ".gif")).append(",\n");
        }
        var shown = preview(lines.toString());
        assertThat(asked).hasValue(ImportPictures.MOST);
        assertThat(shown.lines().getLast().notes())
                .extracting(ImportLine.Note::key)
                .containsExactly("planning.import.picture.many");
    }

    @Test
    void an_export_carries_pictures_and_what_they_show_and_comes_back_without_a_call() {
        confirm(preview(account + ",2026-11-05,12:00,Beans," + at("/a.png") + " " + at("/b.png") + ",A cup|"));
        var csv = Tenant.in(
                seat.brand(),
                () -> exporting.csv(
                        LocalDate.parse("2026-11-01"),
                        LocalDate.parse("2026-11-30"),
                        ZoneId.of("Europe/Helsinki"),
                        Filter.ALL));
        posts.run(seat, "delete from post");
        site.stop(0);
        confirm(Tenant.in(seat.brand(), () -> importing.preview(seat, csv.getBytes(StandardCharsets.UTF_8))));
        assertThat(only().pictures()).extracting(PostPicture::alt).containsExactly("A cup", "");
        assertThat(only().pictures()).extracting(PostPicture::width).containsExactly(40, 50);
        var other = given.brand();
        var strange = Tenant.in(other.brand(), () -> importing.preview(other, csv.getBytes(StandardCharsets.UTF_8)));
        assertThat(strange.lines().getFirst().fate()).isEqualTo(ImportLine.Fate.ERROR);
    }

    private String at(String path) {
        return "http://127.0.0.1:" + site.getAddress().getPort() + path;
    }

    private Importing.Result preview(String lines) {
        return Tenant.in(
                seat.brand(), () -> importing.preview(seat, (HEAD + lines + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private void confirm(Importing.Result shown) {
        Tenant.in(seat.brand(), () -> importing.confirm(seat, shown.file())).orElseThrow();
    }

    private String fault(String picture, String alt) {
        var line = preview(",,,Text," + picture + "," + alt).lines().getFirst();
        assertThat(line.fate()).isEqualTo(ImportLine.Fate.ERROR);
        return line.notes().getFirst().key();
    }

    private Composed only() {
        var ids = posts.in(
                seat,
                () -> posts.jdbc()
                        .sql("select id from post")
                        .query((row, n) -> new PostId(row.getLong(1)))
                        .list());
        assertThat(ids).hasSize(1);
        return Tenant.in(seat.brand(), () -> composing.get(List.copyOf(ids).getFirst()));
    }
}
