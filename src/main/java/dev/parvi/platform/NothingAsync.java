package dev.parvi.platform;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.scheduling.annotation.AbstractAsyncConfiguration;

/**
 * Takes the place of what would look for {@code @Async} on every method of every part when a desk starts. None bears it: work that
 * must not be lost is a task in the database.
 */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class NothingAsync extends AbstractAsyncConfiguration {}
