package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parvi.account.Account;
import dev.parvi.community.Gathering.Result;
import dev.parvi.community.ReviewLine.Fate;
import dev.parvi.platform.Tenant;
import dev.parvi.publishing.Planned;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Audit;
import dev.parvi.team.Entry;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DeskTest
@Import({Talked.class, Planned.class})
class GatheringTest {

    private static final String HEAD = "place,author,stars,text,date,address,id,answer,answered\n";

    @Autowired
    Given given;

    @Autowired
    Talked talked;

    @Autowired
    Gathering gathering;

    @Autowired
    Echoing echoing;

    @Autowired
    Conversing conversing;

    @Autowired
    Forgetting forgetting;

    @Autowired
    Audit audit;

    @Autowired
    HandClock clock;

    Seat seat;
    Account maps;

    @BeforeEach
    void a_brand_with_a_place_that_nobody_reads() {
        clock.set(HandClock.START);
        seat = given.brand();
        maps = given.account(seat, "byhand", "Maps");
    }

    private Result preview(String lines) {
        return preview(lines, Optional.empty());
    }

    private Result preview(String lines, Optional<AccountId> usual) {
        return Tenant.in(
                seat.brand(), () -> gathering.preview(seat, (HEAD + lines).getBytes(StandardCharsets.UTF_8), usual));
    }

    private Result gather(String lines) {
        var shown = preview(lines);
        return Tenant.in(seat.brand(), () -> gathering.confirm(seat, shown.file()))
                .orElseThrow();
    }

    private List<Said> said() {
        return talked.in(seat, () -> {
            var ids = talked.jdbc
                    .sql("select id from comment order by at, id")
                    .query(Long.class)
                    .list();
            var all = new Utterances(talked.jdbc, new tools.jackson.databind.json.JsonMapper()).said(ids);
            return ids.stream().map(all::get).toList();
        });
    }

    private static List<Fate> fates(Result result) {
        return result.lines().stream().map(ReviewLine::fate).toList();
    }

    private static String note(Result result) {
        return result.lines().getLast().notes().getFirst().key();
    }

    private Dialogue open(Said said) {
        var id = talked.in(
                seat,
                () -> talked.jdbc
                        .sql("select conversation_id from comment where id = :id")
                        .param("id", said.id().value())
                        .query(Long.class)
                        .single());
        return Tenant.in(
                seat.brand(), () -> conversing.open(seat, new ConversationId(id), Optional.empty(), Optional.empty()));
    }

    @Test
    void a_review_comes_in_with_its_stars_and_waits_for_an_answer() {
        var shown = preview("Maps,Anna,4,Nice place,2026-11-01 18:30,https://maps.example/r/1,r-1,,\n");
        assertThat(fates(shown)).containsExactly(Fate.NEW);
        assertThat(said()).as("a preview takes nothing in").isEmpty();
        assertThat(fates(Tenant.in(seat.brand(), () -> gathering.confirm(seat, shown.file()))
                        .orElseThrow()))
                .containsExactly(Fate.NEW);
        assertThat(said()).singleElement().satisfies(each -> {
            assertThat(each.stars()).isEqualTo(4);
            assertThat(each.speaker()).isEqualTo("Anna");
            assertThat(each.text()).isEqualTo("Nice place");
            assertThat(each.at()).isEqualTo("2026-11-01T16:30:00Z");
            assertThat(each.address()).hasToString("https://maps.example/r/1");
        });
        var talk = open(said().getFirst());
        assertThat(talk.conversation().waitingSince()).isNotNull();
        assertThat(talk.cannot()).isNull();
        assertThat(Tenant.in(seat.brand(), () -> gathering.confirm(seat, shown.file())))
                .as("a yes given twice")
                .isEmpty();
        assertThat(Tenant.in(seat.brand(), () -> audit.page(seat, Long.MAX_VALUE, 1)))
                .extracting(Entry::what)
                .containsExactly("community.reviews.gathered");
    }

    @Test
    void a_table_that_comes_twice_shows_once_and_an_edit_shows_both_forms() {
        gather("Maps,Anna,4,Nice place,2026-11-01,,r-1,,\nMaps,Bert,3,,1.11.2026,,,,\n");
        var again = preview("Maps,Anna,4,Nice place,2026-11-01,,r-1,,\nMaps,Bert,3,,1.11.2026,,,,\n");
        assertThat(fates(again)).containsExactly(Fate.KNOWN, Fate.KNOWN);
        gather("Maps,Anna,4,Nice place,2026-11-01,,r-1,,\nMaps,Bert,3,,1.11.2026,,,,\n");
        assertThat(said()).hasSize(2);

        var edited = gather("Maps,Anna,2,Nice no more,2026-11-01,,r-1,,\nMaps,Bert,5,,1.11.2026,,,,\n");
        assertThat(fates(edited)).containsExactly(Fate.CHANGED, Fate.CHANGED);
        assertThat(said()).hasSize(2).anySatisfy(each -> {
            assertThat(each.text()).isEqualTo("Nice no more");
            assertThat(each.stars()).isEqualTo(2);
            assertThat(each.before()).singleElement().satisfies(before -> {
                assertThat(before.text()).isEqualTo("Nice place");
                assertThat(before.stars()).isEqualTo(4);
            });
        });
        assertThat(said()).anySatisfy(each -> {
            assertThat(each.stars()).as("changed in its stars alone").isEqualTo(5);
            assertThat(each.before()).extracting(Said.Former::stars).containsExactly(3);
        });
    }

    @Test
    void an_answer_in_the_table_is_ours_and_nobody_waits() {
        var gathered = gather("Maps,Anna,2,Slow,2026-11-01,,r-1,We are two now,2026-11-02\n");
        assertThat(fates(gathered)).containsExactly(Fate.DONE);
        assertThat(said()).extracting(Said::us).containsExactly(false, true);
        assertThat(open(said().getFirst()).conversation().waitingSince()).isNull();
    }

    @Test
    void what_is_old_asks_nobody() {
        var gathered = gather("Maps,Anna,2,Slow,2026-08-01,,r-1,,\n");
        assertThat(fates(gathered)).containsExactly(Fate.DONE);
        assertThat(note(gathered)).isEqualTo("community.reviews.old");
        assertThat(open(said().getFirst()).conversation().state()).isEqualTo(Conversation.State.DONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Maps,Anna,6,x,2026-11-01,,,, ~ community.reviews.badstars",
                "Maps,Anna,4.5,x,2026-11-01,,,, ~ community.reviews.badstars",
                "Maps,Anna,,,2026-11-01,,,, ~ community.reviews.nothing",
                "Maps,Anna,4,x,,,,, ~ community.reviews.nodate",
                "Maps,Anna,4,x,11/01/2026,,,, ~ community.reviews.baddate",
                "Maps,Anna,4,x,2026-12-01,,,, ~ community.reviews.future",
                "Moon,Anna,4,x,2026-11-01,,,, ~ community.reviews.badplace",
                ",Anna,4,x,2026-11-01,,,, ~ community.reviews.noplace",
                "Maps,Anna,4,x,2026-11-01,javascript:alert(1),,, ~ community.reviews.badaddress",
                "Maps,Anna,4,x,2026-11-01,,,Thanks,2026-10-01 ~ community.reviews.early",
                "Maps,Anna,4,x,2026-11-01,,,,2026-11-02 ~ community.reviews.noanswer"
            })
    void a_line_that_will_not_do_is_named_and_the_others_come_in(String line, String note) {
        var gathered = gather("Maps,Bert,5,Good,2026-11-01,,b,,\n" + line + "\n");
        assertThat(fates(gathered)).containsExactly(Fate.NEW, Fate.ERROR);
        assertThat(note(gathered)).isEqualTo(note);
        assertThat(said()).extracting(Said::text).containsExactly("Good");
    }

    @Test
    void lines_that_contradict_each_other_are_told_and_those_that_repeat_do_no_harm() {
        var shown = preview(
                "Maps,Anna,5,Good,2026-11-01,,,,\nMaps,Anna,5,Good,2026-11-01,,,,\nMaps,Anna,1,Bad,2026-11-01,,,,\n");
        assertThat(fates(shown)).containsExactly(Fate.NEW, Fate.KNOWN, Fate.ERROR);
        assertThat(note(shown)).isEqualTo("community.reviews.twice");
    }

    @Test
    void lines_without_a_place_take_the_one_that_was_chosen_and_another_delimiter_will_do() {
        var content = "Date;Stars;Text;Colour\n2.11.2026;5/5;\"Hyvä; todella\";red\n";
        var shown = Tenant.in(
                seat.brand(),
                () -> gathering.preview(seat, content.getBytes(StandardCharsets.UTF_8), Optional.of(maps.id())));
        assertThat(fates(shown)).containsExactly(Fate.NEW);
        assertThat(shown.lines().getFirst().text()).isEqualTo("Hyvä; todella");
        assertThat(shown.lines().getFirst().stars()).isEqualTo(5);
        assertThat(shown.unknown()).containsExactly("colour");
    }

    @Test
    void an_author_can_be_erased_and_does_not_come_back_with_the_next_table() {
        var table = "Maps,Anna,2,Slow,2026-11-01,,r-1,,\nMaps,Anna,5,Another Anna,2026-11-02,,r-2,,\n";
        gather(table);
        var profile = said().getFirst().profile();
        Tenant.run(seat.brand(), () -> forgetting.erase(seat, profile));
        assertThat(fates(gather(table))).containsOnly(Fate.KNOWN);
        assertThat(said()).extracting(Said::text).containsExactly("", "Another Anna");
        assertThat(said()).extracting(Said::speaker).containsExactly("", "Anna");
    }

    @Test
    void a_file_that_is_too_large_is_refused() {
        assertThat(catchThrowableOfType(CannotGather.class, () -> preview("x".repeat(4_000_001)))
                        .key())
                .isEqualTo("community.reviews.toolarge");
    }

    @Test
    void an_answer_that_was_given_there_is_noted_once_and_nobody_waits() {
        gather("Maps,Anna,2,Slow,2026-11-01,,r-1,,\n");
        var talk = open(said().getFirst());
        var form = UUID.randomUUID();
        for (var n = 0; n < 2; n++) {
            Tenant.run(
                    seat.brand(),
                    () -> echoing.answered(
                            seat, talk.conversation().id(), said().getFirst().id(), "We are two now", form));
        }
        assertThat(said()).extracting(Said::text).containsExactly("Slow", "We are two now");
        assertThat(open(said().getFirst()).conversation().waitingSince()).isNull();
    }

    @Test
    void who_may_not_answer_takes_nothing_in() {
        var analyst = given.colleague(seat, Role.ANALYST);
        assertThatThrownBy(
                        () -> Tenant.in(seat.brand(), () -> gathering.preview(analyst, new byte[0], Optional.empty())))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> Tenant.in(seat.brand(), () -> gathering.confirm(analyst, 1)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> Tenant.run(
                        seat.brand(),
                        () -> echoing.answered(
                                analyst, new ConversationId(1), new CommentId(1), "", UUID.randomUUID())))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void another_network_is_read_by_itself_and_takes_no_tables() {
        given.account(seat);
        assertThat(Tenant.in(seat.brand(), gathering::places))
                .extracting(Account::name)
                .containsExactly("Maps");
    }
}
