package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.account.Account;
import dev.parvi.community.Conflict.Outcome;
import dev.parvi.community.Conflict.Severity;
import dev.parvi.community.Conflict.State;
import dev.parvi.community.Talked.Word;
import dev.parvi.publishing.Planned;
import dev.parvi.shared.ConversationId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.HandOff;
import dev.parvi.team.HandingOff;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import dev.parvi.text.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A conflict from its first sharp words to the look back, on the desk's own database. */
@DeskTest
@Import({Talked.class, Planned.class})
class QuarrelTest { // limit: 510 because one conflict's whole life is told with the same people

    @Autowired
    Given given;

    @Autowired
    Talked talked;

    @Autowired
    HandClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Reconciling reconciling;

    @Autowired
    Mediating mediating;

    @Autowired
    Overseeing overseeing;

    @Autowired
    LookingBack lookingBack;

    @Autowired
    Answering answering;

    @Autowired
    Forgetting forgetting;

    @Autowired
    Linking linking;

    @Autowired
    HandingOver handingOver;

    @Autowired
    Promising promising;

    @Autowired
    Listings listings;

    private Seat seat;
    private Account account;
    private Told told;

    @BeforeEach
    void a_brand_people_talk_to() {
        clock.set(HandClock.START);
        seat = given.brand();
        account = given.account(seat);
        told = new Told(jdbc, transaction, seat);
    }

    private Word says(String who, String root, String text) {
        clock.pass(Duration.ofMinutes(1));
        return talked.says(seat, account, who, root, null, text, clock.instant());
    }

    private ConversationId quarrel(String root) {
        return quarrel(root, "anna", "bert");
    }

    private ConversationId quarrel(String root, String one, String other) {
        says(one, root, "Third week without my parcel. You are liars.");
        return says(other, root, "They took my money too. Thieves, I go to the police.")
                .conversation();
    }

    private CaseList cases() {
        return told.in(() -> overseeing.all(seat));
    }

    private CaseFile file(long id) {
        return told.in(() -> overseeing.file(seat, id));
    }

    private Conversation conversation(ConversationId id) {
        return told.in(() -> listings.get(id).orElseThrow());
    }

    private long opened(String root) {
        return told.in(() -> reconciling.open(seat, quarrel(root)));
    }

    private long settled(String root, Outcome outcome) {
        var id = opened(root);
        assertThat(told.in(() -> reconciling.settle(seat, id, outcome, "Called them.")))
                .isTrue();
        return id;
    }

    @Test
    void sharp_words_of_two_people_are_proposed_with_their_reason_and_stand_first() {
        says("carl", "other", "When do you open tomorrow?");
        var id = quarrel("post");
        var entry = cases().proposed().getFirst();
        assertThat(entry.conflict().conversation()).isEqualTo(id);
        assertThat(entry.conflict().heat()).isNotNull().satisfies(heat -> {
            assertThat(heat.people()).isEqualTo(2);
            assertThat(heat.accusing()).isEqualTo(2);
            assertThat(heat.threatening()).isEqualTo(1);
        });
        assertThat(entry.people()).isEqualTo(2);
        assertThat(conversation(id).urgency()).isEqualTo(Urgency.CONFLICT);
        assertThat(conversation(id).conflict()).isTrue();
    }

    @Test
    void one_angry_comment_is_a_complaint() {
        says("anna", "post", "You are liars and thieves, I want my money back, my lawyer will write.");
        assertThat(cases().proposed()).isEmpty();
    }

    @Test
    void a_proposal_grows_and_stays_one() {
        quarrel("post");
        var before = cases().proposed().getFirst().conflict();
        says("carl", "post", "Fraud! Boycott these crooks.");
        assertThat(cases().proposed()).singleElement().satisfies(entry -> {
            assertThat(entry.conflict().id()).isEqualTo(before.id());
            assertThat(entry.conflict().heat().points())
                    .isGreaterThan(before.heat().points());
            assertThat(entry.people()).isEqualTo(3);
        });
    }

    @Test
    void what_is_old_when_it_is_heard_is_no_fire() {
        var old = clock.instant().minus(Duration.ofDays(4));
        talked.says(seat, account, "anna", "post", null, "You are liars.", old);
        talked.says(seat, account, "bert", "post", null, "Thieves, I go to the police. Fraud.", old.plusSeconds(60));
        assertThat(cases().proposed()).isEmpty();
    }

    @Test
    void what_was_declined_is_not_proposed_again_until_new_words_are_enough() {
        var id = quarrel("post");
        var first = cases().proposed().getFirst().conflict().id();
        clock.pass(Duration.ofMinutes(1));
        told.run(() -> reconciling.decline(seat, first));
        assertThat(conversation(id).urgency()).isNotEqualTo(Urgency.CONFLICT);
        says("carl", "post", "You are thieves.");
        assertThat(cases().proposed()).isEmpty();
        says("dora", "post", "Crooks. My lawyer will write to you, you liars.");
        assertThat(cases().proposed())
                .singleElement()
                .satisfies(entry -> assertThat(entry.conflict().id()).isNotEqualTo(first));
    }

    @Test
    void while_one_is_worked_on_no_other_is_proposed() {
        opened("post");
        says("carl", "post", "Fraud! Boycott these crooks.");
        says("dora", "post", "Thieves and liars, all of them. Police!");
        assertThat(cases().proposed()).isEmpty();
        assertThat(cases().open()).hasSize(1);
    }

    @Test
    void a_conversation_is_made_a_case_by_hand_and_is_open_again() {
        var word = says("anna", "post", "Where is my order?");
        told.update("update conversation set state = 'DONE'");
        var id = told.in(() -> reconciling.open(seat, word.conversation()));
        assertThat(file(id).conflict().state()).isEqualTo(State.OPEN);
        assertThat(file(id).conflict().heat()).isNull();
        assertThat(file(id).people()).extracting(Involved::name).containsExactly("anna");
        assertThat(conversation(word.conversation()).state()).isEqualTo(Conversation.State.OPEN);
        assertThat(told.in(() -> reconciling.open(seat, word.conversation()))).isEqualTo(id);
        assertThatThrownBy(() -> told.in(() -> reconciling.open(seat, new ConversationId(999_999_999))))
                .isInstanceOf(NoSuchConversation.class);
    }

    @Test
    void by_hand_a_proposal_is_taken_up() {
        var id = quarrel("post");
        var proposed = cases().proposed().getFirst().conflict().id();
        assertThat(told.in(() -> reconciling.open(seat, id))).isEqualTo(proposed);
        assertThat(file(proposed).conflict().state()).isEqualTo(State.OPEN);
    }

    @Test
    void who_comes_second_is_told() {
        quarrel("post");
        var id = cases().proposed().getFirst().conflict().id();
        told.run(() -> reconciling.decline(seat, id));
        assertThatThrownBy(() -> told.run(() -> reconciling.accept(seat, id))).isInstanceOf(CaseMoved.class);
        assertThatThrownBy(() -> told.run(() -> reconciling.accept(seat, 999_999_999)))
                .isInstanceOf(NoSuchConversation.class);
    }

    @Test
    void it_is_written_down_what_it_is_about_and_who_is_in_it() {
        var id = opened("post");
        var carl = says("carl", "post", "Just passing by.").comment().value();
        var anna = file(id).people().stream()
                .filter(each -> each.name().equals("anna"))
                .findFirst()
                .orElseThrow()
                .comment();
        assertThat(told.in(() -> mediating.describe(
                        seat, id, Severity.GRAVE, " Lost parcels ", List.of(anna, carl, 987_654_321L))))
                .isEmpty();
        assertThat(file(id).conflict().about()).isEqualTo("Lost parcels");
        assertThat(file(id).conflict().severity()).isEqualTo(Severity.GRAVE);
        assertThat(file(id).people()).extracting(Involved::name).containsExactlyInAnyOrder("anna", "carl");
        assertThat(file(id).others()).extracting(Involved::name).containsExactly("bert");
        assertThat(told.in(() -> mediating.describe(seat, id, Severity.MILD, "x".repeat(2_001), List.of())))
                .containsKey("about");
        assertThat(told.value("select count(*) from audit where what = 'community.conflict.described'"))
                .isEqualTo(1L);
    }

    @Test
    void facts_are_kept_about_somebody_or_nobody_and_removed() {
        var id = opened("post");
        var anna = file(id).people().getFirst();
        told.run(() -> mediating.know(seat, id, "Order 4412 left on Monday", anna.profile()));
        told.run(() -> mediating.know(seat, id, "The carrier has a strike", 123_456L));
        assertThat(file(id).facts()).extracting(ConflictFact::profile).containsExactly(anna.profile(), 0L);
        assertThat(told.in(() -> mediating.know(seat, id, "  ", 0))).containsKey("fact");
        assertThat(told.in(() -> mediating.know(seat, id, "x".repeat(2_001), 0)))
                .containsKey("fact");
        var first = file(id).facts().getFirst().id();
        told.run(() -> mediating.unknow(seat, id, first));
        assertThat(file(id).facts()).extracting(ConflictFact::text).containsExactly("The carrier has a strike");
    }

    @Test
    void a_promise_has_its_time_and_is_kept_once() {
        var id = opened("post");
        var by = clock.instant().plus(Duration.ofHours(2));
        assertThat(told.in(() -> mediating.promise(seat, id, " ", by))).containsKey("promise");
        assertThat(told.in(() -> mediating.promise(seat, id, "x".repeat(2_001), by)))
                .containsKey("promise");
        assertThat(told.in(() -> mediating.promise(seat, id, "Money back", Instant.EPOCH)))
                .containsKey("by");
        assertThatThrownBy(() -> told.run(() -> mediating.kept(seat, id))).isInstanceOf(CaseMoved.class);
        assertThat(told.in(() -> mediating.promise(seat, id, "Money back", by))).isEmpty();
        clock.pass(Duration.ofHours(3));
        assertThat(file(id).conflict().pledge().overdue(clock.instant())).isTrue();
        told.run(() -> mediating.kept(seat, id));
        assertThat(file(id).conflict().pledge().overdue(clock.instant())).isFalse();
        assertThatThrownBy(() -> told.run(() -> mediating.kept(seat, id))).isInstanceOf(CaseMoved.class);
    }

    @Test
    void the_time_of_a_promise_is_filled_in_as_complaints_are_promised() {
        var id = opened("post");
        assertThat(file(id).usual()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
        told.run(() -> promising.promise(seat, null, null, 600));
        told.run(() -> promising.promise(seat, null, Mark.COMPLAINT, 120));
        told.run(() -> promising.promise(seat, null, Mark.QUESTION, 30));
        assertThat(file(id).usual()).isEqualTo(clock.instant().plus(Duration.ofMinutes(120)));
        told.run(() -> promising.promise(seat, account.id(), null, 90));
        assertThat(file(id).usual()).isEqualTo(clock.instant().plus(Duration.ofMinutes(90)));
    }

    @Test
    void while_it_cools_off_an_answer_needs_a_second_person_and_after_that_nobody() {
        var id = opened("post");
        var word = says("carl", "post", "And what now?");
        assertThat(told.in(() -> mediating.cool(seat, id, false, Duration.ofDays(15))))
                .containsKey("wait");
        assertThat(told.in(() -> mediating.cool(seat, id, false, Duration.ZERO)))
                .containsKey("wait");
        told.run(() -> mediating.cool(seat, id, false, Duration.ofHours(1)));
        assertThat(told.in(
                        () -> answering.answer(seat, word.conversation(), word.comment(), "Soon.", UUID.randomUUID())))
                .isEqualTo(OwnAnswer.State.ASKED);
        var answer = (Long) told.value("select id from own_answer");
        assertThatThrownBy(() -> told.run(() -> answering.approve(seat, answer)))
                .isInstanceOf(CannotAnswer.class)
                .hasMessage("OWN");
        clock.pass(Duration.ofHours(1));
        told.run(() -> answering.approve(seat, answer));
        assertThat(told.value("select state from own_answer")).isEqualTo("HANDED");
        assertThat(told.in(() -> answering.needsSecond(word.conversation()))).isFalse();
        told.run(() -> mediating.cool(seat, id, true, null));
        assertThat(told.in(() -> answering.needsSecond(word.conversation()))).isTrue();
        told.run(() -> reconciling.settle(seat, id, Outcome.SETTLED, "Done."));
        assertThat(told.in(() -> answering.needsSecond(word.conversation()))).isFalse();
    }

    @Test
    void a_proposal_alone_holds_nobody_up() {
        assertThat(told.in(() -> answering.needsSecond(quarrel("post")))).isFalse();
    }

    @Test
    void what_is_known_goes_along_with_a_hand_off() {
        var id = opened("post");
        told.run(() -> mediating.describe(
                seat,
                id,
                Severity.SERIOUS,
                "Lost parcels",
                file(id).people().stream().map(Involved::comment).toList()));
        told.run(() -> mediating.know(seat, id, "The carrier has a strike", 0));
        told.run(() -> mediating.promise(seat, id, "Money back", null));
        var request = new HandingOff.Request(
                HandOff.Job.PR,
                null,
                "Press desk",
                "",
                "Say something",
                clock.instant().plus(Duration.ofDays(1)));
        told.run(() -> handingOver.give(seat, file(id).conflict().conversation(), request, Locale.ENGLISH));
        assertThat(file(id).handOffs().getFirst().packet().facts())
                .containsExactly(
                        "Conflict: Serious",
                        "About: Lost parcels",
                        "The carrier has a strike",
                        "We promised: Money back");
    }

    @Test
    void an_end_needs_words_and_takes_it_from_the_top() {
        var id = opened("post");
        assertThat(told.in(() -> reconciling.settle(seat, id, Outcome.LOST, " ")))
                .isFalse();
        assertThat(told.in(() -> reconciling.settle(seat, id, Outcome.LOST, "x".repeat(2_001))))
                .isFalse();
        assertThat(told.in(() -> reconciling.settle(seat, id, Outcome.SOFTENED, "Called them.")))
                .isTrue();
        var closed = cases().closed().getFirst();
        assertThat(closed.conflict().closing().outcome()).isEqualTo(Outcome.SOFTENED);
        assertThat(closed.conversation().urgency()).isNotEqualTo(Urgency.CONFLICT);
        assertThatThrownBy(() -> told.run(() -> mediating.know(seat, id, "late", 0)))
                .isInstanceOf(CaseMoved.class);
        told.run(() -> reconciling.reopen(seat, id));
        assertThat(conversation(file(id).conflict().conversation()).urgency()).isEqualTo(Urgency.CONFLICT);
    }

    @Test
    void what_ended_is_not_opened_again_beside_a_new_one() {
        var id = settled("post", Outcome.SETTLED);
        clock.pass(Duration.ofMinutes(1));
        quarrel("post");
        assertThat(cases().proposed()).hasSize(1);
        assertThatThrownBy(() -> told.run(() -> reconciling.reopen(seat, id))).isInstanceOf(CaseMoved.class);
    }

    @Test
    void after_a_week_it_is_told_who_came_back_and_in_which_mood() {
        var id = settled("post", Outcome.SETTLED);
        says("anna", "elsewhere", "I love this, thank you so much, great service!");
        clock.pass(Duration.ofDays(6));
        told.run(lookingBack::look);
        assertThat(file(id).conflict().lookBack().at()).isNull();
        clock.pass(Duration.ofDays(1));
        told.run(lookingBack::look);
        assertThat(file(id).people())
                .extracting(each -> each.name() + " " + each.returned() + " " + each.mood())
                .containsExactlyInAnyOrder("anna 1 POSITIVE", "bert 0 null");
        assertThat(file(id).back()).isEqualTo(1);
        assertThat(file(id).known()).isEqualTo(2);
        assertThat(cases().fresh()).hasSize(1);
        assertThat(cases().quiet()).isFalse();
        told.run(() -> reconciling.seen(seat, id));
        assertThat(cases().fresh()).isEmpty();
        assertThat(cases().closed()).hasSize(1);
        assertThat(cases().quiet()).isTrue();
        assertThatThrownBy(() -> told.run(() -> reconciling.seen(seat, id))).isInstanceOf(CaseMoved.class);
    }

    @Test
    void who_came_back_under_another_profile_of_theirs_came_back() {
        var id = settled("post", Outcome.SETTLED);
        var other = says("bertie", "elsewhere", "Terrible, awful, I hate it.");
        var bert = (Long) told.value("select id from profile where name = 'bert'");
        var bertie = (Long) told.value("select id from profile where name = 'bertie'");
        told.run(() -> linking.join(seat, bert, bertie));
        clock.pass(Duration.ofDays(7));
        told.run(lookingBack::look);
        assertThat(other).isNotNull();
        assertThat(file(id).people())
                .extracting(each -> each.name() + " " + each.returned() + " " + each.mood())
                .containsExactlyInAnyOrder("anna 0 null", "bert 1 NEGATIVE");
    }

    @Test
    void reputation_is_told_from_enough_cases_and_people_only() {
        for (var n = 0; n < 5; n++) {
            var talk = quarrel("post-" + n, "anna-" + n, "bert-" + n);
            var id = told.in(() -> reconciling.open(seat, talk));
            told.run(() -> reconciling.settle(seat, id, Outcome.SETTLED, "Called them."));
        }
        assertThat(cases().reputation().outcomes()).hasValue(100);
        assertThat(cases().reputation().figure()).isEmpty();
        for (var n = 0; n < 5; n++) {
            says("anna-" + n, "elsewhere", "I love this, thank you so much, great service!");
        }
        clock.pass(Duration.ofDays(8));
        told.run(lookingBack::look);
        // Each Anna came back well, no Bert did.
        assertThat(cases().reputation().returns()).hasValue(50);
        assertThat(cases().reputation().figure()).hasValue(80);
        clock.pass(Duration.ofDays(90));
        assertThat(cases().reputation().cases()).isZero();
    }

    @Test
    void who_is_forgotten_is_gone_from_cases_too() {
        var id = opened("post");
        var anna = file(id).people().stream()
                .filter(each -> each.name().equals("anna"))
                .findFirst()
                .orElseThrow();
        var bert = file(id).people().stream()
                .filter(each -> each.name().equals("bert"))
                .findFirst()
                .orElseThrow();
        told.run(() -> mediating.describe(
                seat, id, Severity.MILD, "Anna lost a parcel", List.of(anna.comment(), bert.comment())));
        told.run(() -> mediating.know(seat, id, "Anna moved in May", anna.profile()));
        told.run(() -> mediating.know(seat, id, "Bert is right", bert.profile()));
        told.run(() -> mediating.know(seat, id, "The carrier has a strike", 0));
        told.run(() -> mediating.promise(seat, id, "Anna gets her money", null));
        assertThat(told.in(() -> forgetting.export(seat, anna.profile())))
                .contains("Anna lost a parcel", "Anna moved in May", "The carrier has a strike", "Anna gets her money")
                .doesNotContain("Bert is right");
        told.run(() -> forgetting.erase(seat, anna.profile()));
        var left = file(id);
        assertThat(left.conflict().about()).isEmpty();
        assertThat(left.conflict().erased()).isTrue();
        assertThat(left.conflict().pledge().text()).doesNotContain("Anna");
        assertThat(left.facts()).extracting(ConflictFact::text).containsExactly("Bert is right");
        assertThat(left.people()).extracting(Involved::name).containsExactlyInAnyOrder("", "bert");
        assertThat(told.rows("select * from conflict_person where profile_id = " + anna.profile()))
                .isEmpty();
    }

    @Test
    void another_brand_sees_none_of_it() {
        var id = opened("post");
        var stranger = given.brand();
        var theirs = new Told(jdbc, transaction, stranger);
        assertThat(theirs.in(() -> overseeing.all(stranger)).open()).isEmpty();
        assertThatThrownBy(() -> theirs.in(() -> overseeing.file(stranger, id))).isInstanceOf(NoSuchConversation.class);
        assertThatThrownBy(() -> theirs.run(() -> reconciling.decline(stranger, id)))
                .isInstanceOf(NoSuchConversation.class);
    }

    @Test
    void a_colleague_who_only_looks_sees_it() {
        var id = opened("post");
        var analyst = given.colleague(seat, Role.ANALYST);
        assertThat(told.in(() -> overseeing.file(analyst, id)).conflict().id()).isEqualTo(id);
    }

    @Test
    void a_brand_that_is_gone_leaves_no_case() {
        opened("post");
        told.run(() -> mediating.know(seat, cases().open().getFirst().conflict().id(), "A fact", 0));
        told.update("delete from conversation");
        assertThat(told.rows("select 1 from conflict_case")).isEmpty();
        assertThat(told.rows("select 1 from conflict_fact")).isEmpty();
        assertThat(told.rows("select 1 from conflict_person")).isEmpty();
    }
}
