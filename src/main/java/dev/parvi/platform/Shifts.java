package dev.parvi.platform;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.annotation.OrderUtils;
import org.springframework.stereotype.Component;

/**
 * A desk answers as soon as its first page can be made; this puts together the rest of it after that, and lets the shifts begin,
 * the most urgent first. What can't be put together ends the desk, as it would have at the start.
 */
@Component
class Shifts implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Shifts.class);

    /** A desk that comes back late has posts to send, and no core to spare for what can be had later. */
    private static final Duration LATE_FIRST = Duration.ofSeconds(10);

    private final ConfigurableApplicationContext desk;
    private final Deque<Shift> begun = new ConcurrentLinkedDeque<>();
    private volatile boolean running;

    Shifts(ConfigurableApplicationContext desk) {
        this.desk = desk;
    }

    /** Nothing begins the first time, when nobody is answered yet; a desk that was paused takes up all its shifts again. */
    @Override
    public synchronized void start() {
        running = true;
        begun.forEach(Shift::start);
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void ready() {
        if (lazy(NAME)) {
            Thread.ofPlatform().name("shifts").start(this::beginOrEnd);
        } else {
            begin();
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        begun.descendingIterator().forEachRemaining(Shift::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static final String NAME = Shifts.class.getName();

    private void beginOrEnd() {
        try {
            begin();
        } catch (RuntimeException | Error e) {
            if (running) {
                LOG.error("A part of the desk can't be put together; the desk ends", e);
                System.exit(SpringApplication.exit(desk, () -> 1));
            }
        }
    }

    private void begin() {
        var beans = desk.getBeanFactory();
        Arrays.stream(beans.getBeanNamesForType(Shift.class, true, false))
                .sorted(Comparator.comparing(name ->
                        OrderUtils.getOrder(Objects.requireNonNull(beans.getType(name)), Ordered.LOWEST_PRECEDENCE)))
                .map(name -> beans.getBean(name, Shift.class))
                .filter(this::begun)
                .forEach(Shifts::settle);
        for (var name : beans.getBeanDefinitionNames()) {
            if (running && lazy(name)) {
                beans.getBean(name);
            }
        }
        desk.publishEvent(new ShiftsBegun());
    }

    private synchronized boolean begun(Shift shift) {
        if (running) {
            shift.start();
            begun.add(shift);
        }
        return running;
    }

    private static void settle(Shift shift) {
        try {
            shift.settle(LATE_FIRST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean lazy(String name) {
        var definition = desk.getBeanFactory().getMergedBeanDefinition(name);
        return definition.isLazyInit() && definition.isSingleton() && !definition.isAbstract();
    }
}
