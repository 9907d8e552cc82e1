package dev.parvi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

class ShiftsTest {

    private static final List<String> SAID = new CopyOnWriteArrayList<>();

    private ConfigurableApplicationContext desk = started(true);

    @AfterEach
    void end() {
        desk.close();
    }

    @Test
    void the_most_urgent_begins_first_and_catches_up_before_the_next_and_the_last_to_begin_ends_first()
            throws InterruptedException {
        begun();
        desk.close();

        assertThat(SAID)
                .containsExactly(
                        "urgent begins",
                        "urgent has caught up",
                        "later begins",
                        "the rest",
                        "later ends",
                        "urgent ends");
    }

    @Test
    void what_nobody_has_asked_for_is_put_together_when_the_desk_answers() throws InterruptedException {
        begun();

        assertThat(desk.getBeanFactory().containsSingleton("rest")).isTrue();
    }

    @Test
    void a_desk_put_together_at_once_begins_before_its_start_ends() {
        desk.close();
        desk = started(false);

        assertThat(SAID).containsExactly("the rest", "urgent begins", "urgent has caught up", "later begins");
    }

    @Test
    void a_desk_that_ends_begins_nothing_more() throws InterruptedException {
        begun();
        desk.close();
        SAID.clear();

        desk = started(false);
        var shifts = desk.getBean(Shifts.class);
        shifts.stop();
        SAID.clear();
        shifts.ready();

        assertThat(SAID).isEmpty();
    }

    @Test
    void a_desk_that_was_paused_takes_up_its_shifts_again() throws InterruptedException {
        begun();
        desk.stop();
        SAID.clear();

        desk.start();

        assertThat(SAID).containsExactly("urgent begins", "later begins");
    }

    private void begun() throws InterruptedException {
        assertThat(desk.getBean(Whole.class).heard.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private static ConfigurableApplicationContext started(boolean lazily) {
        SAID.clear();
        var application = new SpringApplication(Some.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(lazily);
        return application.run("--spring.main.banner-mode=off");
    }

    @Configuration(proxyBeanMethods = false)
    @Import({Shifts.class, Later.class, Urgent.class, Whole.class})
    static class Some {

        @Bean
        Object rest() {
            SAID.add("the rest");
            return new Object();
        }
    }

    static class Whole {

        private final CountDownLatch heard = new CountDownLatch(1);

        @EventListener(ShiftsBegun.class)
        void whole() {
            heard.countDown();
        }
    }

    static class Later implements Shift {

        @Override
        public void start() {
            SAID.add("later begins");
        }

        @Override
        public void stop() {
            SAID.add("later ends");
        }
    }

    @Order(1)
    static class Urgent implements Shift {

        @Override
        public void start() {
            SAID.add("urgent begins");
        }

        @Override
        public void settle(Duration atMost) {
            SAID.add("urgent has caught up");
        }

        @Override
        public void stop() {
            SAID.add("urgent ends");
        }
    }
}
