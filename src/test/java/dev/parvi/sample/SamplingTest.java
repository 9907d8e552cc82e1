package dev.parvi.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.parvi.brand.Brand;
import dev.parvi.brand.Branding;
import dev.parvi.listening.Leading;
import dev.parvi.listening.Ruling;
import dev.parvi.page.Comment;
import dev.parvi.page.Moderating;
import dev.parvi.page.PagePost;
import dev.parvi.page.Reading;
import dev.parvi.planning.Jotting;
import dev.parvi.planning.Mixing;
import dev.parvi.planning.Pillar;
import dev.parvi.planning.Slotting;
import dev.parvi.planning.Waiting;
import dev.parvi.platform.Tenant;
import dev.parvi.publishing.Delivery;
import dev.parvi.publishing.DeliveryState;
import dev.parvi.publishing.Steering;
import dev.parvi.publishing.Watching;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Errands;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import dev.parvi.team.Seating;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class SamplingTest {

    @Autowired
    Given given;

    @Autowired
    HandClock clock;

    @Autowired
    Sampling sampling;

    @Autowired
    Branding branding;

    @Autowired
    Seating seating;

    @Autowired
    Watching watching;

    @Autowired
    Steering steering;

    @Autowired
    Reading reading;

    @Autowired
    Moderating moderating;

    @Autowired
    Waiting waiting;

    @Autowired
    Mixing mixing;

    @Autowired
    Jotting jotting;

    @Autowired
    Slotting slotting;

    @Autowired
    Leading leading;

    @Autowired
    Ruling ruling;

    @Autowired
    List<Task<?>> tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Value("${parvi.home}")
    Path home;

    Seat manager;

    @BeforeEach
    void a_manager_on_a_monday_morning() {
        clock.set(HandClock.START);
        manager = given.brand();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fi", "ru"})
    void two_weeks_went_out_on_time_and_each_delivery_has_its_story(String language) {
        var brand = load(language);
        var went = in(brand, () -> watching.goingOut(HandClock.START.minus(Duration.ofDays(15)), HandClock.START));
        assertThat(went).hasSize(Script.PAST.size()).allSatisfy(delivery -> {
            assertThat(delivery.state()).isEqualTo(DeliveryState.PUBLISHED);
            assertThat(delivery.publishedAt()).isEqualTo(delivery.dueAt());
            assertThat(delivery.plannedOn()).isBefore(delivery.dueAt());
        });
    }

    @Test
    void the_page_shows_them_with_pictures_likes_and_comments_of_those_days() {
        var posts = posts(load("en"));
        assertThat(posts)
                .hasSize(Script.PAST.size())
                .isSortedAccordingTo(Comparator.comparing(PagePost::at).reversed());
        assertThat(posts.getLast().at()).isBefore(HandClock.START.minus(Duration.ofDays(12)));
        assertThat(posts).filteredOn(post -> !post.pictures().isEmpty()).hasSize(7);
        assertThat(posts).allSatisfy(post -> assertThat(post.likes()).isPositive());
        assertThat(posts.stream().mapToLong(PagePost::comments).sum()).isEqualTo(25);
    }

    @Test
    void one_comment_waits_to_be_let_in() {
        var brand = load("en");
        assertThat(in(brand, () -> moderating.comments(seat(brand), Comment.State.HELD, null)))
                .hasSize(1);
    }

    @Test
    void three_posts_are_planned_a_draft_and_ideas_wait_and_nothing_is_paused() {
        var brand = load("en");
        var ahead = in(brand, () -> watching.goingOut(HandClock.START, HandClock.START.plus(Duration.ofDays(7))));
        assertThat(ahead)
                .extracting(Delivery::state)
                .containsOnly(DeliveryState.DUE)
                .hasSize(3);
        assertThat(in(brand, () -> waiting.latest(5))).hasSize(1);
        assertThat(in(brand, () -> jotting.all(""))).hasSize(3);
        assertThat(in(brand, mixing::pillars)).extracting(Pillar::share).containsExactly(40, 30, 30);
        assertThat(in(brand, mixing::mixes).last().without()).isZero();
        assertThat(in(brand, slotting::all)).hasSize(4);
        assertThat(in(brand, steering::paused)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fi", "ru"})
    void it_spoke_of_three_pieces_of_news_and_is_told_of_others(String language) {
        var brand = load(language);
        List.of("listening-stories", "listening-coverage").forEach(each -> Errands.run(tasks, each));
        var spoken = in(brand, () -> leading.record(seat(brand))).stories();
        assertThat(spoken)
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.posted()).isAfter(each.seen()));
        assertThat(in(brand, () -> ruling.all(seat(brand))).rules()).hasSize(2);
    }

    @Test
    void asked_for_twice_it_is_there_once() {
        assertThat(load("en")).isEqualTo(load("en"));
    }

    @Test
    void removed_it_leaves_nothing_behind() throws Exception {
        var brand = load("en");
        var media = Files.walk(home)
                .filter(path -> path.toString().contains("/media/"))
                .count();
        assertThat(media).isPositive();
        Tenant.run(brand.id(), () -> sampling.remove(seat(brand)));
        assertThat(branding.named(brand.handle())).isEmpty();
        for (var table : tenantTables()) {
            assertThat(rows(brand, table)).as(table).isZero();
        }
        assertThat(Files.walk(home).filter(path -> path.toString().contains("/media/" + brand.id() + "/")))
                .isEmpty();
        assertThat(branding.of(manager.member())).hasSize(1);
    }

    @Test
    void no_other_brand_can_be_removed() {
        assertThatThrownBy(() -> Tenant.run(manager.brand(), () -> sampling.remove(manager)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Tenant.in(manager.brand(), branding::current)).isNotNull();
    }

    @Test
    void who_manages_nothing_neither_loads_nor_removes() {
        var author = given.colleague(manager, Role.AUTHOR);
        assertThatThrownBy(() -> sampling.load(author.member(), Locale.ENGLISH)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> Tenant.run(author.brand(), () -> sampling.remove(author)))
                .isInstanceOf(NotAllowed.class);
    }

    private Brand load(String language) {
        return sampling.load(manager.member(), Locale.of(language));
    }

    private Seat seat(Brand brand) {
        return seating.seat(manager.member(), brand.id()).orElseThrow();
    }

    private List<PagePost> posts(Brand brand) {
        return in(brand, () -> reading.front(null, null).posts());
    }

    private static <T> T in(Brand brand, ScopedValue.CallableOp<T, RuntimeException> work) {
        return Tenant.in(brand.id(), work);
    }

    private List<String> tenantTables() {
        return jdbc.sql(
                        "select table_name from information_schema.columns where column_name = 'brand_id' and table_schema = 'public'")
                .query(String.class)
                .list();
    }

    private long rows(Brand brand, String table) {
        return in(
                brand,
                () -> transaction.execute(
                        status -> jdbc.sql("select count(*) from " + table + " where brand_id = :brand")
                                .param("brand", brand.id().value())
                                .query(Long.class)
                                .single()));
    }
}
