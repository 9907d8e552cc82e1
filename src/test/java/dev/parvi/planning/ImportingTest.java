package dev.parvi.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class ImportingTest {

    private static final String HEAD = "account,date,time,text,link,tags,pillar\n";

    @Autowired
    Importing importing;

    @Autowired
    Exporting exporting;

    @Autowired
    Mixing mixing;

    @Autowired
    Given given;

    @Autowired
    HandClock clock;

    GivenPosts posts;
    Seat seat;
    String account;

    @BeforeEach
    void make(@Autowired JdbcClient jdbc, @Autowired TransactionTemplate transaction) {
        clock.set(HandClock.START);
        posts = new GivenPosts(jdbc, transaction);
        seat = given.brand();
        account = given.account(seat).name();
        Tenant.run(seat.brand(), () -> mixing.add(seat, "Origins", 50));
    }

    @Test
    void a_line_with_a_time_will_be_planned_and_one_without_will_be_a_draft() {
        var result = preview(HEAD + account + ",2026-11-05,12:00,Fresh beans,https://example.org,beans roast,origins\n"
                + ",,,Some day,,,\n");
        assertThat(result.lines())
                .extracting(ImportLine::fate)
                .containsExactly(ImportLine.Fate.PLANNED, ImportLine.Fate.DRAFT);
        assertThat(result.lines()).extracting(ImportLine::number).containsExactly(2, 3);
        assertThat(count("post")).isZero();
    }

    @Test
    void confirming_takes_in_just_what_was_shown_and_only_once() {
        var file = preview(HEAD + account + ",5.11.2026,12.00,Fresh beans,,beans,Origins\n,,,Some day,,,\nx,,,y,,,\n")
                .file();
        var result =
                Tenant.in(seat.brand(), () -> importing.confirm(seat, file)).orElseThrow();
        assertThat(result.count(ImportLine.Fate.ERROR)).isEqualTo(1);
        assertThat(count("post")).isEqualTo(2);
        assertThat(posts.one(seat, String.class, "select planned_local::text from version"))
                .isEqualTo("2026-11-05 12:00:00");
        assertThat(Tenant.in(seat.brand(), () -> importing.confirm(seat, file))).isEmpty();
        assertThat(count("post")).isEqualTo(2);
    }

    @Test
    void each_kind_of_fault_says_what_to_do() {
        assertThat(fault(account + ",2026-11-05,12:00,,,,")).isEqualTo("planning.import.notext");
        assertThat(fault("Nowhere,2026-11-05,12:00,Text,,,")).isEqualTo("planning.import.badaccount");
        assertThat(fault(",2026-11-05,12:00,Text,,,")).isEqualTo("planning.import.noaccount");
        assertThat(fault(account + ",2026-11-05,,Text,,,")).isEqualTo("planning.import.notime");
        assertThat(fault(account + ",,12:00,Text,,,")).isEqualTo("planning.import.nodate");
        assertThat(fault(account + ",5/11/26,12:00,Text,,,")).isEqualTo("planning.import.baddate");
        assertThat(fault(account + ",2026-11-05,noon,Text,,,")).isEqualTo("planning.import.badtime");
        assertThat(fault(account + ",2026-11-05,12:00,Text,not a link,,")).isEqualTo("planning.import.badlink");
        assertThat(fault(account + ",2026-11-05,12:00,Text,,,Nothing")).isEqualTo("planning.import.badpillar");
        assertThat(fault(account + ",2026-10-05,12:00,Text,,,")).isEqualTo("planning.cannot.past");
    }

    @Test
    void a_time_that_does_not_exist_or_comes_twice_is_said() {
        assertThat(note(account + ",2027-03-28,03:30,Text,,,")).isEqualTo("planning.import.gap");
        assertThat(note(account + ",2027-10-31,03:30,Text,,,")).isEqualTo("planning.import.overlap");
    }

    @Test
    void where_a_brand_asks_for_approval_lines_become_drafts() {
        posts.run(seat, "update brand set approval = true");
        var line =
                preview(HEAD + account + ",2026-11-05,12:00,Text,,,\n").lines().getFirst();
        assertThat(line.fate()).isEqualTo(ImportLine.Fate.DRAFT);
        assertThat(line.notes()).extracting(ImportLine.Note::key).containsExactly("planning.import.approval");
    }

    @Test
    void semicolons_and_quoted_line_ends_are_understood_and_unknown_columns_are_named() {
        var result = preview("Text;Account;Mood\n\"Two\nlines\";" + account + ";happy\n");
        assertThat(result.lines()).extracting(ImportLine::text).containsExactly("Two\nlines");
        assertThat(result.unknown()).containsExactly("mood");
    }

    @Test
    void what_is_no_table_of_posts_is_refused() {
        assertThatThrownBy(() -> preview("a,b\n1,2\n")).hasMessage("planning.import.nohead");
        assertThatThrownBy(() -> preview("")).hasMessage("planning.import.nohead");
        assertThatThrownBy(() -> preview("text\n\n")).hasMessage("planning.import.empty");
        assertThatThrownBy(() -> preview("text\n\"open\n")).hasMessage("planning.import.broken");
        assertThatThrownBy(() -> preview("text\n" + "x\n".repeat(501))).hasMessage("planning.import.toomany");
        assertThatThrownBy(() -> Tenant.in(
                        seat.brand(),
                        () -> importing.preview(seat, "text\nÄiti\n".getBytes(StandardCharsets.ISO_8859_1))))
                .hasMessage("planning.import.notutf8");
        assertThatThrownBy(() -> Tenant.in(seat.brand(), () -> importing.preview(seat, new byte[2_000_001])))
                .hasMessage("planning.import.toolarge");
    }

    @Test
    void an_export_is_safe_in_a_spreadsheet_and_comes_back_as_it_was() {
        confirm(HEAD + account + ",2026-11-05,12:00,\"=1+1, \"\"really\"\"\",https://example.org,a b,Origins\n");
        var csv = Tenant.in(
                seat.brand(),
                () -> exporting.csv(
                        LocalDate.parse("2026-11-01"),
                        LocalDate.parse("2026-11-30"),
                        ZoneId.of("Europe/Helsinki"),
                        Filter.ALL));
        assertThat(csv).contains("\"'=1+1, \"\"really\"\"\"").contains(",Origins,,,,,fi,,,PLANNED,");
        confirm(csv);
        assertThat(posts.one(seat, Long.class, "select count(*) from post where text = '=1+1, \"really\"'"))
                .isEqualTo(2);
    }

    @Test
    void an_export_brings_all_of_a_post_back() {
        var other = given.account(seat).name();
        confirm("""
                account,date,time,title,text,link,tags,pillar,excerpt,category,language,quote,part
                %1$s|%2$s,2026-11-05,12:00,A title,One,https://example.org,a b,Origins,In short,"News, Beans",en,https://example.org/q,
                ,,,,"Two, too",,,,,,,,next
                ,,,,Three,,,,,,,,next
                ,,,,First!,,,,,,,,comment
                %2$s,,,Another title,Elsewhere,,,,Shorter,,,,own
                %2$s,,,,And on,,,,,,,,next
                """.formatted(account, other));
        var csv = export();
        assertThat(csv.lines()).hasSize(7);
        posts.run(seat, "delete from post");
        confirm(csv);
        assertThat(export()).isEqualTo(csv);
        assertThat(
                        posts.one(
                                seat,
                                String.class,
                                "select concat_ws('/', title, text, parts, comments, link, tags, excerpt, category, language, quote) from post"))
                .isEqualTo(
                        "A title/One/{\"Two, too\",Three}/{First!}/https://example.org/{a,b}/In short/News, Beans/en/"
                                + "https://example.org/q");
        assertThat(posts.one(
                        seat,
                        String.class,
                        "select concat_ws('/', title, text, parts, excerpt) from version where text is not null"))
                .isEqualTo("Another title/Elsewhere/{\"And on\"}/Shorter");
    }

    @Test
    void lines_that_belong_to_a_post_say_what_is_wrong_with_them() {
        var head = "account,text,part\n";
        assertThat(keys(preview(head + ",Alone,next\n"))).containsExactly("planning.import.part.first");
        assertThat(keys(preview(head + ",A post,\n,More,later\n")))
                .containsExactly("planning.import.part.bad", "planning.import.part.out");
        assertThat(keys(preview(head + ",A post,\n" + account + ",More,own\n")))
                .containsExactly("planning.import.part.account", "planning.import.part.out");
        assertThat(keys(preview(head + ",A post,\n,More,next\n"))).containsExactly("planning.import.part.of");
    }

    private static List<String> keys(Importing.Result result) {
        return result.lines().stream()
                .flatMap(line -> line.notes().stream())
                .map(ImportLine.Note::key)
                .toList();
    }

    private String export() {
        return Tenant.in(
                seat.brand(),
                () -> exporting.csv(
                        LocalDate.parse("2026-11-01"),
                        LocalDate.parse("2026-11-30"),
                        ZoneId.of("Europe/Helsinki"),
                        Filter.ALL));
    }

    @Test
    void files_that_nobody_confirmed_are_dropped(@Autowired ImportFiles files) {
        var file = preview("text\nx\n").file();
        posts.in(seat, () -> {
            files.dropBefore(clock.instant().plusSeconds(1));
            return true;
        });
        assertThat(Tenant.in(seat.brand(), () -> importing.confirm(seat, file))).isEmpty();
    }

    @Test
    void another_member_does_not_confirm_and_who_may_not_write_does_not_preview() {
        var file = preview("text\nx\n").file();
        var other = given.colleague(seat, Role.AUTHOR);
        assertThat(Tenant.in(seat.brand(), () -> importing.confirm(other, file)))
                .isEmpty();
        var analyst = given.colleague(seat, Role.ANALYST);
        assertThatThrownBy(() -> Tenant.in(seat.brand(), () -> importing.preview(analyst, new byte[0])))
                .isInstanceOf(NotAllowed.class);
    }

    private Importing.Result preview(String csv) {
        return Tenant.in(seat.brand(), () -> importing.preview(seat, csv.getBytes(StandardCharsets.UTF_8)));
    }

    private void confirm(String csv) {
        var file = preview(csv).file();
        Tenant.in(seat.brand(), () -> importing.confirm(seat, file)).orElseThrow();
    }

    private String fault(String line) {
        var read = preview(HEAD + line + "\n").lines().getFirst();
        assertThat(read.fate()).isEqualTo(ImportLine.Fate.ERROR);
        return read.notes().getFirst().key();
    }

    private String note(String line) {
        var read = preview(HEAD + line + "\n").lines().getFirst();
        assertThat(read.fate()).isEqualTo(ImportLine.Fate.PLANNED);
        return read.notes().getFirst().key();
    }

    private long count(String table) {
        return posts.one(seat, Long.class, "select count(*) from " + table);
    }
}
