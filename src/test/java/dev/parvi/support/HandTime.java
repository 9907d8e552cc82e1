package dev.parvi.support;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts the hand-set clock in place of the real one. */
@TestConfiguration(proxyBeanMethods = false)
public class HandTime {

    @Bean
    @Primary
    HandClock handClock() {
        return new HandClock();
    }
}
